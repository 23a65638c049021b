//! What a screen may read.

use std::{path::Path, sync::Arc};

use super::{
    action::NewPlanItem, lineup::Lineup, results::Results, session::Session, standing::Portfolio,
};
use crate::{
    analysis::{RoundResult, Settings},
    edit::Where,
    i18n::Language,
    knowledge::{Advice, Knowledge, PresetError, Step},
    model::{Enterprise, Factor, PlanSource, PlanState, Respondent, Response, Round, Workbook},
    storage::{Leftover, RecentFile, ThemeChoice},
    ui::theme::Tokens,
};

/// Everything a screen reads; it holds nothing that a screen could change.
pub struct View<'a> {
    /// The document.
    pub workbook: &'a Workbook,
    /// What the user is looking at.
    pub session: &'a Session,
    /// The workbook's settings for the analysis.
    pub settings: Settings,
    /// Results, computed once each.
    pub results: &'a Results,
    /// Rows of the portfolio, made once each.
    pub portfolio: &'a Portfolio,
    /// The document as it is shared between snapshots.
    pub shared: &'a Arc<Workbook>,
    /// The presets.
    pub knowledge: &'a Knowledge,
    /// What of the user's presets could not be read.
    pub preset_errors: &'a [PresetError],
    /// Where the user's presets belong.
    pub presets_folder: Option<&'a Path>,
    /// The language on screen.
    pub language: Language,
    /// The colours on screen.
    pub theme: &'a Tokens,
    /// The document's name and state.
    pub document: DocumentState,
    /// The step that undo would take back, in words.
    pub undo: Option<String>,
    /// The step that redo would repeat, in words.
    pub redo: Option<String>,
    /// Recent files, most recent first.
    pub recent: &'a [RecentFile],
    /// Unsaved work that windows before left behind, latest first.
    pub leftovers: &'a [Leftover],
    /// The chosen theme (which may be to follow the system).
    pub theme_choice: ThemeChoice,
    /// Text size in percent, 80..=200.
    pub text_size_percent: u16,
    /// The present day, `YYYY-MM-DD`.
    pub today: String,
    /// What the program is busy with, in words.
    pub busy: Option<&'static str>,
    /// Indices of the enterprises that the list shows.
    pub listed: Arc<Vec<usize>>,
    /// What is compared; empty while another screen is shown.
    pub lineup: Arc<Lineup>,
}

/// The document's name and state for the top bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentState {
    /// The file's name without extension, or the title.
    pub name: String,
    /// The full path; `None` while there is no file.
    pub path: Option<String>,
    /// Whether everything is in the file.
    pub saved: Saved,
}

/// Whether everything is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file holds what is on screen.
    Yes,
    /// There are changes that no file holds.
    No,
}

impl View<'_> {
    /// The selected enterprise.
    #[must_use]
    pub fn enterprise(&self) -> Option<&Arc<Enterprise>> {
        self.workbook.enterprise(self.session.enterprise?)
    }

    /// The selected round of the selected enterprise, else its latest.
    #[must_use]
    pub fn round(&self) -> Option<&Arc<Round>> {
        let enterprise = self.enterprise()?;
        self.session
            .round
            .and_then(|id| enterprise.round(id))
            .or_else(|| enterprise.latest_round())
    }

    /// Who is scoring: the selected person, else the first of the panel.
    #[must_use]
    pub fn person(&self) -> Option<&Respondent> {
        let enterprise = self.enterprise()?;
        self.session
            .person
            .and_then(|id| enterprise.person(id))
            .or_else(|| enterprise.people.first())
    }

    /// The response being edited, where there is one already.
    #[must_use]
    pub fn response(&self) -> Option<&Response> {
        self.round()?.response(self.person()?.id)
    }

    /// Where an edit of the present response goes.
    #[must_use]
    pub fn place(&self) -> Option<Where> {
        Some(Where {
            enterprise: self.enterprise()?.id,
            round: self.round()?.id,
            person: self.person()?.id,
        })
    }

    /// The result of the selected round.
    #[must_use]
    pub fn result(&self) -> Option<Arc<RoundResult>> {
        Some(self.results.of(self.round()?, &self.settings))
    }

    /// The round before the selected one, unless it is hidden.
    #[must_use]
    pub fn previous_round(&self) -> Option<&Arc<Round>> {
        let rounds = &self.enterprise()?.rounds;
        let present = self.round()?.id;
        let place = rounds.iter().position(|round| round.id == present)?;
        let before = rounds.get(place.checked_sub(1)?)?;
        (!before.stage.hides_scores()).then_some(before)
    }

    /// Advice for the selected round.
    #[must_use]
    pub fn advice(&self) -> Option<Arc<Advice>> {
        let (enterprise, round) = (self.enterprise()?, self.round()?);
        let results = self.results;
        Some(results.advice(self.knowledge, enterprise, round, &self.settings))
    }

    /// The first three advised steps that are not in the plan yet.
    #[must_use]
    pub fn advised_steps(&self) -> Vec<NewPlanItem> {
        const MOST: usize = 3;
        let (Some(enterprise), Some(advice)) = (self.enterprise(), self.advice()) else {
            return Vec::new();
        };
        let steps = advice.steps.iter().take(MOST);
        let steps = steps.filter_map(|step| {
            let rule = self.knowledge.rule(&step.rule)?;
            Some(NewPlanItem {
                source: PlanSource::Step(rule.id.clone()),
                text: rule.step.get(self.language).to_owned(),
                factor: Some(step.factor),
            })
        });
        let known =
            |item: &NewPlanItem| enterprise.plan.iter().any(|one| one.source == item.source);
        steps.filter(|item| !known(item)).collect()
    }

    /// The first advised step that is not done yet.
    #[must_use]
    pub fn first_step<'s>(&self, advice: &'s Advice) -> Option<&'s Step> {
        let done = |step: &&Step| {
            let source = PlanSource::Step(step.rule.clone());
            let mut plan = self.enterprise().into_iter().flat_map(|one| &one.plan);
            plan.any(|item| item.source == source && item.state == PlanState::Done)
        };
        advice.steps.iter().find(|step| !done(step))
    }

    /// What to call an enterprise: its name, or a word for having none.
    #[must_use]
    pub fn name_of<'e>(&self, enterprise: &'e Enterprise) -> &'e str {
        let name = self.workbook.shown_name(enterprise);
        if name.trim().is_empty() {
            self.language.unnamed()
        } else {
            name
        }
    }

    /// What to call somebody of a panel: by name, or by number where names are hidden.
    #[must_use]
    pub fn person_name(&self, enterprise: &Enterprise, person: &Respondent) -> String {
        if self.workbook.hides_people {
            self.language
                .new_person_name(enterprise.number_of(person.id))
        } else {
            person.name.clone()
        }
    }

    /// Whether scores of the selected round are withheld until the room has finished scoring.
    #[must_use]
    pub fn hidden(&self) -> bool {
        self.round().is_some_and(|round| round.stage.hides_scores())
    }

    /// A factor's name in the present language.
    #[must_use]
    pub fn factor_name(&self, factor: Factor) -> &str {
        self.knowledge.framework.of(factor).name.get(self.language)
    }
}
