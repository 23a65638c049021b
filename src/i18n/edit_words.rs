//! Words for the steps of the history, and for what the workbook calls its records.

use std::borrow::Cow;

use crate::{
    edit::Step,
    i18n::Language,
    knowledge::Framework,
    model::{Called, Factor},
};

impl Language {
    /// What a step is called, as in "Undo: score of Complexity".
    #[must_use]
    pub fn step(self, step: &Step, framework: &Framework) -> String {
        let name = |factor: &Factor| framework.of(*factor).name.get(self);
        match step {
            Step::Title => self.step_title().into(),
            Step::WorkbookNote => self.step_workbook_note().into(),
            Step::Aggregation => self.step_aggregation().into(),
            Step::AddEnterprise(added) => self.step_add_enterprise(added),
            Step::RemoveEnterprise => self.step_remove_enterprise().into(),
            Step::MoveEnterprise => self.step_move_enterprise().into(),
            Step::ChangeEnterprise => self.step_change_enterprise().into(),
            Step::RenameEnterprise => self.step_rename_enterprise().into(),
            Step::AddPerson => self.step_add_person().into(),
            Step::ChangePerson => self.step_change_person().into(),
            Step::RemovePerson => self.step_remove_person().into(),
            Step::AddRound => self.step_add_round().into(),
            Step::ChangeRound => self.step_change_round().into(),
            Step::RemoveRound => self.step_remove_round().into(),
            Step::Score(factor) => self.step_score(name(factor)),
            Step::Indicator(factor) => self.step_indicator(name(factor)),
            Step::Basis(factor) => self.step_basis(name(factor)),
            Step::Note(factor) => self.step_note(name(factor)),
            Step::ResponseNote => self.step_response_note().into(),
            Step::Confidence(factor) => self.step_confidence(name(factor)),
            Step::HidePeople => self.step_hide_people().into(),
            Step::UseAliases => self.step_use_aliases().into(),
            Step::AddPeople(count) => self.step_add_people(*count),
            Step::ClearResponse => self.step_clear_response().into(),
            Step::PutResponses(count) => self.step_put_responses(*count),
            Step::Stage(stage) => self.step_stage(self.stage_name(*stage)),
            Step::Enough(factor) => self.step_enough(name(factor)),
            Step::AddPlanItem => self.step_add_plan_item().into(),
            Step::AddPlanItems(count) => self.step_add_plan_items(*count),
            Step::ChangePlanItem => self.step_change_plan_item().into(),
            Step::RemovePlanItem => self.step_remove_plan_item().into(),
            Step::Voice => self.step_voice().into(),
            Step::Agreed(factor) => self.step_agreed(name(factor)),
            Step::Hands(factor) => self.step_hands(name(factor)),
            Step::PutWeightSet => self.step_put_weights().into(),
            Step::RemoveWeightSet => self.step_remove_weights().into(),
            Step::UseWeights => self.step_use_weights().into(),
            Step::Target => self.step_target().into(),
            Step::PutWhatIf => self.step_put_what_if().into(),
            Step::RemoveWhatIf => self.step_remove_what_if().into(),
            Step::Replace => self.step_replace().into(),
        }
    }

    /// What an enterprise is called, a number in words.
    #[must_use]
    pub fn enterprise_called(self, called: Called<'_>) -> Cow<'_, str> {
        match called {
            Called::Name(name) => name.into(),
            Called::Number(number) => self.new_enterprise_name(number).into(),
        }
    }

    /// What somebody of a panel is called, a number in words.
    #[must_use]
    pub fn person_called(self, called: Called<'_>) -> String {
        match called {
            Called::Name(name) => name.to_owned(),
            Called::Number(number) => self.new_person_name(number),
        }
    }
}
