//! What each row of a table would become: ready, in conflict, or wrong at a place that is named.

use std::collections::{BTreeMap, HashMap};

use super::{
    cells::{Cell, Table, TableFault, TableRow, column_name},
    columns::Field,
};
use crate::{
    import::scores_csv::CsvFault,
    model::{
        Enterprise, EnterpriseId, Factor, Level, PerFactor, RespondentId, Response, RoundId, Score,
        Workbook,
    },
};

/// What rows are read against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The workbook they are to join.
    pub workbook: &'a Workbook,
    /// The enterprise and round of rows that name none.
    pub selected: Option<(EnterpriseId, RoundId)>,
    /// The name of a round that is to be made for rows that name none.
    pub new_round: &'a str,
}

/// A row that could be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Arriving {
    /// The enterprise's name.
    pub enterprise: String,
    /// Its sector, where the table says one.
    pub sector: String,
    /// The round's name.
    pub round: String,
    /// The respondent's name; empty for somebody to be numbered.
    pub respondent: String,
    /// The respondent's role, where the table says one.
    pub role: String,
    /// The respondent's weight, > 0.
    pub weight: f64,
    /// The eight scores.
    pub scores: PerFactor<Score>,
    /// A note on all of it.
    pub note: String,
    /// What the row says something of: the fields whose column is there and whose cell is not blank.
    pub says: Vec<Field>,
}

/// What is there already of a row's respondent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The enterprise.
    pub enterprise: EnterpriseId,
    /// The round.
    pub round: RoundId,
    /// The person of the same name.
    pub person: RespondentId,
}

/// What is wrong with a row, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The row as a spreadsheet counts, from 1.
    pub row: usize,
    /// The column's letter; `None` where the whole row is meant.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: TableFault,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowState {
    /// It is taken in.
    Ready(Arriving),
    /// Its respondent has answered already in that round.
    Conflict(Arriving, Known),
    /// It is left out.
    Wrong(Vec<Problem>),
}

/// All rows below the heading, with their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Each row's number and state, in order.
    pub rows: Vec<(usize, RowState)>,
    /// What is wrong with the columns.
    pub columns: Vec<Problem>,
}

impl Reading {
    /// How many rows are ready, in conflict and wrong.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        self.rows
            .iter()
            .fold((0, 0, 0), |counts, (_, state)| match state {
                RowState::Ready(_) => (counts.0 + 1, counts.1, counts.2),
                RowState::Conflict(..) => (counts.0, counts.1 + 1, counts.2),
                RowState::Wrong(_) => (counts.0, counts.1, counts.2 + 1),
            })
    }
}

/// Looks at every row below the heading.
#[must_use]
pub fn read_rows(table: &Table, header: usize, fields: &[Field], context: &Context<'_>) -> Reading {
    let mut reading = Reading::default();
    let heading = table.rows.get(header).map_or(0, |row| row.number);
    let mut places: BTreeMap<usize, Field> = BTreeMap::new();
    for (place, field) in fields.iter().enumerate() {
        if *field == Field::Ignore {
            continue;
        }
        let before = fields[..place].iter().position(|other| other == field);
        if let Some(before) = before {
            reading.columns.push(Problem {
                row: heading,
                column: Some(column_name(place)),
                fault: TableFault::SameField(column_name(before)),
            });
        } else {
            places.insert(place, *field);
        }
    }
    if let Some((row, column)) = &table.beyond {
        reading.columns.push(Problem {
            row: *row,
            column: Some(column.clone()),
            fault: TableFault::Beyond(column.clone()),
        });
    }
    let known: HashMap<&str, &Enterprise> = context
        .workbook
        .enterprises
        .iter()
        .rev()
        .map(|enterprise| (enterprise.name.trim(), enterprise.as_ref()))
        .collect();
    let mut people = HashMap::new();
    let mut seen: HashMap<(String, String, String), usize> = HashMap::new();
    for row in table.rows.iter().skip(header + 1) {
        let state = match arriving(row, &places, context) {
            Err(problems) => RowState::Wrong(problems),
            Ok(arriving) => state_of(row.number, arriving, &known, &mut people, &mut seen),
        };
        reading.rows.push((row.number, state));
    }
    reading
}

/// The people who have answered in a round, by the names of the enterprise and the round; made once
/// for each, so that a long table is not looked for person by person.
type Answered<'a> = HashMap<(String, String), HashMap<&'a str, Known>>;

fn state_of<'a>(
    row: usize,
    arriving: Arriving,
    known: &HashMap<&str, &'a Enterprise>,
    answered: &mut Answered<'a>,
    seen: &mut HashMap<(String, String, String), usize>,
) -> RowState {
    let whole = |fault| {
        let column = None;
        RowState::Wrong(vec![Problem { row, column, fault }])
    };
    if !arriving.respondent.is_empty() {
        let key = (
            arriving.enterprise.clone(),
            arriving.round.clone(),
            arriving.respondent.clone(),
        );
        if let Some(first) = seen.insert(key, row) {
            let name = arriving.respondent;
            return whole(TableFault::Value(CsvFault::SecondRow { name, row: first }));
        }
    }
    if arriving.respondent.is_empty() {
        return RowState::Ready(arriving);
    }
    let there = known
        .get(arriving.enterprise.as_str())
        .and_then(|enterprise| {
            let place = (arriving.enterprise.clone(), arriving.round.clone());
            let people = answered
                .entry(place)
                .or_insert_with(|| answered_in(enterprise, &arriving.round));
            people.get(arriving.respondent.as_str()).copied()
        });
    match there {
        Some(known) => RowState::Conflict(arriving, known),
        None => RowState::Ready(arriving),
    }
}

/// Who has answered in a round; of two people of one name the first one counts.
fn answered_in<'a>(enterprise: &'a Enterprise, round: &str) -> HashMap<&'a str, Known> {
    let mut rounds = enterprise.rounds.iter();
    let Some(round) = rounds.find(|other| other.name.trim() == round) else {
        return HashMap::new();
    };
    let responses = round.responses.iter();
    let answered: HashMap<RespondentId, bool> = responses
        .rev()
        .map(|response| (response.respondent, has_answers(response)))
        .collect();
    let mut first = HashMap::new();
    for person in &enterprise.people {
        first.entry(person.name.trim()).or_insert(person.id);
    }
    first
        .into_iter()
        .filter(|(_, person)| answered.get(person).copied().unwrap_or_default())
        .map(|(name, person)| {
            let known = Known {
                enterprise: enterprise.id,
                round: round.id,
                person,
            };
            (name, known)
        })
        .collect()
}

fn has_answers(response: &Response) -> bool {
    Factor::ALL
        .into_iter()
        .any(|factor| response.score(factor) != Score::NotScored)
}

/// What a row says, or everything that is wrong with it.
fn arriving(
    row: &TableRow,
    fields: &BTreeMap<usize, Field>,
    context: &Context<'_>,
) -> Result<Arriving, Vec<Problem>> {
    let mut problems = Vec::new();
    let selected = context.selected.and_then(|(enterprise, round)| {
        let enterprise = context.workbook.enterprise(enterprise)?;
        Some((enterprise, enterprise.round(round)?))
    });
    let mut found = Arriving {
        enterprise: selected.map_or_else(String::new, |(one, _)| one.name.trim().to_owned()),
        sector: String::new(),
        round: selected.map_or_else(
            || context.new_round.to_owned(),
            |(_, round)| round.name.trim().to_owned(),
        ),
        respondent: String::new(),
        role: String::new(),
        weight: 1.0,
        scores: PerFactor::from_fn(|_| Score::NotScored),
        note: String::new(),
        says: Vec::new(),
    };
    if let Some(TableFault::Beyond(column)) = row.cells.first().and_then(|cell| cell.fault.as_ref())
    {
        return Err(vec![Problem {
            row: row.number,
            column: Some(column.clone()),
            fault: TableFault::Beyond(column.clone()),
        }]);
    }
    let nothing = Cell::default();
    for (&place, &field) in fields {
        // A row ends with the last of its cells that holds something.
        let cell = row.cells.get(place).unwrap_or(&nothing);
        let mut wrong = |fault| {
            problems.push(Problem {
                row: row.number,
                column: Some(column_name(place)),
                fault,
            });
        };
        if let Some(fault) = &cell.fault {
            wrong(fault.clone());
            continue;
        }
        let text = cell.text.trim();
        if !text.is_empty() {
            found.says.push(field);
        }
        match field {
            Field::Ignore => {}
            Field::Enterprise if text.is_empty() => wrong(TableFault::Value(CsvFault::NoName)),
            Field::Enterprise => text.clone_into(&mut found.enterprise),
            Field::Sector => text.clone_into(&mut found.sector),
            // An empty cell is the round of rows that name none.
            Field::Round if text.is_empty() => {}
            Field::Round => text.clone_into(&mut found.round),
            Field::Respondent => text.clone_into(&mut found.respondent),
            Field::Role => text.clone_into(&mut found.role),
            Field::Note => text.clone_into(&mut found.note),
            Field::Weight => match weight(text) {
                Ok(weight) => found.weight = weight,
                Err(fault) => wrong(TableFault::Value(fault)),
            },
            Field::Factor(factor) => match score(text) {
                Ok(score) => found.scores[factor] = score,
                Err(fault) => wrong(TableFault::Value(fault)),
            },
        }
    }
    let whole = |fault| Problem {
        row: row.number,
        column: None,
        fault,
    };
    if problems.is_empty() && found.enterprise.is_empty() {
        problems.push(whole(TableFault::NoEnterprise));
    }
    let silent = found
        .scores
        .iter()
        .all(|(_, score)| *score == Score::NotScored);
    if problems.is_empty() && silent {
        problems.push(whole(TableFault::NoScores));
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn weight(text: &str) -> Result<f64, CsvFault> {
    if text.is_empty() {
        return Ok(1.0);
    }
    let weight: f64 = number(text).ok_or_else(|| CsvFault::NotAWeight(text.to_owned()))?;
    if weight.is_finite() && weight > 0.0 {
        Ok(weight)
    } else {
        Err(CsvFault::Weight(weight))
    }
}

fn score(text: &str) -> Result<Score, CsvFault> {
    const NONE: [&str; 5] = ["", "-", "–", "—", "?"];
    const NOT_APPLICABLE: [&str; 5] = ["na", "n/a", "n.a.", "不适用", "无关"];
    if NONE.contains(&text) {
        return Ok(Score::NotScored);
    }
    if NOT_APPLICABLE.contains(&text.to_lowercase().as_str()) {
        return Ok(Score::NotApplicable);
    }
    let value = number(text).ok_or_else(|| CsvFault::NotAScore(text.to_owned()))?;
    Level::new(value)
        .map(Score::Scored)
        .map_err(|error| CsvFault::OffScale(error.0))
}

/// A number with a point or, as written in half of Europe, a comma before its decimals.
fn number(text: &str) -> Option<f64> {
    let written = text.replacen(',', ".", 1);
    let digits = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+');
    // `inf` and `1e9` are no scores anybody means.
    written
        .chars()
        .all(digits)
        .then(|| written.parse().ok())
        .flatten()
}
