//! What reports say: nothing that is withheld, nothing that the screen would not, in every kind and format.

use std::sync::{Arc, LazyLock};

use resonance::{
    analysis::Settings,
    knowledge::{Knowledge, demo_workbook},
    language::Language,
    model::{
        Enterprise, EnterpriseId, Factor, Level, PlanItem, PlanItemId, PlanSource, PlanState,
        Score, Stage, Workbook,
    },
    report::{
        Block, Cell, Facilitator, KeyFigure, Layouter, Paper, Report, ReportKind, Scope, Source,
        Span, build, html, markdown, plain_text,
    },
    theme::{ThemeName, Themes},
};
use uuid::Uuid;

use crate::support::large_workbook;

const BOTH: [Language; 2] = [Language::English, Language::Chinese];

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());

fn knowledge() -> &'static Knowledge {
    &KNOWLEDGE
}

fn reports(workbook: &Workbook, kind: ReportKind, language: Language) -> Vec<Report> {
    let source = Source {
        workbook,
        knowledge: knowledge(),
        language,
        settings: Settings::of(workbook),
        today: "2026-11-26",
        facilitator: &Facilitator::default(),
    };
    build(kind, &source, &Scope::all(workbook))
}

fn demo(language: Language) -> Workbook {
    demo_workbook(language).unwrap()
}

/// The demo with a change to its first enterprise.
fn changed(language: Language, change: impl FnOnce(&mut Enterprise)) -> Workbook {
    let mut workbook = demo(language);
    change(Arc::make_mut(&mut workbook.enterprises[0]));
    workbook
}

/// All words of a report, charts in words included, a line each.
fn words(report: &Report) -> String {
    let mut lines = vec![report.title.clone(), report.subject.clone()];
    lines.extend(spans(&report.foot));
    in_blocks(&report.blocks, &mut lines);
    lines.join("\n")
}

fn spans(spans: &[Span]) -> Option<String> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    (!text.is_empty()).then_some(text)
}

fn in_blocks(blocks: &[Block], lines: &mut Vec<String>) {
    let cells = |cells: &[Cell]| -> Vec<String> {
        cells.iter().filter_map(|cell| spans(&cell.spans)).collect()
    };
    for block in blocks {
        match block {
            Block::Heading { text, .. } => lines.push(text.clone()),
            Block::Paragraph(paragraph) => lines.extend(spans(&paragraph.spans)),
            Block::List { items, .. } => items.iter().for_each(|item| in_blocks(item, lines)),
            Block::Table(table) => {
                lines.push(table.caption.clone());
                lines.extend(table.columns.iter().map(|column| column.head.clone()));
                table.rows.iter().for_each(|row| lines.extend(cells(row)));
            }
            Block::Figure(figure) => in_figure(figure, lines),
            Block::KeyFigure(key) => {
                let KeyFigure {
                    number,
                    word,
                    sentences,
                    figure,
                } = key;
                lines.push(number.clone());
                lines.push(word.clone());
                lines.extend(sentences.iter().cloned());
                if let Some(figure) = figure {
                    in_figure(figure, lines);
                }
            }
            Block::Columns(columns) => {
                for (_, blocks) in columns {
                    in_blocks(blocks, lines);
                }
            }
            Block::Together(blocks) | Block::Aside(blocks) => in_blocks(blocks, lines),
            Block::Contents | Block::NewPage | Block::Space(_) => {}
        }
    }
}

fn in_figure(figure: &resonance::report::Figure, lines: &mut Vec<String>) {
    lines.push(figure.caption.clone());
    let (chart, height) = (figure.draw)(400.0, &Measure);
    assert!(height > 0.0 && height.is_finite());
    lines.extend(chart.description.iter().cloned());
    for shape in &chart.shapes {
        if let resonance::chart::Shape::Text { text, .. } = shape {
            lines.push(text.clone());
        }
    }
}

/// As wide as letters usually are.
struct Measure;

impl resonance::chart::TextMeasure for Measure {
    fn width(&self, text: &str, _: resonance::chart::TextRole) -> f32 {
        text.chars().count() as f32 * 7.0
    }

    fn height(&self, _: resonance::chart::TextRole) -> f32 {
        14.0
    }
}

#[test]
fn every_firm_of_the_demo_has_a_sheet_with_the_number_that_stands_on_screen() {
    for language in BOTH {
        let workbook = demo(language);
        let sheets = reports(&workbook, ReportKind::Sheet, language);
        assert_eq!(sheets.len(), workbook.enterprises.len());
        for (enterprise, sheet) in workbook.enterprises.iter().zip(&sheets) {
            assert!(sheet.title.starts_with(&enterprise.name), "{}", sheet.title);
            let round = enterprise.latest_round().unwrap();
            let result = resonance::analysis::evaluate(round, &Settings::of(&workbook));
            let said = words(sheet);
            match result.outcome {
                Some(outcome) => {
                    let number = resonance::wording::whole(outcome.resonance);
                    assert!(said.lines().any(|line| line == number), "{said}");
                    let nothing = said.contains(language.owner_nothing_holds());
                    assert!(nothing || said.contains(language.report_steps()), "{said}");
                }
                None => assert!(!said.contains(language.report_scale_of("", "").as_str())),
            }
        }
    }
}

#[test]
fn a_sheet_is_one_page_of_either_paper() {
    let mut layouter = Layouter::new();
    let mut longer = Vec::new();
    for language in BOTH {
        for sheet in reports(&demo(language), ReportKind::Sheet, language) {
            for paper in Paper::SHEETS {
                if layouter.pages(&sheet, paper).pages.len() > 1 {
                    longer.push((sheet.title.clone(), paper));
                }
            }
        }
    }
    assert!(longer.is_empty(), "{longer:?}");
}

#[test]
fn an_incomplete_firm_has_the_same_page_with_what_is_missing_in_place_of_the_number() {
    for language in BOTH {
        let workbook = changed(language, |one| {
            let mut rounds = one.rounds.iter_mut();
            let round = Arc::make_mut(rounds.next_back().unwrap());
            for response in &mut round.responses {
                let factor = Factor::SocialImpact;
                Arc::make_mut(response).answers[factor].direct = Score::NotScored;
            }
            round.agreed[Factor::SocialImpact] = None;
        });
        let said = words(&reports(&workbook, ReportKind::Sheet, language)[0]);
        let name = knowledge().framework.of(Factor::SocialImpact);
        let missing = language.missing_list(name.name.get(language));
        assert!(said.contains(&language.report_scored(7)), "{said}");
        assert!(said.contains(&missing), "{said}");
        assert!(said.contains(language.owner_holding()), "{said}");
    }
}

#[test]
fn of_a_round_that_is_being_scored_a_report_says_so_and_nothing_else() {
    for language in BOTH {
        for stage in [Stage::Define, Stage::Score] {
            let hidden = |one: &mut Enterprise| {
                Arc::make_mut(one.rounds.last_mut().unwrap()).stage = stage;
            };
            let workbook = changed(language, hidden);
            // With other answers in that round, nothing of the report may be another.
            let other = changed(language, |one| {
                hidden(one);
                let round = Arc::make_mut(one.rounds.last_mut().unwrap());
                for response in &mut round.responses {
                    for factor in Factor::ALL {
                        let level = Level::new(1.5).unwrap();
                        let response = Arc::make_mut(response);
                        response.answers[factor].direct = Score::Scored(level);
                        response.answers[factor]
                            .change_detail(|detail| detail.note = "note".into());
                    }
                }
            });
            for kind in ReportKind::ALL {
                let said = |workbook| -> Vec<String> {
                    reports(workbook, kind, language)
                        .iter()
                        .map(words)
                        .collect()
                };
                assert_eq!(said(&workbook), said(&other), "{kind:?}");
                let withheld = match kind {
                    ReportKind::Portfolio => language.portfolio_hidden(),
                    ReportKind::Sheet | ReportKind::Full => language.report_hidden(),
                };
                assert!(said(&workbook)[0].contains(withheld), "{kind:?}");
            }
        }
    }
}

#[test]
fn while_aliases_are_used_no_report_names_a_firm() {
    for language in BOTH {
        let mut workbook = demo(language);
        workbook.uses_aliases = true;
        workbook.fill_aliases();
        Arc::make_mut(&mut workbook.enterprises[1]).alias = String::new();
        let firms: Vec<String> = workbook
            .enterprises
            .iter()
            .map(|one| one.name.clone())
            .collect();
        for kind in ReportKind::ALL {
            let said: Vec<String> = reports(&workbook, kind, language)
                .iter()
                .map(words)
                .collect();
            let said = said.join("\n");
            for name in &firms {
                assert!(!said.contains(name.as_str()), "{kind:?} says {name}");
            }
            assert!(said.contains(&language.new_enterprise_name(2)), "{kind:?}");
        }
    }
}

#[test]
fn while_names_are_hidden_no_report_names_a_person() {
    for language in BOTH {
        let mut workbook = changed(language, |one| {
            let owner = one.people[0].name.clone();
            one.plan.push(Arc::new(item(1, "Ask", &owner)));
        });
        // What somebody wrote is told as it was written, as on screen.
        for (number, enterprise) in workbook.enterprises.iter_mut().enumerate() {
            let enterprise = Arc::make_mut(enterprise);
            // Names that no sentence holds by chance.
            for (place, person) in enterprise.people.iter_mut().enumerate() {
                person.name = format!("Qwx{number}-{place}");
            }
            for item in &mut enterprise.plan {
                Arc::make_mut(item).owner = "Qwx0-0".into();
            }
            for round in &mut enterprise.rounds {
                let round = Arc::make_mut(round);
                for response in &mut round.responses {
                    let answers = &mut Arc::make_mut(response).answers;
                    for factor in Factor::ALL {
                        answers[factor].change_detail(|detail| detail.note = "As noted".into());
                    }
                }
                for factor in Factor::ALL {
                    if let Some(agreed) = &mut round.agreed[factor] {
                        agreed.dissent.clear();
                    }
                }
            }
        }
        let people = workbook.enterprises.iter().flat_map(|one| &one.people);
        let people: Vec<String> = people.map(|person| person.name.clone()).collect();
        let all = |workbook: &Workbook, kind| -> String {
            let said = reports(workbook, kind, language);
            said.iter().map(words).collect::<Vec<_>>().join("\n")
        };
        assert!(all(&workbook, ReportKind::Sheet).contains(&people[0]));
        workbook.hides_people = true;
        for kind in ReportKind::ALL {
            let said = all(&workbook, kind);
            for name in &people {
                assert!(!said.contains(name.as_str()), "{kind:?} says {name}");
            }
        }
    }
}

fn item(id: u128, text: &str, owner: &str) -> PlanItem {
    PlanItem {
        id: PlanItemId(Uuid::from_u128(id)),
        source: PlanSource::Free,
        text: text.into(),
        factor: Some(Factor::Compatibility),
        state: PlanState::Open,
        owner: owner.into(),
        due: "2027-03-31".into(),
        lift: 1.0,
    }
}

#[test]
fn an_empty_workbook_a_firm_without_a_round_and_an_endless_name_are_sound_reports() {
    let nothing = Workbook::new(demo(Language::English).id, String::new());
    let mut odd = nothing.clone();
    let name = format!("\u{202e}<b>&\"{}", "农x".repeat(250));
    let id = EnterpriseId(Uuid::from_u128(7));
    odd.enterprises.push(Arc::new(Enterprise::new(id, name)));
    odd.enterprises.push(Arc::new(Enterprise::new(
        EnterpriseId(Uuid::from_u128(8)),
        String::new(),
    )));
    for language in BOTH {
        let sheets = reports(&odd, ReportKind::Sheet, language);
        assert!(
            sheets[0].title.starts_with("<b>&\"农x"),
            "{}",
            sheets[0].title
        );
        assert!(sheets[0].title.chars().count() <= 121);
        assert_eq!(sheets[1].title, language.unnamed());
        assert!(words(&sheets[1]).contains(language.report_no_round()));
        assert!(reports(&nothing, ReportKind::Sheet, language).is_empty());
    }
}

/// A report in every format that is text, each with its name.
fn formats(report: &Report) -> [(&'static str, String); 3] {
    thread_local! {
        static LAYOUTER: Layouter = Layouter::new();
    }
    let themes = Themes::built_in().unwrap();
    let tokens = [ThemeName::Light, ThemeName::Dark].map(|name| themes.get(name));
    LAYOUTER.with(|layouter| {
        let measure = layouter.measure();
        [
            ("HTML", html(report, measure, tokens)),
            ("Markdown", markdown(report, measure)),
            ("text", plain_text(report, measure)),
        ]
    })
}

/// What a reader of an HTML or Markdown file sees: without tags, entities and escapes.
fn seen(format: &str, written: &str) -> String {
    match format {
        "HTML" => {
            let body = &written[written.find("<body>").unwrap()..];
            let mut text = String::new();
            let mut inside = false;
            for character in body.chars() {
                match character {
                    '<' => inside = true,
                    '>' => inside = false,
                    other if !inside => text.push(other),
                    _ => {}
                }
            }
            for (entity, character) in [
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", "\""),
                ("&apos;", "'"),
                ("&amp;", "&"),
            ] {
                text = text.replace(entity, character);
            }
            text
        }
        "Markdown" => written.replace('\\', ""),
        _ => written.to_owned(),
    }
}

#[test]
fn every_number_of_a_report_stands_in_every_format_as_it_is_printed() {
    for language in BOTH {
        let workbook = demo(language);
        for kind in ReportKind::ALL {
            for report in reports(&workbook, kind, language) {
                let mut numbers = Vec::new();
                printed_numbers(&report.blocks, &mut numbers);
                assert!(kind == ReportKind::Sheet || !numbers.is_empty());
                for (format, written) in formats(&report) {
                    let seen = seen(format, &written);
                    for number in &numbers {
                        assert!(seen.contains(number.as_str()), "{format} lacks {number}");
                    }
                }
            }
        }
    }
}

/// The numbers of tables and the one of the page, as printed.
fn printed_numbers(blocks: &[Block], numbers: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::KeyFigure(key) => numbers.push(key.number.clone()),
            Block::Table(table) => {
                let cells = table.rows.iter().flatten();
                numbers.extend(
                    cells
                        .filter(|cell| cell.number.is_some())
                        .filter_map(|cell| spans(&cell.spans)),
                );
            }
            Block::Columns(columns) => {
                for (_, blocks) in columns {
                    printed_numbers(blocks, numbers);
                }
            }
            Block::Together(blocks) | Block::Aside(blocks) => printed_numbers(blocks, numbers),
            _ => {}
        }
    }
}

#[test]
fn an_html_report_runs_nothing_fetches_nothing_and_says_its_language() {
    for (language, code) in BOTH.into_iter().zip(["en", "zh-Hans"]) {
        let mut workbook = demo(language);
        Arc::make_mut(&mut workbook.enterprises[0]).name =
            "<script>alert(1)</script>\u{202e}\"'&".into();
        for kind in ReportKind::ALL {
            for report in reports(&workbook, kind, language).iter().take(2) {
                let [(_, page), ..] = formats(report);
                assert!(page.contains(&format!("<html lang=\"{code}\">")));
                assert!(page.contains("default-src 'none'"));
                assert!(!page.contains("<script") && !page.contains("javascript:"));
                assert!(!page.contains("src=\"http") && !page.contains("url("));
                assert!(!page.contains('\u{202e}'));
                assert!(!page.contains("NaN") && !page.contains("inf"), "{kind:?}");
                let opened = page.matches("<svg").count();
                assert_eq!(opened, page.matches("</svg>").count());
                assert_eq!(opened, page.matches("<title>").count() - 1);
                // Headings leave no level out.
                let levels: Vec<u8> = page
                    .match_indices("<h")
                    .filter_map(|(at, _)| page.as_bytes().get(at + 2))
                    .filter(|digit| digit.is_ascii_digit())
                    .map(|digit| digit - b'0')
                    .collect();
                assert_eq!(levels.first(), Some(&1));
                assert!(
                    levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
                    "{levels:?}"
                );
            }
        }
    }
}

#[test]
fn a_name_means_nothing_in_markdown() {
    let workbook = changed(Language::English, |one| {
        one.name = "# *a*|b <i>[x](y)".into();
    });
    let sheet = &reports(&workbook, ReportKind::Sheet, Language::English)[0];
    let [_, (_, text), _] = formats(sheet);
    assert!(
        text.starts_with("# \\# \\*a\\*\\|b \\<i\\>\\[x\\](y)\n"),
        "{text}"
    );
    let apart = Language::English.labelled(Language::English.report_apart(), "");
    assert!(
        text.contains(&format!("**{}** ", apart.trim_end())),
        "{text}"
    );
}

#[test]
fn a_chinese_report_holds_no_english_sentence() {
    let workbook = demo(Language::Chinese);
    for kind in ReportKind::ALL {
        for report in reports(&workbook, kind, Language::Chinese) {
            for line in words(&report).lines() {
                // Names of organisations and sources stay in their own letters.
                let quoted = line.contains("J.") || line.contains("19") || line.contains("20");
                let latin = line.split(|one: char| !one.is_ascii_alphabetic() && one != ' ');
                let most = latin
                    .map(|run| run.split_whitespace().count())
                    .max()
                    .unwrap_or(0);
                assert!(quoted || most < 5, "{line}");
            }
        }
    }
}

#[test]
fn a_portfolio_of_ten_thousand_firms_is_one_report_with_a_line_each() {
    let workbook = large_workbook(10_000);
    let made = reports(&workbook, ReportKind::Portfolio, Language::English);
    assert_eq!(made.len(), 1);
    let rows = |report: &Report| -> usize {
        let tables = report.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        });
        tables.max().unwrap_or(0)
    };
    assert_eq!(rows(&made[0]), 10_000);
}

#[test]
fn a_group_of_fewer_than_five_shows_no_figures_in_a_portfolio_report() {
    let mut workbook = large_workbook(9);
    for (index, firm) in workbook.enterprises.iter_mut().enumerate() {
        let sector = if index < 4 { "few" } else { "many" };
        Arc::make_mut(firm).sector = sector.into();
    }
    let made = reports(&workbook, ReportKind::Portfolio, Language::English);
    let heat = made[0].blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption == Language::English.report_heat_of() => Some(table),
        _ => None,
    });
    let groups = heat.unwrap().columns.iter().skip(1);
    let names = groups.map(|column| column.head.clone());
    // Beside the one small group, what all together are would give it away.
    assert_eq!(names.collect::<Vec<_>>(), ["many (5)"]);
    let said = words(&made[0]);
    assert!(
        said.contains(&Language::English.distribution_few(1, "few (4)")),
        "{said}"
    );
}
