//! Pictures of every screen, compared with the reviewed ones in `tests/snapshots`.
//!
//! They are drawn in software, so that they are the same on every machine; where no software
//! renderer is installed the test says so and compares nothing, unless `RESONANCE_SNAPSHOTS` is
//! `required`. `UPDATE_SNAPSHOTS=1 cargo test screens` writes them anew.

use crate::support::{FakeDialogs, Setup, wait_until};
use eframe::{
    egui_wgpu::{WgpuSetup, WgpuSetupCreateNew},
    wgpu::{Backends, DeviceType},
};
use egui::{Key, Modifiers};
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults, kittest::Queryable};
use resonance::{
    cli::Content,
    edit::Changes,
    i18n::Language,
    knowledge::demo_workbook,
    storage::{About, Slot},
};

/// Keys pressed before the picture is taken.
type Keys = &'static [(Modifiers, Key)];

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};
const DARK: (Modifiers, Key) = (CTRL_SHIFT, Key::F2);
const LIGHT: (Modifiers, Key) = (CTRL_SHIFT, Key::F1);
const CONTRAST: (Modifiers, Key) = (CTRL_SHIFT, Key::F3);
const ASSESS: (Modifiers, Key) = (CTRL, Key::Num1);
const RESULTS: (Modifiers, Key) = (CTRL, Key::Num2);
const START: (Modifiers, Key) = (Modifiers::ALT, Key::Home);
const DOTS: (Modifiers, Key) = (Modifiers::NONE, Key::R);
const LARGER: (Modifiers, Key) = (CTRL, Key::Equals);
const NEXT: (Modifiers, Key) = (CTRL, Key::PageDown);
const KEYS: (Modifiers, Key) = (Modifiers::NONE, Key::F1);
const PEOPLE: (Modifiers, Key) = (CTRL_SHIFT, Key::P);

const GUIDED: (Modifiers, Key) = (CTRL, Key::G);
const SHORT: (Modifiers, Key) = (CTRL_SHIFT, Key::Num2);
const KNOWLEDGE: (Modifiers, Key) = (CTRL, Key::Num6);
const PORTFOLIO: (Modifiers, Key) = (CTRL, Key::Num5);
const PLAN: (Modifiers, Key) = (CTRL, Key::Num3);
const COMPARE: (Modifiers, Key) = (CTRL, Key::Num4);
const ROOM: (Modifiers, Key) = (CTRL, Key::R);
const SECTOR: (Modifiers, Key) = (CTRL_SHIFT, Key::W);

const VERY_LONG: [f32; 2] = [1280.0, 2600.0];
const USUAL: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [1024.0, 640.0];
const PROJECTOR: [f32; 2] = [1024.0, 768.0];
const LONG: [f32; 2] = [1280.0, 1900.0];

use Content::{Demo, Start};
use Language::{Chinese, English};

const PICTURES: &[(&str, Content, Language, [f32; 2], Keys)] = &[
    ("assess_light_en", Demo, English, USUAL, &[LIGHT]),
    ("assess_dark_zh", Demo, Chinese, USUAL, &[DARK]),
    (
        "assess_dark_en_dots",
        Demo,
        English,
        USUAL,
        &[DARK, NEXT, NEXT, NEXT, DOTS],
    ),
    ("assess_light_zh", Demo, Chinese, USUAL, &[LIGHT]),
    ("assess_contrast_en", Demo, English, USUAL, &[CONTRAST]),
    (
        "assess_empty_light_en",
        Start,
        English,
        USUAL,
        &[LIGHT, ASSESS],
    ),
    (
        "assess_empty_dark_zh",
        Start,
        Chinese,
        USUAL,
        &[DARK, ASSESS],
    ),
    (
        "assess_new_light_en",
        Start,
        English,
        USUAL,
        &[LIGHT, (CTRL, Key::N)],
    ),
    ("assess_small_light_en", Demo, English, SMALL, &[LIGHT]),
    ("results_light_en", Demo, English, LONG, &[LIGHT, RESULTS]),
    ("results_dark_zh", Demo, Chinese, LONG, &[DARK, RESULTS]),
    (
        "results_split_light_zh",
        Demo,
        Chinese,
        USUAL,
        &[LIGHT, NEXT, NEXT, NEXT, RESULTS],
    ),
    (
        "results_contrast_en",
        Demo,
        English,
        USUAL,
        &[CONTRAST, RESULTS, DOTS],
    ),
    (
        "results_incomplete_dark_en",
        Demo,
        English,
        USUAL,
        &[
            DARK, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, RESULTS,
        ],
    ),
    ("guided_light_en", Demo, English, USUAL, &[LIGHT, GUIDED]),
    (
        "guided_dark_zh",
        Start,
        Chinese,
        SMALL,
        &[DARK, GUIDED, (Modifiers::NONE, Key::Num4)],
    ),
    ("owner_light_en", Demo, English, VERY_LONG, &[LIGHT, SHORT]),
    (
        "owner_dark_zh",
        Demo,
        Chinese,
        LONG,
        &[DARK, NEXT, NEXT, NEXT, NEXT, SHORT],
    ),
    (
        "knowledge_mechanism_light_en",
        Demo,
        English,
        USUAL,
        &[LIGHT, KNOWLEDGE],
    ),
    ("sector_light_en", Start, English, USUAL, &[LIGHT, SECTOR]),
    (
        "results_empty_light_zh",
        Start,
        Chinese,
        USUAL,
        &[LIGHT, RESULTS],
    ),
    ("start_light_en", Start, English, USUAL, &[LIGHT]),
    ("start_dark_zh", Start, Chinese, USUAL, &[DARK]),
    (
        "start_contrast_zh",
        Demo,
        Chinese,
        SMALL,
        &[CONTRAST, START],
    ),
    ("keys_light_en", Demo, English, USUAL, &[LIGHT, KEYS]),
    ("people_dark_zh", Demo, Chinese, USUAL, &[DARK, PEOPLE]),
    (
        "assess_200_percent_en",
        Demo,
        English,
        SMALL,
        &[
            LIGHT, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER,
        ],
    ),
    (
        "results_200_percent_zh",
        Demo,
        Chinese,
        SMALL,
        &[
            DARK, RESULTS, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER,
            LARGER,
        ],
    ),
];

/// Name, language, size, keys, then labels to be clicked.
type Clicked = (
    &'static str,
    Language,
    [f32; 2],
    Keys,
    &'static [&'static str],
);

/// Pictures of the demo that keys alone do not lead to: labels are clicked after the keys.
const CLICKED: &[Clicked] = &[
    (
        "room_define_light_en",
        English,
        USUAL,
        &[LIGHT, ROOM],
        &["Begin with this round"],
    ),
    (
        "room_score_dark_zh",
        Chinese,
        USUAL,
        &[DARK, ROOM],
        &["开始新一轮"],
    ),
    (
        "room_grid_light_en",
        English,
        USUAL,
        &[LIGHT, ROOM],
        &["Begin another round", "Type a grid"],
    ),
    (
        "room_reveal_light_en",
        English,
        USUAL,
        &[LIGHT, NEXT, NEXT, NEXT, ROOM],
        &["Begin with this round", "Reveal", "Show the scores"],
    ),
    (
        "room_hands_light_en",
        English,
        USUAL,
        &[LIGHT, ROOM],
        &[
            "Begin with this round",
            "Score",
            "Count hands",
            "One more hand at level 4 of Comparative advantage",
        ],
    ),
    (
        "room_by_role_dark_zh",
        Chinese,
        LONG,
        &[DARK, NEXT, NEXT, NEXT, ROOM],
        &["从本轮开始", "揭示", "显示评分", "按角色"],
    ),
    (
        "room_discuss_dark_zh",
        Chinese,
        LONG,
        &[DARK, NEXT, NEXT, NEXT, ROOM],
        &["从本轮开始", "讨论", "显示评分"],
    ),
    (
        "room_agree_light_zh",
        Chinese,
        USUAL,
        &[LIGHT, NEXT, NEXT, NEXT, ROOM],
        &["从本轮开始", "商定", "显示评分"],
    ),
    (
        "room_reveal_question_dark_zh",
        Chinese,
        PROJECTOR,
        &[DARK, NEXT, NEXT, NEXT, ROOM],
        &["从本轮开始", "揭示"],
    ),
    (
        "room_hand_over_light_en",
        English,
        PROJECTOR,
        &[LIGHT, ROOM],
        &["Begin another round", "Hand the laptop to Mei Lin"],
    ),
    (
        "room_scorer_light_en",
        English,
        PROJECTOR,
        &[LIGHT, ROOM],
        &[
            "Begin another round",
            "Hand the laptop to Mei Lin",
            "I am Mei Lin",
        ],
    ),
    (
        "room_scorer_dark_zh",
        Chinese,
        USUAL,
        &[DARK, ROOM],
        &["开始新一轮", "把电脑交给林梅", "我是林梅"],
    ),
    (
        "knowledge_scenarios_light_en",
        English,
        USUAL,
        &[LIGHT, KNOWLEDGE],
        &["Scenarios", "Intelligent pesticide spraying"],
    ),
    (
        "knowledge_cases_dark_zh",
        Chinese,
        USUAL,
        &[DARK, KNOWLEDGE],
        &["案例"],
    ),
    (
        "knowledge_challenges_light_zh",
        Chinese,
        USUAL,
        &[LIGHT, KNOWLEDGE],
        &["挑战与对策", "会一本正经地出错"],
    ),
    (
        "knowledge_figures_contrast_en",
        English,
        USUAL,
        &[CONTRAST, KNOWLEDGE],
        &["Figures"],
    ),
    (
        "plan_target_light_en",
        English,
        LONG,
        &[LIGHT, PLAN],
        &["What helps most", "Make this the target"],
    ),
    (
        "plan_levers_dark_zh",
        Chinese,
        LONG,
        &[DARK, NEXT, PLAN],
        &["最有效的改进"],
    ),
    (
        "plan_what_if_light_zh",
        Chinese,
        USUAL,
        &[LIGHT, PLAN],
        &["假设情景", "新建假设情景"],
    ),
    (
        "portfolio_table_light_en",
        English,
        USUAL,
        &[LIGHT, PORTFOLIO],
        &["Sort by Resonance", "Select Hill Dairy"],
    ),
    (
        "portfolio_plane_light_en",
        English,
        USUAL,
        &[LIGHT, PORTFOLIO],
        &["Plane"],
    ),
    (
        "portfolio_plane_dark_zh",
        Chinese,
        USUAL,
        &[DARK, PORTFOLIO],
        &["平面图"],
    ),
    (
        "portfolio_distribution_light_zh",
        Chinese,
        LONG,
        &[LIGHT, PORTFOLIO],
        &["分布"],
    ),
    (
        "portfolio_ranks_dark_en",
        English,
        USUAL,
        &[DARK, PORTFOLIO],
        &["Ranks"],
    ),
    (
        "compare_overlay_light_en",
        English,
        USUAL,
        &[LIGHT, COMPARE],
        &[
            "Add…",
            "Hill Dairy: Baseline, 2026-03-12",
            "Silverfin Aquaculture: Review, 2026-10-15",
            "Overlay",
        ],
    ),
    (
        "compare_rows_dark_zh",
        Chinese,
        USUAL,
        &[DARK, COMPARE],
        &[
            "添加…",
            "山丘牧场：基线, 2026-03-12",
            "银鳍水产：复评, 2026-10-15",
            "北林木业：基线, 2026-03-12",
            "逐行",
            "差异大的在前",
        ],
    ),
    (
        "compare_over_time_light_en",
        English,
        USUAL,
        &[LIGHT, PLAN],
        &[
            "What helps most",
            "Make this the target",
            "Compare",
            "Over time",
        ],
    ),
    (
        "compare_multiples_light_zh",
        Chinese,
        LONG,
        &[LIGHT, COMPARE],
        &[
            "添加…",
            "山丘牧场：基线, 2026-03-12",
            "银鳍水产：复评, 2026-10-15",
            "北林木业：基线, 2026-03-12",
            "并列小图",
        ],
    ),
    (
        "compare_numbers_contrast_en",
        English,
        USUAL,
        &[CONTRAST, COMPARE],
        &["Numbers"],
    ),
    (
        "compare_200_percent_zh",
        Chinese,
        LONG,
        &[
            DARK, COMPARE, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER, LARGER,
            LARGER,
        ],
        &["叠加"],
    ),
    (
        "weights_light_en",
        English,
        USUAL,
        &[LIGHT, (CTRL_SHIFT, Key::K)],
        &["New by comparing pairs"],
    ),
    (
        "weights_dark_zh",
        Chinese,
        USUAL,
        &[DARK, (CTRL_SHIFT, Key::K)],
        &["按分数新建"],
    ),
    (
        "plan_steps_dark_en",
        English,
        LONG,
        &[DARK, KNOWLEDGE],
        &[
            "Scenarios",
            "Intelligent pesticide spraying",
            "Add to plan: Intelligent pesticide spraying",
            "Plan",
            "Steps",
        ],
    ),
    (
        "plan_calendar_light_zh",
        Chinese,
        LONG,
        &[LIGHT, PLAN],
        &["步骤", "采用建议的3个步骤", "日历"],
    ),
    (
        "present_light_en",
        English,
        USUAL,
        &[LIGHT, (Modifiers::NONE, Key::F5)],
        &[],
    ),
];

/// Whether pictures can be drawn here as they are drawn everywhere.
fn can_draw() -> bool {
    let setup = WgpuSetup::CreateNew(WgpuSetupCreateNew::without_display_handle());
    let instance = pollster::block_on(setup.new_instance());
    let adapters = pollster::block_on(instance.enumerate_adapters(Backends::all()));
    adapters
        .iter()
        .any(|adapter| adapter.get_info().device_type == DeviceType::Cpu)
}

/// Waits for what a thread has to count first.
fn wait_until_shown(window: &mut Harness<'static, resonance::window::Workbench>, label: &str) {
    for _ in 0..200 {
        window.run_ok();
        if window.query_by_label(label).is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{label} never came up");
}

/// A user's folder with the unsaved work of two windows that are gone.
fn left_behind(language: Language) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let workbook = demo_workbook(language).expect("the demo");
    let shown = |at: usize| workbook.enterprises[at].name.clone();
    let file = About {
        name: "Spring workshop".into(),
        path: Some("/home/mei/Spring workshop.resonance".into()),
        when: "2026-11-23T20:31:05+08:00".into(),
        changes: Changes {
            scores: vec![(shown(0), 7), (shown(3), 1)],
            otherwise: 1,
            otherwise_first: shown(6),
            ..Changes::default()
        },
        ..About::default()
    };
    let new = About {
        name: workbook.title.clone(),
        when: "2026-11-20T09:05:40+08:00".into(),
        changes: Changes {
            scores: vec![(shown(1), 24)],
            added: 1,
            ..Changes::default()
        },
        ..About::default()
    };
    for (number, about) in [new, file].into_iter().enumerate() {
        let id = uuid::Uuid::from_u128(number as u128);
        let slot = Slot::new(folder.path(), id).expect("a place");
        slot.keep(&about, &workbook).expect("it is kept");
    }
    folder
}

#[test]
fn every_screen_looks_as_reviewed() {
    if !can_draw() {
        let required = std::env::var("RESONANCE_SNAPSHOTS").is_ok_and(|value| value == "required");
        assert!(!required, "no software renderer is installed");
        println!("skipped: no software renderer is installed (mesa-vulkan-drivers)");
        return;
    }
    let mut results = SnapshotResults::new();
    for (name, language, key) in [
        ("table_light_en", English, LIGHT),
        ("table_dark_zh", Chinese, DARK),
    ] {
        let dialogs = FakeDialogs::default();
        *dialogs.0.borrow_mut() = Some("tests/fixtures/tables/scores.csv".into());
        let setup = Setup {
            language,
            dialogs,
            ..Setup::default()
        };
        let mut window = setup.build(Harness::builder().wgpu());
        for (modifiers, key) in [key, (CTRL_SHIFT, Key::T)] {
            window.key_press_modifiers(modifiers, key);
            window.run_ok();
        }
        wait_until(&mut window, "the table is shown", |workbench| {
            workbench.session().dialog.is_some()
        });
        let options = SnapshotOptions::new().max_failed_pixels(20_usize);
        results.add(window.try_snapshot_options(name, &options));
        window.take_snapshot_results().into_result().ok();
    }
    for (name, language, key, page) in [
        ("report_light_en", English, LIGHT, "page 1 of 1"),
        ("report_dark_zh", Chinese, DARK, "第 1 页，共 1 页"),
    ] {
        let setup = Setup {
            language,
            ..Setup::default()
        };
        let mut window = setup.build(Harness::builder().wgpu());
        for (modifiers, key) in [key, (Modifiers::COMMAND, Key::P)] {
            window.key_press_modifiers(modifiers, key);
            window.run_ok();
        }
        wait_until_shown(&mut window, page);
        window.run_ok();
        let options = SnapshotOptions::new().max_failed_pixels(20_usize);
        results.add(window.try_snapshot_options(name, &options));
        window.take_snapshot_results().into_result().ok();
    }
    for (name, language, key, size) in [
        ("start_recovered_light_en", English, LIGHT, USUAL),
        ("start_recovered_dark_zh", Chinese, DARK, SMALL),
    ] {
        let folder = left_behind(language);
        let setup = Setup {
            content: Start,
            language,
            size,
            folder: Some(folder.path().to_owned()),
            ..Setup::default()
        };
        let mut window = setup.build(Harness::builder().wgpu());
        window.key_press_modifiers(key.0, key.1);
        window.run_ok();
        let options = SnapshotOptions::new().max_failed_pixels(20_usize);
        results.add(window.try_snapshot_options(name, &options));
        window.take_snapshot_results().into_result().ok();
    }
    let by_keys = PICTURES
        .iter()
        .map(|(name, content, language, size, keys)| {
            (name, content, language, size, keys, &[][..])
        });
    let clicked = CLICKED
        .iter()
        .map(|(name, language, size, keys, labels)| (name, &Demo, language, size, keys, *labels));
    for (name, content, language, size, keys, labels) in by_keys.chain(clicked) {
        let setup = Setup {
            content: *content,
            language: *language,
            size: *size,
            ..Setup::default()
        };
        let mut window = setup.build(Harness::builder().wgpu());
        for (modifiers, key) in *keys {
            window.key_press_modifiers(*modifiers, *key);
            window.run_ok();
        }
        for label in labels {
            window.get_by_label(label).click();
            window.run_ok();
        }
        if !labels.is_empty() {
            window.event(egui::Event::PointerGone);
        }
        if name.starts_with("portfolio_ranks") {
            window.run_ok();
            wait_until_shown(&mut window, "9 of 10 draws");
        }
        window.run_ok();
        let options = SnapshotOptions::new().max_failed_pixels(20_usize);
        results.add(window.try_snapshot_options(*name, &options));
        window.take_snapshot_results().into_result().ok();
    }
    results.unwrap();
}
