//! The response form: one HTML file that needs no network and ends in a response code.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use serde_json::{Value, json};

use crate::{
    import::tag,
    knowledge::{Bilingual, Knowledge},
    language::Language,
    model::{Enterprise, Factor, Round, Side, Workbook},
};

const TEMPLATE: &str = include_str!("../../assets/form/form.html");
const PAPER: &str = include_str!("../../assets/form/paper.html");
/// Where the template takes what differs from form to form.
const PLACE: &str = "/*DATA*/";

/// How much a form asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// One question a factor.
    Short,
    /// Every indicator.
    Full,
    /// One question a factor, to be printed and ticked by hand.
    Paper,
}

/// The form for one round of an enterprise, in both languages, beginning in one of them.
#[must_use]
pub fn form_html(
    workbook: &Workbook,
    enterprise: &Enterprise,
    round: &Round,
    knowledge: &Knowledge,
    kind: FormKind,
    language: Language,
) -> String {
    if kind == FormKind::Paper {
        return paper(workbook, enterprise, round, knowledge, language);
    }
    let factors: Vec<Value> = Factor::ALL
        .into_iter()
        .map(|factor| factor_json(knowledge, factor, kind))
        .collect();
    let words = |language: Language| {
        let other = match language {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        };
        json!({
            "title": language.form_title(),
            "about": language.form_about(&language.enterprise_called(workbook.called(enterprise)), &round.name),
            "other": other.own_name(),
            "intro": language.form_intro(),
            "name": language.form_name(),
            "notApplicable": language.guided_not_applicable(),
            "enough": language.guided_enough(),
            "yes": language.guided_enough_yes(),
            "no": language.guided_enough_no(),
            "finish": language.form_finish(),
            "done": language.form_done(),
            "hand": language.form_hand(),
            "code": language.form_code(),
            "copy": language.copy_text(),
            "copied": language.copied(),
            "download": language.form_download(),
        })
    };
    let data = json!({
        "language": match language {
            Language::English => "en",
            Language::Chinese => "zh",
        },
        "full": kind == FormKind::Full,
        "workbook": tag(workbook.id.0),
        "enterprise": tag(enterprise.id.0),
        "round": tag(round.id.0),
        "factors": factors,
        "words": { "en": words(Language::English), "zh": words(Language::Chinese) },
    });
    // Inside a script element only `<` could end it.
    let data = data.to_string().replace('<', "\\u003c");
    TEMPLATE.replacen(PLACE, &data, 1)
}

fn factor_json(knowledge: &Knowledge, factor: Factor, kind: FormKind) -> Value {
    let words = knowledge.framework.of(factor);
    let both = |text: &Bilingual| json!({ "en": text.en, "zh": text.zh });
    let question = |id: &str, text: &Bilingual, levels: &[Bilingual; 5]| {
        let levels: Vec<Value> = levels.iter().map(both).collect();
        json!({ "id": id, "text": both(text), "levels": levels })
    };
    let questions: Vec<Value> = match kind {
        FormKind::Short | FormKind::Paper => {
            vec![question(factor.code(), &words.question, &words.levels)]
        }
        FormKind::Full => words
            .indicators
            .iter()
            .map(|one| question(&one.id, &one.question, &one.levels))
            .collect(),
    };
    json!({
        "code": factor.code(),
        "side": match factor.side() {
            Side::Supply => "supply",
            Side::Demand => "demand",
        },
        "name": both(&words.name),
        "meaning": both(&words.meaning),
        "questions": questions,
    })
}

/// A page to be printed: the same questions with boxes to tick.
fn paper(
    workbook: &Workbook,
    enterprise: &Enterprise,
    round: &Round,
    knowledge: &Knowledge,
    language: Language,
) -> String {
    let mut questions = String::new();
    for factor in Factor::ALL {
        let words = knowledge.framework.of(factor);
        let _ = write!(
            questions,
            "<section><h2>{}</h2><p>{}</p><ol>",
            escape(words.name.get(language)),
            escape(words.question.get(language)),
        );
        for level in &words.levels {
            let _ = write!(questions, "<li>{}</li>", escape(level.get(language)));
        }
        let _ = write!(
            questions,
            "<li value=\"0\" class=\"none\">{}</li></ol></section>",
            escape(language.guided_not_applicable()),
        );
    }
    let about = language.form_about(
        &language.enterprise_called(workbook.called(enterprise)),
        &round.name,
    );
    let code = if language == Language::Chinese {
        "zh-Hans"
    } else {
        "en"
    };
    filled(
        PAPER,
        &[
            ("{language}", code),
            ("{title}", &escape(language.form_title())),
            ("{about}", &escape(&about)),
            ("{name}", &escape(language.form_name())),
            ("{hint}", &escape(language.form_paper_hint())),
            ("{questions}", &questions),
        ],
    )
}

/// A template with its places filled, in one go: what is put in is not looked at again.
fn filled(template: &str, places: &[(&str, &str)]) -> String {
    let mut page = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        page += before;
        let place = places.iter().find(|(place, _)| from.starts_with(place));
        let (taken, text) = place.map_or(("{", "{"), |(place, text)| (*place, *text));
        page += text;
        rest = &from[taken.len()..];
    }
    page + rest
}
