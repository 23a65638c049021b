//! From a workbook to the rows of a scores CSV, and what they have no room for.

use std::collections::HashSet;

use super::{guard::guarded, header::HEADER};
use crate::{
    model::{Aggregation, Enterprise, Response, Round, Score, Target, Weights, Workbook},
    storage::{Record, SaveError},
};

/// How many things of a workbook a scores CSV cannot hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Agreed scores; the table has everybody's own.
    pub agreed: usize,
    /// Answers to indicators, notes and confidences of single factors; a factor scored through
    /// its indicators is written as their mean.
    pub details: usize,
    /// Enterprises, rounds and people without any response.
    pub empty: usize,
    /// Sizes, technologies, roles, dates and the workbook's note.
    pub descriptions: usize,
    /// Factors with hands counted in the room.
    pub hands: usize,
    /// Steps of plans, targets and what-ifs.
    pub plans: usize,
    /// Rounds that are being scored; their scores are withheld.
    pub hidden: usize,
    /// Settings that are not the usual ones: median for mean, weights of the factors.
    pub settings: usize,
}

/// Writes a workbook's scores, with a byte order mark so that spreadsheets read them as UTF-8, and
/// says what the table has no room for.
///
/// # Errors
/// When an enterprise has no name, or two enterprises, or two people or rounds of one, have the
/// same: rows are told apart by name, so they would come back as one.
pub fn write_scores(workbook: &Workbook) -> Result<(String, LeftOut), SaveError> {
    let mut left_out = LeftOut {
        descriptions: given(&workbook.note),
        settings: usize::from(workbook.aggregation != Aggregation::default())
            + usize::from(workbook.weights() != Weights::default()),
        ..LeftOut::default()
    };
    let names = workbook
        .enterprises
        .iter()
        .map(|enterprise| workbook.called(enterprise).to_string());
    distinct(Record::Enterprise, names)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(HEADER.split(',').chain(["note"]))
        .map_err(unwritable)?;
    for enterprise in &workbook.enterprises {
        if workbook.called(enterprise).to_string().trim().is_empty() {
            return Err(SaveError::NoName);
        }
        // Numbers are distinct by themselves.
        if !workbook.hides_people {
            let people = enterprise.people.iter().map(|person| person.name.clone());
            distinct(Record::Person, people)?;
        }
        let rounds = enterprise.rounds.iter().map(|round| round.name.clone());
        distinct(Record::Round, rounds)?;
        left_out.count(enterprise);
        for round in &enterprise.rounds {
            if round.stage.hides_scores() {
                left_out.hidden += 1;
                continue;
            }
            for response in &round.responses {
                writer
                    .write_record(row(workbook, enterprise, round, response))
                    .map_err(unwritable)?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(unwritable)?;
    let text = String::from_utf8(bytes).map_err(unwritable)?;
    Ok((format!("\u{feff}{text}"), left_out))
}

fn row(
    workbook: &Workbook,
    enterprise: &Enterprise,
    round: &Round,
    response: &Response,
) -> Vec<String> {
    let person = match enterprise.person(response.respondent) {
        Some(person) => workbook.person_called(enterprise, person).to_string(),
        None => String::new(),
    };
    let name = workbook.called(enterprise).to_string();
    let mut row: Vec<String> = [name.as_str(), &enterprise.sector, &round.name, &person]
        .map(guarded)
        .to_vec();
    row.push(response.weight.to_string());
    row.extend(
        response
            .answers
            .iter()
            .map(|(_, answer)| match answer.score() {
                Score::NotScored => String::new(),
                Score::NotApplicable => "NA".to_owned(),
                Score::Scored(level) => level.to_string(),
            }),
    );
    row.push(guarded(&response.note));
    row
}

impl LeftOut {
    fn count(&mut self, enterprise: &Enterprise) {
        self.descriptions += usize::from(enterprise.size.is_some()) + given(&enterprise.technology);
        self.empty += usize::from(enterprise.rounds.is_empty());
        self.plans += enterprise.plan.len() + enterprise.what_ifs.len();
        self.plans += usize::from(enterprise.target != Target::default());
        let mut silent: HashSet<_> = enterprise.people.iter().map(|person| person.id).collect();
        for round in &enterprise.rounds {
            self.descriptions += given(&round.date);
            self.empty += usize::from(round.responses.is_empty());
            let agreed = round.agreed.iter().filter(|(_, agreed)| agreed.is_some());
            self.agreed += agreed.count();
            let hands = round.hands.iter().filter(|(_, hands)| hands.is_some());
            self.hands += hands.count();
            for response in &round.responses {
                silent.remove(&response.respondent);
                let answers = response.answers.iter();
                self.details += answers
                    .filter(|(_, answer)| answer.detail.is_some())
                    .count();
            }
        }
        self.empty += silent.len();
        let roles = enterprise.people.iter().map(|person| given(&person.role));
        self.descriptions += roles.sum::<usize>();
    }
}

/// 1 for a text that says something.
fn given(text: &str) -> usize {
    usize::from(!text.is_empty())
}

fn distinct(record: Record, names: impl Iterator<Item = String>) -> Result<(), SaveError> {
    let mut seen = HashSet::new();
    for name in names {
        if !seen.insert(name.trim().to_owned()) {
            return Err(SaveError::SameName { record, name });
        }
    }
    Ok(())
}

fn unwritable(error: impl std::fmt::Display) -> SaveError {
    SaveError::Unwritable {
        reason: error.to_string(),
    }
}
