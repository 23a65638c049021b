//! "How is this computed": every kind of number has its formula, its numbers, its source, and what is
//! shown of them is what stands on the screen; by pointer and by keys.

use std::collections::BTreeSet;

use crate::support::{Setup, click, key, press, wait_until};
use egui::{Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{By, NodeT, Queryable},
};
use resonance::{cli::Content, i18n::Language, window::Workbench};

type Window = Harness<'static, Workbench>;

fn open(language: Language) -> Window {
    Setup {
        language,
        size: [1280.0, 2400.0],
        ..Setup::default()
    }
    .tree()
}

/// Everything that is read or heard of what is on screen.
fn said(window: &Window) -> Vec<String> {
    let mut texts = Vec::new();
    for node in window.query_all(By::new()) {
        let node = node.accesskit_node();
        texts.extend(node.label());
        texts.extend(node.value());
        texts.extend(node.description());
    }
    texts
}

fn asks(language: Language) -> &'static str {
    match language {
        Language::English => "computed?",
        Language::Chinese => "是怎样计算的",
    }
}

/// Opens every explanation that the screen offers; gives their titles.
fn ask_everything(window: &mut Window, language: Language) -> BTreeSet<String> {
    let before = said(window);
    let labels: BTreeSet<String> = before
        .iter()
        .filter(|text| text.contains(asks(language)))
        .cloned()
        .collect();
    for label in &labels {
        window.query_all_by_label(label).next().unwrap().click();
        window.run_ok();
        let page: Vec<String> = said(window);
        for part in [
            language.formula(),
            language.with_numbers(),
            language.explain_shown(),
            language.source(),
            language.explain_whose_text(),
        ] {
            assert!(page.iter().any(|text| text == part), "{label}: {part}");
        }
        assert!(
            !page.iter().any(|text| text == language.no_value()),
            "{label}"
        );
        let shown = page.iter().find(|text| text.starts_with("→ "));
        let shown = shown.unwrap_or_else(|| panic!("{label} shows nothing"));
        for piece in shown.trim_start_matches("→ ").split(" · ") {
            assert!(
                before.iter().any(|text| text.contains(piece)),
                "{label}: {piece:?} of {shown:?} is not on screen"
            );
        }
        for line in &page {
            roots_come_out(line);
        }
        key(window, Key::Escape);
        assert!(
            window.query_by_label(language.formula()).is_none(),
            "{label}"
        );
    }
    labels
}

/// The root of two numbers and what is said to come out of it, within what three decimals leave open.
fn roots_come_out(line: &str) {
    for part in line.split("√(").skip(1) {
        let Some((product, rest)) = part.split_once(") = ") else {
            continue;
        };
        let result: String = rest
            .chars()
            .take_while(|one| one.is_ascii_digit() || *one == '.')
            .collect();
        let factors: Option<Vec<f64>> =
            product.split(" × ").map(|text| text.parse().ok()).collect();
        let (Some(factors), Ok(result)) = (factors, result.parse::<f64>()) else {
            continue;
        };
        let root = factors.iter().product::<f64>().sqrt();
        // Where one factor is small the last decimal of it weighs more.
        let slack = 0.000_6 + 0.000_5 * factors.iter().sum::<f64>() / (2.0 * root).max(0.01);
        assert!((root - result).abs() < slack, "{line}: {root}");
    }
}

fn titles(names: &[&str]) -> BTreeSet<String> {
    let title = |name: &&str| Language::English.how_computed_named(name);
    names.iter().map(title).collect()
}

#[test]
fn every_number_of_results_says_how_it_came_and_ends_in_what_is_shown() {
    for language in Language::ALL {
        let mut window = open(language);
        press(&mut window, Modifiers::COMMAND, Key::Num2);
        for fold in [language.details_for_experts(), language.matrix_title()] {
            click(&mut window, fold);
        }
        let mut asked = BTreeSet::new();
        // The first firm has two rounds; later ones are split, incomplete, or a close call.
        for _ in 0..7 {
            asked.extend(ask_everything(&mut window, language));
            press(&mut window, Modifiers::COMMAND, Key::PageDown);
        }
        if language == Language::English {
            let expected = titles(&[
                language.value_resonance(),
                language.value_supply(),
                language.value_demand(),
                language.value_balance(),
                language.value_coupling(),
                language.value_development(),
                language.value_coordination(),
                language.value_kendall(),
                "Complexity",
                language.matrix_title(),
                language.explain_pairs(),
                language.explain_lead(),
                language.explain_certainty(),
                language.explain_change(),
                language.explain_robustness(),
            ]);
            let missing: Vec<_> = expected.difference(&asked).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}

#[test]
fn every_number_of_plan_says_how_it_came_and_ends_in_what_is_shown() {
    for language in Language::ALL {
        let mut window = open(language);
        press(&mut window, Modifiers::COMMAND, Key::Num3);
        click(&mut window, language.plan_page_levers());
        let mut asked = ask_everything(&mut window, language);
        click(&mut window, language.path_take());
        asked.extend(ask_everything(&mut window, language));
        click(&mut window, language.plan_page_what_ifs());
        click(&mut window, language.what_if_new());
        let factor = match language {
            Language::English => "Complexity",
            Language::Chinese => "复杂性",
        };
        window
            .get_by_label(&language.what_if_level_of(factor))
            .focus();
        window.run_ok();
        key(&mut window, Key::Num1);
        asked.extend(ask_everything(&mut window, language));
        if language == Language::English {
            let expected = titles(&[
                language.value_resonance(),
                language.explain_path(),
                language.explain_gain(),
                language.explain_tornado(),
                language.explain_target(),
                language.explain_progress(),
                &language.what_if_result("What if 1"),
            ]);
            assert_eq!(asked, expected);
        }
    }
}

#[test]
fn every_difference_of_compare_says_how_it_came_and_ends_in_what_is_shown() {
    for language in Language::ALL {
        let mut window = open(language);
        press(&mut window, Modifiers::COMMAND, Key::Num4);
        let asked = ask_everything(&mut window, language);
        assert_eq!(asked.len(), 1, "{asked:?}");
        click(&mut window, language.compare_page_numbers());
        // Both rounds, and what differs between them.
        let asked = ask_everything(&mut window, language);
        assert_eq!(asked.len(), 3, "{asked:?}");
    }
}

#[test]
fn ranks_and_entropy_say_how_they_came_and_end_in_what_is_shown() {
    for language in Language::ALL {
        let mut window = open(language);
        press(&mut window, Modifiers::COMMAND, Key::Num5);
        click(&mut window, language.portfolio_ranks());
        for _ in 0..500 {
            if window.query_by_label(language.ranks_likely()).is_some() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            window.run_ok();
        }
        let asked = ask_everything(&mut window, language);
        assert_eq!(asked.len(), 4, "{asked:?}");
    }
}

#[test]
fn of_two_people_both_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.csv");
    let text = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
        compatibility,observability,expected_costs,anticipated_benefits,social_impact,\
        facilitating_conditions\n\
        Mill,,Baseline,One,,4,2,3,3,2,4,3,3\n\
        Mill,,Baseline,Two,,3,3,2,3,4,3,2,2\n";
    std::fs::write(&path, text).unwrap();
    let mut window = Setup {
        content: Content::Start,
        file: Some(path),
        size: [1280.0, 2400.0],
        ..Setup::default()
    }
    .tree();
    wait_until(&mut window, "opened", |state| {
        !state.workbook().enterprises.is_empty()
    });
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    // S and D of One are 0.625 and 0.625, of Two 0.4375 and 0.3125.
    ask_everything(&mut window, Language::English);
    click(&mut window, "How is the certainty of R computed?");
    let page = said(&window);
    for line in ["√(0.625 × 0.625) = 0.625", "→ The two alone: 63 and 37"] {
        assert!(page.iter().any(|text| text == line), "{line}: {page:?}");
    }
}

#[test]
fn the_interval_comes_out_of_the_numbers_that_stand_there() {
    let mut window = open(Language::English);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    click(&mut window, "How is the certainty of R computed?");
    // A label is both what is shown and what is heard.
    let page: BTreeSet<String> = said(&window).into_iter().collect();
    let mut ends = 0;
    for line in &page {
        let Some((r, rest)) = line.split_once(" × e^(") else {
            continue;
        };
        let Some((exponent, end)) = rest.split_once(") = ") else {
            continue;
        };
        let (sign, exponent) = exponent
            .strip_prefix('−')
            .map_or((1.0, exponent), |rest| (-1.0, rest));
        let number = |text: &str| text.parse::<f64>().unwrap();
        let product: f64 = exponent.split(" × ").map(number).product();
        let found = number(r) * (sign * product).exp();
        assert!((found - number(end)).abs() < 0.001, "{line}: {found}");
        ends += 1;
    }
    assert_eq!(ends, 2, "{page:?}");
    // The standard error, put together from the line that holds it.
    let line = page.iter().find(|line| line.starts_with("se² = ")).unwrap();
    let error = page.iter().find_map(|line| line.strip_prefix("se = "));
    let numbers: Vec<f64> = line
        .trim_start_matches("se² = ")
        .split(|one: char| !one.is_ascii_digit() && one != '.' && one != '-')
        .filter_map(|text| text.parse().ok())
        .collect();
    let [s_s, s, s_d, d, _two, covariance, _s, _d, _four, n] = numbers[..] else {
        panic!("{numbers:?}");
    };
    let squared =
        (s_s * s_s / (s * s) + s_d * s_d / (d * d) + 2.0 * covariance / (s * d)) / 4.0 / n;
    let error: f64 = error.unwrap().parse().unwrap();
    assert!((squared.sqrt() - error).abs() < 0.000_3, "{line}: {error}");
}

#[test]
fn an_explanation_is_opened_and_closed_by_keys_and_the_focus_comes_back() {
    let mut window = open(Language::English);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    let label = "How is the change since the last round computed?";
    let focused = |window: &Window, label: &str| {
        let mut nodes = window.query_all_by_label(label);
        nodes.any(|node| node.accesskit_node().is_focused())
    };
    for _ in 0..120 {
        if focused(&window, label) {
            break;
        }
        key(&mut window, Key::Tab);
    }
    assert!(focused(&window, label), "Tab comes to the button");
    for close in [Key::Escape, Key::Enter] {
        key(&mut window, Key::Enter);
        assert!(window.query_by_label("Formula").is_some(), "Enter opens it");
        assert!(focused(&window, "Close"), "the page has the focus");
        key(&mut window, Key::Tab);
        assert!(focused(&window, "Copy"), "Tab stays on the page");
        press(&mut window, Modifiers::SHIFT, Key::Tab);
        assert!(focused(&window, "Close"));
        // Keys of the screen behind it rest meanwhile.
        press(&mut window, Modifiers::COMMAND, Key::Num1);
        assert!(window.query_by_label("Formula").is_some());
        key(&mut window, close);
        assert!(window.query_by_label("Formula").is_none(), "{close:?}");
        assert!(focused(&window, label), "the focus comes back: {close:?}");
    }
}

#[test]
fn an_explanation_is_copied_whole() {
    let mut window = open(Language::English);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    click(&mut window, "How is Resonance index R computed?");
    let page = said(&window);
    window.get_by_label("Copy").click();
    let mut copied = String::new();
    for _ in 0..6 {
        window.step();
        for command in &window.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                copied.clone_from(text);
            }
        }
    }
    for part in ["Formula", "With the numbers put in", "R = √(0.756 × 0.656)"] {
        assert!(copied.contains(part), "{part}: {copied}");
    }
    let lines = copied.lines().filter(|line| !line.is_empty());
    for line in lines {
        assert!(
            page.iter().any(|text| text == line),
            "{line} is on the page"
        );
    }
    assert!(crate::support::has(&window, "Copied"));
}
