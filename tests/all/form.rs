//! The response form in a real browser, at phone and laptop size: filled in, its code is taken in with
//! the same numbers. Where no browser is installed the test says so and tries nothing, unless
//! `RESONANCE_BROWSER` is `required`.

use std::{path::Path, process::Command};

use resonance::{
    export::{FormKind, form_html},
    i18n::Language,
    import::{ResponseCode, tag},
    knowledge::{Knowledge, demo_workbook},
    model::{Basis, Factor, Level, Score},
};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Fills the form in as a person would, by clicking, and leaves what came of it in the page.
const DRIVER: &str = r#"
<script>
addEventListener("load", () => {
  const levels = LEVELS;
  const groups = [...document.querySelectorAll("fieldset")];
  let question = 0;
  for (const group of groups) {
    const inputs = [...group.querySelectorAll("input")];
    if (inputs.length === 2) { inputs[question % 2].click(); continue; }
    const level = levels[question % levels.length];
    if (level !== null) inputs[level === "na" ? 5 : level - 1].click();
    question += 1;
  }
  const name = document.getElementById("name");
  name.value = "NAME";
  name.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("finish").click();
  const unnamed = [...document.querySelectorAll("input, textarea, button")].filter((one) =>
    !(one.labels && one.labels.length && one.labels[0].textContent.trim()) && !one.textContent.trim());
  const legends = groups.every((group) => group.querySelector("legend").textContent.trim());
  const wide = document.documentElement.scrollWidth > innerWidth;
  const told = document.createElement("pre");
  told.id = "driven";
  told.textContent = [document.getElementById("code").value, wide ? "wide" : "fits",
    unnamed.length + (legends ? 0 : 1), document.documentElement.lang,
    document.getElementById("result").hidden ? "hidden" : "shown"].join("|");
  document.body.append(told);
});
</script>
"#;

fn browser() -> Option<&'static str> {
    BROWSERS.into_iter().find(|name| {
        let asked = Command::new(name).arg("--version").output();
        asked.is_ok_and(|output| output.status.success())
    })
}

/// What the driver left, in the page as the browser ended with it.
fn driven(browser: &str, page: &Path, size: &str) -> Vec<String> {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args(["--virtual-time-budget=4000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("--window-size={size}"))
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, rest) = page
        .split_once("<pre id=\"driven\">")
        .unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let (told, _) = rest.split_once("</pre>").unwrap();
    told.split('|').map(str::to_owned).collect()
}

#[test]
fn a_form_filled_in_a_browser_gives_a_code_with_the_same_numbers() {
    let Some(browser) = browser() else {
        let required = std::env::var("RESONANCE_BROWSER").is_ok_and(|value| value == "required");
        assert!(!required, "no browser is installed");
        println!("skipped: no browser is installed (chromium)");
        return;
    };
    let workbook = demo_workbook(Language::English).unwrap();
    let knowledge = Knowledge::built_in().unwrap();
    let enterprise = &workbook.enterprises[4];
    let round = enterprise.latest_round().unwrap();
    let level = |value: f64| Score::Scored(Level::new(value).unwrap());
    let given = [
        ("1", level(1.0)),
        ("5", level(5.0)),
        ("null", Score::NotScored),
        ("\"na\"", Score::NotApplicable),
        ("3", level(3.0)),
        ("2", level(2.0)),
        ("4", level(4.0)),
        ("5", level(5.0)),
    ];
    let levels: Vec<&str> = given.iter().map(|(text, _)| *text).collect();
    let driver = DRIVER
        .replace("LEVELS", &format!("[{}]", levels.join(",")))
        .replace("NAME", "赵伟 é");
    let folder = tempfile::tempdir().unwrap();
    for (kind, language, size) in [
        (FormKind::Short, Language::English, "390,844"),
        (FormKind::Short, Language::Chinese, "1366,768"),
        (FormKind::Full, Language::Chinese, "390,844"),
        (FormKind::Full, Language::English, "1366,768"),
    ] {
        let form = form_html(&workbook, enterprise, round, &knowledge, kind, language);
        let page = folder.path().join("form.html");
        std::fs::write(&page, form.replace("</body>", &format!("{driver}</body>"))).unwrap();
        let told = driven(browser, &page, size);
        let [code, fits, unnamed, lang, result] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert_eq!(fits, "fits", "{kind:?} at {size} scrolls sideways");
        assert_eq!(unnamed, "0", "something has no name for a screen reader");
        assert_eq!(
            lang,
            if language == Language::Chinese {
                "zh-Hans"
            } else {
                "en"
            }
        );
        assert_eq!(result, "shown");
        let code = ResponseCode::read(code).unwrap();
        assert_eq!(code.name, "赵伟 é");
        assert_eq!(code.workbook, tag(workbook.id.0));
        assert_eq!(code.enterprise, tag(enterprise.id.0));
        assert_eq!(code.round, tag(round.id.0));
        for (place, factor) in Factor::ALL.into_iter().enumerate() {
            let answer = &code.answers[factor];
            // "Good enough" is asked after the factor's questions: their count decides yes or no.
            match kind {
                FormKind::Short | FormKind::Paper => {
                    assert_eq!(answer.direct, given[place].1, "{factor:?}");
                    assert_eq!(answer.enough(), Some((place + 1) % 2 == 0));
                }
                FormKind::Full => {
                    let own = [0, 1, 2, 3].map(|at| given[(place * 4 + at) % 8].1);
                    assert_eq!(answer.indicators(), own, "{factor:?}");
                    assert_eq!(answer.basis(), Basis::Indicators);
                    assert_eq!(answer.enough(), Some(true));
                }
            }
        }
    }
}

#[test]
fn a_form_asks_for_nothing_from_outside_and_names_no_other_firm() {
    let workbook = demo_workbook(Language::English).unwrap();
    let knowledge = Knowledge::built_in().unwrap();
    let mut named = workbook.enterprises[0].as_ref().clone();
    named.name = "</script><b>Farm & Co</b>".into();
    let round = named.latest_round().unwrap();
    for kind in [FormKind::Short, FormKind::Full, FormKind::Paper] {
        let form = form_html(
            &workbook,
            &named,
            round,
            &knowledge,
            kind,
            Language::English,
        );
        for outside in ["http://", "https://", "src=", "@import", "url("] {
            assert!(!form.contains(outside), "{outside}");
        }
        let scripts = if kind == FormKind::Paper { 0 } else { 2 };
        let found = form.matches("</script>").count();
        assert_eq!(found, scripts, "a name ends no script");
        assert!(!form.contains("<b>Farm"), "a name is no markup");
        assert!(!form.contains(&workbook.enterprises[1].name));
    }
}
