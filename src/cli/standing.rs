//! How the enterprises of a workbook stand: each by its latest round, and how certain its rank is.

use serde_json::{Value, json};

use super::json::name_json;
use crate::{
    analysis::{Candidate, Outcome, Place, Ranking, RoundResult, Sampling, Settings, evaluate},
    model::{Enterprise, Factor, Round, Workbook},
};

/// All enterprises of a workbook, and the ranks of those that have one.
pub(super) struct Standings<'a> {
    /// The complete ones, the best first; of equals the earlier one in the workbook.
    pub ranked: Vec<Ranked<'a>>,
    /// Those without an outcome, in the workbook's order.
    pub unranked: Vec<Standing<'a>>,
    /// How the ranks were drawn.
    pub ranking: Option<Ranking>,
}

/// An enterprise with a rank.
pub(super) struct Ranked<'a> {
    pub standing: Standing<'a>,
    pub outcome: Outcome,
    pub place: Place,
}

/// An enterprise and what its latest round says; a workbook may hold one without a round.
pub(super) struct Standing<'a> {
    pub enterprise: &'a Enterprise,
    pub round: Option<(&'a Round, RoundResult)>,
}

impl<'a> Standings<'a> {
    pub(super) fn of(workbook: &'a Workbook, settings: &Settings) -> Self {
        let standings: Vec<Standing<'_>> = workbook
            .enterprises
            .iter()
            .map(|enterprise| Standing {
                enterprise,
                round: enterprise
                    .latest_round()
                    .map(|round| (round.as_ref(), evaluate(round, settings))),
            })
            .collect();
        let candidates: Vec<Option<Candidate>> = standings
            .iter()
            .map(|standing| Candidate::of(&standing.round.as_ref()?.1))
            .collect();
        let complete = candidates.iter().flatten().count();
        let ranking = Ranking::of(&candidates, Sampling::of(complete));
        let mut places = ranking
            .as_ref()
            .map_or_else(Vec::new, |ranking| ranking.places.clone())
            .into_iter();
        let (mut ranked, mut unranked) = (Vec::new(), Vec::new());
        for standing in standings {
            let outcome = standing.round.as_ref().and_then(|(_, found)| found.outcome);
            match (outcome, places.next().flatten()) {
                (Some(outcome), Some(place)) => ranked.push(Ranked {
                    standing,
                    outcome,
                    place,
                }),
                _ => unranked.push(standing),
            }
        }
        ranked.sort_by_key(|ranked| ranked.place.rank);
        Self {
            ranked,
            unranked,
            ranking,
        }
    }

    /// How the ranks were drawn, and all of them, as JSON; `null` where nothing has a rank.
    pub(super) fn ranks_json(&self, workbook: &Workbook) -> Value {
        let Some(ranking) = self.ranking.as_ref().filter(|found| found.ranked > 0) else {
            return Value::Null;
        };
        let ranked: Vec<Value> = self
            .ranked
            .iter()
            .map(|ranked| ranked.json(workbook))
            .collect();
        json!({
            "draws": ranking.draws,
            "seed": ranking.seed,
            "standard_error": ranking.standard_error(),
            "ranked": ranked,
        })
    }
}

impl Ranked<'_> {
    fn json(&self, workbook: &Workbook) -> Value {
        let Place {
            rank,
            share,
            expected,
            first,
            likely,
            ..
        } = self.place;
        let mut value = self.standing.json(workbook);
        value["rank"] = json!(rank);
        value["resonance"] = json!(self.outcome.resonance * 100.0);
        value["band"] = json!(self.outcome.band.code());
        value["lead"] = json!(self.outcome.lead.code());
        value["share"] = json!(share);
        value["expected"] = json!(expected);
        value["first"] = json!(first);
        value["likely"] = json!([likely.0, likely.1]);
        value
    }
}

impl Standing<'_> {
    /// Name, sector and round.
    pub(super) fn json(&self, workbook: &Workbook) -> Value {
        json!({
            "name": name_json(workbook, self.enterprise),
            "sector": self.enterprise.sector,
            "round": self.round.as_ref().map(|(round, _)| &round.name),
        })
    }

    /// Whether the scores are withheld while a room scores.
    pub(super) fn hidden(&self) -> bool {
        self.round.as_ref().is_some_and(|(_, found)| found.hidden)
    }

    /// What the round still lacks, in model order; all eight factors where there is no round.
    pub(super) fn missing(&self) -> Vec<Factor> {
        self.round.as_ref().map_or_else(
            || Factor::ALL.to_vec(),
            |(_, found)| found.missing().collect(),
        )
    }
}
