//! The demo workbook: fictional enterprises from the report's world, in either language.

use std::sync::Arc;

use serde::Deserialize;
use uuid::Uuid;

use super::preset::{Bilingual, PresetError, parse};
use crate::{
    language::Language,
    model::{
        Agreed, Enterprise, EnterpriseId, Factor, Level, PerFactor, Respondent, RespondentId,
        Response, Round, RoundId, Score, Size, Workbook, WorkbookId,
    },
};

const FILE: &str = "demo.ron";

/// Namespace of the demo's ids: the same firm has the same id in every demo workbook.
const IDS: u128 = 0x6465_6d6f_0000_4000_8000_0000_0000_0000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoFile {
    id: String,
    version: u32,
    name: Bilingual,
    note: Bilingual,
    enterprises: Vec<DemoEnterprise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoEnterprise {
    name: Bilingual,
    sector: String,
    size: DemoSize,
    technology: Bilingual,
    people: Vec<DemoPerson>,
    rounds: Vec<DemoRound>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum DemoSize {
    Micro,
    Small,
    Medium,
    Large,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoPerson {
    name: Bilingual,
    role: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoRound {
    name: Bilingual,
    date: String,
    rows: Vec<String>,
    agreed: Vec<DemoAgreed>,
    notes: Vec<DemoNote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoAgreed {
    factor: String,
    score: f64,
    dissent: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoNote {
    person: usize,
    factor: String,
    note: Bilingual,
}

/// Builds the demo workbook in a language.
///
/// # Errors
/// When the preset is wrong; a test keeps the shipped one valid.
pub fn demo_workbook(language: Language) -> Result<Workbook, PresetError> {
    let file: DemoFile = parse(FILE, include_str!("../../presets/demo.ron"))?;
    if file.id != "demo" || file.version != 1 {
        return Err(PresetError::content(FILE, file.id, "expected version 1"));
    }
    let mut ids = (0_u128..).map(|count| Uuid::from_u128(IDS + count));
    let mut next_id = move || ids.next().unwrap_or_default();
    let mut workbook = Workbook::new(WorkbookId(next_id()), file.name.get(language).to_owned());
    file.note.get(language).clone_into(&mut workbook.note);
    for demo in &file.enterprises {
        let enterprise = enterprise_of(demo, language, &mut next_id)?;
        workbook.enterprises.push(Arc::new(enterprise));
    }
    Ok(workbook)
}

fn enterprise_of(
    demo: &DemoEnterprise,
    language: Language,
    next_id: &mut impl FnMut() -> Uuid,
) -> Result<Enterprise, PresetError> {
    let name = demo.name.get(language).to_owned();
    let mut enterprise = Enterprise::new(EnterpriseId(next_id()), name);
    enterprise.sector.clone_from(&demo.sector);
    enterprise.size = Some(match demo.size {
        DemoSize::Micro => Size::Micro,
        DemoSize::Small => Size::Small,
        DemoSize::Medium => Size::Medium,
        DemoSize::Large => Size::Large,
    });
    demo.technology
        .get(language)
        .clone_into(&mut enterprise.technology);
    for person in &demo.people {
        enterprise.people.push(Respondent {
            id: RespondentId(next_id()),
            name: person.name.get(language).to_owned(),
            role: person.role.get(language).to_owned(),
        });
    }
    for demo_round in &demo.rounds {
        let id = RoundId(next_id());
        let round = round_of(demo_round, &enterprise, id, language)
            .map_err(|reason| PresetError::content(FILE, &demo.name.en, reason))?;
        enterprise.rounds.push(Arc::new(round));
    }
    Ok(enterprise)
}

fn round_of(
    demo: &DemoRound,
    enterprise: &Enterprise,
    id: RoundId,
    language: Language,
) -> Result<Round, String> {
    let mut round = Round::new(id, demo.name.get(language).to_owned());
    round.date.clone_from(&demo.date);
    if demo.rows.len() != enterprise.people.len() {
        return Err(format!(
            "{} rows for {} people",
            demo.rows.len(),
            enterprise.people.len()
        ));
    }
    let mut responses = Vec::new();
    for (row, person) in demo.rows.iter().zip(&enterprise.people) {
        let mut response = Response::blank(person.id);
        let scores = scores_of(row)?;
        for (factor, score) in scores.iter() {
            response.answers[factor].direct = *score;
        }
        responses.push(response);
    }
    for note in &demo.notes {
        let factor = factor_of(&note.factor)?;
        let response = responses
            .get_mut(note.person)
            .ok_or_else(|| format!("there is no person {}", note.person))?;
        let text = note.note.get(language);
        response.answers[factor].change_detail(|detail| text.clone_into(&mut detail.note));
    }
    for agreed in &demo.agreed {
        let level =
            Level::new(agreed.score).map_err(|error| format!("{} is not a level", error.0))?;
        round.agreed[factor_of(&agreed.factor)?] = Some(Box::new(Agreed {
            level,
            dissent: agreed.dissent.get(language).to_owned(),
        }));
    }
    round.responses = responses
        .into_iter()
        .zip(&demo.rows)
        .filter(|(_, row)| !row.is_empty())
        .map(|(response, _)| Arc::new(response))
        .collect();
    Ok(round)
}

fn factor_of(code: &str) -> Result<Factor, String> {
    Factor::from_code(code).ok_or_else(|| format!("there is no factor {code}"))
}

/// Reads a row like `3.5 2 - NA 4 3 2.5 4`; an empty row has no scores.
fn scores_of(row: &str) -> Result<PerFactor<Score>, String> {
    let mut scores = PerFactor::default();
    if row.is_empty() {
        return Ok(scores);
    }
    let words: Vec<&str> = row.split_whitespace().collect();
    if words.len() != Factor::ALL.len() {
        return Err(format!("row {row:?} does not have eight scores"));
    }
    for (factor, word) in Factor::ALL.into_iter().zip(words) {
        scores[factor] = match word {
            "-" => Score::NotScored,
            "NA" => Score::NotApplicable,
            number => number
                .parse()
                .ok()
                .and_then(|value| Level::new(value).ok())
                .map(Score::Scored)
                .ok_or_else(|| format!("{number:?} is not a score"))?,
        };
    }
    Ok(scores)
}
