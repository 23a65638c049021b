//! File version 1, frozen: how a workbook is written, and back.
//!
//! Inside an enterprise everything is a flat list of records, one to a line, so that a version
//! control system shows one changed score as one changed line.

use std::{collections::HashSet, fmt, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use uuid::Uuid;

use crate::model::{
    Aggregation, Agreed, AnswerDetail, Basis, Confidence, Enterprise, EnterpriseId, Factor,
    INDICATORS_PER_FACTOR, Level, PerFactor, Respondent, RespondentId, Response, Round, RoundId,
    Score, Size, Weights, Workbook, WorkbookId,
};

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileV1 {
    pub format: String,
    pub version: u32,
    pub workbook: WorkbookV1,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkbookV1 {
    id: Uuid,
    title: String,
    note: String,
    aggregation: AggregationV1,
    weights: [f64; 8],
    enterprises: Vec<EnterpriseV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AggregationV1 {
    Mean,
    Median,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnterpriseV1 {
    id: Uuid,
    name: String,
    sector: String,
    size: Option<SizeV1>,
    technology: String,
    people: Vec<PersonV1>,
    rounds: Vec<RoundV1>,
    responses: Vec<ResponseV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    details: Vec<DetailV1>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agreed: Vec<AgreedV1>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SizeV1 {
    Micro,
    Small,
    Medium,
    Large,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonV1 {
    id: Uuid,
    name: String,
    role: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundV1 {
    id: Uuid,
    name: String,
    date: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseV1 {
    round: Uuid,
    person: Uuid,
    weight: f64,
    scores: ScoresV1<8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DetailV1 {
    round: Uuid,
    person: Uuid,
    factor: FactorV1,
    indicators: ScoresV1<INDICATORS_PER_FACTOR>,
    basis: BasisV1,
    confidence: Option<ConfidenceV1>,
    note: String,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BasisV1 {
    Direct,
    Indicators,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ConfidenceV1 {
    Sure,
    FairlySure,
    Guess,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreedV1 {
    round: Uuid,
    factor: FactorV1,
    level: LevelV1,
    dissent: String,
}

/// A factor by its code.
#[derive(Debug, Clone, Copy)]
struct FactorV1(Factor);

/// A level 1..=5.
#[derive(Debug, Clone, Copy)]
struct LevelV1(Level);

/// Scores in order, as in `3.5 2 - NA`: `-` not scored, `NA` not applicable.
#[derive(Debug, Clone, Copy)]
struct ScoresV1<const N: usize>([Score; N]);

/// A record that the parser accepts and the model does not, with the id it can be found by.
#[derive(Debug)]
pub(super) struct ContentError {
    pub near: Vec<String>,
    pub reason: String,
}

impl FileV1 {
    pub(super) fn of(workbook: &Workbook) -> Self {
        Self {
            format: super::FORMAT.to_owned(),
            version: 1,
            workbook: WorkbookV1 {
                id: workbook.id.0,
                title: workbook.title.clone(),
                note: workbook.note.clone(),
                aggregation: match workbook.aggregation {
                    Aggregation::Mean => AggregationV1::Mean,
                    Aggregation::Median => AggregationV1::Median,
                },
                weights: Factor::ALL.map(|factor| workbook.weights.of(factor)),
                enterprises: workbook
                    .enterprises
                    .iter()
                    .map(|enterprise| EnterpriseV1::of(enterprise))
                    .collect(),
            },
        }
    }

    /// The workbook, once every reference and range holds.
    pub(super) fn into_workbook(self) -> Result<Workbook, ContentError> {
        let file = self.workbook;
        let mut workbook = Workbook::new(WorkbookId(file.id), file.title);
        workbook.note = file.note;
        workbook.aggregation = match file.aggregation {
            AggregationV1::Mean => Aggregation::Mean,
            AggregationV1::Median => Aggregation::Median,
        };
        let points = file.weights;
        workbook.weights =
            Weights::from_points(PerFactor::from_fn(|factor| points[factor.index()])).map_err(
                |error| ContentError {
                    near: vec!["weights:".into()],
                    reason: error.to_string(),
                },
            )?;
        let mut ids = HashSet::new();
        for enterprise in file.enterprises {
            if !ids.insert(enterprise.id) {
                return Err(twice("enterprise", enterprise.id));
            }
            workbook
                .enterprises
                .push(Arc::new(enterprise.into_enterprise()?));
        }
        Ok(workbook)
    }
}

impl EnterpriseV1 {
    fn of(enterprise: &Enterprise) -> Self {
        let mut responses = Vec::new();
        let mut details = Vec::new();
        let mut agreed = Vec::new();
        for round in &enterprise.rounds {
            for response in &round.responses {
                let scores = Factor::ALL.map(|factor| response.answers[factor].direct);
                responses.push(ResponseV1 {
                    round: round.id.0,
                    person: response.respondent.0,
                    weight: response.weight,
                    scores: ScoresV1(scores),
                    note: response.note.clone(),
                });
                for (factor, answer) in response.answers.iter() {
                    if let Some(detail) = &answer.detail {
                        details.push(DetailV1 {
                            round: round.id.0,
                            person: response.respondent.0,
                            factor: FactorV1(factor),
                            indicators: ScoresV1(detail.indicators),
                            basis: match detail.basis {
                                Basis::Direct => BasisV1::Direct,
                                Basis::Indicators => BasisV1::Indicators,
                            },
                            confidence: detail.confidence.map(|confidence| match confidence {
                                Confidence::Sure => ConfidenceV1::Sure,
                                Confidence::FairlySure => ConfidenceV1::FairlySure,
                                Confidence::Guess => ConfidenceV1::Guess,
                            }),
                            note: detail.note.clone(),
                        });
                    }
                }
            }
            for (factor, record) in round.agreed.iter() {
                if let Some(record) = record {
                    agreed.push(AgreedV1 {
                        round: round.id.0,
                        factor: FactorV1(factor),
                        level: LevelV1(record.level),
                        dissent: record.dissent.clone(),
                    });
                }
            }
        }
        Self {
            id: enterprise.id.0,
            name: enterprise.name.clone(),
            sector: enterprise.sector.clone(),
            size: enterprise.size.map(|size| match size {
                Size::Micro => SizeV1::Micro,
                Size::Small => SizeV1::Small,
                Size::Medium => SizeV1::Medium,
                Size::Large => SizeV1::Large,
            }),
            technology: enterprise.technology.clone(),
            people: enterprise
                .people
                .iter()
                .map(|person| PersonV1 {
                    id: person.id.0,
                    name: person.name.clone(),
                    role: person.role.clone(),
                })
                .collect(),
            rounds: enterprise
                .rounds
                .iter()
                .map(|round| RoundV1 {
                    id: round.id.0,
                    name: round.name.clone(),
                    date: round.date.clone(),
                })
                .collect(),
            responses,
            details,
            agreed,
        }
    }

    fn into_enterprise(self) -> Result<Enterprise, ContentError> {
        let mut enterprise = Enterprise::new(EnterpriseId(self.id), self.name);
        enterprise.sector = self.sector;
        enterprise.technology = self.technology;
        enterprise.size = self.size.map(|size| match size {
            SizeV1::Micro => Size::Micro,
            SizeV1::Small => Size::Small,
            SizeV1::Medium => Size::Medium,
            SizeV1::Large => Size::Large,
        });
        for person in self.people {
            let id = RespondentId(person.id);
            if enterprise.person(id).is_some() {
                return Err(twice("person", person.id));
            }
            enterprise.people.push(Respondent {
                id,
                name: person.name,
                role: person.role,
            });
        }
        let mut rounds: Vec<Round> = Vec::with_capacity(self.rounds.len());
        for round in self.rounds {
            let id = RoundId(round.id);
            if rounds.iter().any(|other| other.id == id) {
                return Err(twice("round", round.id));
            }
            let mut built = Round::new(id, round.name);
            built.date = round.date;
            rounds.push(built);
        }
        let mut responses: Vec<(usize, Response)> = Vec::with_capacity(self.responses.len());
        for record in self.responses {
            let (place, response) = record.into_response(&enterprise, &rounds)?;
            let again = responses.iter().any(|(other_place, other)| {
                *other_place == place && other.respondent == response.respondent
            });
            if again {
                return Err(ContentError {
                    near: vec!["responses:".into(), response.respondent.to_string()],
                    reason: "this person has two responses in one round".into(),
                });
            }
            responses.push((place, response));
        }
        for record in self.details {
            record.put_into(&rounds, &mut responses)?;
        }
        for (place, response) in responses {
            rounds[place].responses.push(Arc::new(response));
        }
        for record in self.agreed {
            let place = round_index(&rounds, record.round)?;
            let slot = &mut rounds[place].agreed[record.factor.0];
            if slot.is_some() {
                return Err(ContentError {
                    near: vec!["agreed:".into(), record.round.to_string()],
                    reason: format!("{} is agreed twice in one round", record.factor.0.code()),
                });
            }
            *slot = Some(Box::new(Agreed {
                level: record.level.0,
                dissent: record.dissent,
            }));
        }
        enterprise.rounds = rounds.into_iter().map(Arc::new).collect();
        Ok(enterprise)
    }
}

impl ResponseV1 {
    fn into_response(
        self,
        enterprise: &Enterprise,
        rounds: &[Round],
    ) -> Result<(usize, Response), ContentError> {
        let place = round_index(rounds, self.round)?;
        let mut response = Response::blank(RespondentId(self.person));
        if enterprise.person(response.respondent).is_none() {
            return Err(unknown("person", self.person));
        }
        if !self.weight.is_finite() || self.weight <= 0.0 {
            return Err(ContentError {
                near: vec!["responses:".into(), self.round.to_string()],
                reason: format!("the weight {} is not a number above 0", self.weight),
            });
        }
        response.weight = self.weight;
        response.note = self.note;
        for factor in Factor::ALL {
            response.answers[factor].direct = self.scores.0[factor.index()];
        }
        Ok((place, response))
    }
}

impl DetailV1 {
    fn put_into(
        self,
        rounds: &[Round],
        responses: &mut [(usize, Response)],
    ) -> Result<(), ContentError> {
        let place = round_index(rounds, self.round)?;
        let respondent = RespondentId(self.person);
        let Some((_, response)) = responses
            .iter_mut()
            .find(|(other, response)| *other == place && response.respondent == respondent)
        else {
            return Err(ContentError {
                near: vec!["details:".into(), self.person.to_string()],
                reason: "a detail belongs to a response that is not there".into(),
            });
        };
        let answer = &mut response.answers[self.factor.0];
        if answer.detail.is_some() {
            return Err(ContentError {
                near: vec!["details:".into(), self.person.to_string()],
                reason: format!("{} has two details", self.factor.0.code()),
            });
        }
        answer.change_detail(|detail| {
            *detail = AnswerDetail {
                indicators: self.indicators.0,
                basis: match self.basis {
                    BasisV1::Direct => Basis::Direct,
                    BasisV1::Indicators => Basis::Indicators,
                },
                confidence: self.confidence.map(|confidence| match confidence {
                    ConfidenceV1::Sure => Confidence::Sure,
                    ConfidenceV1::FairlySure => Confidence::FairlySure,
                    ConfidenceV1::Guess => Confidence::Guess,
                }),
                note: self.note,
            };
        });
        Ok(())
    }
}

fn round_index(rounds: &[Round], id: Uuid) -> Result<usize, ContentError> {
    rounds
        .iter()
        .position(|round| round.id.0 == id)
        .ok_or_else(|| unknown("round", id))
}

fn twice(what: &str, id: Uuid) -> ContentError {
    ContentError {
        near: vec![id.to_string(), id.to_string()],
        reason: format!("there are two records of this {what}"),
    }
}

fn unknown(what: &str, id: Uuid) -> ContentError {
    ContentError {
        near: vec![id.to_string()],
        reason: format!("this {what} is not listed in the enterprise"),
    }
}

impl Serialize for FactorV1 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<'de> Deserialize<'de> for FactorV1 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Factor::from_code(&code)
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("there is no factor {code:?}")))
    }
}

impl Serialize for LevelV1 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0.value())
    }
}

impl<'de> Deserialize<'de> for LevelV1 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level::new(f64::deserialize(deserializer)?)
            .map(Self)
            .map_err(D::Error::custom)
    }
}

impl<const N: usize> Serialize for ScoresV1<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use fmt::Write as _;
        let mut text = String::new();
        for (index, score) in self.0.iter().enumerate() {
            if index > 0 {
                text.push(' ');
            }
            match score {
                Score::NotScored => text.push('-'),
                Score::NotApplicable => text.push_str("NA"),
                Score::Scored(level) => {
                    write!(text, "{level}").map_err(serde::ser::Error::custom)?;
                }
            }
        }
        serializer.serialize_str(&text)
    }
}

impl<'de, const N: usize> Deserialize<'de> for ScoresV1<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut scores = [Score::NotScored; N];
        let mut words = text.split_whitespace();
        for score in &mut scores {
            *score = match words.next() {
                None => {
                    return Err(D::Error::custom(format!(
                        "{text:?} has fewer than {N} scores"
                    )));
                }
                Some("-") => Score::NotScored,
                Some("NA") => Score::NotApplicable,
                Some(word) => {
                    let value: f64 = word
                        .parse()
                        .map_err(|_| D::Error::custom(format!("{word:?} is not a score")))?;
                    Score::Scored(Level::new(value).map_err(D::Error::custom)?)
                }
            };
        }
        match words.next() {
            None => Ok(Self(scores)),
            Some(_) => Err(D::Error::custom(format!(
                "{text:?} has more than {N} scores"
            ))),
        }
    }
}
