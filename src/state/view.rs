//! What a screen may read.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{
    document::DocumentState,
    lineup::Lineup,
    plan::NewPlanItem,
    portfolio_shown::Portfolio,
    report::{ExportProgress, Previewing, ReportChosen},
    results::{Lift, Results},
    session::Session,
    several::Notice,
};
use crate::{
    analysis::{Comparison, Outcome, RoundResult, Settings},
    edit::{Revision, Where},
    i18n::Language,
    knowledge::{Advice, Knowledge, PresetError, Step},
    model::{
        Called, Enterprise, EnterpriseId, Factor, Level, PerFactor, PlanSource, PlanState,
        Respondent, Response, Round, Stage, Workbook,
    },
    storage::{FacilitatorKept, Leftover, RecentFile, ThemeChoice},
    wording::Wording,
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
    /// The document's name and state.
    pub document: DocumentState,
    /// What is to be known of the document's file.
    pub notice: Option<Notice<'a>>,
    /// The state of the document.
    pub revision: Revision,
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
    /// What is chosen of a report.
    pub report: ReportChosen,
    /// Who hands reports out.
    pub facilitator: &'a FacilitatorKept,
    /// The pages of the Report page.
    pub previewing: &'a Previewing,
    /// How far the reports are that are being written.
    pub exporting: Option<&'a ExportProgress>,
    /// What the program is busy with, in words.
    pub busy: Option<&'static str>,
    /// Names of the enterprises that are called by number, as aliases are used and theirs is blank.
    pub numbered: Arc<BTreeMap<EnterpriseId, String>>,
    /// Indices of the enterprises that the list shows.
    pub listed: Arc<Vec<usize>>,
    /// What is compared; empty while another screen is shown.
    pub lineup: Arc<Lineup>,
}

/// The names of a workbook's enterprises that are called by number.
pub(super) fn numbered_names(
    workbook: &Workbook,
    language: Language,
) -> BTreeMap<EnterpriseId, String> {
    let blank = |one: &Enterprise| workbook.uses_aliases && one.alias.trim().is_empty();
    let all = (1..).zip(&workbook.enterprises);
    all.filter(|(_, one)| blank(one))
        .map(|(number, one)| (one.id, language.new_enterprise_name(number)))
        .collect()
}

impl<'a> View<'a> {
    /// What sentences are made with.
    #[must_use]
    pub const fn wording(&self) -> Wording<'a> {
        Wording {
            knowledge: self.knowledge,
            language: self.language,
        }
    }

    /// Whether nothing of the document can be changed here, as another window has its file.
    #[must_use]
    pub const fn read_only(&self) -> bool {
        matches!(self.notice, Some(Notice::Held { .. } | Notice::Free))
    }

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

    /// Whoever has the laptop in a room: their own form is all that is shown and can be changed.
    #[must_use]
    pub fn scorer(&self) -> Option<&Respondent> {
        let id = self.session.room.scorer?;
        let scoring = self.round()?.stage == Stage::Score;
        self.enterprise()?.person(id).filter(|_| scoring)
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

    /// What the selected round would say with levels in place of its scores.
    #[must_use]
    pub fn profile(&self, levels: &PerFactor<Option<Level>>) -> Option<Arc<RoundResult>> {
        Some(self.results.profile(self.round()?, levels, &self.settings))
    }

    /// What the selected round would come to after some steps.
    #[must_use]
    pub fn planned(&self, steps: &[Lift]) -> Option<Outcome> {
        let planned = self.results.planned(self.round()?, steps, &self.settings);
        planned.last().copied().flatten()
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

    /// The round before the selected one and what changed since, like for like; `None` where there is nothing to
    /// compare with.
    #[must_use]
    pub fn change(&self) -> Option<(&Arc<Round>, Comparison)> {
        let (before, round) = (self.previous_round()?, self.round()?);
        let change = self.results.change(before, round, &self.settings);
        Option::clone(&change).map(|change| (before, change))
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

    /// What to call an enterprise: its name, its alias or its number, or a word for having no name.
    #[must_use]
    pub fn name_of<'e>(&'e self, enterprise: &'e Enterprise) -> &'e str {
        if let Some(name) = self.numbered.get(&enterprise.id) {
            return name;
        }
        match self.workbook.called(enterprise) {
            Called::Name(name) if !name.trim().is_empty() => name,
            Called::Name(_) | Called::Number(_) => self.language.unnamed(),
        }
    }

    /// What to call somebody of a panel: by name, or by number where names are hidden.
    #[must_use]
    pub fn person_name(&self, enterprise: &Enterprise, person: &Respondent) -> String {
        let called = self.workbook.person_called(enterprise, person);
        self.language.person_called(called)
    }

    /// Whether scores of the selected round are withheld until the room has finished scoring.
    #[must_use]
    pub fn hidden(&self) -> bool {
        self.round().is_some_and(|round| round.stage.hides_scores())
    }

    /// A factor's name in the present language.
    #[must_use]
    pub fn factor_name(&self, factor: Factor) -> &str {
        self.wording().factor_name(factor)
    }
}
