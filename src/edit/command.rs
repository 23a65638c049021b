//! What can be done to a workbook.

use std::sync::Arc;

use crate::model::{
    Aggregation, Agreed, Answer, Basis, Confidence, Effort, Enterprise, EnterpriseId, Factor,
    Hands, Level, PlanItem, PlanItemId, PlanState, Respondent, RespondentId, Response, Round,
    RoundId, Score, Size, Stage, Target, WeightSet, WeightSetId, WhatIf, WhatIfId, Workbook,
};

/// A change to the workbook. New records arrive complete, with their ids: nothing here makes one up.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Gives the workbook a title.
    SetTitle(String),
    /// Writes the remarks on the whole workbook.
    SetWorkbookNote(String),
    /// Chooses how several respondents become one score.
    SetAggregation(Aggregation),
    /// Adds named weights, or puts them in place of those with the same id.
    PutWeightSet(Arc<WeightSet>),
    /// Removes named weights; where they were in force, equal ones are from now on.
    RemoveWeightSet(WeightSetId),
    /// Puts named weights in force; `None` stands for equal ones.
    UseWeights(Option<WeightSetId>),
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
    /// Adds several items to an enterprise's plan, in one step.
    AddPlanItems {
        /// Whose plan.
        enterprise: EnterpriseId,
        /// The new items, in order.
        items: Vec<Arc<PlanItem>>,
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
    /// Changes what an enterprise aims at.
    ChangeTarget {
        /// Whose target.
        enterprise: EnterpriseId,
        /// What to change.
        change: TargetChange,
    },
    /// Adds a what-if, or puts it in place of the one with the same id.
    PutWhatIf {
        /// Whose what-if.
        enterprise: EnterpriseId,
        /// The what-if.
        what_if: Arc<WhatIf>,
    },
    /// Removes a what-if.
    RemoveWhatIf {
        /// Whose what-if.
        enterprise: EnterpriseId,
        /// Which one.
        what_if: WhatIfId,
    },
    /// Records or withdraws a show of hands.
    SetHands {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which round.
        round: RoundId,
        /// Which factor.
        factor: Factor,
        /// The hands; `None` withdraws them.
        hands: Option<Hands>,
    },
    /// Shows people by name or by number.
    HidePeople(bool),
    /// Shows enterprises by name or by alias.
    UseAliases(bool),
    /// Adds people to a panel, in one step.
    AddPeople {
        /// Whose panel.
        enterprise: EnterpriseId,
        /// The new people, in order.
        people: Vec<Respondent>,
    },
    /// Puts a whole answer in place of another.
    PutAnswer {
        /// Whose answer.
        place: Where,
        /// Which factor.
        factor: Factor,
        /// The answer.
        answer: Box<Answer>,
    },
    /// Makes a response blank again; its weight stays.
    ClearResponse(Where),
    /// Puts whole responses into a round in place of those of the same people, in one step; people
    /// who are not on the panel yet join it.
    PutResponses {
        /// Whose round.
        enterprise: EnterpriseId,
        /// Which round.
        round: RoundId,
        /// People to join the panel first.
        people: Vec<Respondent>,
        /// The responses.
        responses: Vec<Response>,
    },
    /// Sets how much a respondent's voice counts in a round.
    SetVoice {
        /// Whose response.
        place: Where,
        /// The weight, > 0 and finite.
        weight: f64,
    },
    /// Writes the remark on a whole response.
    SetResponseNote {
        /// Whose response.
        place: Where,
        /// The remark; empty removes it.
        note: String,
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
    /// What it is called before others.
    Alias(String),
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
    /// Where the room is.
    Stage(Stage),
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
    /// The factor it should lift.
    Factor(Option<Factor>),
    /// By how many levels, 0..=4.
    Lift(f64),
}

/// A change to what an enterprise aims at.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetChange {
    /// The level aimed at on a factor, as scored; `None` where it is to stay.
    Level(Factor, Option<Level>),
    /// What one level better costs.
    Effort(Factor, Effort),
    /// Until when, `YYYY-MM-DD`, or empty.
    Due(String),
    /// The round progress is counted from; `None` stands for the first one.
    Baseline(Option<RoundId>),
    /// All of it at once.
    All(Box<Target>),
}
