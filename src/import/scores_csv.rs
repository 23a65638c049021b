//! The scores CSV: a row for each respondent of each round, both ways.

use std::{collections::HashMap, path::Path, sync::Arc};

use csv::StringRecord;
use uuid::Uuid;

use crate::{
    model::{
        Basis, Enterprise, EnterpriseId, Factor, Level, Respondent, RespondentId, Response, Round,
        RoundId, Score, Workbook, WorkbookId,
    },
    storage::LoadError,
};

/// The columns before the eight factor codes.
const LEADING: [&str; 5] = ["enterprise", "sector", "round", "respondent", "weight"];

/// The header of a scores CSV, without the optional `note` at its end.
pub const HEADER: &str = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
compatibility,observability,expected_costs,anticipated_benefits,social_impact,\
facilitating_conditions";

/// How many things of a workbook a scores CSV cannot hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Agreed scores; the file has everybody's own.
    pub agreed: usize,
    /// Answers to indicators, notes and confidences of single factors; a factor scored through
    /// its indicators is written as their mean.
    pub details: usize,
    /// Enterprises and rounds without any response.
    pub empty: usize,
}

/// Whether a text begins like a scores CSV.
pub(super) fn is_one(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default().to_ascii_lowercase();
    first.starts_with("enterprise") || first.starts_with("\"enterprise\"")
}

/// Reads a scores CSV; `path` is only for the error's sentence.
///
/// # Errors
/// [`LoadError::Csv`] with row and column of the first thing that is wrong.
pub fn read_scores(
    path: &Path,
    text: &str,
    title: String,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Workbook, LoadError> {
    let wrong = |row: usize, column: &str, reason: String| LoadError::Csv {
        path: path.to_owned(),
        row,
        column: column.to_owned(),
        reason,
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records().enumerate();
    let header = match records.next() {
        Some((_, Ok(record))) => record,
        Some((_, Err(error))) => return Err(wrong(1, "", error.to_string())),
        None => return Err(wrong(1, "", "the file is empty".into())),
    };
    let columns = check_header(&header).map_err(|reason| wrong(1, "", reason))?;
    let mut builder = Builder::new(title, new_id);
    for (index, record) in records {
        let row = index + 1;
        let record = record.map_err(|error| wrong(row, "", error.to_string()))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() < LEADING.len() + Factor::ALL.len() || record.len() > columns {
            let reason = format!("{} cells where the header has {columns}", record.len());
            return Err(wrong(row, "", reason));
        }
        let line = Line::read(&record).map_err(|(column, reason)| wrong(row, column, reason))?;
        builder
            .add(row, line)
            .map_err(|(column, reason)| wrong(row, column, reason))?;
    }
    Ok(builder.finish())
}

/// Checks the header and gives the number of columns.
fn check_header(header: &StringRecord) -> Result<usize, String> {
    let names: Vec<String> = header
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    if names.len() == 1 && names[0].contains(';') {
        return Err("the cells are separated by semicolons; save the table with commas".into());
    }
    let expected: Vec<&str> = LEADING
        .into_iter()
        .chain(Factor::ALL.into_iter().map(Factor::code))
        .collect();
    for (index, name) in expected.iter().enumerate() {
        match names.get(index) {
            Some(found) if found == name => {}
            Some(found) => {
                return Err(format!(
                    "column {} is {found:?} instead of {name:?}",
                    index + 1
                ));
            }
            None => return Err(format!("the column {name:?} is missing")),
        }
    }
    match &names[expected.len()..] {
        [] => Ok(expected.len()),
        [note] if note == "note" => Ok(expected.len() + 1),
        [other, ..] => Err(format!("there is an unknown column {other:?}")),
    }
}

/// One row, read.
struct Line {
    enterprise: String,
    sector: String,
    round: String,
    respondent: String,
    weight: f64,
    scores: [Score; 8],
    note: String,
}

impl Line {
    fn read(record: &StringRecord) -> Result<Self, (&'static str, String)> {
        let cell =
            |index: usize| unguarded(record.get(index).unwrap_or_default().trim()).to_owned();
        let enterprise = cell(0);
        if enterprise.is_empty() {
            return Err(("enterprise", "the name is missing".into()));
        }
        let weight = match cell(4).as_str() {
            "" => 1.0,
            text => number(text).map_err(|reason| ("weight", reason))?,
        };
        if weight <= 0.0 {
            return Err(("weight", format!("{weight} is not above 0")));
        }
        let mut scores = [Score::NotScored; 8];
        for factor in Factor::ALL {
            scores[factor.index()] = score(&cell(LEADING.len() + factor.index()))
                .map_err(|reason| (factor.code(), reason))?;
        }
        Ok(Self {
            enterprise,
            sector: cell(1),
            round: cell(2),
            respondent: cell(3),
            weight,
            scores,
            note: cell(LEADING.len() + Factor::ALL.len()),
        })
    }
}

fn score(text: &str) -> Result<Score, String> {
    if text.is_empty() {
        return Ok(Score::NotScored);
    }
    if text.eq_ignore_ascii_case("na") {
        return Ok(Score::NotApplicable);
    }
    Level::new(number(text)?)
        .map(Score::Scored)
        .map_err(|error| error.to_string())
}

fn number(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        _ if text.contains(',') && text.replacen(',', ".", 1).parse::<f64>().is_ok() => {
            Err(format!("{text:?} has a comma; write it with a point"))
        }
        _ => Err(format!("{text:?} is not a number")),
    }
}

/// Gathers rows into enterprises, panels and rounds, in the order in which they first appear.
struct Builder<'a> {
    new_id: &'a mut dyn FnMut() -> Uuid,
    workbook: Workbook,
    enterprises: Vec<Gathered>,
    by_name: HashMap<String, usize>,
}

struct Gathered {
    enterprise: Enterprise,
    rounds: Vec<Round>,
    /// Row of each (round, person), for the sentence about a second one.
    rows: HashMap<(usize, RespondentId), usize>,
}

impl<'a> Builder<'a> {
    fn new(title: String, new_id: &'a mut dyn FnMut() -> Uuid) -> Self {
        let workbook = Workbook::new(WorkbookId(new_id()), title);
        Self {
            new_id,
            workbook,
            enterprises: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    fn add(&mut self, row: usize, line: Line) -> Result<(), (&'static str, String)> {
        let known = self.by_name.get(&line.enterprise).copied();
        let index = known.unwrap_or_else(|| self.add_enterprise(&line));
        let gathered = &mut self.enterprises[index];
        if gathered.enterprise.sector != line.sector {
            let before = &gathered.enterprise.sector;
            let reason = format!(
                "{:?}, but an earlier row of this enterprise says {before:?}",
                line.sector
            );
            return Err(("sector", reason));
        }
        let round_index = gathered
            .rounds
            .iter()
            .position(|round| round.name == line.round)
            .unwrap_or_else(|| {
                let id = RoundId((self.new_id)());
                gathered.rounds.push(Round::new(id, line.round.clone()));
                gathered.rounds.len() - 1
            });
        let name = if line.respondent.is_empty() {
            // A nameless row is the next of its round's panel.
            format!(
                "Respondent {}",
                gathered.rounds[round_index].responses.len() + 1
            )
        } else {
            line.respondent
        };
        let known = gathered
            .enterprise
            .people
            .iter()
            .find(|person| person.name == name)
            .map(|person| person.id);
        let respondent = known.unwrap_or_else(|| {
            let id = RespondentId((self.new_id)());
            gathered.enterprise.people.push(Respondent {
                id,
                name: name.clone(),
                role: String::new(),
            });
            id
        });
        if let Some(other) = gathered.rows.insert((round_index, respondent), row) {
            let reason = format!("{name:?} has a row in this round already (row {other})");
            return Err(("respondent", reason));
        }
        let mut response = Response::blank(respondent);
        response.weight = line.weight;
        response.note = line.note;
        for factor in Factor::ALL {
            response.answers[factor].direct = line.scores[factor.index()];
        }
        gathered.rounds[round_index]
            .responses
            .push(Arc::new(response));
        Ok(())
    }

    fn add_enterprise(&mut self, line: &Line) -> usize {
        let id = EnterpriseId((self.new_id)());
        let mut enterprise = Enterprise::new(id, line.enterprise.clone());
        enterprise.sector.clone_from(&line.sector);
        self.enterprises.push(Gathered {
            enterprise,
            rounds: Vec::new(),
            rows: HashMap::new(),
        });
        let index = self.enterprises.len() - 1;
        self.by_name.insert(line.enterprise.clone(), index);
        index
    }

    fn finish(mut self) -> Workbook {
        for gathered in self.enterprises {
            let mut enterprise = gathered.enterprise;
            enterprise.rounds = gathered.rounds.into_iter().map(Arc::new).collect();
            self.workbook.enterprises.push(Arc::new(enterprise));
        }
        self.workbook
    }
}

/// Writes a workbook's scores, with a byte order mark so that spreadsheets read them as UTF-8, and
/// says what the table has no room for.
///
/// # Errors
/// When two enterprises, or two people or rounds of one, have the same name: rows are told apart
/// by name, so they would come back as one. The text says which.
pub fn write_scores(workbook: &Workbook) -> Result<(String, LeftOut), String> {
    let mut left_out = LeftOut::default();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = HEADER.split(',').chain(["note"]);
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(header).map_err(failed)?;
    distinct(
        workbook
            .enterprises
            .iter()
            .map(|enterprise| enterprise.name.as_str()),
    )?;
    for enterprise in &workbook.enterprises {
        distinct(enterprise.people.iter().map(|person| person.name.as_str()))?;
        distinct(enterprise.rounds.iter().map(|round| round.name.as_str()))?;
        left_out.empty += usize::from(enterprise.rounds.is_empty());
        for round in &enterprise.rounds {
            left_out.empty += usize::from(round.responses.is_empty());
            left_out.agreed += round
                .agreed
                .iter()
                .filter(|(_, agreed)| agreed.is_some())
                .count();
            for response in &round.responses {
                let details = response
                    .answers
                    .iter()
                    .filter(|(_, answer)| answer.detail.is_some());
                left_out.details += details.count();
                let name = enterprise
                    .person(response.respondent)
                    .map_or("", |person| person.name.as_str());
                let mut row: Vec<String> = [&enterprise.name, &enterprise.sector, &round.name]
                    .map(|text| guarded(text))
                    .to_vec();
                row.push(guarded(name));
                row.push(response.weight.to_string());
                for (_, answer) in response.answers.iter() {
                    let written = match answer.basis() {
                        Basis::Direct => answer.direct,
                        Basis::Indicators => answer.score(),
                    };
                    row.push(match written {
                        Score::NotScored => String::new(),
                        Score::NotApplicable => "NA".into(),
                        Score::Scored(level) => level.to_string(),
                    });
                }
                row.push(guarded(&response.note));
                writer.write_record(&row).map_err(failed)?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    Ok((format!("\u{feff}{text}"), left_out))
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = std::collections::HashSet::new();
    for name in names {
        if !seen.insert(name.trim()) {
            return Err(format!("two records are named {name:?}; rename one first"));
        }
    }
    Ok(())
}

/// Characters with which a spreadsheet would take a text for a formula.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\''];

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A text as it was before [`guarded`].
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => text,
    }
}
