//! The session in a room: who is scoring, how scores come in, the step it is at.

use super::{Dialog, FocusRequest, Screen, State, Tone};
use crate::{
    edit::{Command, Revision, Where},
    model::{
        Enterprise, EnterpriseId, Factor, Level, Respondent, RespondentId, Response, Round,
        RoundId, Score, Stage,
    },
};

/// How scores come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScoringWay {
    /// The laptop goes from hand to hand.
    #[default]
    Laptop,
    /// A facilitator types a grid of people and factors.
    Grid,
    /// The room shows hands, which are counted.
    Hands,
}

/// What of the session is on screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoomView {
    /// How scores come in.
    pub way: ScoringWay,
    /// Who has the laptop now.
    pub scorer: Option<RespondentId>,
    /// The state of the document when they got it: undoing stops there.
    pub since: Option<Revision>,
    /// Asks their first open slider to take the focus, with the page at its top.
    pub arrives: FocusRequest,
    /// Whether the strips are split by role.
    pub by_role: bool,
    /// The roles compared, by their place among the roles.
    pub groups: (usize, usize),
    /// When the time for talking is over, in seconds on the window's clock.
    pub talk_ends: Option<f64>,
}

impl Default for RoomView {
    fn default() -> Self {
        Self {
            way: ScoringWay::default(),
            scorer: None,
            since: None,
            arrives: FocusRequest::None,
            by_role: false,
            groups: (0, 1),
            talk_ends: None,
        }
    }
}

/// How long a room talks about a factor by the timer, in seconds.
pub const TALK_SECONDS: f64 = 180.0;

/// An intent of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomAction {
    /// Goes to a step of the selected round's session; `Open` ends the session.
    Stage(Stage),
    /// Chooses how scores come in.
    Way(ScoringWay),
    /// Asks for the laptop to be handed to somebody.
    HandTo(RespondentId),
    /// The one who has the laptop is done, or the facilitator takes it back.
    Done,
    /// Begins another round that keeps this one, at scoring.
    NextRound,
    /// Shows strips of everybody, or by role.
    ByRole(bool),
    /// Compares two roles.
    Groups(usize, usize),
    /// Starts or stops the timer.
    Timer,
    /// Opens the page on which people are pasted.
    AskPeople,
    /// Changes what was pasted there.
    TypePeople(String),
    /// Pastes a block of scores into the grid, its corner at somebody's factor.
    PasteScores {
        /// The first row.
        person: RespondentId,
        /// The first column.
        factor: Factor,
        /// The block as pasted.
        text: String,
    },
}

impl State {
    pub(super) fn room(&mut self, action: RoomAction) {
        match action {
            RoomAction::Stage(stage) => self.go_to_stage(stage),
            RoomAction::ByRole(by_role) => self.session.room.by_role = by_role,
            RoomAction::Groups(first, second) => self.session.room.groups = (first, second),
            RoomAction::Way(way) => self.session.room.way = way,
            RoomAction::HandTo(person) => self.session.dialog = Some(Dialog::HandOver(person)),
            RoomAction::Done => {
                self.session.room.scorer = None;
                self.document.history.leave_field();
            }
            RoomAction::NextRound => {
                self.add_round_at(Stage::Score);
                self.session.room.scorer = None;
            }
            RoomAction::Timer => {
                let now = self.moment.seconds;
                self.session.room.talk_ends = match self.session.room.talk_ends {
                    None => Some(now + TALK_SECONDS),
                    Some(_) => None,
                };
            }
            RoomAction::AskPeople => self.session.dialog = Some(Dialog::PastePeople(String::new())),
            RoomAction::TypePeople(typed) => {
                if let Some(Dialog::PastePeople(text)) = &mut self.session.dialog {
                    *text = typed;
                }
            }
            RoomAction::PasteScores {
                person,
                factor,
                text,
            } => self.paste_scores(person, factor, &text),
        }
    }

    pub(super) fn selected_round(&self) -> Option<(EnterpriseId, RoundId)> {
        let view = self.view();
        Some((view.enterprise()?.id, view.round()?.id))
    }

    /// Gives the laptop to somebody: a blank form, also for somebody who has answered already.
    pub(super) fn hand_over(&mut self, person: RespondentId) {
        // What is being opened would take the place of their page.
        if !self.at_work.reads_nothing() {
            self.say(Tone::Caution, self.language.opening().to_owned());
            return;
        }
        let Some((enterprise, round)) = self.selected_round() else {
            return;
        };
        let place = Where {
            enterprise,
            round,
            person,
        };
        let found = self.view().round().cloned();
        let answered = found
            .as_ref()
            .and_then(|round| round.response(person))
            .is_some_and(has_answers);
        if answered {
            self.edit(&Command::ClearResponse(place));
        }
        self.session.person = Some(person);
        self.session.room.scorer = Some(person);
        self.session.room.since = Some(self.document.history.revision());
        self.session.room.arrives = FocusRequest::Wanted;
        self.session.screen = Screen::Room;
        self.session.unfolded = None;
        self.session.explained = None;
        self.document.history.leave_field();
        // What somebody else took back is not theirs to repeat.
        self.document.history.forget_undone();
    }

    /// Adds everybody of a pasted list to the panel: a name a line, a role behind a tab or comma.
    pub(super) fn add_people(&mut self, text: &str) {
        let Some((enterprise, _)) = self.selected_round() else {
            return;
        };
        let lines: Vec<(String, String)> = people_of(text).collect();
        if lines.is_empty() {
            return;
        }
        let people: Vec<Respondent> = lines
            .into_iter()
            .map(|(name, role)| Respondent {
                id: RespondentId((self.new_id)()),
                name,
                role,
            })
            .collect();
        self.edit(&Command::AddPeople { enterprise, people });
    }

    /// Takes a pasted block into the grid, or says which cell is no score and takes nothing.
    fn paste_scores(&mut self, person: RespondentId, factor: Factor, text: &str) {
        let Some((id, round_id)) = self.selected_round() else {
            return;
        };
        let (Some(enterprise), Some(round)) = (
            self.workbook().enterprise(id).cloned(),
            self.view().round().cloned(),
        ) else {
            return;
        };
        match pasted(&enterprise, &round, person, factor, text) {
            Ok(block) => {
                if !block.responses.is_empty() {
                    self.edit(&Command::PutResponses {
                        enterprise: id,
                        round: round_id,
                        people: Vec::new(),
                        responses: block.responses,
                    });
                }
                let language = self.language;
                if let Some(text) = language.paste_partly(block.rows, block.cells, block.blank) {
                    self.say(Tone::Caution, text);
                }
            }
            Err(wrong) => {
                let text = self
                    .language
                    .paste_wrong(wrong.row, wrong.column, &wrong.found);
                self.say(Tone::Bad, text);
            }
        }
    }
}

/// Whether somebody answered anything.
#[must_use]
pub fn has_answers(response: &Response) -> bool {
    let mut answers = response.answers.iter();
    answers.any(|(_, answer)| answer.score() != Score::NotScored)
}

/// Names and roles of a pasted list; blank lines are left out.
fn people_of(text: &str) -> impl Iterator<Item = (String, String)> {
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
struct WrongCell {
    row: usize,
    column: usize,
    found: String,
}

/// A pasted block as it goes into the grid, and how much of it does not.
#[derive(Debug, Default, PartialEq)]
struct Block {
    /// The responses it changes.
    responses: Vec<Response>,
    /// Rows with something in them below the last person.
    rows: usize,
    /// Cells with something in them beyond the last factor.
    cells: usize,
    /// Blank cells in the grid: what is there stays.
    blank: usize,
}

/// The responses with a pasted block in them. Cells beyond the grid's edge are left out and counted;
/// blank cells change nothing.
fn pasted(
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
            answer.change_detail(|detail| detail.basis = crate::model::Basis::Direct);
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
