//! How long a pass of the window takes with 10,000 enterprises open, tessellation included, and what
//! lies under it. Nothing is asserted here; the figures stand in the README.
//!
//!     cargo bench --bench frames

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that fails is meant to stop"
)]

#[allow(dead_code, reason = "a bench uses a part of it")]
#[path = "../all/support.rs"]
mod support;

use std::{fmt::Write as _, hint::black_box, path::Path, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2};
use resonance::{
    analysis::{Settings, evaluate},
    cli::Launch,
    import::{TableContext, header_and_fields, read_rows, read_table},
    knowledge::Knowledge,
    model::Factor,
    state::{KnowledgePage, MOST_COMPARED, PortfolioPage},
    storage::{Overwrite, open_workbook, save_workbook},
    window::{Surroundings, Workbench},
};
use support::{FakeDialogs, large_workbook};
use uuid::Uuid;

const ENTERPRISES: usize = 10_000;

/// The window without a window: passes are run by hand.
struct Bare {
    ctx: Context,
    workbench: Workbench,
    time: f64,
}

impl Bare {
    fn open(path: &Path) -> Self {
        let ctx = Context::default();
        let launch = Launch {
            file: Some(path.to_owned()),
            ..Launch::default()
        };
        let surroundings = Surroundings {
            folder: None,
            system_language: resonance::i18n::Language::English,
            dialogs: Box::new(FakeDialogs::default()),
            new_id: Box::new(Uuid::new_v4),
            today: Box::new(|| "2026-11-23".into()),
            now: Box::new(|| "2026-11-23T20:31:05+08:00".into()),
        };
        let workbench = Workbench::new(&ctx, &launch, surroundings).expect("it starts");
        let mut bare = Self {
            ctx,
            workbench,
            time: 0.0,
        };
        while bare.workbench.workbook().enterprises.len() < ENTERPRISES {
            bare.pass(Vec::new());
            std::thread::sleep(Duration::from_millis(5));
        }
        for _ in 0..10 {
            bare.pass(Vec::new());
        }
        bare
    }

    fn pass(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 800.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let workbench = &mut self.workbench;
        workbench.logic(&self.ctx);
        let output = self.ctx.run_ui(input, |ui| workbench.show(ui));
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Tabs on until a digit changes the workbook.
    fn focus_a_slider(&mut self) {
        for _ in 0..80 {
            self.press(Modifiers::NONE, Key::Tab);
            let before = self.workbench.workbook().clone();
            self.press(Modifiers::NONE, Key::Num2);
            self.press(Modifiers::NONE, Key::Num3);
            if !self.workbench.workbook().same_as(&before) {
                return;
            }
        }
        panic!("no slider took a digit");
    }

    /// Adds the first six that are offered on the empty Compare screen.
    fn compare_six(&mut self) {
        self.click(Pos2::new(746.0, 413.0));
        // The first offer is in already.
        self.press(Modifiers::NONE, Key::Tab);
        for _ in 1..MOST_COMPARED {
            self.press(Modifiers::NONE, Key::Tab);
            self.press(Modifiers::NONE, Key::Enter);
        }
        self.press(Modifiers::NONE, Key::Escape);
        let chosen = self.workbench.session().compare.chosen.len();
        assert_eq!(chosen, MOST_COMPARED, "the click hit something else");
    }

    fn click(&mut self, pos: Pos2) {
        for pressed in [true, false] {
            self.pass(vec![
                Event::PointerMoved(pos),
                Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed,
                    modifiers: Modifiers::NONE,
                },
            ]);
        }
        self.pass(vec![Event::PointerGone]);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.pass(vec![key_event(modifiers, key)]);
        self.pass(Vec::new());
    }
}

fn key_event(modifiers: Modifiers, key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

fn passes(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.resonance");
    save_workbook(&path, &large_workbook(ENTERPRISES), &Overwrite::Always).expect("it is saved");
    let mut bare = Bare::open(&path);

    criterion.bench_function("pass: Assess, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    bare.press(Modifiers::COMMAND, Key::F);
    bare.focus_a_slider();
    let mut level = 0;
    criterion.bench_function("pass: keys move through Assess", |bencher| {
        bencher.iter(|| {
            level = (level + 1) % 2;
            let key = [Key::Num2, Key::Num4][level];
            bare.pass(vec![key_event(Modifiers::NONE, key)]);
        });
    });
    bare.press(Modifiers::COMMAND, Key::Num2);
    criterion.bench_function("pass: Results, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    bare.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Num2);
    criterion.bench_function("pass: Results in short, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    bare.press(Modifiers::COMMAND, Key::G);
    criterion.bench_function("pass: Questions, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    bare.press(Modifiers::COMMAND, Key::Num4);
    bare.compare_six();
    criterion.bench_function(
        "pass: Compare, six in one radar, nothing moves",
        |bencher| {
            bencher.iter(|| bare.pass(Vec::new()));
        },
    );
    bare.press(Modifiers::COMMAND, Key::Num3);
    criterion.bench_function("pass: Plan, target, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    portfolio(criterion, &mut bare);
    bare.press(Modifiers::COMMAND, Key::Num6);
    bare.click(Pos2::new(378.0, 131.0));
    let shown = bare.workbench.session().knowledge.page;
    assert_eq!(
        shown,
        KnowledgePage::Scenarios,
        "the click hit another page"
    );
    criterion.bench_function("pass: Knowledge, scenario map, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
}

fn portfolio(criterion: &mut Criterion, bare: &mut Bare) {
    bare.press(Modifiers::COMMAND, Key::Num5);
    criterion.bench_function("pass: Portfolio table, nothing moves", |bencher| {
        bencher.iter(|| bare.pass(Vec::new()));
    });
    bare.pass(vec![Event::PointerMoved(Pos2::new(700.0, 500.0))]);
    let mut down = 1.0;
    criterion.bench_function("pass: Portfolio table, scrolling", |bencher| {
        bencher.iter(|| {
            down = -down;
            bare.pass(vec![Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: Vec2::new(0.0, 400.0 * down),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            }]);
        });
    });
    criterion.bench_function("frame: Portfolio table, sorted anew", |bencher| {
        bencher.iter(|| bare.click(Pos2::new(525.0, 263.0)));
    });
    let before = bare.workbench.session().selected.len();
    bare.press(Modifiers::NONE, Key::Space);
    let after = bare.workbench.session().selected.len();
    assert_ne!(before, after, "the key selects");
    criterion.bench_function("frame: Portfolio table, one selected", |bencher| {
        bencher.iter(|| bare.press(Modifiers::NONE, Key::Space));
    });
    bare.click(Pos2::new(306.0, 127.0));
    let mut typed = false;
    criterion.bench_function("frame: Portfolio table, filtered anew", |bencher| {
        bencher.iter(|| {
            typed = !typed;
            let event = if typed {
                Event::Text("7".into())
            } else {
                key_event(Modifiers::NONE, Key::Backspace)
            };
            bare.pass(vec![event]);
            bare.pass(Vec::new());
        });
    });
    if typed {
        bare.press(Modifiers::NONE, Key::Backspace);
    }
    let filter = &bare.workbench.session().portfolio.filter;
    assert!(filter.search.is_empty(), "all are shown again");
    for (page, x) in [
        (PortfolioPage::Plane, 428.0),
        (PortfolioPage::Distribution, 513.0),
        (PortfolioPage::Ranks, 601.0),
    ] {
        bare.click(Pos2::new(x, 86.0));
        let shown = bare.workbench.session().portfolio.page;
        assert_eq!(shown, page, "the click hit another page");
        for _ in 0..400 {
            bare.pass(Vec::new());
            std::thread::sleep(Duration::from_millis(5));
        }
        let name = format!("pass: Portfolio {page:?}, nothing moves");
        criterion.bench_function(&name, |bencher| {
            bencher.iter(|| bare.pass(Vec::new()));
        });
    }
}

/// A table of scores with so many rows.
fn scores_csv(rows: usize) -> String {
    let mut text = String::from("Company,Round,Name");
    for factor in Factor::ALL {
        text.push(',');
        text.push_str(factor.code());
    }
    for row in 0..rows {
        let level = 1 + row % 5;
        let scores = vec![level.to_string(); 8].join(",");
        let firm = row / 5;
        writeln!(text).expect("a string takes all");
        write!(text, "Firm {firm},Baseline,Person {row},{scores}").expect("a string takes all");
    }
    text
}

fn parts(criterion: &mut Criterion) {
    let workbook = large_workbook(ENTERPRISES);
    let settings = Settings::of(&workbook);
    let round = workbook.enterprises[7].rounds[0].clone();
    criterion.bench_function("evaluate one round of five", |bencher| {
        bencher.iter(|| black_box(evaluate(&round, &settings)));
    });
    criterion.bench_function("evaluate 10,000 rounds of five", |bencher| {
        bencher.iter(|| {
            for enterprise in &workbook.enterprises {
                black_box(evaluate(&enterprise.rounds[0], &settings));
            }
        });
    });
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.resonance");
    let table = folder.path().join("scores.csv");
    std::fs::write(&table, scores_csv(2000)).expect("it is written");
    let knowledge = Knowledge::built_in().expect("the presets are sound");
    criterion.bench_function("read and look at a table of 2,000 rows", |bencher| {
        bencher.iter(|| {
            let table = read_table(&table, 0).expect("it is read");
            let (header, fields) = header_and_fields(&table, &knowledge.framework);
            let context = TableContext {
                workbook: &workbook,
                selected: None,
                new_round: "Baseline",
            };
            black_box(read_rows(&table, header, &fields, &context))
        });
    });
    criterion.bench_function("save 10,000 enterprises", |bencher| {
        bencher.iter(|| save_workbook(&path, &workbook, &Overwrite::Always).expect("it is saved"));
    });
    criterion.bench_function("open 10,000 enterprises", |bencher| {
        bencher.iter(|| black_box(open_workbook(&path).expect("it opens")));
    });
}

criterion_group! {
    name = frames;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(3));
    targets = passes, parts
}
criterion_main!(frames);
