//! Rows of scores as one text: `3.5 2 - NA 4 3 2.5 4`.

use crate::{
    model::{Factor, Level, PerFactor, Score},
    storage::{fault::Fault, locate::Wrong},
};

/// Scores in order; levels are printed as short as they can be told apart.
pub fn text_of(scores: &[Score]) -> String {
    let words: Vec<String> = scores
        .iter()
        .map(|score| match score {
            Score::NotScored => "-".to_owned(),
            Score::NotApplicable => "NA".to_owned(),
            Score::Scored(level) => level.value().to_string(),
        })
        .collect();
    words.join(" ")
}

/// Exactly as many scores as there are places.
pub fn scores_of<const N: usize>(field: &'static str, text: &str) -> Result<[Score; N], Wrong> {
    let mut scores = [Score::NotScored; N];
    let mut found = 0;
    for word in text.split_whitespace() {
        let score = match word {
            "-" => Score::NotScored,
            "NA" => Score::NotApplicable,
            number => {
                let unknown = |_| Wrong::at(field, Fault::NotAScore(number.to_owned()));
                Score::Scored(level_of(field, number.parse().map_err(unknown)?)?)
            }
        };
        if let Some(place) = scores.get_mut(found) {
            *place = score;
        }
        found += 1;
    }
    if found == N {
        Ok(scores)
    } else {
        Err(Wrong::at(field, Fault::Count { found, expected: N }))
    }
}

/// A level 1..=5.
pub fn level_of(field: &'static str, value: f64) -> Result<Level, Wrong> {
    Level::new(value).map_err(|error| Wrong::at(field, Fault::Level(error.0)))
}

/// Levels as one text: `-` for none.
pub fn text_of_levels(levels: &PerFactor<Option<Level>>) -> String {
    text_of(&Factor::ALL.map(|factor| levels[factor].map_or(Score::NotScored, Score::Scored)))
}

/// The levels of such a text.
pub fn levels_of(field: &'static str, text: &str) -> Result<PerFactor<Option<Level>>, Wrong> {
    let scores: [Score; 8] = scores_of(field, text)?;
    if scores.contains(&Score::NotApplicable) {
        return Err(Wrong::at(field, Fault::NotAScore("NA".to_owned())));
    }
    Ok(PerFactor::from_fn(|factor| scores[factor.index()].level()))
}
