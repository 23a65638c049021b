//! Nothing hidden is shown, nothing is taken unasked.
//!
//! A workbook whose every name, role and remark is marked is looked at on every screen and dialog; no
//! label, value or painted text may hold the mark while names are hidden, aliases used and rounds scored.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::support::{FakeDialogs, Setup, click, has, key, press, wait_until};
use egui::{Key, Modifiers, Shape, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use resonance::{
    cli::Content,
    edit::{Added, Merge, Subject},
    export::{FormKind, form_html},
    i18n::Language,
    import::{ResponseCode, tag, write_scores},
    knowledge::{Knowledge, demo_workbook},
    model::{
        Agreed, Enterprise, EnterpriseId, Factor, Hands, Level, PlanItem, PlanItemId, PlanSource,
        PlanState, Respondent, RespondentId, Response, Round, Score, Stage, Workbook,
    },
    storage::{Overwrite, save_workbook},
    window::Workbench,
};
use uuid::Uuid;

/// Stands in every name, role and remark that must not be seen.
const MARK: &str = "ZZNAME";

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn level(value: f64) -> Level {
    Level::new(value).unwrap()
}

fn demo() -> Workbook {
    demo_workbook(Language::English).unwrap()
}

/// The demo with marked names; the first four firms' latest rounds are at four steps of a session, the
/// first of them being scored. `person` tells the texts of two editors apart.
fn marked(who: &str) -> Workbook {
    let mut workbook = demo();
    workbook.hides_people = true;
    workbook.uses_aliases = true;
    workbook.fill_aliases();
    let stages = [Stage::Score, Stage::Reveal, Stage::Discuss, Stage::Agree];
    for (index, enterprise) in workbook.enterprises.iter_mut().enumerate() {
        let enterprise = Arc::make_mut(enterprise);
        enterprise.name = format!("{MARK} firm {index}{who}");
        for (place, person) in enterprise.people.iter_mut().enumerate() {
            person.name = format!("{MARK} person {index}.{place}{who}");
            person.role = format!("{MARK} role {index}.{place}{who}");
        }
        let owner = enterprise.people[0].name.clone();
        enterprise.plan.push(Arc::new(PlanItem {
            id: PlanItemId(Uuid::from_u128(500 + index as u128)),
            source: PlanSource::Free,
            text: "Ask".into(),
            factor: None,
            state: PlanState::Open,
            owner: format!(" {} ", owner.to_uppercase()),
            due: String::new(),
            lift: 1.0,
        }));
        if let Some(stage) = stages.get(index) {
            Arc::make_mut(enterprise.rounds.last_mut().unwrap()).stage = *stage;
        }
    }
    let first = Arc::make_mut(&mut workbook.enterprises[0]);
    // What is being scored: a hand, an agreed score, notes.
    let round = Arc::make_mut(first.rounds.last_mut().unwrap());
    round.hands[Factor::Complexity] = Some(Hands::new([0, 0, 0, 0, 71]));
    round.agreed[Factor::Complexity] = Some(Box::new(Agreed {
        level: level(4.7),
        dissent: format!("{MARK} dissent{who}"),
    }));
    for response in &mut round.responses {
        let response = Arc::make_mut(response);
        response.note = format!("{MARK} remark{who}");
        for factor in Factor::ALL {
            let answer = &mut response.answers[factor];
            answer.direct = Score::Scored(level(if who.is_empty() { 1.7 } else { 1.3 }));
            answer.change_detail(|detail| detail.note = format!("{MARK} note{who}"));
        }
    }
    Arc::make_mut(&mut workbook.enterprises[2]).alias.clear();
    "  ".clone_into(&mut Arc::make_mut(&mut workbook.enterprises[3]).alias);
    workbook
}

/// A window on a workbook, with the file that its dialogs answer with.
fn window_on(
    workbook: &Workbook,
    folder: &Path,
    chosen: Option<PathBuf>,
    language: Language,
) -> Harness<'static, Workbench> {
    let path = folder.join("own.resonance");
    save_workbook(&path, workbook, &Overwrite::Always).unwrap();
    let dialogs = FakeDialogs::default();
    *dialogs.0.borrow_mut() = chosen;
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        size: [1280.0, 3200.0],
        dialogs,
        language,
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "the file is open", |workbench| {
        !workbench.workbook().enterprises.is_empty()
    });
    window
}

/// Opens a dialog by its keys and waits for it.
fn dialog(window: &mut Harness<'static, Workbench>, modifiers: Modifiers, key: Key) {
    press(window, modifiers, key);
    wait_until(window, "the page is shown", |workbench| {
        workbench.session().dialog.is_some()
    });
    window.run_ok();
}

/// Everything that is said or painted.
fn everything(window: &Harness<'static, Workbench>) -> Vec<String> {
    fn painted(shape: &Shape, all: &mut Vec<String>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, all)),
            Shape::Text(text) => all.push(text.galley.text().to_owned()),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        all.extend(
            [node.label(), node.value(), node.description()]
                .into_iter()
                .flatten(),
        );
    }
    for clipped in &window.output().shapes {
        painted(&clipped.shape, &mut all);
    }
    all
}

/// No text holds any of these.
fn shows_none(window: &Harness<'static, Workbench>, secrets: &[&str], place: &str) {
    let all = everything(window);
    assert!(all.len() > 5, "{place}: something is shown");
    for secret in secrets {
        let found = all.iter().find(|text| text.contains(secret));
        assert!(found.is_none(), "{place}: {found:?}");
    }
}

/// Labels that lead further, by the keys of their screen.
const SCREENS: &[(&str, Modifiers, Key, &[&str])] = &[
    ("Start", Modifiers::ALT, Key::Home, &[]),
    ("Assess", CTRL, Key::Num1, &["Scoring"]),
    ("Guided", CTRL, Key::G, &[]),
    (
        "Results",
        CTRL,
        Key::Num2,
        &["In full", "How is Resonance index R computed?"],
    ),
    ("In short", CTRL_SHIFT, Key::Num2, &[]),
    (
        "Plan",
        CTRL,
        Key::Num3,
        &[
            "What helps most",
            "Make this the target",
            "What if",
            "New what-if",
            "Steps",
            "Step: Ask",
            "Choose somebody of the panel",
            "Calendar",
        ],
    ),
    (
        "Compare",
        CTRL,
        Key::Num4,
        &[
            "Add…",
            "Overlay",
            "Rows",
            "Numbers",
            "Small multiples",
            "Over time",
        ],
    ),
    (
        "Portfolio",
        CTRL,
        Key::Num5,
        &["Plane", "Distribution", "Ranks"],
    ),
    ("Knowledge", CTRL, Key::Num6, &["Scenarios"]),
    ("Room", CTRL, Key::R, &["Hand the laptop to Respondent 2"]),
    ("Room again", CTRL, Key::R, &["Type a grid", "By role"]),
    ("People and rounds", CTRL_SHIFT, Key::P, &[]),
    ("Weights", CTRL_SHIFT, Key::K, &[]),
    ("Presenting", Modifiers::NONE, Key::F5, &[]),
];

#[test]
fn no_screen_and_no_dialog_shows_a_hidden_name_role_or_remark() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(&marked(""), folder.path(), None, Language::English);
    let mut clicked = BTreeSet::new();
    for firm in 0..4 {
        for (name, modifiers, keys, labels) in SCREENS {
            let place = format!("{name}, firm {firm}");
            press(&mut window, *modifiers, *keys);
            shows_none(&window, &[MARK], &place);
            for label in *labels {
                let Some(node) = window.query_all_by_label(label).next() else {
                    continue;
                };
                node.click();
                window.run_ok();
                clicked.insert(*label);
                shows_none(&window, &[MARK], &format!("{place}, {label}"));
            }
            // The charts as lines of text say the same.
            press(&mut window, Modifiers::NONE, Key::T);
            shows_none(&window, &[MARK], &format!("{place}, as text"));
            press(&mut window, Modifiers::NONE, Key::T);
            for _ in 0..3 {
                key(&mut window, Key::Escape);
            }
        }
        press(&mut window, CTRL, Key::PageDown);
    }
    let all = SCREENS.iter().flat_map(|(.., labels)| *labels);
    let missed: Vec<_> = all.filter(|label| !clicked.contains(*label)).collect();
    assert!(missed.is_empty(), "never there to be clicked: {missed:?}");
    // What undo and the messages say.
    press(&mut window, CTRL, Key::Num1);
    press(&mut window, CTRL, Key::D);
    shows_none(&window, &[MARK], "a copy");
    press(&mut window, CTRL, Key::Delete);
    assert!(has(&window, "Deleted "));
    shows_none(&window, &[MARK], "a copy deleted");
    press(&mut window, CTRL, Key::Z);
    shows_none(&window, &[MARK], "undone");
}

#[test]
fn a_blank_alias_is_a_number_everywhere_and_never_the_name() {
    let workbook = marked("");
    let folder = tempfile::tempdir().unwrap();
    for (language, third, fourth) in [
        (Language::English, "Enterprise 3", "Enterprise 4"),
        (Language::Chinese, "企业3", "企业4"),
    ] {
        let mut window = window_on(&workbook, folder.path(), None, language);
        assert!(has(&window, third) && has(&window, fourth));
        press(&mut window, CTRL, Key::Num5);
        assert!(has(&window, third), "on the portfolio");
        for _ in 0..2 {
            press(&mut window, CTRL, Key::PageDown);
        }
        press(&mut window, CTRL, Key::Delete);
        let deleted = language.deleted(third);
        assert!(has(&window, &deleted), "{deleted}");
        let knowledge = Knowledge::built_in().unwrap();
        let firm = &workbook.enterprises[2];
        let kind = FormKind::Paper;
        let form = form_html(&workbook, firm, &firm.rounds[0], &knowledge, kind, language);
        assert!(form.contains(third) && !form.contains(MARK));
    }
    let (table, _) = write_scores(&workbook).unwrap();
    assert!(!table.contains(MARK) || table.contains("remark"), "{table}");
    assert!(table.lines().any(|line| line.starts_with("3,")), "{table}");
    assert!(
        !table.contains("firm") && !table.contains("person"),
        "{table}"
    );
}

#[test]
fn a_role_that_one_person_has_is_not_said_beside_the_number() {
    let mut workbook = demo();
    workbook.hides_people = true;
    let firm = Arc::make_mut(&mut workbook.enterprises[0]);
    for person in &mut firm.people[2..] {
        person.role = " Crew ".into();
    }
    // The same role in other letters is the same role.
    firm.people[3].role = "crew".into();
    assert_eq!(firm.people[0].role, "Owner");
    Arc::make_mut(firm.rounds.last_mut().unwrap()).stage = Stage::Discuss;
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(&workbook, folder.path(), None, Language::English);
    press(&mut window, CTRL, Key::Num1);
    click(&mut window, "Scoring");
    assert!(has(&window, "Respondent 3 · Crew"));
    shows_none(&window, &["Owner", "Foreman"], "whom one scores as");
    key(&mut window, Key::Escape);
    press(&mut window, CTRL_SHIFT, Key::P);
    shows_none(&window, &["Owner", "Foreman"], "People and rounds");
    key(&mut window, Key::Escape);
    press(&mut window, CTRL, Key::R);
    shows_none(&window, &["Owner", "Foreman"], "groups compared");
}

/// Another copy of the marked workbook in which everything differs, with marked things of its own.
fn marked_copy() -> Workbook {
    let mut theirs = marked(" theirs");
    let mut new = Enterprise::new(
        EnterpriseId(Uuid::from_u128(77)),
        format!("{MARK} new firm"),
    );
    let person = RespondentId(Uuid::from_u128(78));
    new.people.push(Respondent {
        id: person,
        name: format!("{MARK} new"),
        role: format!("{MARK} new role"),
    });
    theirs.enterprises.push(Arc::new(new));
    let first = Arc::make_mut(&mut theirs.enterprises[0]);
    first.people.push(Respondent {
        id: person,
        name: format!("{MARK} new"),
        role: format!("{MARK} new role"),
    });
    let round = Arc::make_mut(first.rounds.last_mut().unwrap());
    // Open there, yet being scored here.
    round.stage = Stage::Open;
    let mut response = Response::blank(person);
    for factor in Factor::ALL {
        response.answers[factor].direct = Score::Scored(level(1.3));
    }
    round.responses.push(Arc::new(response));
    round.hands[Factor::Complexity] = Some(Hands::new([73, 0, 0, 0, 0]));
    round.hands[Factor::SocialImpact] = Some(Hands::new([73, 0, 0, 0, 0]));
    for factor in [Factor::Complexity, Factor::SocialImpact] {
        round.agreed[factor] = Some(Box::new(Agreed {
            level: level(4.3),
            dissent: format!("{MARK} dissent there"),
        }));
    }
    theirs
}

#[test]
fn merging_shows_neither_names_nor_what_a_round_being_scored_holds() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.resonance");
    let secrets = [MARK, "1.7", "1.3", "4.7", "4.3", "71", "73"];
    let (mine, theirs) = (marked(""), marked_copy());
    // It is hidden whichever of the two is scoring.
    let mut open = mine.clone();
    let first = Arc::make_mut(&mut open.enterprises[0]);
    Arc::make_mut(first.rounds.last_mut().unwrap()).stage = Stage::Open;
    let mut scoring = theirs.clone();
    let first = Arc::make_mut(&mut scoring.enterprises[0]);
    Arc::make_mut(first.rounds.last_mut().unwrap()).stage = Stage::Score;
    for (mine, theirs) in [(mine, theirs), (open, scoring)] {
        save_workbook(&other, &theirs, &Overwrite::Always).unwrap();
        let chosen = Some(other.clone());
        let mut window = window_on(&mine, folder.path(), chosen, Language::English);
        // Away from what the screen below shows.
        press(&mut window, Modifiers::ALT, Key::Home);
        dialog(&mut window, CTRL_SHIFT, Key::U);
        shows_none(&window, &secrets, "the merge");
        assert!(has(&window, "A · "), "its firm is called by its alias");
        assert!(has(&window, "Respondent 2"), "its people by number");
        assert!(has(&window, "8 answered, hidden while the room scores"));
        window.get_by_role_and_label(Role::Button, "Merge").click();
        window.run_ok();
        shows_none(&window, &[MARK], "merged");
    }
}

#[test]
fn what_a_table_says_is_masked_by_the_place_its_own_row_names() {
    let mut workbook = marked("");
    // The second firm is on screen, and open; the first one is being scored.
    Arc::make_mut(
        Arc::make_mut(&mut workbook.enterprises[1])
            .rounds
            .last_mut()
            .unwrap(),
    )
    .stage = Stage::Open;
    let (one, two) = (&workbook.enterprises[0], &workbook.enterprises[1]);
    let round = |firm: &Enterprise| firm.latest_round().unwrap().name.clone();
    let (scored, open) = (round(one), round(two));
    let person = |firm: &Enterprise| firm.people[0].name.clone();
    let body = format!(
        "Firm,Round,Name,Role,Complexity,Compatibility,Observability,Bemerkung,Wer\n\
         {},{scored},{},{MARK} role,1.3,1.3,1.3,1.3,{MARK} somebody\n\
         {},{open},{},{MARK} role,2.6,2.6,2.6,2.6,{MARK} somebody\n\
         {},{scored},{MARK} wrong,,{MARK} score,71.3,,,\n\
         {},{open},{MARK} twice,,2.6,,,,\n\
         {},{open},{MARK} twice,,2.6,,,,\n",
        one.name,
        person(one),
        two.name,
        person(two),
        one.name,
        two.name,
        two.name,
    );
    let headless = format!("{MARK} a,1.3,1.3\n{MARK} b,1.3,1.3\n");
    // Columns that are not known, so that nobody knows whose scores these are.
    let unknown = format!("Wer,Wo,Complexity,Compatibility\n{MARK} a,{MARK} b,1.3,1.3\n");
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("rows", &body),
        ("headless", &headless),
        ("unknown", &unknown),
    ] {
        let path = folder.path().join(format!("{name}.csv"));
        std::fs::write(&path, text).unwrap();
        let mut window = window_on(&workbook, folder.path(), Some(path), Language::English);
        press(&mut window, CTRL, Key::PageDown);
        press(&mut window, Modifiers::ALT, Key::Home);
        dialog(&mut window, CTRL_SHIFT, Key::T);
        shows_none(&window, &[MARK, "1.3"], name);
        if name == "rows" {
            assert!(has(&window, "Bemerkung"), "a heading names nobody");
            assert!(has(&window, "2.6"), "what is not hidden is shown");
            assert!(has(&window, "A") && has(&window, "B"), "aliases");
            assert!(has(
                &window,
                "it is not shown, since names or scores are hidden"
            ));
        }
    }
}

#[test]
fn codes_and_faulty_files_name_nobody() {
    let mut workbook = marked("");
    let folder = tempfile::tempdir().unwrap();
    let first = workbook.enterprises[0].clone();
    let mut code = ResponseCode {
        workbook: tag(workbook.id.0),
        enterprise: tag(first.id.0),
        round: tag(first.latest_round().unwrap().id.0),
        name: first.people[0].name.clone(),
        answers: resonance::model::PerFactor::default(),
    };
    code.answers[Factor::Complexity].direct = Score::Scored(level(1.3));
    let path = folder.path().join("codes.txt");
    std::fs::write(&path, code.text()).unwrap();
    workbook.hides_people = true;
    let mut window = window_on(&workbook, folder.path(), Some(path), Language::English);
    press(&mut window, Modifiers::ALT, Key::Home);
    dialog(&mut window, CTRL, Key::O);
    assert!(has(&window, "1 of 8 answered"));
    shows_none(&window, &[MARK, "1.3", "1.7"], "codes");
    // The next window is to have the file for itself.
    drop(window);
    // A scores CSV in which somebody stands twice says so without a name.
    let path = folder.path().join("twice.csv");
    let row = format!("F,,R,{MARK} twice,,3,3,3,3,3,3,3,3\n");
    let header = resonance::import::HEADER;
    std::fs::write(&path, format!("{header}\n{row}{row}")).unwrap();
    let mut window = window_on(&workbook, folder.path(), Some(path), Language::English);
    press(&mut window, CTRL_SHIFT, Key::U);
    wait_until(&mut window, "it is said", |workbench| {
        let mut toasts = workbench.session().toasts.iter();
        toasts.any(|toast| toast.text.contains("has a row in this round already"))
    });
    window.run_ok();
    shows_none(&window, &[MARK], "a faulty file");
}

/// A copy that says of the first firm all that a result could be moved by.
fn crafted(start: &Workbook) -> Workbook {
    let mut theirs = start.clone();
    let firm = Arc::make_mut(&mut theirs.enterprises[0]);
    let person = RespondentId(Uuid::from_u128(99));
    firm.people.push(Respondent {
        id: person,
        name: "Ghost".into(),
        role: String::new(),
    });
    let mut heavy = Response::blank(person);
    heavy.weight = 1_000_000.0;
    heavy.answers[Factor::Complexity].direct = Score::Scored(level(1.0));
    let round = Arc::make_mut(firm.rounds.last_mut().unwrap());
    round.responses.push(Arc::new(heavy.clone()));
    let agreed = |level| {
        Some(Box::new(Agreed {
            level,
            dissent: String::new(),
        }))
    };
    for factor in Factor::ALL {
        round.agreed[factor] = agreed(level(5.0));
    }
    // The same in a round and in a firm that are new.
    let mut new = Round::new(
        resonance::model::RoundId(Uuid::from_u128(98)),
        "Newer".into(),
    );
    new.responses.push(Arc::new(heavy));
    new.agreed[Factor::Complexity] = agreed(level(5.0));
    firm.rounds.push(Arc::new(new.clone()));
    let mut stranger = Enterprise::new(EnterpriseId(Uuid::from_u128(97)), "Stranger".into());
    stranger.people.push(firm.people.last().unwrap().clone());
    new.id = resonance::model::RoundId(Uuid::from_u128(96));
    stranger.rounds.push(Arc::new(new));
    theirs.enterprises.push(Arc::new(stranger));
    theirs
}

/// Agreed scores of the first firm and weights other than 1 that a workbook has more than another.
fn moved(workbook: &Workbook, start: &Workbook) -> (usize, usize) {
    let count = |workbook: &Workbook| {
        let rounds = workbook.enterprises.iter().flat_map(|one| &one.rounds);
        rounds.fold((0, 0), |(agreed, heavy), round| {
            let own = round.agreed.iter().filter(|(_, agreed)| agreed.is_some());
            let weights = round.responses.iter().filter(|one| one.weight > 1.0);
            (agreed + own.count(), heavy + weights.count())
        })
    };
    let (now, before) = (count(workbook), count(start));
    (now.0 - before.0, now.1 - before.1)
}

#[test]
fn agreed_scores_and_weights_of_another_file_need_a_yes_and_the_rest_is_listed() {
    let mut start = demo();
    for enterprise in &mut start.enterprises {
        for round in &mut Arc::make_mut(enterprise).rounds {
            Arc::make_mut(round).agreed = resonance::model::PerFactor::default();
        }
    }
    let theirs = crafted(&start);
    let merge = Merge::of(&start, &theirs);
    let asked = merge.conflicts.iter().filter(|one| one.asks_for_a_yes());
    assert_eq!(asked.count(), 8 + 1 + 2 + 2);
    assert_eq!(moved(&merge.decided(|_| false), &start), (0, 0));
    assert_eq!(moved(&merge.decided(|_| true), &start), (10, 3));
    let kinds: Vec<&Added> = merge.additions.iter().map(|one| &one.what).collect();
    let ghost = RespondentId(Uuid::from_u128(99));
    assert_eq!(
        kinds,
        [
            &Added::Person(ghost),
            &Added::Response(ghost),
            &Added::Round,
            &Added::Enterprise
        ]
    );
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.resonance");
    save_workbook(&other, &theirs, &Overwrite::Always).unwrap();
    let mut window = window_on(&start, folder.path(), Some(other), Language::English);
    dialog(&mut window, CTRL_SHIFT, Key::U);
    for line in [
        "New in it: 4. Changed in both: 0",
        "Green Valley Farm: new people: Ghost",
        "Green Valley Farm · Review · Ghost: Complexity 1.0",
        "Green Valley Farm · Newer: a new round (answers: 1)",
        "Stranger: a new enterprise (people: 1, rounds: 1, answers: 1)",
        "Theirs: 1000000",
        "Mine: none",
    ] {
        assert!(has(&window, line), "{line}");
    }
    window.get_by_role_and_label(Role::Button, "Merge").click();
    window.run_ok();
    assert_eq!(moved(window.state().workbook(), &start), (0, 0));
    assert_eq!(window.state().workbook().enterprises.len(), 15);
    // Only the yes takes them.
    press(&mut window, CTRL, Key::Z);
    dialog(&mut window, CTRL_SHIFT, Key::U);
    click(&mut window, "Take all");
    window.get_by_role_and_label(Role::Button, "Merge").click();
    window.run_ok();
    assert_eq!(moved(window.state().workbook(), &start), (10, 3));
}

#[test]
fn a_long_merge_lists_the_first_and_counts_the_others() {
    let start = demo();
    let mut theirs = start.clone();
    for number in 0..300_u128 {
        let id = EnterpriseId(Uuid::from_u128(1_000 + number));
        theirs
            .enterprises
            .push(Arc::new(Enterprise::new(id, format!("New {number}"))));
    }
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.resonance");
    save_workbook(&other, &theirs, &Overwrite::Always).unwrap();
    let mut window = window_on(&start, folder.path(), Some(other), Language::English);
    dialog(&mut window, CTRL_SHIFT, Key::U);
    assert!(has(&window, "and 100 more"));
}

#[test]
fn differing_remarks_are_conflicts_and_empty_ones_are_filled() {
    let mut mine = demo();
    let mut theirs = mine.clone();
    mine.note = "mine".into();
    theirs.note = "theirs".into();
    let noted = |workbook: &mut Workbook, place: usize, note: &str| {
        let firm = Arc::make_mut(&mut workbook.enterprises[0]);
        let round = Arc::make_mut(&mut firm.rounds[0]);
        note.clone_into(&mut Arc::make_mut(&mut round.responses[place]).note);
    };
    noted(&mut mine, 0, "my remark");
    noted(&mut theirs, 0, "their remark");
    noted(&mut theirs, 1, "only theirs");
    let merge = Merge::of(&mine, &theirs);
    let texts: Vec<(&str, &str)> = merge
        .conflicts
        .iter()
        .map(|one| match &one.subject {
            Subject::Text { mine, theirs } => (mine.as_str(), theirs.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, [("mine", "theirs"), ("my remark", "their remark")]);
    assert_eq!(merge.additions.len(), 1);
    for (take, note, remark) in [
        (false, "mine", "my remark"),
        (true, "theirs", "their remark"),
    ] {
        let merged = merge.decided(|_| take);
        let round = &merged.enterprises[0].rounds[0];
        assert_eq!(
            (merged.note.as_str(), round.responses[0].note.as_str()),
            (note, remark)
        );
        assert_eq!(round.responses[1].note, "only theirs");
    }
}

#[test]
fn names_of_a_table_find_the_round_being_scored_whatever_their_case_and_the_unknown_is_hidden() {
    let workbook = marked("");
    let first = &workbook.enterprises[0];
    let (firm, round) = (
        first.name.as_str(),
        first.latest_round().unwrap().name.as_str(),
    );
    let other = workbook.enterprises[1].name.as_str();
    assert!(workbook.withholds(Some(&firm.to_lowercase()), Some(&format!(" {round} "))));
    assert!(workbook.withholds(Some(&first.alias), Some(round)));
    assert!(workbook.withholds(Some("Nobody knows"), Some(round)));
    assert!(workbook.withholds(None, None) && workbook.withholds(Some(firm), None));
    assert!(!workbook.withholds(Some(other), Some(round)));
    assert!(!workbook.withholds(Some(firm), Some("another round")));
    assert!(!demo().withholds(None, None), "nobody scores");
}
