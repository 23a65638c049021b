//! What is read of the state.

use std::sync::Arc;

use super::{
    Lost, Notice, ReportChosen, Results, Saved, Screen, Session, State, View, at_work::AtWork,
    lineup::Lineup, listing::listed, memo::Same, paths::file_name, root::NumberedNames,
    view::numbered_names,
};
use crate::{
    analysis::Settings as AnalysisSettings,
    edit::Step,
    model::{EnterpriseId, RespondentId, RoundId, Workbook},
    storage::Settings,
};

impl State {
    /// The workbook as it stands.
    #[must_use]
    pub fn workbook(&self) -> &Arc<Workbook> {
        self.document.history.workbook()
    }

    /// What the user is looking at.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// The settings as they stand.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Results computed so far.
    #[must_use]
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// The title of the window.
    #[must_use]
    pub fn title(&self) -> String {
        let state = self.document.state(self.language);
        let mark = match state.saved {
            Saved::Yes => "",
            Saved::No => " •",
        };
        self.language.window_title(&state.name, mark)
    }

    /// Whether nothing of the document can be changed here, as another window has its file.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.document.holder().is_some()
    }

    /// In how many seconds the document's file has to be looked at again; `None` while nothing is waited for.
    #[must_use]
    pub fn looks_again_in(&self) -> Option<f64> {
        let due = self.several.next_look?;
        Some((due - self.moment.seconds).max(0.0))
    }

    /// What is to be known of the document's file, the most pressing first.
    fn notice(&self) -> Option<Notice<'_>> {
        let several = &self.several;
        if let Some(holder) = self.document.holder() {
            let newer = several.newer;
            let held = Notice::Held { holder, newer };
            return Some(if several.free { Notice::Free } else { held });
        }
        match self.document.lost() {
            Some(Lost::Changed) => {
                let unsaved = self.document.has_unsaved_edits();
                return Some(Notice::Changed { unsaved });
            }
            Some(Lost::Gone) => return Some(Notice::Gone),
            Some(Lost::SaveFailed) | None => {}
        }
        Some(Notice::Copies {
            name: file_name(several.copies.first()?),
            count: several.copies.len(),
        })
    }

    /// What the screens read.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let workbook = self.document.history.workbook();
        let framework = &self.knowledge.framework;
        let step = |step: &Step| match step {
            // The name of the enterprise belongs to nobody while aliases are used.
            Step::AddEnterprise(_) if workbook.uses_aliases => {
                self.language.add_enterprise().to_owned()
            }
            step => self.language.step(step, framework),
        };
        let history = &self.document.history;
        // Whoever has the laptop takes nothing of others back, and sees nothing of what they did.
        let room = &self.session.room;
        let at_the_start = room.scorer.is_some() && room.since == Some(history.revision());
        View {
            workbook,
            session: &self.session,
            settings: AnalysisSettings::of(workbook),
            results: &self.results,
            portfolio: &self.portfolio,
            shared: workbook,
            knowledge: &self.knowledge,
            preset_errors: &self.preset_errors,
            presets_folder: self.presets_folder.as_deref(),
            language: self.language,
            document: self.document.state(self.language),
            notice: self.notice(),
            undo: history.undo_step().filter(|_| !at_the_start).map(step),
            redo: history.redo_step().map(step),
            revision: history.revision(),
            leftovers: &self.recovery.offered,
            recent: &self.recent,
            theme_choice: self.settings.theme,
            text_size_percent: self.settings.text_size_percent,
            busy: match self.at_work {
                AtWork { writing: 1.., .. } => Some(self.language.saving()),
                AtWork { reading: 1.., .. } => Some(self.language.opening()),
                AtWork { .. } => None,
            },
            report: ReportChosen::of(&self.settings.report, self.language),
            facilitator: &self.settings.facilitator,
            previewing: &self.previewing,
            exporting: self.exporting.as_deref(),
            today: (self.services.today)(),
            listed: self.listed(),
            numbered: self.numbered(),
            lineup: self.lineup(),
        }
    }

    /// What is compared, resolved only while it is on screen.
    fn lineup(&self) -> Arc<Lineup> {
        if self.session.screen != Screen::Compare || self.session.presented.is_some() {
            return Arc::default();
        }
        let (workbook, compare) = (self.workbook(), &self.session.compare);
        let items = compare.items(workbook, self.session.enterprise);
        let key = (Same::of(workbook), items.clone());
        let made = || Arc::new(Lineup::of(&items, workbook, &self.results));
        self.lineups.of(key, made)
    }

    /// Names of the enterprises that are called by number.
    fn numbered(&self) -> NumberedNames {
        let workbook = self.workbook();
        if !workbook.uses_aliases {
            return Arc::default();
        }
        let key = (Same::of(workbook), self.language);
        let made = || Arc::new(numbered_names(workbook, self.language));
        self.numbered.of(key, made)
    }

    /// Indices of the enterprises that the list shows.
    pub(super) fn listed(&self) -> Arc<Vec<usize>> {
        let (workbook, search) = (self.workbook(), &self.session.search);
        // Without a search only their number matters, which most edits leave alone.
        let same = (!search.is_empty()).then(|| Same::of(workbook));
        let key = (same, workbook.enterprises.len(), search.clone());
        self.listed.of(key, || Arc::new(listed(workbook, search)))
    }

    /// The enterprise and round on screen.
    pub(super) fn selected_round(&self) -> Option<(EnterpriseId, RoundId)> {
        let view = self.view();
        Some((view.enterprise()?.id, view.round()?.id))
    }

    /// Whoever has the laptop.
    #[must_use]
    pub fn scorer(&self) -> Option<RespondentId> {
        // The view is made only where it is needed.
        self.session.room.scorer?;
        self.view().scorer().map(|person| person.id)
    }
}
