//! The program without a window: actions go in, effects are performed at once, answers go back.

use std::{path::PathBuf, sync::Arc};

use resonance::{
    edit::{Command, Where},
    i18n::Language,
    model::{Factor, Level, RespondentId, Score, Workbook},
    state::{
        Action, Answer, Content, Dialog, DialogAnswer, Effect, FileJob, Launch, MenuAction, Moment,
        Services, Start, State, Tone,
    },
    storage::{Leftover, OwnPresets, Settings, Slot},
    window::perform,
};
use tempfile::TempDir;
use uuid::Uuid;

/// The program with a folder of its own.
pub struct Desk {
    pub state: State,
    pub folder: TempDir,
    /// What the next file dialog answers.
    pub choice: Option<PathBuf>,
    /// Everything the window was asked to do, oldest first, but for what touches files.
    pub asked: Vec<Effect>,
}

impl Desk {
    /// As it starts, with nothing open.
    pub fn empty() -> Self {
        Self::launched(&Launch::default())
    }

    /// With the demo open.
    pub fn demo() -> Self {
        Self::launched(&Launch {
            content: Content::Demo,
            ..Launch::default()
        })
    }

    /// With a new workbook of one enterprise.
    pub fn new() -> Self {
        let mut desk = Self::empty();
        desk.press(MenuAction::New);
        desk
    }

    pub fn launched(launch: &Launch) -> Self {
        let mut count = 0_u128;
        let start = Start {
            settings: Settings::default(),
            system_language: Language::English,
            presets_folder: None,
            leftovers: Vec::new(),
            crash_log: None,
            own_presets: OwnPresets::default(),
            services: Services {
                new_id: Box::new(move || {
                    count += 1;
                    Uuid::from_u128(count)
                }),
                today: Box::new(|| "2026-11-26".into()),
                now: Box::new(|| "2026-11-26T20:31:05+08:00".into()),
            },
        };
        let (state, effects) = State::new(start, launch).expect("the built-in presets are sound");
        let mut desk = Self {
            state,
            folder: TempDir::new().expect("a folder"),
            choice: None,
            asked: Vec::new(),
        };
        desk.perform(effects);
        desk
    }

    /// A path in the desk's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn does(&mut self, action: Action) -> &mut Self {
        let effects = self.state.update(action);
        self.perform(effects);
        self
    }

    pub fn press(&mut self, command: MenuAction) -> &mut Self {
        self.does(Action::Menu(command))
    }

    pub fn answers(&mut self, answer: DialogAnswer) -> &mut Self {
        self.does(Action::Answer(answer))
    }

    pub fn edits(&mut self, command: Command) -> &mut Self {
        self.does(Action::Edit(command))
    }

    /// Chooses a path for whatever asks next.
    pub fn chooses(&mut self, name: &str) -> &mut Self {
        self.choice = Some(self.path(name));
        self
    }

    /// Scores a factor for whoever is scoring.
    pub fn scores(&mut self, factor: Factor, level: f64) -> &mut Self {
        let place = self.place();
        let score = Score::Scored(Level::new(level).expect("a level"));
        self.edits(Command::SetScore {
            place,
            factor,
            score,
        })
    }

    /// Scores all eight factors alike.
    pub fn scores_all(&mut self, level: f64) -> &mut Self {
        for factor in Factor::ALL {
            self.scores(factor, level);
        }
        self
    }

    pub fn place(&self) -> Where {
        self.state.view().place().expect("somebody is scoring")
    }

    pub fn workbook(&self) -> Arc<Workbook> {
        Arc::clone(self.state.workbook())
    }

    /// The score of whoever is scoring.
    pub fn score(&self, factor: Factor) -> Score {
        let view = self.state.view();
        let response = view.response().expect("an answer");
        response.score(factor)
    }

    /// R of the selected round, as it is shown.
    pub fn shown(&self) -> Option<f64> {
        let outcome = self.state.view().result()?.outcome?;
        Some((outcome.resonance * 100.0).round())
    }

    pub fn people(&self) -> Vec<RespondentId> {
        let view = self.state.view();
        let enterprise = view.enterprise().expect("an enterprise");
        enterprise.people.iter().map(|person| person.id).collect()
    }

    pub fn dialog(&self) -> Option<&Dialog> {
        self.state.session().dialog.as_ref()
    }

    /// What the latest message says.
    pub fn said(&self) -> (Tone, String) {
        let toast = self.state.session().toasts.last().expect("a message");
        (toast.tone, toast.text.clone())
    }

    pub fn saved(&self) -> bool {
        self.state.view().document.saved == resonance::state::Saved::Yes
    }

    /// Whether the window was asked to close.
    pub fn closed(&self) -> bool {
        self.asked
            .iter()
            .any(|effect| matches!(effect, Effect::Close))
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let answer = match effect {
                Effect::Choose { job, .. } => Some(self.chosen(job)),
                Effect::SetAside => Some(Answer::SetAside(self.set_aside().map(Box::new))),
                Effect::Keep(_)
                | Effect::ForgetKept
                | Effect::Adopt(_)
                | Effect::Discard(_)
                | Effect::Copy(_)
                | Effect::CopyPicture(_)
                | Effect::Show(_)
                | Effect::FillScreen(_)
                | Effect::Close
                | Effect::KeepSettings(_) => {
                    self.asked.push(effect);
                    None
                }
                effect => perform(effect),
            };
            if let Some(answer) = answer {
                let next = self.state.answered(answer);
                self.perform(next);
            }
        }
    }

    /// What was kept last, as the thread that keeps it lets go of it.
    fn set_aside(&mut self) -> Option<Leftover> {
        let kept = self.asked.iter().rev().find_map(|effect| match effect {
            Effect::Keep(unsaved) => Some(unsaved),
            _ => None,
        })?;
        let slot = Slot::new(self.folder.path(), Uuid::from_u128(77)).ok()?;
        slot.keep(&kept.about, &kept.workbook).ok()?;
        Some(Leftover {
            id: slot.id(),
            about: kept.about.clone(),
            slot,
        })
    }

    /// Opens a file that may be another desk's.
    pub fn opening(path: PathBuf) -> Self {
        Self::launched(&Launch {
            file: Some(path),
            ..Launch::default()
        })
    }

    /// Comes back to the window from another one.
    pub fn comes_back(&mut self) -> &mut Self {
        let effects = self.state.watch_file(true);
        self.perform(effects);
        self
    }

    /// Lets the window's clock stand at so many seconds, and a pass go by.
    pub fn waits_until(&mut self, seconds: f64) -> &mut Self {
        self.state.at(Moment {
            seconds,
            ..Moment::default()
        });
        let effects = self.state.watch_file(false);
        self.perform(effects);
        self
    }

    fn chosen(&mut self, job: FileJob) -> Answer {
        Answer::Chosen {
            job,
            path: self.choice.take(),
            // Long enough for a person.
            shown: std::time::Duration::from_secs(2),
        }
    }
}
