//! What is taken out of the window: pictures of charts, reports.

use std::{fs, ops::ControlFlow, path::Path, sync::Arc};

use egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    chart::{Chart, Ink, Place, TextRole},
    edit::{Command, RoundChange},
    i18n::Language,
    knowledge::Knowledge,
    model::Stage,
    report::{
        Content, Destination, Facilitator, Format, Languages, Order, Paper, ReportKind, Scope, logo,
    },
    state::{
        Action, AfterExport, ChartAction, ChartGoal, DialogAnswer, Effect, MenuAction,
        ReportAction, RoomAction, Screen, TakenChart, Tone, Whom, file_names,
    },
    storage::FacilitatorKept,
    window::Workbench,
};

use crate::{
    desk::Desk,
    support::{Setup, click, has, heard, key, press, wait_until},
};

/// A chart of one word, of two lines of numbers.
fn taken(name: &str) -> Arc<TakenChart> {
    let lines = vec!["Costs: 2.0".to_owned(), "Benefits: 3.5".to_owned()];
    let mut chart = Chart {
        description: lines,
        ..Chart::default()
    };
    let text = "Costs 成本";
    chart.text(
        (10.0, 20.0),
        Place::Start,
        text,
        TextRole::Strong,
        Ink::Text,
    );
    Arc::new(TakenChart {
        name: name.to_owned(),
        chart,
        size: (200.0, 120.0),
    })
}

fn takes(desk: &mut Desk, chart: &Arc<TakenChart>, to: ChartGoal) {
    let chart = Arc::clone(chart);
    desk.does(Action::Chart(ChartAction { chart, to }));
}

#[test]
fn a_chart_is_copied_as_a_picture_of_twice_its_size_and_as_its_numbers() {
    let mut desk = Desk::demo();
    takes(&mut desk, &taken("Green Valley"), ChartGoal::Picture);
    let picture = desk.asked.iter().find_map(|effect| match effect {
        Effect::CopyPicture(pixels) => Some(pixels.clone()),
        _ => None,
    });
    let picture = picture.expect("a picture");
    assert_eq!((picture.width, picture.height), (400, 240));
    let ground = &picture.rgba[..4];
    let inked = picture.rgba.chunks(4).filter(|pixel| *pixel != ground);
    assert!(inked.count() > 100, "the word is seen");
    assert_eq!(desk.said(), (Tone::Good, "Picture copied".into()));
    takes(&mut desk, &taken("Green Valley"), ChartGoal::Text);
    let text = desk.asked.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(text, Some("Green Valley\nCosts: 2.0\nBenefits: 3.5"));
}

#[test]
fn a_chart_is_saved_as_its_ending_says_and_as_png_without_one() {
    let mut desk = Desk::demo();
    for (chosen, written) in [("a", "a.png"), ("b.svg", "b.svg"), ("c.PNG", "c.PNG")] {
        desk.chooses(chosen);
        takes(&mut desk, &taken("Green: Valley"), ChartGoal::File);
        let bytes = fs::read(desk.path(written)).unwrap();
        if written.ends_with("svg") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.starts_with("<svg") && text.contains("成本"), "{text}");
        } else {
            let picture = logo(&bytes, "").unwrap();
            assert_eq!((picture.width, picture.height), (400, 240));
        }
    }
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 3);
}

#[test]
fn a_picture_that_cannot_be_written_is_a_sentence_and_leaves_nothing() {
    let mut desk = Desk::demo();
    desk.chooses("no such folder/a.png");
    takes(&mut desk, &taken("Green Valley"), ChartGoal::File);
    let (tone, said) = desk.said();
    assert_eq!(tone, Tone::Bad);
    assert!(said.contains("its folder is not there"), "{said}");
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 0);
}

#[test]
fn every_chart_has_its_menu_by_the_keyboard_and_none_while_presenting() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    let menus = "Copy or save this picture";
    assert!(window.query_all_by_label(menus).count() >= 2);
    window.query_all_by_label(menus).next().unwrap().focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Copy picture") && has(&window, "Save picture…"));
    window.get_by_label("Copy as text").click();
    window.run_ok();
    assert!(has(&window, "Copied"));
    press(&mut window, Modifiers::NONE, Key::F5);
    assert!(!has(&window, menus));
}

fn reports(desk: &mut Desk, action: ReportAction) {
    desk.does(Action::Report(action));
}

/// Every text of the pages on screen.
fn on_paper(desk: &Desk) -> String {
    let view = desk.state.view();
    let preview = view.previewing.shown().expect("a preview");
    let pages = preview.pages.as_ref().expect("pages");
    let items = pages.pages.iter().flat_map(resonance::report::Page::all);
    let texts = items.filter_map(|item| match &item.content {
        Content::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn pages(desk: &Desk) -> usize {
    let view = desk.state.view();
    let preview = view.previewing.shown().expect("a preview");
    preview.pages.as_ref().map_or(0, |pages| pages.pages.len())
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_page_shows_what_is_chosen_and_leads_back_to_where_one_was() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Plan).press(MenuAction::Report);
    let one = pages(&desk);
    assert!(one >= 1);
    let firm = desk.state.view().enterprise().unwrap().name.clone();
    assert!(on_paper(&desk).contains(&firm));
    reports(&mut desk, ReportAction::Languages(Languages::Both));
    assert!(pages(&desk) >= 2 * one && on_paper(&desk).contains('共'));
    reports(&mut desk, ReportAction::Whom(Whom::All));
    assert!(pages(&desk) > 4);
    let letter = ReportAction::Paper(Paper::Letter);
    reports(&mut desk, letter);
    let preview = Arc::clone(desk.state.view().previewing.shown().unwrap());
    assert_eq!(preview.pages.as_ref().unwrap().size, Paper::Letter.size());
    // A portfolio is of many firms, whoever was chosen before.
    reports(&mut desk, ReportAction::Whom(Whom::Chosen));
    reports(&mut desk, ReportAction::Kind(ReportKind::Portfolio));
    let others = desk.workbook().enterprises[1].name.clone();
    assert!(on_paper(&desk).contains(&others));
    reports(&mut desk, ReportAction::Leave);
    assert_eq!(desk.state.session().screen, Screen::Plan);
    assert!(desk.state.view().previewing.shown().is_none());
    // What was chosen is kept for the next start.
    let kept = desk.asked.iter().rev().find_map(|effect| match effect {
        Effect::KeepSettings(settings) => Some(settings.report.clone()),
        _ => None,
    });
    let kept = kept.expect("settings");
    assert_eq!(
        (kept.languages.as_str(), kept.paper.as_str()),
        ("both", "letter")
    );
}

#[test]
fn who_hands_it_out_stands_on_it_and_a_bad_logo_is_a_sentence() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Report);
    let facilitator = |mark: &str| {
        ReportAction::Facilitator(FacilitatorKept {
            name: "Mei Chen 陈梅".into(),
            contact: String::new(),
            mark: mark.to_owned(),
        })
    };
    let no_picture = desk.path("logo.png");
    fs::write(&no_picture, "a letter to the bank").unwrap();
    reports(&mut desk, facilitator(no_picture.to_str().unwrap()));
    assert!(on_paper(&desk).contains("Mei Chen"));
    let fault = |desk: &Desk| desk.state.view().previewing.shown().unwrap().mark_fault;
    let language = desk.state.view().language;
    let sentence = fault(&desk).map(|fault| fault.sentence(language));
    assert!(sentence.unwrap().contains("no PNG, JPEG or SVG"));
    reports(&mut desk, facilitator("assets/icon/icon.png"));
    assert_eq!(fault(&desk), None);
}

#[test]
fn a_report_is_written_for_one_firm_and_a_file_each_for_all() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Report).chooses("sheet");
    reports(&mut desk, ReportAction::Export(AfterExport::Open));
    let written = fs::read(desk.path("sheet.pdf")).unwrap();
    assert!(written.starts_with(b"%PDF-"));
    let toast = desk.state.session().toasts.last().unwrap().clone();
    assert_eq!(toast.written, Some(desk.path("sheet.pdf")));
    let opened =
        |effect: &Effect| matches!(effect, Effect::Show(path) if path.ends_with("sheet.pdf"));
    assert!(desk.asked.iter().any(opened));

    fs::create_dir(desk.path("firms")).unwrap();
    reports(&mut desk, ReportAction::Whom(Whom::All));
    reports(&mut desk, ReportAction::Format(Format::Svg));
    desk.chooses("firms");
    reports(&mut desk, ReportAction::Export(AfterExport::Tell));
    let firms = desk.workbook().enterprises.len();
    assert!(files(&desk.path("firms")).len() >= firms);
    assert!(desk.state.view().exporting.is_none());
}

#[test]
fn firms_of_one_name_do_not_write_over_each_other() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::DuplicateEnterprise);
    let workbook = desk.workbook();
    let mut alike = (*workbook).clone();
    for firm in &mut alike.enterprises {
        Arc::make_mut(firm).name = "Farm: North".into();
    }
    let scope = Scope::all(&alike);
    let names = file_names(&alike, &scope, Language::English);
    assert_eq!(
        names[..3],
        ["Farm- North", "Farm- North (2)", "Farm- North (3)"]
    );
}

#[test]
fn a_folder_that_is_not_there_is_a_sentence_and_nothing_is_half_written() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Report);
    for whom in [Whom::Chosen, Whom::All] {
        reports(&mut desk, ReportAction::Whom(whom));
        desk.chooses("not there/a");
        reports(&mut desk, ReportAction::Export(AfterExport::Open));
        let (tone, said) = desk.said();
        assert_eq!(tone, Tone::Bad);
        assert!(said.contains("folder is not there"), "{said}");
        assert!(desk.state.view().exporting.is_none());
    }
    assert!(files(desk.folder.path()).is_empty());
    let shows = |effect: &Effect| matches!(effect, Effect::Show(_));
    assert!(!desk.asked.iter().any(shows));
}

#[test]
fn an_export_that_is_broken_off_keeps_what_is_whole_and_nothing_else() {
    let mut desk = Desk::demo();
    desk.press(MenuAction::Report);
    reports(&mut desk, ReportAction::Whom(Whom::All));
    fs::create_dir(desk.path("firms")).unwrap();
    let workbook = desk.workbook();
    let order = Order {
        knowledge: Arc::new(Knowledge::built_in().unwrap()),
        kind: ReportKind::Sheet,
        languages: vec![Language::English],
        scope: Scope::all(&workbook),
        paper: Paper::A4,
        today: "2026-11-26".into(),
        facilitator: Facilitator::default(),
        workbook,
    };
    let names = file_names(&order.workbook, &order.scope, Language::English);
    let destination = Destination::Folder(desk.path("firms"), names.clone());
    let told = |done: usize| {
        if done == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let written = order.write(Format::Pdf, &destination, told).unwrap();
    assert_eq!(written.files.len(), 2);
    let mut whole: Vec<String> = names[..2]
        .iter()
        .map(|name| format!("{name}.pdf"))
        .collect();
    whole.sort();
    assert_eq!(files(&desk.path("firms")), whole);
}

#[test]
fn aliases_hold_on_paper_and_in_the_names_of_files() {
    let mut desk = Desk::demo();
    let name = desk.workbook().enterprises[0].name.clone();
    desk.press(MenuAction::UseAliases).press(MenuAction::Report);
    let paper = on_paper(&desk);
    assert!(!paper.contains(&name), "{paper}");
    let workbook = desk.workbook();
    let names = file_names(&workbook, &Scope::all(&workbook), Language::English);
    assert!(!names.contains(&name));
    reports(&mut desk, ReportAction::Languages(Languages::Both));
    assert!(!on_paper(&desk).contains(&name));
}

#[test]
fn a_round_being_scored_shows_no_score_on_paper_and_the_scorer_has_no_report() {
    let mut desk = Desk::demo();
    let place = desk.place();
    let stage = RoundChange::Stage(Stage::Score);
    desk.press(MenuAction::Report);
    let shown = format!("{:.0}", desk.shown().expect("R"));
    assert!(on_paper(&desk).contains(&shown));
    desk.edits(Command::ChangeRound {
        enterprise: place.enterprise,
        round: place.round,
        change: stage,
    });
    let paper = on_paper(&desk);
    assert!(!paper.contains(&shown), "{paper}");
    desk.press(MenuAction::Room);
    let person = desk.people()[0];
    desk.does(Action::Room(RoomAction::HandTo(person)));
    desk.answers(DialogAnswer::Confirm);
    assert!(desk.state.scorer().is_some());
    desk.press(MenuAction::Report);
    reports(&mut desk, ReportAction::Share);
    assert_ne!(desk.state.session().screen, Screen::Report);
}

#[test]
fn share_leads_to_the_sheet_and_escape_back() {
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    click(&mut window, "Share…");
    wait_until(&mut window, "the pages are there", |workbench| {
        workbench.session().screen == Screen::Report
    });
    for _ in 0..400 {
        window.run_ok();
        if heard(&window).contains("page 1 of") && heard(&window).contains("Green Valley") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let told = heard(&window);
    assert!(
        told.contains("Export…") && told.contains("Your name and mark"),
        "{told}"
    );
    assert!(told.contains("page 1 of"), "{told}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().session().screen, Screen::Results);
}

#[test]
fn a_list_of_the_page_is_closed_by_a_choice_and_by_escape_which_leaves_the_page_only_then() {
    const OTHER: &str = "Portfolio: all firms side by side";
    let mut window = Setup::default().tree();
    press(&mut window, Modifiers::COMMAND, Key::P);
    let opens = |window: &mut Harness<'static, Workbench>| {
        window
            .get_by_role_and_label(Role::ComboBox, "Report")
            .focus();
        key(window, Key::Enter);
        assert!(has(window, OTHER), "the list is open");
    };
    opens(&mut window);
    key(&mut window, Key::Escape);
    assert!(!has(&window, OTHER), "the list is closed");
    assert_eq!(window.state().session().screen, Screen::Report);
    opens(&mut window);
    window.get_by_label("Full report").focus();
    key(&mut window, Key::Enter);
    assert!(!has(&window, OTHER), "the list is closed");
    key(&mut window, Key::Escape);
    assert_ne!(window.state().session().screen, Screen::Report);
}
