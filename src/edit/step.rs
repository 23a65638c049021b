//! What each step of the history is called, and which edits belong together.

use super::command::{
    Command, EnterpriseChange, PersonChange, PlanChange, RoundChange, TargetChange, Where,
};
use crate::model::{
    EnterpriseId, Factor, PlanItemId, RespondentId, RoundId, Stage, WeightSetId, WhatIfId,
};

/// What a step of the history is called; the words are the language's business.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names mirror `Command`")]
pub enum Step {
    Title,
    WorkbookNote,
    Aggregation,
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
    ResponseNote,
    Confidence(Factor),
    HidePeople,
    UseAliases,
    AddPeople(usize),
    ClearResponse,
    PutResponses(usize),
    Stage(Stage),
    Enough(Factor),
    AddPlanItem,
    AddPlanItems(usize),
    ChangePlanItem,
    RemovePlanItem,
    Voice,
    Agreed(Factor),
    Hands(Factor),
    PutWeightSet,
    RemoveWeightSet,
    UseWeights,
    Target,
    PutWhatIf,
    RemoveWhatIf,
    Replace,
}

/// A field of the document; successive edits of one field are one step of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names mirror `Command`")]
pub enum Field {
    Title,
    EnterpriseName(EnterpriseId),
    EnterpriseSector(EnterpriseId),
    EnterpriseTechnology(EnterpriseId),
    EnterpriseAlias(EnterpriseId),
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
    PlanLift(PlanItemId),
    Agreed(RoundId, Factor),
    Hands(RoundId, Factor),
    WeightSet(WeightSetId),
    TargetLevel(EnterpriseId, Factor),
    TargetDue(EnterpriseId),
    WhatIf(WhatIfId),
}

impl Command {
    /// What the step is called in the menus.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::SetTitle(_) => Step::Title,
            Self::SetWorkbookNote(_) => Step::WorkbookNote,
            Self::SetAggregation(_) => Step::Aggregation,
            Self::PutWeightSet(_) => Step::PutWeightSet,
            Self::RemoveWeightSet(_) => Step::RemoveWeightSet,
            Self::UseWeights(_) => Step::UseWeights,
            Self::ChangeTarget { .. } => Step::Target,
            Self::PutWhatIf { .. } => Step::PutWhatIf,
            Self::RemoveWhatIf { .. } => Step::RemoveWhatIf,
            Self::SetHands { factor, .. } => Step::Hands(*factor),
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
            Self::ChangeRound {
                change: RoundChange::Stage(stage),
                ..
            } => Step::Stage(*stage),
            Self::ChangeRound { .. } => Step::ChangeRound,
            Self::HidePeople(_) => Step::HidePeople,
            Self::UseAliases(_) => Step::UseAliases,
            Self::AddPeople { people, .. } => Step::AddPeople(people.len()),
            Self::ClearResponse(_) => Step::ClearResponse,
            Self::PutResponses { responses, .. } => Step::PutResponses(responses.len()),
            Self::RemoveRound { .. } => Step::RemoveRound,
            Self::SetScore { factor, .. } | Self::PutAnswer { factor, .. } => Step::Score(*factor),
            Self::SetIndicator { factor, .. } => Step::Indicator(*factor),
            Self::SetBasis { factor, .. } => Step::Basis(*factor),
            Self::SetNote { factor, .. } => Step::Note(*factor),
            Self::SetResponseNote { .. } => Step::ResponseNote,
            Self::SetConfidence { factor, .. } => Step::Confidence(*factor),
            Self::SetEnough { factor, .. } => Step::Enough(*factor),
            Self::AddPlanItem { .. } => Step::AddPlanItem,
            Self::AddPlanItems { items, .. } => Step::AddPlanItems(items.len()),
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
            Self::PutWeightSet(set) => Field::WeightSet(set.id),
            Self::PutWhatIf { what_if, .. } => Field::WhatIf(what_if.id),
            Self::SetHands { round, factor, .. } => Field::Hands(*round, *factor),
            Self::ChangeTarget { enterprise, change } => match change {
                TargetChange::Level(factor, _) => Field::TargetLevel(*enterprise, *factor),
                TargetChange::Due(_) => Field::TargetDue(*enterprise),
                TargetChange::Effort(..) | TargetChange::Baseline(_) | TargetChange::All(_) => {
                    return None;
                }
            },
            Self::ChangeEnterprise { id, change } => match change {
                EnterpriseChange::Name(_) => Field::EnterpriseName(*id),
                EnterpriseChange::Sector(_) => Field::EnterpriseSector(*id),
                EnterpriseChange::Technology(_) => Field::EnterpriseTechnology(*id),
                EnterpriseChange::Alias(_) => Field::EnterpriseAlias(*id),
                EnterpriseChange::Size(_) => return None,
            },
            Self::ChangePerson { person, change, .. } => match change {
                PersonChange::Name(_) => Field::PersonName(*person),
                PersonChange::Role(_) => Field::PersonRole(*person),
            },
            Self::ChangeRound { round, change, .. } => match change {
                RoundChange::Name(_) => Field::RoundName(*round),
                RoundChange::Date(_) => Field::RoundDate(*round),
                RoundChange::Stage(_) => return None,
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
                PlanChange::Lift(_) => Field::PlanLift(*item),
                PlanChange::State(_) | PlanChange::Factor(_) => return None,
            },
            Self::SetAgreed { round, factor, .. } => Field::Agreed(*round, *factor),
            Self::SetAggregation(_)
            | Self::SetWorkbookNote(_)
            | Self::SetResponseNote { .. }
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
            | Self::HidePeople(_)
            | Self::UseAliases(_)
            | Self::AddPeople { .. }
            | Self::PutAnswer { .. }
            | Self::ClearResponse(_)
            | Self::PutResponses { .. }
            | Self::AddPlanItem { .. }
            | Self::AddPlanItems { .. }
            | Self::RemoveWeightSet(_)
            | Self::UseWeights(_)
            | Self::RemoveWhatIf { .. }
            | Self::RemovePlanItem { .. }
            | Self::Replace(_) => return None,
        })
    }
}
