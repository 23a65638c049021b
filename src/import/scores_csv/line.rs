//! One row of a scores CSV.

use csv::StringRecord;

use super::{fault::CsvFault, guard::unguarded, header::LEADING};
use crate::model::{Factor, Level, Score};

/// One row, read.
pub(super) struct Line {
    pub enterprise: String,
    pub sector: String,
    pub round: String,
    pub respondent: String,
    pub weight: f64,
    /// In model order.
    pub scores: [Score; 8],
    pub note: String,
}

impl Line {
    pub(super) fn read(record: &StringRecord) -> Result<Self, (&'static str, CsvFault)> {
        let cell = |index: usize| record.get(index).unwrap_or_default();
        let name = |index: usize| unguarded(cell(index).trim()).trim().to_owned();
        let enterprise = name(0);
        if enterprise.is_empty() {
            return Err(("enterprise", CsvFault::NoName));
        }
        let weight = match cell(4).trim() {
            "" => 1.0,
            text => number(text, CsvFault::NotAWeight).map_err(|fault| ("weight", fault))?,
        };
        if weight <= 0.0 {
            return Err(("weight", CsvFault::Weight(weight)));
        }
        let mut scores = [Score::NotScored; 8];
        for factor in Factor::ALL {
            scores[factor.index()] = score(cell(LEADING + factor.index()).trim())
                .map_err(|fault| (factor.code(), fault))?;
        }
        Ok(Self {
            enterprise,
            sector: name(1),
            round: name(2),
            respondent: name(3),
            weight,
            scores,
            note: unguarded(cell(LEADING + Factor::ALL.len())),
        })
    }
}

fn score(text: &str) -> Result<Score, CsvFault> {
    if text.is_empty() {
        return Ok(Score::NotScored);
    }
    if text.eq_ignore_ascii_case("na") {
        return Ok(Score::NotApplicable);
    }
    Level::new(number(text, CsvFault::NotAScore)?)
        .map(Score::Scored)
        .map_err(|error| CsvFault::OffScale(error.0))
}

/// A finite number; `otherwise` is what is wrong with a text that is none.
fn number(text: &str, otherwise: impl Fn(String) -> CsvFault) -> Result<f64, CsvFault> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        Err(_) if text.replacen(',', ".", 1).parse::<f64>().is_ok() => {
            Err(CsvFault::DecimalComma(text.to_owned()))
        }
        _ => Err(otherwise(text.to_owned())),
    }
}
