//! Lists of people and blocks of scores as pasted.

use crate::model::{Basis, Enterprise, Factor, Level, RespondentId, Response, Round, Score};

/// Names and roles of a pasted list; blank lines are left out.
pub(super) fn people_of(text: &str) -> impl Iterator<Item = (String, String)> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let split = line.split_once(['\t', ',', '，', ';', '；']);
            let (name, role) = split.unwrap_or((line, ""));
            (name.trim().to_owned(), role.trim().to_owned())
        })
}

/// A cell of a pasted block that is no score; row and column from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrongCell {
    pub row: usize,
    pub column: usize,
    pub found: String,
}

/// A pasted block as it goes into the grid, and how much of it does not.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The responses it changes.
    pub responses: Vec<Response>,
    /// Rows with something in them below the last person.
    pub rows: usize,
    /// Cells with something in them beyond the last factor.
    pub cells: usize,
    /// Blank cells in the grid: what is there stays.
    pub blank: usize,
}

/// The responses with a pasted block in them. Cells beyond the grid's edge are left out and counted;
/// blank cells change nothing.
pub(super) fn pasted(
    enterprise: &Enterprise,
    round: &Round,
    person: RespondentId,
    factor: Factor,
    text: &str,
) -> Result<Block, WrongCell> {
    let first = enterprise.number_of(person).saturating_sub(1);
    let mut block = Block::default();
    for (row, line) in text.trim_end_matches(['\r', '\n']).lines().enumerate() {
        let Some(person) = enterprise.people.get(first + row) else {
            block.rows += usize::from(!line.trim().is_empty());
            continue;
        };
        let mut changed = false;
        let mut response = round
            .response(person.id)
            .cloned()
            .unwrap_or_else(|| Response::blank(person.id));
        for (column, cell) in line.split('\t').enumerate() {
            let cell = cell.trim();
            let Some(factor) = Factor::ALL.get(factor.index() + column) else {
                block.cells += usize::from(!cell.is_empty());
                continue;
            };
            if cell.is_empty() {
                block.blank += 1;
                continue;
            }
            let Some(score) = score_of(cell) else {
                return Err(WrongCell {
                    row: row + 1,
                    column: column + 1,
                    found: cell.to_owned(),
                });
            };
            let answer = &mut response.answers[*factor];
            answer.direct = score;
            answer.change_detail(|detail| detail.basis = Basis::Direct);
            changed = true;
        }
        if changed {
            block.responses.push(response);
        }
    }
    Ok(block)
}

/// A score as typed: 1 to 5 with a point or comma, `NA`, or `-` for not scored.
fn score_of(cell: &str) -> Option<Score> {
    match cell.to_ascii_uppercase().as_str() {
        "NA" | "N/A" => Some(Score::NotApplicable),
        "-" => Some(Score::NotScored),
        number => {
            let value: f64 = number.replace(',', ".").parse().ok()?;
            Level::new(value).ok().map(Score::Scored)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::model::{EnterpriseId, Respondent, RoundId};

    fn panel() -> (Enterprise, Round, Vec<RespondentId>) {
        let id = |number| RespondentId(Uuid::from_u128(number));
        let ids: Vec<RespondentId> = (1..=3).map(id).collect();
        let mut enterprise = Enterprise::new(EnterpriseId(Uuid::from_u128(9)), "Firm".to_owned());
        enterprise.people = ids
            .iter()
            .map(|id| Respondent {
                id: *id,
                name: String::new(),
                role: String::new(),
            })
            .collect();
        let mut round = Round::new(RoundId(Uuid::from_u128(8)), String::new());
        round.responses = vec![Arc::new(Response::blank(ids[0]))];
        (enterprise, round, ids)
    }

    #[test]
    fn a_block_is_pasted_from_its_corner_and_cut_at_the_edge() {
        let (enterprise, round, ids) = panel();
        let corner = Factor::SocialImpact;
        let text = "3,5\tna\t1\n\t2\r\n4\t-\nlost";
        let block = pasted(&enterprise, &round, ids[1], corner, text).unwrap();
        assert_eq!((block.rows, block.cells, block.blank), (2, 1, 1));
        let put = block.responses;
        assert_eq!(put.len(), 2);
        assert_eq!(put[0].respondent, ids[1]);
        let level = |value| Score::Scored(Level::new(value).unwrap());
        assert_eq!(put[0].score(Factor::SocialImpact), level(3.5));
        let conditions = Factor::FacilitatingConditions;
        assert_eq!(put[0].score(conditions), Score::NotApplicable);
        assert_eq!(put[1].score(Factor::SocialImpact), Score::NotScored);
        assert_eq!(put[1].score(conditions), level(2.0));
    }

    #[test]
    fn a_cell_that_is_no_score_is_named_and_nothing_is_taken() {
        let (enterprise, round, ids) = panel();
        for wrong in ["6", "0.5", "x", "NaN", "1e9"] {
            let text = format!("3\t3\n3\t{wrong}");
            let put = pasted(&enterprise, &round, ids[0], Factor::Complexity, &text);
            let expected = WrongCell {
                row: 2,
                column: 2,
                found: wrong.to_owned(),
            };
            assert_eq!(put, Err(expected));
        }
    }

    #[test]
    fn people_are_lines_with_a_role_behind_a_tab_or_comma() {
        let people: Vec<_> = people_of("Mei Lin\tOwner\n\n 赵伟，司机 \nTom").collect();
        let expected = [("Mei Lin", "Owner"), ("赵伟", "司机"), ("Tom", "")];
        let expected = expected.map(|(name, role)| (name.to_owned(), role.to_owned()));
        assert_eq!(people, expected);
    }
}
