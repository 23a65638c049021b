//! The guided questions, the owner's page, knowledge and sector presets, as a user drives them.

use std::path::Path;

use crate::support::{Setup, click, has, key, press};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use resonance::{
    cli::Content,
    i18n::Language,
    model::{Answer, Basis, Enterprise, Factor, Level, PlanSource, PlanState, Score},
    state::Screen,
    storage::save_workbook,
    window::Workbench,
};

type Window = Harness<'static, Workbench>;

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// A window so high that nothing has to be scrolled into it.
fn high() -> Setup {
    Setup {
        size: [1280.0, 2600.0],
        ..Setup::default()
    }
}

fn begin(language: Language) -> Window {
    let mut window = Setup {
        content: Content::Start,
        language,
        ..Setup::default()
    }
    .tree();
    press(&mut window, Modifiers::COMMAND, Key::G);
    assert_eq!(window.state().session().screen, Screen::Guided);
    window
}

fn first(window: &Window) -> &Enterprise {
    &window.state().workbook().enterprises[0]
}

fn answer(window: &Window, factor: Factor) -> Answer {
    first(window).rounds[0].responses[0].answers[factor].clone()
}

fn level(value: f64) -> Score {
    Score::Scored(Level::new(value).unwrap())
}

#[test]
fn an_owner_gets_three_next_steps_with_the_keyboard_alone_in_both_languages() {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    for (language, see, steps, add) in [
        (
            Language::English,
            "See where we stand",
            "Three next steps",
            "Add to plan",
        ),
        (
            Language::Chinese,
            "看看我们处在什么位置",
            "三个下一步",
            "加入计划",
        ),
    ] {
        let mut seen = Vec::new();
        // Three firms of different shape.
        for scores in [
            [4, 2, 1, 4, 2, 4, 4, 2],
            [1, 4, 4, 2, 5, 2, 2, 4],
            [5, 1, 5, 5, 4, 5, 1, 5],
        ] {
            let mut window = begin(language);
            for (factor, score) in Factor::ALL.into_iter().zip(scores) {
                key(&mut window, digits[score - 1]);
                assert_eq!(answer(&window, factor).score(), level(score as f64));
                // Good enough from 3 on for direct factors, up to 3 for inverse ones.
                key(&mut window, if score >= 3 { Key::Num1 } else { Key::Num2 });
                assert_eq!(answer(&window, factor).enough(), Some(score >= 3));
            }
            // Nothing on the way asked for a name, a trade or a size.
            assert_eq!(first(&window).sector, "");
            assert_eq!(first(&window).size, None);
            click(&mut window, see);
            assert!(has(&window, steps));
            let offered: Vec<String> = window
                .query_all_by_label_contains(add)
                .filter_map(|node| node.accesskit_node().label())
                .take(3)
                .collect();
            assert_eq!(offered.len(), 3);
            seen.push(offered);
        }
        assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2]);
    }
}

#[test]
fn skip_back_not_applicable_and_jump_do_what_they_say() {
    let mut window = begin(Language::English);
    key(&mut window, Key::S);
    assert_eq!(window.state().session().guided.page, 1);
    key(&mut window, Key::ArrowLeft);
    assert_eq!(window.state().session().guided.page, 0);
    key(&mut window, Key::N);
    let given = answer(&window, Factor::ComparativeAdvantage).score();
    assert_eq!(given, Score::NotApplicable);
    click(&mut window, "Go to Social impact");
    assert_eq!(window.state().session().guided.page, 12);
    click(&mut window, "4: Several encourage us");
    assert_eq!(answer(&window, Factor::SocialImpact).score(), level(4.0));
    // A digit that the page does not offer does nothing.
    key(&mut window, Key::Num5);
    assert_eq!(window.state().session().guided.page, 13);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        answer(&window, Factor::SocialImpact).score(),
        Score::NotScored
    );
}

#[test]
fn single_answers_and_an_overall_answer_never_silently_overwrite_each_other() {
    let mut window = begin(Language::English);
    click(&mut window, "All 32 questions");
    for _ in 0..3 {
        key(&mut window, Key::Num2);
    }
    let factor = Factor::ComparativeAdvantage;
    // Without an overall answer the single ones count.
    assert_eq!(answer(&window, factor).score(), level(2.0));
    click(&mut window, "8 questions");
    assert!(has(&window, "Your single answers (2.0) count"));
    key(&mut window, Key::Num5);
    assert_eq!(answer(&window, factor).score(), level(5.0));
    // The single answers are still there, and the page says that they do not count.
    click(&mut window, "All 32 questions");
    click(&mut window, "Go to Comparative advantage");
    assert!(has(&window, "Your overall answer (5.0) counts"));
    key(&mut window, Key::Num1);
    assert_eq!(answer(&window, factor).score(), level(5.0));
    key(&mut window, Key::ArrowLeft);
    click(&mut window, "Let the single answers count");
    assert_eq!(answer(&window, factor).basis(), Basis::Indicators);
    assert_eq!(answer(&window, factor).direct, level(5.0));
}

#[test]
fn a_paused_path_goes_on_at_the_same_question_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("firm.resonance");
    let open = |file: Option<&Path>| {
        Setup {
            content: Content::Start,
            folder: Some(folder.path().to_owned()),
            file: file.map(Path::to_owned),
            ..Setup::default()
        }
        .tree()
    };
    let mut window = open(None);
    press(&mut window, Modifiers::COMMAND, Key::G);
    for _ in 0..5 {
        key(&mut window, Key::Num1);
    }
    assert_eq!(window.state().session().guided.page, 5);
    click(&mut window, "Pause");
    assert_eq!(window.state().session().screen, Screen::Assess);
    save_workbook(
        &path,
        window.state().workbook(),
        &resonance::storage::Overwrite::Always,
    )
    .unwrap();
    eframe::App::save(window.state_mut(), &mut NoStorage);
    drop(window);
    let mut window = open(Some(&path));
    crate::support::wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    // The window before was not closed, so what it had not saved itself is offered first.
    key(&mut window, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::G);
    assert_eq!(window.state().session().guided.page, 5);
}

/// The window library's own storage is not what keeps settings.
struct NoStorage;

impl eframe::Storage for NoStorage {
    fn get_string(&self, _key: &str) -> Option<String> {
        None
    }
    fn set_string(&mut self, _key: &str, _value: String) {}
    fn remove_string(&mut self, _key: &str) {}
    fn flush(&mut self) {}
}

#[test]
fn a_step_goes_into_the_plan_changes_its_state_and_comes_out_again() {
    let mut window = high().tree();
    press(&mut window, CTRL_SHIFT, Key::Num2);
    let label = window
        .query_all_by_label_contains("Add to plan: ")
        .find_map(|node| node.accesskit_node().label())
        .unwrap();
    click(&mut window, &label);
    let plan = first(&window).plan.clone();
    assert_eq!(plan.len(), 1);
    assert!(matches!(plan[0].source, PlanSource::Step(_)));
    assert_eq!(format!("Add to plan: {}", plan[0].text), label);
    assert!(window.query_by_label(&label).is_none(), "offered once only");
    let text = plan[0].text.clone();
    // In the other language the step is said in that language.
    press(&mut window, CTRL_SHIFT, Key::C);
    assert!(!has(&window, &format!("移出：{text}")) && has(&window, "移出："));
    press(&mut window, CTRL_SHIFT, Key::E);
    click(&mut window, &format!("Take out: {text}"));
    assert!(first(&window).plan.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(first(&window).plan[0].state, PlanState::Open);
}

#[test]
fn a_sector_preset_gives_firms_technology_and_people() {
    let mut window = Setup {
        content: Content::Start,
        ..Setup::default()
    }
    .tree();
    press(&mut window, CTRL_SHIFT, Key::W);
    let firms =
        window.get_by_role_and_label(Role::MultilineTextInput, "Enterprises, one to a line");
    firms.focus();
    window.run_ok();
    window.event(Event::Paste("Hill Farm\n\n  绿谷农场 \nHill Farm\n".into()));
    window.run_ok();
    click(&mut window, "Create");
    let names: Vec<&str> = window
        .state()
        .workbook()
        .enterprises
        .iter()
        .map(|enterprise| enterprise.name.as_str())
        .collect();
    assert_eq!(names, ["Hill Farm", "绿谷农场"]);
    let farm = first(&window);
    assert_eq!(
        (farm.sector.as_str(), farm.people.len()),
        ("agriculture", 4)
    );
    assert!(!farm.technology.is_empty());
    assert_eq!(farm.rounds.len(), 1);
    assert_eq!(window.state().session().screen, Screen::Assess);
    // One step of the history, as one intent.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().workbook().enterprises.is_empty());
}

#[test]
fn knowledge_is_searched_filtered_and_added_to_the_plan() {
    let mut window = high().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    assert_eq!(window.state().session().screen, Screen::Knowledge);
    let search = "Search everything, in both languages";
    window.get_by_label(search).focus();
    window.run_ok();
    window.event(Event::Text("喷药".into()));
    window.run_ok();
    click(&mut window, "Intelligent pesticide spraying (Scenarios)");
    assert!(has(&window, "Judged by the scores of Green Valley Farm"));
    click(&mut window, "Add to plan: Intelligent pesticide spraying");
    let source = PlanSource::Scenario("pesticide_spraying".into());
    assert_eq!(first(&window).plan[0].source, source);
    click(&mut window, "Secondary industry");
    assert!(has(&window, "Weld inspection"));
    click(&mut window, "Challenges and measures");
    click(&mut window, "It makes things up");
    assert!(has(&window, "Let models check each other"));
    assert!(!has(&window, "Light products for small firms"));
    click(&mut window, "Figures");
    assert!(has(&window, "As printed"));
}

#[test]
fn a_users_presets_join_the_built_in_ones_and_a_wrong_entry_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let presets = folder.path().join("presets");
    std::fs::create_dir(&presets).unwrap();
    let entry = |id: &str, zh: &str| {
        format!(
            "(id: \"{id}\", name: (en: \"Own {id}\"{zh}), text: (en: \"T\", zh: \"文\"), sign: (en: \"S\", zh: \"迹\"), factors: [], origin: \"ours\"),\n"
        )
    };
    let text = format!(
        "(\nformat: \"resonance-preset\", kind: \"challenges\", version: 1, entries: [\n{}{}])",
        entry("good", ", zh: \"自家\""),
        entry("bad", "")
    );
    std::fs::write(presets.join("mine.ron"), text).unwrap();
    let mut window = Setup {
        folder: Some(folder.path().to_owned()),
        ..Setup::default()
    }
    .tree();
    assert!(has(&window, "Left out of your presets: 1"));
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    assert!(has(&window, "mine.ron, line 4, entry “bad”"));
    click(&mut window, "Challenges and measures");
    assert!(has(&window, "Own good"));
}
