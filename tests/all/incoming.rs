//! What comes in loses no answers and changes none unasked: converted files, tables, codes, blocks.

use std::{collections::BTreeMap, fs, path::Path, process::Command, sync::Arc};

use crate::support::{Setup, click, has, press, round_of, score, wait_until};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use resonance::{
    analysis::{Settings, evaluate},
    edit::Merge,
    import::{
        Reading, ResponseCode, RowDecision, TableContext, header_and_fields, read_rows, read_table,
        tag, taken,
    },
    knowledge::Knowledge,
    model::{
        Answer, Confidence, Enterprise, EnterpriseId, Factor, Level, PerFactor, Respondent, Round,
        Score, Stage, Workbook, WorkbookId,
    },
    storage::{Overwrite, parse_workbook, save_workbook},
    window::Workbench,
};
use uuid::Uuid;

type Window = Harness<'static, Workbench>;

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};
const HEADER: &str = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
compatibility,observability,expected_costs,anticipated_benefits,social_impact,facilitating_conditions";
/// R 69.
const ROW: [f64; 8] = [4.0, 2.0, 4.0, 3.0, 2.0, 4.0, 3.0, 4.0];

/// What `convert` makes of a scores CSV.
fn converted(folder: &Path, name: &str, rows: &str) -> Workbook {
    let csv = folder.join(name).with_extension("csv");
    let out = folder.join(name).with_extension("resonance");
    fs::write(&csv, format!("{HEADER}\n{rows}")).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_resonance"))
        .arg("convert")
        .arg(&csv)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    parse_workbook(&out, &fs::read_to_string(&out).unwrap()).unwrap()
}

/// R of each enterprise's latest round, as a whole number.
fn indices(workbook: &Workbook) -> Vec<String> {
    let enterprises = workbook.enterprises.iter();
    enterprises
        .map(|enterprise| {
            let result = evaluate(enterprise.latest_round().unwrap(), &Settings::default());
            format!("{:.0}", result.outcome.unwrap().resonance * 100.0)
        })
        .collect()
}

const ANN: &str = "North Mill,Food,Baseline,R1,1,4,2,4,3,2,4,3,4\n\
                   River Works,Metal,Baseline,R1,1,4,2,4,3,2,4,3,4\n";
const BOB: &str = "North Mill,Food,Baseline,R2,1,2,4,2,3,4,2,3,2\n\
                   Hill Dairy,Food,Baseline,R1,1,4,2,4,3,2,4,3,4\n";

#[test]
fn two_converted_files_merge_to_the_union_and_one_twice_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let ann = converted(folder.path(), "ann", ANN);
    let bob = converted(folder.path(), "bob", BOB);
    let merge = Merge::of(&ann, &bob);
    assert_eq!((merge.additions.len(), merge.conflicts.len()), (2, 0));
    assert_eq!(indices(&merge.workbook), ["69", "69", "31", "69"]);
    // The same content under another name is the same workbook.
    let again = converted(folder.path(), "again", ANN);
    assert_eq!(again.id, ann.id);
    let merge = Merge::of(&merge.workbook, &again);
    assert!(merge.additions.is_empty());
    assert_eq!(merge.workbook.enterprises.len(), 4);
}

/// A firm "North Mill" whose panel of as many people as there are rows has answered its first round.
fn mill(rows: &[[f64; 8]]) -> Workbook {
    let rows: Vec<[Score; 8]> = rows
        .iter()
        .map(|row| row.map(|one| score(Some(one))))
        .collect();
    let mut enterprise = Enterprise::new(EnterpriseId(Uuid::from_u128(2)), "North Mill".into());
    let round = round_of(&rows);
    for (index, response) in round.responses.iter().enumerate() {
        enterprise.people.push(Respondent {
            id: response.respondent,
            name: format!("R{}", index + 1),
            role: String::new(),
        });
    }
    enterprise.rounds.push(Arc::new(round));
    let mut workbook = Workbook::new(WorkbookId(Uuid::from_u128(3)), "Small".into());
    workbook.enterprises.push(Arc::new(enterprise));
    workbook
}

fn change_round(workbook: &mut Workbook, change: impl FnOnce(&mut Round)) {
    let enterprise = Arc::make_mut(&mut workbook.enterprises[0]);
    change(Arc::make_mut(&mut enterprise.rounds[0]));
}

/// The eight scores of somebody of the first firm's first round.
fn row(workbook: &Workbook, person: usize) -> Vec<Option<f64>> {
    let round = &workbook.enterprises[0].rounds[0];
    let person = workbook.enterprises[0].people[person].id;
    let response = round.response(person).unwrap();
    Factor::ALL
        .map(|factor| response.score(factor).level().map(Level::value))
        .to_vec()
}

fn table(workbook: &Workbook, text: &str) -> Reading {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scores.csv");
    fs::write(&path, text).unwrap();
    let table = read_table(&path, 0).unwrap();
    let knowledge = Knowledge::built_in().unwrap();
    let (header, fields) = header_and_fields(&table, &knowledge.framework);
    let context = TableContext {
        workbook,
        selected: None,
        new_round: "Baseline",
    };
    read_rows(&table, header, &fields, &context)
}

fn replaced(workbook: &Workbook, text: &str) -> Workbook {
    let reading = table(workbook, text);
    let name = |number: usize| number.to_string();
    let decisions = BTreeMap::new();
    let mut new_id = Uuid::new_v4;
    let all = RowDecision::Replace;
    let (changed, count) = taken(workbook, &reading, &decisions, all, &name, &mut new_id);
    assert_eq!(count, 1);
    changed
}

/// The first person's response with everything that a table does not hold.
fn with_remarks(workbook: &mut Workbook) {
    change_round(workbook, |round| {
        let response = Arc::make_mut(&mut round.responses[0]);
        response.weight = 2.5;
        response.note = "by phone".into();
        let answer = &mut response.answers[Factor::ExpectedCosts];
        answer.change_detail(|detail| {
            detail.note = "two offers".into();
            detail.confidence = Some(Confidence::Guess);
            detail.enough = Some(false);
        });
    });
}

#[test]
fn replacing_from_a_table_with_one_column_changes_that_column_alone() {
    let mut workbook = mill(&[ROW]);
    with_remarks(&mut workbook);
    let changed = replaced(
        &workbook,
        "Company,Wave,Participant,Expected costs\nNorth Mill,Baseline,R1,4\n",
    );
    let expected = [4.0, 2.0, 4.0, 3.0, 4.0, 4.0, 3.0, 4.0].map(Some);
    assert_eq!(row(&changed, 0), expected);
    assert_eq!(indices(&changed), ["62"]);
    let response = &changed.enterprises[0].rounds[0].responses[0];
    assert_eq!((response.weight, response.note.as_str()), (2.5, "by phone"));
    let answer = &response.answers[Factor::ExpectedCosts];
    assert_eq!(answer.note(), "two offers");
    assert_eq!(answer.confidence(), Some(Confidence::Guess));
    assert_eq!(answer.enough(), Some(false));
}

#[test]
fn a_blank_cell_leaves_what_is_there_and_a_dash_takes_it_out() {
    let mut workbook = mill(&[ROW]);
    with_remarks(&mut workbook);
    let changed = replaced(
        &workbook,
        "Company,Wave,Participant,Weight,Note,Complexity,Compatibility,Expected costs\n\
         North Mill,Baseline,R1,,,,-,5\n",
    );
    let mut expected = ROW.map(Some);
    expected[2] = None;
    expected[4] = Some(5.0);
    assert_eq!(row(&changed, 0), expected);
    let response = &changed.enterprises[0].rounds[0].responses[0];
    assert_eq!((response.weight, response.note.as_str()), (2.5, "by phone"));
}

#[test]
fn choosing_to_replace_says_what_that_leaves() {
    let workbook = mill(&[ROW]);
    let folder = tempfile::tempdir().unwrap();
    let (own, scores) = (
        folder.path().join("own.resonance"),
        folder.path().join("scores.csv"),
    );
    save_workbook(&own, &workbook, &Overwrite::Always).unwrap();
    let body = "Company,Wave,Participant,Expected costs\nNorth Mill,Baseline,R1,4\n";
    fs::write(&scores, body).unwrap();
    let dialogs = crate::support::FakeDialogs::default();
    *dialogs.0.borrow_mut() = Some(scores);
    let mut window = Setup {
        content: resonance::cli::Content::Start,
        file: Some(own),
        dialogs,
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    press(&mut window, CTRL_SHIFT, Key::T);
    wait_until(&mut window, "the table is shown", |workbench| {
        workbench.session().dialog.is_some()
    });
    let said = "Replace changes only what the table has";
    assert!(!has(&window, said));
    click_nth(&mut window, "Replace", 0);
    assert!(has(&window, said));
    click(&mut window, "Take in 1 rows");
    assert_eq!(
        row(window.state().workbook(), 0)[3..5],
        [Some(3.0), Some(4.0)]
    );
}

/// A code in somebody's name for the first firm's first round, with one level for all.
fn code(workbook: &Workbook, enterprise: usize, name: &str, value: f64) -> ResponseCode {
    let enterprise = &workbook.enterprises[enterprise];
    let mut answers = PerFactor::<Answer>::default();
    for factor in Factor::ALL {
        answers[factor].direct = score(Some(value));
    }
    ResponseCode {
        workbook: tag(workbook.id.0),
        enterprise: tag(enterprise.id.0),
        round: tag(enterprise.rounds[0].id.0),
        name: name.into(),
        answers,
    }
}

fn text(workbook: &Workbook, name: &str, value: f64) -> String {
    code(workbook, 0, name, value).text()
}

/// A window in which the workbook is open.
fn window(workbook: &Workbook) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.resonance");
    save_workbook(&file, workbook, &Overwrite::Always).unwrap();
    let mut window = Setup {
        content: resonance::cli::Content::Start,
        file: Some(file),
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    window
}

/// The page for codes with a text pasted.
fn paste(window: &mut Window, text: &str) {
    press(window, CTRL_SHIFT, Key::I);
    window.event(Event::Paste(text.into()));
    window.run_ok();
}

fn take_in(window: &mut Window, count: usize) {
    click(window, &format!("Take in {count}"));
}

/// Presses the button of this name that is `place`th from the top.
fn click_nth(window: &mut Window, label: &str, place: usize) {
    let nodes: Vec<_> = window.query_all_by_label(label).collect();
    assert!(place < nodes.len(), "{label}: {}", nodes.len());
    nodes[place].click();
    drop(nodes);
    window.run_ok();
}

#[test]
fn a_decision_about_a_code_is_for_it_alone_also_where_a_line_holds_several() {
    let workbook = mill(&[ROW; 3]);
    let mut window = window(&workbook);
    let codes = ["R1", "R2", "R3"].map(|name| text(&workbook, name, 1.0));
    paste(&mut window, &codes.join(" "));
    click_nth(&mut window, "Replace", 0);
    take_in(&mut window, 1);
    let changed = window.state().workbook();
    assert_eq!(row(changed, 0), [Some(1.0); 8]);
    for person in [1, 2] {
        assert_eq!(row(changed, person), ROW.map(Some), "{person}");
    }
}

#[test]
fn a_code_brings_its_answers_and_leaves_weight_remarks_and_what_it_has_no_answer_to() {
    let mut workbook = mill(&[ROW]);
    with_remarks(&mut workbook);
    let mut window = window(&workbook);
    let mut code = code(&workbook, 0, "R1", 1.0);
    code.answers[Factor::Complexity].direct = Score::NotScored;
    paste(&mut window, &code.text());
    click(&mut window, "Replace");
    take_in(&mut window, 1);
    let changed = window.state().workbook();
    let mut expected = [Some(1.0); 8];
    expected[Factor::Complexity.index()] = Some(2.0);
    assert_eq!(row(changed, 0), expected);
    let response = &changed.enterprises[0].rounds[0].responses[0];
    assert_eq!((response.weight, response.note.as_str()), (2.5, "by phone"));
    let answer = &response.answers[Factor::ExpectedCosts];
    assert_eq!(
        (answer.note(), answer.enough()),
        ("two offers", Some(false))
    );
}

/// Nothing is taken before the user says so, and the reason is said.
fn is_asked(workbook: &Workbook, codes: &str, reason: &str) -> Window {
    let mut window = window(workbook);
    paste(&mut window, codes);
    assert!(has(&window, "Codes are not signed"));
    assert!(has(&window, reason), "{reason}");
    assert!(has(&window, "Take in 0"), "{reason}");
    window
}

#[test]
fn a_code_with_something_unusual_waits_for_a_yes_with_its_reason() {
    let workbook = mill(&[ROW]);
    let revealed = |stage| {
        let mut workbook = workbook.clone();
        change_round(&mut workbook, |round| round.stage = stage);
        workbook
    };
    for stage in [Stage::Reveal, Stage::Discuss, Stage::Agree] {
        let workbook = revealed(stage);
        let code = text(&workbook, "Ann", 3.0);
        is_asked(&workbook, &code, "Its round has been revealed already");
    }
    let mut agreed = workbook.clone();
    change_round(&mut agreed, |round| {
        round.agreed[Factor::Complexity] = Some(Box::new(resonance::model::Agreed {
            level: Level::MIN,
            dissent: String::new(),
        }));
    });
    let code = text(&agreed, "Ann", 3.0);
    is_asked(&agreed, &code, "Its round has been revealed already");
    for nameless in ["", "  ", "\u{200b}\u{3164}"] {
        is_asked(
            &workbook,
            &text(&workbook, nameless, 3.0),
            "It bears no name",
        );
    }
    let twice = [("Ann", 3.0), ("ann ", 5.0)].map(|(name, value)| text(&workbook, name, value));
    is_asked(
        &workbook,
        &twice.join("\n"),
        "More than one code here bears this name",
    );
    for unseen in ["An\u{200b}n", "\u{202e}nnA", "Ann\u{7}", "An\u{ad}n"] {
        let mut window = is_asked(
            &workbook,
            &text(&workbook, unseen, 3.0),
            "Its name holds characters that cannot be seen",
        );
        click(&mut window, "Take in");
        take_in(&mut window, 1);
        let people = &window.state().workbook().enterprises[0].people;
        assert!(!people[1].name.chars().any(char::is_control));
        assert!(["Ann", "nnA"].contains(&people[1].name.as_str()));
    }
    // A name that only looks like another is that person's, who has answered.
    let disguised = text(&workbook, "R\u{2060}1", 1.0);
    is_asked(
        &workbook,
        &disguised,
        "Somebody of this name has answered already",
    );
}

#[test]
fn codes_for_another_enterprise_than_the_one_on_screen_are_taken_with_one_yes() {
    let mut workbook = mill(&[ROW]);
    let mut other = workbook.enterprises[0].as_ref().clone();
    other.id = EnterpriseId(Uuid::from_u128(20));
    other.name = "River Works".into();
    other.people.clear();
    let mut round = other.rounds[0].as_ref().clone();
    round.id = resonance::model::RoundId(Uuid::from_u128(21));
    round.responses.clear();
    other.rounds = vec![Arc::new(round)];
    workbook.enterprises.push(Arc::new(other));
    let mut codes: Vec<String> = ["Bo", "Cy", ""]
        .map(|name| code(&workbook, 1, name, 3.0).text())
        .to_vec();
    codes.push(text(&workbook, "Ann", 3.0));
    let mut window = window(&workbook);
    paste(&mut window, &codes.join("\n"));
    let reason = "Made for another enterprise than the one on screen";
    assert!(has(&window, &format!("{reason}: 2")));
    assert!(has(&window, "1 ready, 3 waiting for you, 0 not taken"));
    click_nth(&mut window, "Take in", 0);
    // The nameless one has a second reason and waits for a yes of its own.
    take_in(&mut window, 3);
    let taken = window.state().workbook();
    let names = |enterprise: usize| -> Vec<&str> {
        let people = taken.enterprises[enterprise].people.iter();
        people.map(|person| person.name.as_str()).collect()
    };
    assert_eq!(names(0), ["R1", "Ann"]);
    assert_eq!(names(1), ["Bo", "Cy"]);
}

#[test]
fn while_a_round_is_hidden_its_codes_show_neither_names_nor_scores() {
    let mut workbook = mill(&[ROW]);
    change_round(&mut workbook, |round| round.stage = Stage::Score);
    let codes = ["R1", "Ann"].map(|name| text(&workbook, name, 5.0));
    let mut window = window(&workbook);
    paste(&mut window, &codes.join("\n"));
    assert!(has(
        &window,
        "Line 1: • for North Mill, Baseline: 8 of 8 answered"
    ));
    assert!(has(&window, "Line 2: • for North Mill"));
    for hidden in ["Ann", "R1 for", "5.0", "4.0  2.0"] {
        assert!(!has(&window, hidden), "{hidden}");
    }
}

#[test]
fn much_pasted_text_is_counted_and_a_little_scrolls_in_a_small_field() {
    let workbook = mill(&[ROW]);
    let mut window = window(&workbook);
    let field = |window: &Window| {
        window
            .query_by_role_and_label(Role::MultilineTextInput, "Take in response codes")
            .is_some()
    };
    let below = "Also take codes made from another workbook, into the round on screen";
    let in_reach = |window: &Window| window.get_by_label(below).rect().bottom() < 400.0;
    paste(&mut window, &"hello\n".repeat(200));
    assert!(field(&window) && in_reach(&window));
    window.event(Event::Paste("hello\n".repeat(20_000)));
    window.run_ok();
    assert!(!field(&window), "it would be laid out whole");
    assert!(has(&window, "20200 lines pasted"));
    assert!(in_reach(&window));
    // What is pasted next joins it, and what is sound of it is taken.
    window.event(Event::Paste(text(&workbook, "Ann", 3.0)));
    window.run_ok();
    assert!(has(&window, "1 ready"));
    click(&mut window, "Clear");
    assert!(field(&window));
    assert!(!has(&window, "1 ready"));
}

#[test]
fn a_block_for_more_people_than_there_are_says_so_and_its_blanks_change_nothing() {
    let mut workbook = mill(&[[5.0; 8], ROW]);
    change_round(&mut workbook, |round| round.stage = Stage::Score);
    let mut window = window(&workbook);
    press(&mut window, Modifiers::COMMAND, Key::R);
    click(&mut window, "Type a grid");
    click(&mut window, "R1, Comparative advantage: answered, hidden");
    window.event(Event::Paste(
        "5\t\t4,5\t3\t2\t4\t\t4\r\n1\t2\tN/A\t\t\t\t\t\r\n3\t3\t3\t3\t3\t3\t3\t3\r\n".into(),
    ));
    window.run_ok();
    let pasted = window.state().workbook();
    let first = [5.0, 5.0, 4.5, 3.0, 2.0, 4.0, 5.0, 4.0].map(Some);
    assert_eq!(row(pasted, 0), first);
    let mut second = ROW.map(Some);
    (second[0], second[1], second[2]) = (Some(1.0), Some(2.0), None);
    assert_eq!(row(pasted, 1), second);
    assert!(has(&window, "1 row left out: there is nobody for it"));
    assert!(has(&window, "Blank, and changed nothing: 7"));
    let toasts = &window.state().session().toasts;
    assert!(!toasts.iter().any(|toast| toast.text.contains("4.5")));
}
