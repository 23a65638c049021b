//! What can be done to a workbook, what each step is called, and which edits belong together.

use std::sync::Arc;

use crate::model::{
    Aggregation, Agreed, Basis, Confidence, Enterprise, EnterpriseId, Factor, PlanItem, PlanItemId,
    PlanState, Respondent, RespondentId, Round, RoundId, Score, Size, Weights, Workbook,
};

/// A change to the workbook. New records arrive complete, with their ids: nothing here makes one up.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Gives the workbook a title.
    SetTitle(String),
    /// Chooses how several respondents become one score.
    SetAggregation(Aggregation),
    /// Sets the weights of the factors inside their sides.
    SetWeights(Weights),
    /// Inserts an enterprise at a place in the list (past the end: at the end).
    AddEnterprise {
        /// The new enterprise.
        enterprise: Arc<Enterprise>,
        /// Index in the list.
        at: usize,
    },
    /// Removes an enterprise with all its rounds.
    RemoveEnterprise(EnterpriseId),
    /// Moves an enterprise to a place in the list.
    MoveEnterprise {
        /// Which one.
        id: EnterpriseId,
        /// Its new index (past the end: at the end).
        to: usize,
    },
    /// Changes one field of an enterprise.
    ChangeEnterprise {
        /// Which one.
        id: EnterpriseId,
        /// What to change.
        change: EnterpriseChange,
    },
    /// Adds somebody to an enterprise's panel.
    AddPerson {
        /// Whose panel.
        enterprise: EnterpriseId,
        /// The new person.
        person: Respondent,
    },
    /// Changes one field of a person.
    ChangePerson {
        /// Whose panel.
        enterprise: EnterpriseId,
        /// Which person.
        person: RespondentId,
        /// What to change.
        change: PersonChange,
    },
    /// Removes a person and all their responses.
    RemovePerson {
        /// Whose panel.
        enterprise: EnterpriseId,
        /// Which person.
        person: RespondentId,
    },
    /// Adds a round after the others.
    AddRound {
        /// Whose round.
        enterprise: EnterpriseId,
        /// The new round.
        round: Arc<Round>,
    },
    /// Changes one field of a round.
    ChangeRound {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which round.
        round: RoundId,
        /// What to change.
        change: RoundChange,
    },
    /// Removes a round with its responses.
    RemoveRound {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which round.
        round: RoundId,
    },
    /// Sets one respondent's direct score of a factor; from then on the direct score counts.
    SetScore {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// The new score.
        score: Score,
    },
    /// Sets one respondent's score of an indicator. Which basis counts stays as it is, but where no
    /// direct score stands the indicators count from now on.
    SetIndicator {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// Index of the indicator in preset order, 0..4.
        indicator: usize,
        /// The new score.
        score: Score,
    },
    /// Chooses whether the direct score or the indicators count.
    SetBasis {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// What counts from now on.
        basis: Basis,
    },
    /// Writes the evidence note of an answer.
    SetNote {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// The note; empty removes it.
        note: String,
    },
    /// Says how sure the respondent is.
    SetConfidence {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// How sure; `None` removes it.
        confidence: Option<Confidence>,
    },
    /// Says whether a factor is good enough for the respondent.
    SetEnough {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// Whether it is; `None` removes it.
        enough: Option<bool>,
    },
    /// Adds an item to an enterprise's plan.
    AddPlanItem {
        /// Whose plan.
        enterprise: EnterpriseId,
        /// The new item.
        item: Arc<PlanItem>,
    },
    /// Changes one field of an item of a plan.
    ChangePlanItem {
        /// Whose plan.
        enterprise: EnterpriseId,
        /// Which item.
        item: PlanItemId,
        /// What to change.
        change: PlanChange,
    },
    /// Takes an item out of a plan.
    RemovePlanItem {
        /// Whose plan.
        enterprise: EnterpriseId,
        /// Which item.
        item: PlanItemId,
    },
    /// Sets how much a respondent's voice counts in a round.
    SetVoice {
        /// Whose response.
        place: Where,
        /// The weight, > 0 and finite.
        weight: f64,
    },
    /// Records or withdraws the score the room agreed on.
    SetAgreed {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which round.
        round: RoundId,
        /// Which factor.
        factor: Factor,
        /// The agreed score; `None` withdraws it.
        agreed: Option<Agreed>,
    },
    /// Puts another workbook in place of this one, as one step (an import, a merge).
    Replace(Arc<Workbook>),
}

/// One respondent's answers in one round of one enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Where {
    /// The enterprise.
    pub enterprise: EnterpriseId,
    /// One of its rounds.
    pub round: RoundId,
    /// One of its panel.
    pub person: RespondentId,
}

/// A change to one field of an enterprise.
#[derive(Clone, Debug, PartialEq)]
pub enum EnterpriseChange {
    /// The name.
    Name(String),
    /// Id of a built-in sector, or free text.
    Sector(String),
    /// The size class.
    Size(Option<Size>),
    /// The technology considered.
    Technology(String),
}

/// A change to one field of a person.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonChange {
    /// The name or pseudonym.
    Name(String),
    /// The role.
    Role(String),
}

/// A change to one field of a round.
#[derive(Clone, Debug, PartialEq)]
pub enum RoundChange {
    /// The name.
    Name(String),
    /// The day, `YYYY-MM-DD`, or empty.
    Date(String),
}

/// A change to one field of an item of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanChange {
    /// What to do.
    Text(String),
    /// Who does it.
    Owner(String),
    /// Until when, `YYYY-MM-DD`, or empty.
    Due(String),
    /// How far it is.
    State(PlanState),
}

/// What a step of the history is called; the words are the language's business.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names mirror `Command`")]
pub enum Step {
    Title,
    Aggregation,
    Weights,
    AddEnterprise(String),
    RemoveEnterprise,
    MoveEnterprise,
    ChangeEnterprise,
    RenameEnterprise,
    AddPerson,
    ChangePerson,
    RemovePerson,
    AddRound,
    ChangeRound,
    RemoveRound,
    Score(Factor),
    Indicator(Factor),
    Basis(Factor),
    Note(Factor),
    Confidence(Factor),
    Enough(Factor),
    AddPlanItem,
    ChangePlanItem,
    RemovePlanItem,
    Voice,
    Agreed(Factor),
    Replace,
}

/// A field of the document; successive edits of one field are one step of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names mirror `Command`")]
pub enum Field {
    Title,
    Weights,
    EnterpriseName(EnterpriseId),
    EnterpriseSector(EnterpriseId),
    EnterpriseTechnology(EnterpriseId),
    PersonName(RespondentId),
    PersonRole(RespondentId),
    RoundName(RoundId),
    RoundDate(RoundId),
    Score(Where, Factor),
    Indicator(Where, Factor, usize),
    Note(Where, Factor),
    Voice(Where),
    PlanText(PlanItemId),
    PlanOwner(PlanItemId),
    PlanDue(PlanItemId),
    Agreed(RoundId, Factor),
}

impl Command {
    /// What the step is called in the menus.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::SetTitle(_) => Step::Title,
            Self::SetAggregation(_) => Step::Aggregation,
            Self::SetWeights(_) => Step::Weights,
            Self::AddEnterprise { enterprise, .. } => Step::AddEnterprise(enterprise.name.clone()),
            Self::RemoveEnterprise(_) => Step::RemoveEnterprise,
            Self::MoveEnterprise { .. } => Step::MoveEnterprise,
            Self::ChangeEnterprise {
                change: EnterpriseChange::Name(_),
                ..
            } => Step::RenameEnterprise,
            Self::ChangeEnterprise { .. } => Step::ChangeEnterprise,
            Self::AddPerson { .. } => Step::AddPerson,
            Self::ChangePerson { .. } => Step::ChangePerson,
            Self::RemovePerson { .. } => Step::RemovePerson,
            Self::AddRound { .. } => Step::AddRound,
            Self::ChangeRound { .. } => Step::ChangeRound,
            Self::RemoveRound { .. } => Step::RemoveRound,
            Self::SetScore { factor, .. } => Step::Score(*factor),
            Self::SetIndicator { factor, .. } => Step::Indicator(*factor),
            Self::SetBasis { factor, .. } => Step::Basis(*factor),
            Self::SetNote { factor, .. } => Step::Note(*factor),
            Self::SetConfidence { factor, .. } => Step::Confidence(*factor),
            Self::SetEnough { factor, .. } => Step::Enough(*factor),
            Self::AddPlanItem { .. } => Step::AddPlanItem,
            Self::ChangePlanItem { .. } => Step::ChangePlanItem,
            Self::RemovePlanItem { .. } => Step::RemovePlanItem,
            Self::SetVoice { .. } => Step::Voice,
            Self::SetAgreed { factor, .. } => Step::Agreed(*factor),
            Self::Replace(_) => Step::Replace,
        }
    }

    /// The field the command edits, where successive edits of it should be one step.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        Some(match self {
            Self::SetTitle(_) => Field::Title,
            Self::SetWeights(_) => Field::Weights,
            Self::ChangeEnterprise { id, change } => match change {
                EnterpriseChange::Name(_) => Field::EnterpriseName(*id),
                EnterpriseChange::Sector(_) => Field::EnterpriseSector(*id),
                EnterpriseChange::Technology(_) => Field::EnterpriseTechnology(*id),
                EnterpriseChange::Size(_) => return None,
            },
            Self::ChangePerson { person, change, .. } => match change {
                PersonChange::Name(_) => Field::PersonName(*person),
                PersonChange::Role(_) => Field::PersonRole(*person),
            },
            Self::ChangeRound { round, change, .. } => match change {
                RoundChange::Name(_) => Field::RoundName(*round),
                RoundChange::Date(_) => Field::RoundDate(*round),
            },
            Self::SetScore { place, factor, .. } => Field::Score(*place, *factor),
            Self::SetIndicator {
                place,
                factor,
                indicator,
                ..
            } => Field::Indicator(*place, *factor, *indicator),
            Self::SetNote { place, factor, .. } => Field::Note(*place, *factor),
            Self::SetVoice { place, .. } => Field::Voice(*place),
            Self::ChangePlanItem { item, change, .. } => match change {
                PlanChange::Text(_) => Field::PlanText(*item),
                PlanChange::Owner(_) => Field::PlanOwner(*item),
                PlanChange::Due(_) => Field::PlanDue(*item),
                PlanChange::State(_) => return None,
            },
            Self::SetAgreed { round, factor, .. } => Field::Agreed(*round, *factor),
            Self::SetAggregation(_)
            | Self::AddEnterprise { .. }
            | Self::RemoveEnterprise(_)
            | Self::MoveEnterprise { .. }
            | Self::AddPerson { .. }
            | Self::RemovePerson { .. }
            | Self::AddRound { .. }
            | Self::RemoveRound { .. }
            | Self::SetBasis { .. }
            | Self::SetConfidence { .. }
            | Self::SetEnough { .. }
            | Self::AddPlanItem { .. }
            | Self::RemovePlanItem { .. }
            | Self::Replace(_) => return None,
        })
    }
}
