//! What several test files need: builders, a workbench in a harness, a folder.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};

use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::{
    Harness, HarnessBuilder,
    kittest::{NodeT, Queryable},
};
use resonance::{
    cli::{Content, Launch},
    i18n::Language,
    model::{
        Enterprise, EnterpriseId, Factor, Level, Respondent, RespondentId, Response, Round,
        RoundId, Score, Workbook, WorkbookId,
    },
    state::FileJob,
    window::{FileDialogs, Surroundings, Waiting, Workbench},
};
use uuid::Uuid;

/// A score from a number; `None` is not scored.
pub fn score(value: Option<f64>) -> Score {
    value.map_or(Score::NotScored, |value| {
        Score::Scored(Level::new(value).expect("a level"))
    })
}

/// A round with one respondent to each row of eight scores.
pub fn round_of(rows: &[[Score; 8]]) -> Round {
    let mut round = Round::new(RoundId(Uuid::from_u128(1)), "Baseline".into());
    for (index, row) in rows.iter().enumerate() {
        let mut response = Response::blank(RespondentId(Uuid::from_u128(1000 + index as u128)));
        for factor in Factor::ALL {
            response.answers[factor].direct = row[factor.index()];
        }
        round.responses.push(Arc::new(response));
    }
    round
}

/// A workbook with as many enterprises as asked for, five respondents each.
pub fn large_workbook(enterprises: usize) -> Workbook {
    let mut workbook = Workbook::new(WorkbookId(Uuid::from_u128(9)), "Large".into());
    let mut count = 0_u128;
    let mut id = move || {
        count += 1;
        // Spread over all digits, as real ids are.
        Uuid::from_u128(count.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
    };
    for number in 0..enterprises {
        let mut enterprise =
            Enterprise::new(EnterpriseId(id()), format!("Enterprise number {number}"));
        enterprise.sector = "machinery".into();
        enterprise.technology = "Predictive maintenance".into();
        let mut round = Round::new(RoundId(id()), "Baseline".into());
        for person in 0..5 {
            let respondent = RespondentId(id());
            enterprise.people.push(Respondent {
                id: respondent,
                name: format!("Respondent {person}"),
                role: "Staff".into(),
            });
            let mut response = Response::blank(respondent);
            for factor in Factor::ALL {
                let tenths = 10 + (number * 7 + person * 3 + factor.index() * 5) % 41;
                response.answers[factor].direct = score(Some(tenths as f64 / 10.0));
            }
            round.responses.push(Arc::new(response));
        }
        enterprise.rounds.push(Arc::new(round));
        workbook.enterprises.push(Arc::new(enterprise));
    }
    workbook
}

/// Dialogs that answer at once with what a test put in.
#[derive(Clone, Default)]
pub struct FakeDialogs(pub Rc<RefCell<Option<PathBuf>>>);

impl FileDialogs for FakeDialogs {
    fn choose(&self, _job: FileJob, _title: &str, _name: &str) -> Waiting {
        let answer = self.0.borrow().clone();
        Box::new(move || answer)
    }
}

/// How a harness is set up.
pub struct Setup {
    pub content: Content,
    pub language: Language,
    pub size: [f32; 2],
    pub folder: Option<PathBuf>,
    pub file: Option<PathBuf>,
    pub dialogs: FakeDialogs,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            content: Content::Demo,
            language: Language::English,
            size: [1280.0, 800.0],
            folder: None,
            file: None,
            dialogs: FakeDialogs::default(),
        }
    }
}

impl Setup {
    /// A harness without a renderer: the accessibility tree is all it has.
    pub fn tree(self) -> Harness<'static, Workbench> {
        self.build(Harness::builder())
    }

    pub fn build(self, builder: HarnessBuilder<Workbench>) -> Harness<'static, Workbench> {
        let mut harness = builder
            .with_size(self.size)
            .with_max_steps(20)
            .build_eframe(move |creation| {
                let mut count = 0_u128;
                let surroundings = Surroundings {
                    folder: self.folder,
                    system_language: self.language,
                    dialogs: Box::new(self.dialogs),
                    today: Box::new(|| "2026-11-23".into()),
                    now: Box::new(|| "2026-11-23T20:31:05+08:00".into()),
                    new_id: Box::new(move || {
                        count += 1;
                        Uuid::from_u128(count)
                    }),
                };
                let launch = Launch {
                    content: self.content,
                    file: self.file,
                    language: Some(self.language),
                    ..Launch::default()
                };
                Workbench::new(&creation.egui_ctx, &launch, surroundings).expect("it starts")
            });
        harness.run_ok();
        harness
    }
}

/// Runs the harness until something holds, for what a thread has to do first.
pub fn wait_until(
    harness: &mut Harness<'static, Workbench>,
    what: &str,
    holds: impl Fn(&Workbench) -> bool,
) {
    for _ in 0..200 {
        harness.run_ok();
        if holds(harness.state()) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it never came to this: {what}");
}

/// The text of a file.
pub fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a text file")
}

pub fn press(window: &mut Harness<'static, Workbench>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_ok();
}

pub fn key(window: &mut Harness<'static, Workbench>, key: Key) {
    press(window, Modifiers::NONE, key);
}

pub fn click(window: &mut Harness<'static, Workbench>, label: &str) {
    window.get_by_label(label).click();
    window.run_ok();
}

/// Drags with the pointer from one place to another.
pub fn drag(window: &mut Harness<'static, Workbench>, from: Pos2, to: Pos2) {
    let button = |pos: Pos2, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(from));
    window.run_ok();
    window.event(button(from, true));
    window.run_ok();
    for share in 1..=4_u8 {
        window.event(Event::PointerMoved(from.lerp(to, f32::from(share) / 4.0)));
        window.run_ok();
    }
    window.event(button(to, false));
    window.run_ok();
}

/// Whether something with this in its label is there.
pub fn has(window: &Harness<'static, Workbench>, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Everything that a screen reader could hear.
pub fn heard(window: &Harness<'static, Workbench>) -> String {
    let mut heard = String::new();
    for node in window.query_all_by_label_contains("") {
        let node = node.accesskit_node();
        for part in [node.label(), node.value()] {
            heard += &part.unwrap_or_default();
            heard.push('\n');
        }
    }
    heard
}
