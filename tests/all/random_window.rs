//! A user who does anything with the real window: clicks, drags, types, pastes and presses keys on whatever
//! the accessibility tree holds, in both languages, all themes and many sizes. As `random_user`, but what
//! threads do comes when it comes, so that a run is only nearly the same again.
//! `RESONANCE_RANDOM_CLICKS=50000` makes it long.

use std::{
    cell::RefCell,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    rc::Rc,
};

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, ViewportEvent,
    ViewportId, accesskit::Role, vec2,
};
use egui_kittest::{Harness, kittest::NodeT};
use resonance::{i18n::Language, state::CommandSpec, window::Workbench};

use crate::{
    random_user::{Act, Dice, files_in, lets_act, numbers_agree},
    support::{FakeDialogs, Setup, drag},
};

type Window = Harness<'static, Workbench>;

const CHECKED_EVERY: usize = 500;

const SIZES: [Vec2; 6] = [
    vec2(1280.0, 800.0),
    vec2(1024.0, 768.0),
    vec2(640.0, 480.0),
    vec2(1920.0, 1080.0),
    vec2(400.0, 900.0),
    vec2(1280.0, 400.0),
];

const KEYS: [Key; 18] = [
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::Delete,
    Key::Backspace,
    Key::Num3,
    Key::N,
];

const FILES: [&str; 6] = [
    "one.resonance",
    "two.resonance",
    "scores.csv",
    "table.csv",
    "form.html",
    "broken.resonance",
];

struct Sitting {
    window: Window,
    folder: tempfile::TempDir,
    dialogs: FakeDialogs,
}

impl Sitting {
    fn begun(dice: &mut Dice) -> Self {
        let folder = tempfile::tempdir().unwrap();
        files_in(folder.path());
        let dialogs = FakeDialogs::default();
        let window = Setup {
            language: *dice.one(&Language::ALL),
            folder: Some(folder.path().join("own")),
            dialogs: FakeDialogs(Rc::clone(&dialogs.0)),
            ..Setup::default()
        }
        // A name may hold what no font draws.
        .build(Harness::builder().allow_missing_glyphs());
        Self {
            window,
            folder,
            dialogs,
        }
    }

    /// One step of the user, and what it was.
    fn step(&mut self, seed: u64) -> String {
        let mut dice = Dice(seed);
        let window = &mut self.window;
        let what = match dice.below(100) {
            0..=54 => on_a_node(window, &mut dice),
            55..=62 => {
                let text = dice.text();
                window.event(Event::Text(text.clone()));
                format!("types {text:?}")
            }
            63..=65 => {
                let text = dice.text();
                window.event(Event::Paste(text.clone()));
                format!("pastes {text:?}")
            }
            66..=77 => {
                let modifiers = *dice.one(&[
                    Modifiers::NONE,
                    Modifiers::NONE,
                    Modifiers::SHIFT,
                    Modifiers::ALT,
                    Modifiers::COMMAND,
                ]);
                let key = *dice.one(&KEYS);
                window.key_press_modifiers(modifiers, key);
                format!("presses {modifiers:?} {key:?}")
            }
            78..=89 => a_command(window, &mut dice),
            90..=92 => {
                let size = *dice.one(&SIZES);
                window.set_size(size);
                format!("makes the window {size}")
            }
            93..=95 => {
                let delta = *dice.one(&[vec2(0.0, -300.0), vec2(0.0, 300.0), vec2(-200.0, 0.0)]);
                window.event(Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta,
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Unknown,
                    modifiers: Modifiers::NONE,
                });
                format!("scrolls by {delta}")
            }
            96 => {
                let focused = dice.flag();
                window.event(Event::WindowFocused(focused));
                format!("focus of the window: {focused}")
            }
            97 => {
                let viewports = &mut window.input_mut().viewports;
                let root = viewports.entry(ViewportId::ROOT).or_default();
                root.events.push(ViewportEvent::Close);
                "closes the window".to_owned()
            }
            _ => {
                let file = dice.maybe_file(self.folder.path());
                let what = format!("will choose {file:?}");
                *self.dialogs.0.borrow_mut() = file;
                what
            }
        };
        window.step();
        if dice.percent(30) {
            window.step();
        }
        what
    }
}

impl Dice {
    fn maybe_file(&mut self, folder: &Path) -> Option<std::path::PathBuf> {
        self.percent(80).then(|| folder.join(self.one(&FILES)))
    }
}

/// Something is done to something that a screen reader could reach.
fn on_a_node(window: &mut Window, dice: &mut Dice) -> String {
    let root = window.root();
    let nodes: Vec<_> = root
        .children_recursive()
        .filter(|node| node.accesskit_node().bounding_box().is_some())
        // What is not painted has no place.
        .filter(|node| node.rect().center().is_finite())
        .collect();
    let acts = |role: Role| {
        !matches!(
            role,
            Role::Label
                | Role::GenericContainer
                | Role::Window
                | Role::Unknown
                | Role::Paragraph
                | Role::TextRun
        )
    };
    let active: Vec<_> = nodes
        .iter()
        .filter(|node| acts(node.accesskit_node().role()))
        .collect();
    if nodes.is_empty() {
        return "finds nothing".to_owned();
    }
    let node = if active.is_empty() || dice.percent(5) {
        dice.one(&nodes)
    } else {
        *dice.one(&active)
    };
    let (role, label) = (
        node.accesskit_node().role(),
        node.accesskit_node().label().unwrap_or_default(),
    );
    let what = match (role, dice.below(10)) {
        (Role::Slider | Role::SpinButton, 0..=3) => {
            let value = *dice.one(&[1.0, 3.5, 5.0, 0.0, 1e9, -1e9]);
            node.set_value_accesskit(value);
            format!("sets to {value}")
        }
        (Role::Slider | Role::SpinButton, 4) => {
            node.increment_accesskit();
            "increments".to_owned()
        }
        (Role::TextInput | Role::MultilineTextInput, 0..=4) => {
            let text = dice.text();
            node.click();
            node.type_text(&text);
            format!("types {text:?} into")
        }
        (_, 0) => {
            node.focus();
            "focuses".to_owned()
        }
        (_, 1) => {
            node.click_accesskit();
            "activates".to_owned()
        }
        (_, 2) => {
            let (from, to) = (node.rect().center(), dice.one(&nodes).rect().center());
            drop(active);
            drag(window, from, to);
            return format!("drags {role:?} {label:?} to {to}");
        }
        (_, 3) => {
            node.click_secondary();
            "clicks with the other button".to_owned()
        }
        _ => {
            node.click();
            "clicks".to_owned()
        }
    };
    format!("{what} {role:?} {label:?}")
}

/// The keys of a row of the command table.
fn a_command(window: &Window, dice: &mut Dice) -> String {
    let keys: Vec<&str> = CommandSpec::all().filter_map(|spec| spec.keys).collect();
    let keys = *dice.one(&keys);
    let mut modifiers = Modifiers::NONE;
    let mut pressed = None;
    for part in keys.split('+') {
        match part {
            "Ctrl" => modifiers |= Modifiers::COMMAND,
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Alt" => modifiers |= Modifiers::ALT,
            key => pressed = Key::from_name(key),
        }
    }
    window.key_press_modifiers(modifiers, pressed.unwrap());
    format!("presses {keys}")
}

/// Runs steps in a new window; where one fails its place and what was done, last.
fn sitting(seeds: &[u64]) -> Result<(), (usize, Vec<String>)> {
    let done = RefCell::new(Vec::new());
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let first = seeds.first().copied().unwrap_or_default();
        let mut sitting = Sitting::begun(&mut Dice(first));
        for (number, seed) in seeds.iter().enumerate() {
            done.borrow_mut().push(String::new());
            let what = sitting.step(*seed);
            *done.borrow_mut().last_mut().unwrap() = what;
            if (number + 1) % CHECKED_EVERY == 0 || number + 1 == seeds.len() {
                let state = sitting.window.state();
                numbers_agree(state.workbook(), state.results(), sitting.folder.path());
            }
        }
    }));
    let done = done.into_inner();
    ended.map_err(|_| (done.len().saturating_sub(1), done))
}

#[test]
fn any_clicks_and_keys_in_any_order_end_well_and_the_numbers_agree() {
    let fails = |seeds: &[u64]| sitting(seeds).err().map(|(last, _)| last);
    let tells = |seeds: &[u64]| {
        let what = sitting(seeds).err().map(|(_, what)| what);
        println!("{:#?}", what.unwrap_or_default());
    };
    let act = Act {
        variable: "RESONANCE_RANDOM_CLICKS",
        usual: 500,
        sitting: 2_000,
        tries: 30,
    };
    lets_act(&act, fails, tells);
}
