//! Merging rounds and responses. Agreed scores and weights of people move a result by themselves, so
//! the other one's are conflicts even where nothing stands against them here.

use std::sync::Arc;

use super::{Added, Conflict, Merge, Subject};
use crate::{
    edit::command::{Command, RoundChange, Where},
    model::{Agreed, Answer, EnterpriseId, Factor, Respondent, Response, Round, RoundId},
};

/// The weight that everybody has unless another is set.
const USUAL_WEIGHT: f64 = 1.0;

impl Merge {
    pub(super) fn round(
        &mut self,
        enterprise: EnterpriseId,
        people: &[Respondent],
        mine: &Arc<Round>,
        theirs: &Round,
    ) -> Round {
        let id = mine.id;
        let mut united = mine.as_ref().clone();
        let take = |change| Command::ChangeRound {
            enterprise,
            round: id,
            change,
        };
        let of = (Some(enterprise), Some(id));
        let name = |text| take(RoundChange::Name(text));
        if let Some(text) = self.text(of.0, of.1, &mine.name, &theirs.name, name) {
            united.name = text;
        }
        let date = |text| take(RoundChange::Date(text));
        if let Some(text) = self.text(of.0, of.1, &mine.date, &theirs.date, date) {
            united.date = text;
        }
        for response in &theirs.responses {
            let person = response.respondent;
            let place = Where {
                enterprise,
                round: id,
                person,
            };
            let found = united.responses.iter();
            match found.enumerate().find(|(_, own)| own.respondent == person) {
                Some((at, own)) => {
                    let own = Arc::clone(own);
                    united.responses[at] = Arc::new(self.response(place, &own, response));
                }
                None => {
                    let rank = |id| people.iter().position(|one| one.id == id);
                    let mut own = united.responses.iter();
                    let at = own.position(|own| rank(own.respondent) > rank(person));
                    let at = at.unwrap_or(united.responses.len());
                    let response = self.usual_weight(place, response);
                    united.responses.insert(at, response);
                    self.add(of.0, of.1, Added::Response(person));
                }
            }
        }
        for factor in Factor::ALL {
            let own = mine.agreed[factor].as_deref();
            if let Some(other) = theirs.agreed[factor].as_deref()
                && own != Some(other)
            {
                self.agreed(enterprise, id, factor, own, other);
            }
        }
        self.hands(enterprise, &mut united, theirs);
        united
    }

    /// A round that only the other one has, without its agreed scores and its weights of people.
    pub(super) fn new_round(
        &mut self,
        enterprise: EnterpriseId,
        theirs: &Arc<Round>,
    ) -> Arc<Round> {
        let mut round = Arc::clone(theirs);
        for factor in Factor::ALL {
            if let Some(agreed) = &theirs.agreed[factor] {
                self.agreed(enterprise, theirs.id, factor, None, agreed);
                Arc::make_mut(&mut round).agreed[factor] = None;
            }
        }
        for (at, response) in theirs.responses.iter().enumerate() {
            let place = Where {
                enterprise,
                round: theirs.id,
                person: response.respondent,
            };
            let usual = self.usual_weight(place, response);
            if !Arc::ptr_eq(&usual, response) {
                Arc::make_mut(&mut round).responses[at] = usual;
            }
        }
        round
    }

    /// A response that only the other one has, with the weight that everybody has.
    fn usual_weight(&mut self, place: Where, theirs: &Arc<Response>) -> Arc<Response> {
        let mut response = Arc::clone(theirs);
        if theirs.weight.to_bits() != USUAL_WEIGHT.to_bits() {
            self.weight(place, USUAL_WEIGHT, theirs.weight);
            Arc::make_mut(&mut response).weight = USUAL_WEIGHT;
        }
        response
    }

    fn agreed(
        &mut self,
        enterprise: EnterpriseId,
        round: RoundId,
        factor: Factor,
        mine: Option<&Agreed>,
        theirs: &Agreed,
    ) {
        self.conflicts.push(Conflict {
            enterprise: Some(enterprise),
            round: Some(round),
            subject: Subject::Agreed {
                factor,
                mine: mine.map(|mine| Box::new(mine.clone())),
                theirs: Box::new(theirs.clone()),
            },
            take_theirs: Command::SetAgreed {
                enterprise,
                round,
                factor,
                agreed: Some(theirs.clone()),
            },
        });
    }

    fn weight(&mut self, place: Where, mine: f64, theirs: f64) {
        self.conflicts.push(Conflict {
            enterprise: Some(place.enterprise),
            round: Some(place.round),
            subject: Subject::Weight { mine, theirs },
            take_theirs: Command::SetVoice {
                place,
                weight: theirs,
            },
        });
    }

    fn response(&mut self, place: Where, mine: &Response, theirs: &Response) -> Response {
        let mut united = mine.clone();
        let of = (Some(place.enterprise), Some(place.round));
        let note = |note| Command::SetResponseNote { place, note };
        if let Some(note) = self.text(of.0, of.1, &mine.note, &theirs.note, note) {
            united.note = note;
        }
        if mine.weight.to_bits() != theirs.weight.to_bits() {
            self.weight(place, mine.weight, theirs.weight);
        }
        for factor in Factor::ALL {
            let (own, other) = (&mine.answers[factor], &theirs.answers[factor]);
            if own == other || *other == Answer::default() {
                continue;
            }
            if *own == Answer::default() {
                united.answers[factor] = other.clone();
                self.add(of.0, of.1, Added::Answer(place.person, factor));
                continue;
            }
            self.conflicts.push(Conflict {
                enterprise: of.0,
                round: of.1,
                subject: Subject::Answer {
                    person: place.person,
                    factor,
                    mine: Box::new(own.clone()),
                    theirs: Box::new(other.clone()),
                },
                take_theirs: Command::PutAnswer {
                    place,
                    factor,
                    answer: Box::new(other.clone()),
                },
            });
        }
        united
    }
}
