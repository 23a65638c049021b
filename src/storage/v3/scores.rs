//! Rows of scores as one text: `3.5 2 - NA 4 3 2.5 4`.

use crate::{
    model::{Level, Score},
    storage::Fault,
};

/// Scores in order; levels are printed as short as they can be told apart.
pub(super) fn written(scores: &[Score]) -> String {
    let words: Vec<String> = scores
        .iter()
        .map(|score| match score {
            Score::NotScored => "-".to_owned(),
            Score::NotApplicable => "NA".to_owned(),
            Score::Scored(level) => level.to_string(),
        })
        .collect();
    words.join(" ")
}

/// Exactly as many scores as there are places.
pub(super) fn read<const N: usize>(text: &str) -> Result<[Score; N], Fault> {
    let mut scores = [Score::NotScored; N];
    let mut found = 0;
    for word in text.split_whitespace() {
        let score = one(word)?;
        if let Some(place) = scores.get_mut(found) {
            *place = score;
        }
        found += 1;
    }
    if found == N {
        Ok(scores)
    } else {
        Err(Fault::ScoreCount { found, expected: N })
    }
}

fn one(word: &str) -> Result<Score, Fault> {
    match word {
        "-" => Ok(Score::NotScored),
        "NA" => Ok(Score::NotApplicable),
        number => {
            let value = number
                .parse()
                .map_err(|_| Fault::NotAScore(number.to_owned()))?;
            level(value).map(Score::Scored)
        }
    }
}

/// A level 1..=5.
pub(super) fn level(value: f64) -> Result<Level, Fault> {
    Level::new(value).map_err(|error| Fault::Level(error.0))
}
