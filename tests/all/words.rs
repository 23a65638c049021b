//! Both languages are complete, and the bundled fonts have every character of them.

use std::collections::BTreeSet;

use resonance::{
    i18n::{Language, catalogue},
    knowledge::{Knowledge, demo_workbook},
    model::Factor,
    theme::bundled_faces,
};

/// Pairs that are rightly the same in both languages.
const SAME: [&str; 0] = [];

fn has_chinese(text: &str) -> bool {
    text.chars()
        .any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
}

#[test]
fn every_message_is_translated() {
    let mut wrong = Vec::new();
    for entry in catalogue() {
        let same = entry.english == entry.chinese && !SAME.contains(&entry.name);
        let placeholders = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next().map(str::to_owned))
                .collect();
            found.sort();
            found
        };
        // A message of arguments and signs alone has nothing to translate.
        let bare: String = entry
            .chinese
            .split('{')
            .map(|part| part.split('}').next_back().unwrap_or(part))
            .collect();
        let wordless = !bare.chars().any(char::is_alphabetic);
        if same && !wordless
            || entry.english.is_empty()
            || has_chinese(entry.english)
            || (!has_chinese(entry.chinese) && !wordless)
            || placeholders(entry.english) != placeholders(entry.chinese)
        {
            wrong.push(entry.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(catalogue().count() > 200);
}

#[test]
fn messages_have_names_of_their_own() {
    let mut seen = BTreeSet::new();
    for entry in catalogue() {
        assert!(seen.insert(entry.name), "{} is there twice", entry.name);
    }
}

#[test]
fn every_message_is_used() {
    let mut sources = Vec::new();
    texts_below(std::path::Path::new("src"), &mut sources);
    let code = sources.concat();
    let unused: Vec<&str> = catalogue()
        .map(|entry| entry.name)
        .filter(|name| !code.contains(&format!(".{name}(")) && !code.contains(&format!("::{name}")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_preset_text_is_in_both_languages() {
    let knowledge = Knowledge::built_in().unwrap();
    let mut count = 0;
    let mut check = |text: &resonance::knowledge::Bilingual| {
        count += 1;
        assert!(
            !text.en.trim().is_empty() && !text.zh.trim().is_empty(),
            "{text:?}"
        );
        assert!(!has_chinese(&text.en) && has_chinese(&text.zh), "{text:?}");
        assert!(
            !text.en.ends_with('.') && !text.zh.ends_with('。'),
            "{text:?}"
        );
    };
    for factor in Factor::ALL {
        let words = knowledge.framework.of(factor);
        for text in [
            &words.name,
            &words.meaning,
            &words.example,
            &words.low,
            &words.high,
            &words.question,
        ] {
            check(text);
        }
        words.levels.iter().for_each(&mut check);
        for indicator in &words.indicators {
            check(&indicator.name);
            check(&indicator.question);
            indicator.levels.iter().for_each(&mut check);
        }
    }
    for sector in knowledge.sectors.iter() {
        check(&sector.name);
    }
    assert!(count > 8 * (6 + 5 + 4 * 7));
}

#[test]
fn the_demo_has_what_makes_two_minutes_interesting() {
    let results = |language| {
        let workbook = demo_workbook(language).unwrap();
        let settings = resonance::analysis::Settings::of(&workbook);
        workbook
            .enterprises
            .iter()
            .flat_map(|enterprise| &enterprise.rounds)
            .map(|round| resonance::analysis::evaluate(round, &settings))
            .collect::<Vec<_>>()
    };
    let (english, chinese) = (results(Language::English), results(Language::Chinese));
    assert_eq!(english, chinese, "the demo is one in both languages");
    let workbook = demo_workbook(Language::English).unwrap();
    assert!(workbook.enterprises.len() >= 12);
    assert!(workbook.note.contains("fictional"));
    assert!(
        workbook
            .enterprises
            .iter()
            .all(|enterprise| (3..=7).contains(&enterprise.people.len()))
    );
    assert!(
        workbook
            .enterprises
            .iter()
            .any(|enterprise| enterprise.rounds.len() == 2)
    );
    assert!(
        workbook
            .enterprises
            .iter()
            .any(|enterprise| has_chinese(&enterprise.name))
    );
    assert!(english.iter().any(|result| !result.complete()));
    assert!(
        english
            .iter()
            .any(|result| !result.sides.demand.not_applicable.is_empty())
    );
    let split = |result: &resonance::analysis::RoundResult| {
        let low = |consensus: Option<f64>| consensus.is_some_and(|value| value < 0.434);
        result
            .factors
            .iter()
            .filter(|(_, factor)| low(factor.consensus))
            .count()
            >= 2
    };
    assert!(english.iter().any(split));
    let bands: BTreeSet<_> = english
        .iter()
        .filter_map(|result| Some(result.outcome?.band))
        .collect();
    assert_eq!(bands.len(), 5, "every band is shown");
}

#[test]
fn the_bundled_fonts_have_every_character() {
    let faces: Vec<_> = bundled_faces()
        .iter()
        .map(|(name, bytes)| {
            let face = ttf_parser::Face::parse(bytes, 0).unwrap();
            (*name, face)
        })
        .collect();
    let mut texts: Vec<String> = catalogue()
        .flat_map(|entry| [entry.english.to_owned(), entry.chinese.to_owned()])
        .collect();
    for folder in ["presets", "src/ui", "src/state", "src/window", "src/cli"] {
        texts_below(std::path::Path::new(folder), &mut texts);
    }
    let characters: BTreeSet<char> = texts
        .iter()
        .flat_map(|text| text.chars())
        .filter(|character| !character.is_control())
        .collect();
    for bold in [false, true] {
        let lacking: String = characters
            .iter()
            .filter(|character| {
                !faces
                    .iter()
                    .filter(|(name, _)| name.ends_with("bold") == bold || *name == "icons")
                    .any(|(_, face)| face.glyph_index(**character).is_some())
            })
            .collect();
        assert!(lacking.is_empty(), "bold {bold}: {lacking}");
    }
}

#[test]
fn icons_are_where_the_list_says() {
    let list = std::fs::read_to_string("assets/fonts/icons.tsv").unwrap();
    let source = std::fs::read_to_string("src/theme/icon.rs").unwrap();
    let (_, bytes) = bundled_faces()
        .into_iter()
        .find(|(name, _)| *name == "icons")
        .unwrap();
    let face = ttf_parser::Face::parse(bytes, 0).unwrap();
    for line in list.lines() {
        let mut fields = line.split('\t');
        let (name, code) = (fields.next().unwrap(), fields.next().unwrap());
        let constant = format!(
            "pub const {}: &str = \"\\u{{{code}}}\";",
            name.to_uppercase()
        );
        assert!(source.contains(&constant), "{constant}");
        let character = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        assert!(face.glyph_index(character).is_some(), "{name}");
    }
}

/// The texts of all files in a folder and below it.
fn texts_below(folder: &std::path::Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts_below(&path, texts);
        } else {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
}
