//! Taking response codes in: what each of them is, what is unusual about it, and doing it as one step.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::has_answers;
use crate::{
    import::{CodeFault, ResponseCode, is_unseen, tag, visible_name},
    model::{Enterprise, EnterpriseId, Respondent, RespondentId, Round, RoundId, Stage, Workbook},
};

/// The enterprise and round on screen.
type Selected = Option<(EnterpriseId, RoundId)>;

/// Codes as pasted, read once, with what the user decided about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Codes {
    /// What was pasted.
    pub text: String,
    /// What each code of it, or other run of words, would become, with its line from 1.
    pub arrivals: Vec<(usize, Arrival)>,
    /// Whether codes of other workbooks are taken, into the selected round.
    pub foreign: bool,
    /// What was decided, by place among the arrivals.
    pub decisions: BTreeMap<usize, Decision>,
}

/// What to do with a code that waits for the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It is taken in.
    Take,
    /// Its answers take the place of those that are there.
    Replace,
    /// Somebody else of the same name joins the panel.
    Both,
    /// What is there stays.
    Skip,
}

/// What would become of a code.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// It is taken in: at once, or when the user says so where something about it is unusual.
    Bound(Box<Bound>),
    /// It is not taken.
    Refused(Refusal),
}

/// Where a code belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The code, its name without what cannot be seen.
    pub code: ResponseCode,
    /// Its enterprise.
    pub enterprise: EnterpriseId,
    /// Its round.
    pub round: RoundId,
    /// Somebody of the same name on the panel.
    pub person: Option<RespondentId>,
    /// What is unusual about it; nothing, and it is taken unasked.
    pub doubts: Vec<Doubt>,
}

/// What is unusual about a code. Codes are not signed, so that it may be meant well or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Somebody of its name has answered already.
    Answered,
    /// Another code of the batch bears its name, for the same round.
    SameName,
    /// Its name holds characters that cannot be seen.
    Unseen,
    /// It bears no name.
    Nameless,
    /// Its round has been revealed, or something was agreed in it.
    Revealed,
    /// It was made for another enterprise than the one on screen.
    OtherEnterprise,
}

/// Why a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no sound code.
    Fault(CodeFault),
    /// It was made from another workbook.
    OtherWorkbook,
    /// Its enterprise or round is not in the workbook any more.
    Gone,
    /// An earlier one is the same.
    Twice,
}

/// An intent on the codes being taken in.
#[derive(Clone, Debug, PartialEq)]
pub enum CodesAction {
    /// Changes what was pasted.
    Text(String),
    /// Says whether codes of other workbooks are taken.
    Foreign(bool),
    /// Decides about the code at a place.
    One(usize, Decision),
    /// Decides about all codes that wait for this reason alone.
    Alike(Doubt, Decision),
}

impl Codes {
    /// Reads what was pasted against the workbook; `selected` takes codes of other workbooks. Lines may
    /// hold several codes, apart by spaces.
    #[must_use]
    pub fn read(text: String, foreign: bool, workbook: &Workbook, selected: Selected) -> Self {
        let places = Places::of(workbook, selected);
        let mut seen = HashSet::new();
        let mut arrivals: Vec<(usize, Arrival)> = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            for word in line.split_whitespace() {
                let arrival = match ResponseCode::read(word) {
                    Err(fault) => Arrival::Refused(Refusal::Fault(fault)),
                    Ok(code) if !seen.insert(code.text()) => Arrival::Refused(Refusal::Twice),
                    Ok(code) => places.arrival(code, foreign),
                };
                // A sentence is told once and not word by word.
                let words = Arrival::Refused(Refusal::Fault(CodeFault::Foreign));
                let told = |(at, before): &(usize, Arrival)| *at == number && *before == words;
                if arrival != words || !arrivals.last().is_some_and(told) {
                    arrivals.push((number, arrival));
                }
            }
        }
        doubt_namesakes(&mut arrivals);
        Self {
            text,
            arrivals,
            foreign,
            decisions: BTreeMap::new(),
        }
    }

    /// The codes that would be taken if the user said so, with their places.
    pub fn bound(&self) -> impl Iterator<Item = (usize, &Bound)> {
        let arrivals = self.arrivals.iter().enumerate();
        arrivals.filter_map(|(place, (_, arrival))| match arrival {
            Arrival::Bound(bound) => Some((place, bound.as_ref())),
            Arrival::Refused(_) => None,
        })
    }

    /// The places of the codes that wait for this reason and for no other.
    pub fn alike(&self, doubt: Doubt) -> impl Iterator<Item = usize> {
        self.bound()
            .filter(move |(_, bound)| bound.doubts == [doubt])
            .map(|(place, _)| place)
    }

    /// What becomes of the code at a place: what was decided, else it is taken where nothing is unusual
    /// about it and left out where something is.
    #[must_use]
    pub fn decision(&self, place: usize, bound: &Bound) -> Decision {
        let usual = if bound.doubts.is_empty() {
            Decision::Take
        } else {
            Decision::Skip
        };
        self.decisions.get(&place).copied().unwrap_or(usual)
    }

    /// How many codes would be taken in as things stand.
    #[must_use]
    pub fn to_take(&self) -> usize {
        self.bound()
            .filter(|(place, bound)| self.decision(*place, bound) != Decision::Skip)
            .count()
    }
}

/// Where codes of a workbook belong, by the tags in them.
struct Places<'a> {
    workbook: u32,
    /// Of two with one tag the first.
    enterprises: HashMap<u32, &'a Enterprise>,
    selected: Option<(&'a Enterprise, &'a Round)>,
}

impl<'a> Places<'a> {
    fn of(workbook: &'a Workbook, selected: Selected) -> Self {
        let mut enterprises = HashMap::new();
        for enterprise in &workbook.enterprises {
            let known = enterprises.entry(tag(enterprise.id.0));
            known.or_insert(enterprise.as_ref());
        }
        let selected = selected.and_then(|(enterprise, round)| {
            let enterprise = workbook.enterprise(enterprise)?.as_ref();
            Some((enterprise, enterprise.round(round)?.as_ref()))
        });
        Self {
            workbook: tag(workbook.id.0),
            enterprises,
            selected,
        }
    }

    fn arrival(&self, mut code: ResponseCode, foreign: bool) -> Arrival {
        let found = if code.workbook == self.workbook {
            self.own(&code)
        } else if foreign {
            self.selected
        } else {
            return Arrival::Refused(Refusal::OtherWorkbook);
        };
        let Some((enterprise, round)) = found else {
            return Arrival::Refused(Refusal::Gone);
        };
        let unseen = code.name.chars().any(is_unseen);
        code.name = visible_name(&code.name);
        let named = |person: &&Respondent| !code.name.is_empty() && person.name == code.name;
        let person = enterprise.people.iter().find(named).map(|person| person.id);
        let answered = person
            .and_then(|person| round.response(person))
            .is_some_and(has_answers);
        let shown = matches!(round.stage, Stage::Reveal | Stage::Discuss | Stage::Agree);
        let revealed = shown || round.agreed.iter().any(|(_, agreed)| agreed.is_some());
        let other = |(shown, _): (&Enterprise, &Round)| tag(shown.id.0) != code.enterprise;
        let doubts = [
            (answered, Doubt::Answered),
            (unseen, Doubt::Unseen),
            (code.name.is_empty(), Doubt::Nameless),
            (revealed, Doubt::Revealed),
            (self.selected.is_some_and(other), Doubt::OtherEnterprise),
        ];
        let doubts = doubts
            .into_iter()
            .filter_map(|(holds, doubt)| holds.then_some(doubt));
        Arrival::Bound(Box::new(Bound {
            enterprise: enterprise.id,
            round: round.id,
            person,
            doubts: doubts.collect(),
            code,
        }))
    }

    /// The enterprise and round whose tags a code of this workbook bears.
    fn own(&self, code: &ResponseCode) -> Option<(&'a Enterprise, &'a Round)> {
        let enterprise = *self.enterprises.get(&code.enterprise)?;
        let mut rounds = enterprise.rounds.iter();
        let round = rounds.find(|round| tag(round.id.0) == code.round)?;
        Some((enterprise, round.as_ref()))
    }
}

/// Marks the codes of a round that bear one name, however it is written.
fn doubt_namesakes(arrivals: &mut [(usize, Arrival)]) {
    let key = |bound: &Bound| {
        (
            bound.enterprise,
            bound.round,
            bound.code.name.to_lowercase(),
        )
    };
    let mut counts: HashMap<_, usize> = HashMap::new();
    for (_, arrival) in arrivals.iter() {
        if let Arrival::Bound(bound) = arrival {
            *counts.entry(key(bound)).or_default() += 1;
        }
    }
    for (_, arrival) in arrivals {
        if let Arrival::Bound(bound) = arrival
            && !bound.code.name.is_empty()
            && counts.get(&key(bound)).is_some_and(|count| *count > 1)
        {
            bound.doubts.push(Doubt::SameName);
        }
    }
}
