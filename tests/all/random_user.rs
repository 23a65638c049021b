//! A user who does anything: random intents through the one door of the state, seeded, so that a run that
//! fails is run again. `RESONANCE_RANDOM_ACTIONS=200000` makes it long, `RESONANCE_RANDOM_SEED` another.
//! The same with the window's keys, pointer and accessibility tree is in `random_window`.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process::Command as Process,
    sync::Arc,
};

use resonance::{
    analysis::Settings,
    edit::{Command, EnterpriseChange, PersonChange, PlanChange, RoundChange, TargetChange, Where},
    import::{ResponseCode, RowDecision, tag, write_scores},
    knowledge::{Industry, Kind, demo_workbook},
    model::{
        Aggregation, Agreed, Answer, Basis, Confidence, Effort, Enterprise, EnterpriseId, Factor,
        Hands, Level, PerFactor, PlanItem, PlanItemId, PlanSource, PlanState, Respondent,
        RespondentId, Response, Round, RoundId, Score, Side, Size, Stage, Target, WeightSetId,
        WhatIf, WhatIfId, Workbook,
    },
    state::{
        Action, CodesAction, CommandSpec, CompareAction, ComparePage, Decision, Dialog,
        DialogAnswer, Doubt, Explained, Item, KnowledgePage, KnowledgeView, MenuAction, Moment,
        NewFromSector, NewPlanItem, NewRecord, Panel, Picture, PlanAction, PlanPage,
        PortfolioAction, PortfolioColumn, PortfolioFilter, PortfolioPage, PresentAction, Profile,
        Removal, Results, ResultsPage, RoomAction, RowOrder, ScoringWay, State, StepsAs,
        TableAction, Tracked, WeightsAction,
    },
    storage::{GuidedPath, parse_workbook, workbook_text},
};
use uuid::Uuid;

use crate::desk::Desk;

/// How often the numbers on screen are held to those of the command line.
const CHECKED_EVERY: usize = 500;

/// A source of random choices that is the same for the same seed (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).unwrap()
    }

    pub fn percent(&mut self, of: usize) -> bool {
        self.below(100) < of
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub fn flag(&mut self) -> bool {
        self.percent(50)
    }

    fn id(&mut self) -> Uuid {
        Uuid::from_u128((1 << 100) + u128::from(self.roll()))
    }

    fn factor(&mut self) -> Factor {
        *self.one(&Factor::ALL)
    }

    fn level(&mut self) -> Level {
        Level::new(f64::from(10 + u8::try_from(self.below(41)).unwrap()) / 10.0).unwrap()
    }

    fn score(&mut self) -> Score {
        match self.below(8) {
            0 => Score::NotScored,
            1 => Score::NotApplicable,
            _ => Score::Scored(self.level()),
        }
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| make(self))
    }

    pub fn text(&mut self) -> String {
        if self.percent(1) {
            return "很长 ".repeat(700);
        }
        (*self.one(&TEXTS)).to_owned()
    }
}

const TEXTS: [&str; 20] = [
    "",
    " ",
    "North Mill",
    "赵伟",
    "Zoë 🌾",
    "\u{202e}niL ieM",
    "An\0n\u{7}\u{200b}",
    "=1+1",
    "\"; DROP\t\r\n",
    "<b>{questions}</b>",
    "2026-12-15",
    "2026-02-30",
    "-99999-99-99",
    "4,5",
    "1e309",
    "agriculture",
    "Ann, Owner\nBo; Staff\n赵伟",
    "5\t4\t3,5\t-\tNA\t1\t2\t3\n1\t2",
    "/no/such/file.resonance",
    "~",
];

const FILES: [&str; 7] = [
    "one.resonance",
    "two.resonance",
    "scores.csv",
    "table.csv",
    "form.html",
    "broken.resonance",
    "nowhere/else.resonance",
];

/// The commands that read or write files; they are slow, and chosen less often than the others.
fn touches_files(command: MenuAction) -> bool {
    use MenuAction as M;
    matches!(
        command,
        M::Save
            | M::SaveAs
            | M::Open
            | M::OpenPath
            | M::ExportCsv
            | M::ExportForm
            | M::ExportFullForm
            | M::ExportPaper
            | M::ImportTable
            | M::Merge
    )
}

/// What can be chosen from in a workbook; now and then something that is not in it.
struct Choices<'a> {
    dice: &'a mut Dice,
    workbook: &'a Workbook,
}

impl Choices<'_> {
    fn stale(&mut self) -> bool {
        self.dice.percent(3)
    }

    fn firm(&mut self) -> Option<Arc<Enterprise>> {
        let firms = &self.workbook.enterprises;
        (!firms.is_empty()).then(|| Arc::clone(self.dice.one(firms)))
    }

    fn enterprise(&mut self) -> EnterpriseId {
        match self.firm() {
            Some(firm) if !self.stale() => firm.id,
            _ => EnterpriseId(self.dice.id()),
        }
    }

    fn enterprises(&mut self) -> Vec<EnterpriseId> {
        (0..self.dice.below(9)).map(|_| self.enterprise()).collect()
    }

    fn round(&mut self) -> (EnterpriseId, RoundId) {
        match self.firm() {
            Some(firm) if !firm.rounds.is_empty() && !self.stale() => {
                (firm.id, self.dice.one(&firm.rounds).id)
            }
            _ => (self.enterprise(), RoundId(self.dice.id())),
        }
    }

    fn person(&mut self) -> (EnterpriseId, RespondentId) {
        match self.firm() {
            Some(firm) if !firm.people.is_empty() && !self.stale() => {
                (firm.id, self.dice.one(&firm.people).id)
            }
            _ => (self.enterprise(), RespondentId(self.dice.id())),
        }
    }

    fn place(&mut self) -> Where {
        let (enterprise, person) = self.person();
        let rounds = self
            .workbook
            .enterprise(enterprise)
            .map(|firm| &firm.rounds);
        let round = match rounds {
            Some(rounds) if !rounds.is_empty() && !self.stale() => self.dice.one(rounds).id,
            _ => RoundId(self.dice.id()),
        };
        Where {
            enterprise,
            round,
            person,
        }
    }

    fn plan_item(&mut self) -> (EnterpriseId, PlanItemId) {
        match self.firm() {
            Some(firm) if !firm.plan.is_empty() => (firm.id, self.dice.one(&firm.plan).id),
            _ => (self.enterprise(), PlanItemId(self.dice.id())),
        }
    }

    fn what_if(&mut self) -> (EnterpriseId, WhatIfId) {
        match self.firm() {
            Some(firm) if !firm.what_ifs.is_empty() => (firm.id, self.dice.one(&firm.what_ifs).id),
            _ => (self.enterprise(), WhatIfId(self.dice.id())),
        }
    }

    fn weight_set(&mut self) -> WeightSetId {
        let sets = &self.workbook.weight_sets;
        if sets.is_empty() || self.stale() {
            WeightSetId(self.dice.id())
        } else {
            self.dice.one(sets).id
        }
    }

    fn item(&mut self) -> Item {
        let (enterprise, round) = self.round();
        match self.dice.below(3) {
            0 => Item {
                enterprise,
                profile: Profile::Target,
            },
            1 => {
                let (enterprise, what_if) = self.what_if();
                let profile = Profile::WhatIf(what_if);
                Item {
                    enterprise,
                    profile,
                }
            }
            _ => Item {
                enterprise,
                profile: Profile::Round(round),
            },
        }
    }

    fn somebody(&mut self) -> Respondent {
        Respondent {
            id: RespondentId(self.dice.id()),
            name: self.dice.text(),
            role: self.dice.text(),
        }
    }

    fn levels(&mut self) -> PerFactor<Option<Level>> {
        PerFactor::from_fn(|_| self.dice.maybe(Dice::level))
    }

    fn response(&mut self, person: RespondentId) -> Response {
        let mut response = Response::blank(person);
        for factor in Factor::ALL {
            response.answers[factor].direct = self.dice.score();
        }
        response
    }

    fn step(&mut self) -> Arc<PlanItem> {
        Arc::new(PlanItem {
            id: PlanItemId(self.dice.id()),
            source: PlanSource::Free,
            text: self.dice.text(),
            factor: self.dice.maybe(Dice::factor),
            state: *self.dice.one(&PlanState::ALL),
            owner: self.dice.text(),
            due: self.dice.text(),
            lift: *self.dice.one(&[0.0, 1.0, 2.5, 4.0, 9.0]),
        })
    }

    fn command(&mut self) -> Command {
        let text = self.dice.text();
        let factor = self.dice.factor();
        let place = self.place();
        let (enterprise, round) = self.round();
        let (panel, person) = self.person();
        let (planned, item) = self.plan_item();
        let crowded = self.workbook.enterprises.len() > 12;
        match self.dice.below(44) {
            0 => Command::SetTitle(text),
            1 => Command::SetWorkbookNote(text),
            2 => Command::SetAggregation(*self.dice.one(&[Aggregation::Mean, Aggregation::Median])),
            3 => Command::RemoveWeightSet(self.weight_set()),
            4 => Command::UseWeights(self.dice.flag().then(|| self.weight_set())),
            5 if !crowded => Command::AddEnterprise {
                enterprise: Arc::new(Enterprise::new(EnterpriseId(self.dice.id()), text)),
                at: self.dice.below(20),
            },
            5 | 6 => Command::RemoveEnterprise(self.enterprise()),
            7 => Command::MoveEnterprise {
                id: self.enterprise(),
                to: self.dice.below(20),
            },
            8..=10 => Command::ChangeEnterprise {
                id: self.enterprise(),
                change: match self.dice.below(5) {
                    0 => EnterpriseChange::Name(text),
                    1 => EnterpriseChange::Sector(text),
                    2 => EnterpriseChange::Size(self.dice.maybe(|dice| *dice.one(&Size::ALL))),
                    3 => EnterpriseChange::Technology(text),
                    _ => EnterpriseChange::Alias(text),
                },
            },
            11 => Command::AddPerson {
                enterprise,
                person: self.somebody(),
            },
            12 => Command::ChangePerson {
                enterprise: panel,
                person,
                change: if self.dice.flag() {
                    PersonChange::Name(text)
                } else {
                    PersonChange::Role(text)
                },
            },
            13 => Command::RemovePerson {
                enterprise: panel,
                person,
            },
            14 => Command::AddRound {
                enterprise,
                round: Arc::new(Round::new(RoundId(self.dice.id()), text)),
            },
            15..=17 => Command::ChangeRound {
                enterprise,
                round,
                change: match self.dice.below(3) {
                    0 => RoundChange::Name(text),
                    1 => RoundChange::Date(text),
                    _ => RoundChange::Stage(*self.dice.one(&STAGES)),
                },
            },
            18 => Command::RemoveRound { enterprise, round },
            19..=24 => Command::SetScore {
                place,
                factor,
                score: self.dice.score(),
            },
            25..=26 => Command::SetIndicator {
                place,
                factor,
                indicator: self.dice.below(5),
                score: self.dice.score(),
            },
            27 => Command::SetBasis {
                place,
                factor,
                basis: *self.dice.one(&[Basis::Direct, Basis::Indicators]),
            },
            28 => Command::SetNote {
                place,
                factor,
                note: text,
            },
            29 => Command::SetConfidence {
                place,
                factor,
                confidence: self.dice.maybe(|_| Confidence::Guess),
            },
            30 => Command::SetEnough {
                place,
                factor,
                enough: self.dice.maybe(Dice::flag),
            },
            31 => Command::AddPlanItems {
                enterprise,
                items: vec![self.step(), self.step()],
            },
            32 => Command::ChangePlanItem {
                enterprise: planned,
                item,
                change: match self.dice.below(6) {
                    0 => PlanChange::Text(text),
                    1 => PlanChange::Owner(text),
                    2 => PlanChange::Due(text),
                    3 => PlanChange::State(*self.dice.one(&PlanState::ALL)),
                    4 => PlanChange::Factor(Some(factor)),
                    _ => PlanChange::Lift(*self.dice.one(&[0.0, 1.5, 4.0, f64::NAN])),
                },
            },
            33 => Command::RemovePlanItem {
                enterprise: planned,
                item,
            },
            34 => Command::ChangeTarget {
                enterprise,
                change: match self.dice.below(5) {
                    0 => TargetChange::Level(factor, self.dice.maybe(Dice::level)),
                    1 => TargetChange::Effort(factor, *self.dice.one(&Effort::ALL)),
                    2 => TargetChange::Due(text),
                    3 => TargetChange::Baseline(self.dice.maybe(|_| round)),
                    _ => TargetChange::All(Box::new(Target {
                        levels: self.levels(),
                        ..Target::default()
                    })),
                },
            },
            35 => Command::PutWhatIf {
                enterprise,
                what_if: Arc::new(WhatIf {
                    id: WhatIfId(self.dice.id()),
                    name: text,
                    reasons: String::new(),
                    levels: self.levels(),
                }),
            },
            36 => {
                let (enterprise, what_if) = self.what_if();
                Command::RemoveWhatIf {
                    enterprise,
                    what_if,
                }
            }
            37 => Command::SetHands {
                enterprise,
                round,
                factor,
                hands: self
                    .dice
                    .maybe(|dice| Hands::new([0; 5].map(|_: u16| *dice.one(&[0, 1, 7, u16::MAX])))),
            },
            38 => Command::HidePeople(self.dice.flag()),
            39 => Command::UseAliases(self.dice.flag()),
            40 => Command::PutAnswer {
                place,
                factor,
                answer: Box::new(Answer {
                    direct: self.dice.score(),
                    detail: None,
                }),
            },
            41 => match self.dice.below(3) {
                0 => Command::ClearResponse(place),
                1 => Command::SetVoice {
                    place,
                    weight: *self
                        .dice
                        .one(&[1.0, 0.5, 1e300, 1e-300, 0.0, -1.0, f64::NAN]),
                },
                _ => Command::SetResponseNote { place, note: text },
            },
            42 => Command::PutResponses {
                enterprise: place.enterprise,
                round: place.round,
                people: Vec::new(),
                responses: vec![self.response(place.person)],
            },
            _ => Command::SetAgreed {
                enterprise,
                round,
                factor,
                agreed: self.dice.maybe(|dice| Agreed {
                    level: dice.level(),
                    dissent: text,
                }),
            },
        }
    }

    /// A code for a round of the workbook, or something that is none.
    fn code(&mut self) -> String {
        let (enterprise, round) = self.round();
        let mut answers = PerFactor::<Answer>::default();
        for factor in Factor::ALL {
            answers[factor].direct = self.dice.score();
        }
        let code = ResponseCode {
            workbook: tag(self.workbook.id.0),
            enterprise: tag(enterprise.0),
            round: tag(round.0),
            name: self.dice.text(),
            answers,
        };
        let mut text = code.text();
        if self.dice.percent(10) {
            text.truncate(self.dice.below(text.len()));
        }
        text
    }
}

const STAGES: [Stage; 6] = [
    Stage::Open,
    Stage::Define,
    Stage::Score,
    Stage::Reveal,
    Stage::Discuss,
    Stage::Agree,
];

const PANELS: [Panel; 7] = [
    Panel::List,
    Panel::Answer,
    Panel::NarrowAnswer,
    Panel::Pairs,
    Panel::Matrix,
    Panel::Table,
    Panel::Details,
];

fn any_command(dice: &mut Dice) -> MenuAction {
    let all: Vec<MenuAction> = CommandSpec::all().map(|spec| spec.action).collect();
    loop {
        let command = *dice.one(&all);
        if !touches_files(command) || dice.percent(10) {
            return command;
        }
    }
}

/// Any intent, in the state that is reached.
fn any_action(dice: &mut Dice, state: &State, folder: &Path) -> Action {
    let workbook = Arc::clone(state.workbook());
    // What is open is answered more often than not, so that one gets past it.
    if let Some(dialog) = &state.session().dialog
        && dice.percent(40)
    {
        return in_dialog(dice, dialog, &workbook, folder);
    }
    let toast = state.session().toasts.first().map_or(0, |toast| toast.id);
    let mut from = Choices {
        dice,
        workbook: &workbook,
    };
    let (enterprise, round) = from.round();
    let (panel, person) = from.person();
    let text = from.dice.text();
    let factor = from.dice.factor();
    match from.dice.below(60) {
        0..=13 => Action::Menu(any_command(from.dice)),
        14..=34 => Action::Edit(from.command()),
        35 => Action::LeaveField,
        36 => Action::Select(enterprise),
        37 => Action::SelectRound(round),
        38 => Action::SelectPerson(person),
        39 => Action::Add(NewRecord::Person(enterprise)),
        40 => Action::Rename(from.dice.maybe(|_| enterprise)),
        41 => Action::Search(text),
        42 => match from.dice.below(3) {
            0 => Action::Unfold(from.dice.maybe(|_| factor)),
            1 => Action::Toggle(*from.dice.one(&PANELS)),
            _ => Action::Draw(
                *from
                    .dice
                    .one(&[Picture::Radar, Picture::Sides, Picture::Dots]),
            ),
        },
        43 if from.dice.percent(20) => Action::Open(folder.join(from.dice.one(&FILES))),
        43 => Action::ForgetRecent(folder.join(from.dice.one(&FILES))),
        44 => Action::Explain(from.dice.maybe(|dice| any_explained(dice, &workbook))),
        45 => match from.dice.below(3) {
            0 => Action::Guide(*from.dice.one(&[GuidedPath::Short, GuidedPath::Full])),
            1 => Action::GuidedPage(from.dice.below(60)),
            _ => Action::Read(*from.dice.one(&[ResultsPage::Full, ResultsPage::Short])),
        },
        46 => Action::Know(Box::new(any_knowledge(from.dice, state, text))),
        47 => Action::AddToPlan(NewPlanItem {
            // An id of a preset is never blank.
            source: PlanSource::Step(format!("id {text}")),
            text,
            factor: Some(factor),
        }),
        48 => Action::Weights(match from.dice.below(6) {
            0 => WeightsAction::Look(from.dice.flag().then(|| from.weight_set())),
            1 => WeightsAction::AddByPoints,
            2 => WeightsAction::AddByPairs,
            3 => WeightsAction::Rename(from.weight_set(), text),
            4 => {
                let points = *from.dice.one(&[0.0, 1.0, 40.0, -1.0, f64::NAN, 1e308]);
                WeightsAction::Points(from.weight_set(), factor, points)
            }
            _ => {
                let side = *from.dice.one(&[Side::Supply, Side::Demand]);
                let times = *from.dice.one(&[1.0 / 9.0, 0.3, 1.0, 9.0, 0.0, f64::NAN]);
                let pair = from.dice.below(7);
                WeightsAction::Judge(from.weight_set(), side, pair, times)
            }
        }),
        49..=50 => Action::Portfolio(any_portfolio(&mut from)),
        51 => Action::Plan(any_plan(&mut from, text)),
        52 => Action::Compare(match from.dice.below(9) {
            0 => CompareAction::Firms(from.enterprises()),
            1..=2 => CompareAction::Add(from.item()),
            3 => CompareAction::Remove(from.item()),
            4 => CompareAction::CompareWith(from.item()),
            5 => CompareAction::Clear,
            6 => CompareAction::Page(*from.dice.one(&[
                ComparePage::Overlay,
                ComparePage::Multiples,
                ComparePage::Rows,
                ComparePage::OverTime,
                ComparePage::Numbers,
            ])),
            7 => CompareAction::Order(*from.dice.one(&[RowOrder::Model, RowOrder::Difference])),
            _ => CompareAction::Track(*from.dice.one(&[
                Tracked::Resonance,
                Tracked::Supply,
                Tracked::Demand,
            ])),
        }),
        53 => Action::Present(match from.dice.below(3) {
            0 => PresentAction::Begin(from.enterprises()),
            1 => PresentAction::Turn(*from.dice.one(&[-1, 1, isize::MIN, isize::MAX])),
            _ => PresentAction::End,
        }),
        54..=56 => Action::Room(match from.dice.below(12) {
            0 => RoomAction::Stage(*from.dice.one(&STAGES)),
            1 => RoomAction::Way(*from.dice.one(&[
                ScoringWay::Laptop,
                ScoringWay::Grid,
                ScoringWay::Hands,
            ])),
            2 => RoomAction::HandTo(person),
            3..=5 => RoomAction::Done,
            6 => RoomAction::NextRound,
            7 => RoomAction::ByRole(from.dice.flag()),
            8 => RoomAction::Groups(from.dice.below(5), from.dice.below(5)),
            9 => RoomAction::Timer,
            10 => RoomAction::AskPeople,
            _ => RoomAction::PasteScores {
                person,
                factor,
                text,
            },
        }),
        57 => Action::Remove(if from.dice.flag() {
            Removal::Person {
                enterprise: panel,
                person,
            }
        } else {
            Removal::Round { enterprise, round }
        }),
        58 => Action::TakeBack(toast),
        _ => Action::DismissToast(toast),
    }
}

fn any_explained(dice: &mut Dice, workbook: &Workbook) -> Explained {
    let factor = dice.factor();
    let mut from = Choices { dice, workbook };
    let (item, other) = (from.item(), from.item());
    let all = [
        Explained::Resonance,
        Explained::Supply,
        Explained::Balance,
        Explained::Coupling,
        Explained::KendallW,
        Explained::Factor(factor),
        Explained::Matrix,
        Explained::Certainty,
        Explained::Change,
        Explained::Robustness,
        Explained::Target,
        Explained::WhatIf(from.what_if().1),
        Explained::Progress,
        Explained::Gain,
        Explained::Path,
        Explained::Tornado,
        Explained::Compared(item),
        Explained::Difference {
            from: item,
            to: other,
        },
        Explained::RankShare,
        Explained::FirstRank,
        Explained::Entropy,
    ];
    *from.dice.one(&all)
}

fn any_knowledge(dice: &mut Dice, state: &State, text: String) -> KnowledgeView {
    let pages = [
        KnowledgePage::Mechanism,
        KnowledgePage::Scenarios,
        KnowledgePage::Cases,
        KnowledgePage::Challenges,
        KnowledgePage::Figures,
    ];
    let industries = [Industry::Primary, Industry::Secondary, Industry::Tertiary];
    KnowledgeView {
        page: *dice.one(&pages),
        search: text.clone(),
        industry: *dice.one(&industries),
        ready: dice.flag(),
        factor: dice.maybe(Dice::factor),
        chosen: dice.maybe(|_| (Kind::Case, text)),
        ..state.session().knowledge.clone()
    }
}

fn any_portfolio(from: &mut Choices<'_>) -> PortfolioAction {
    let pages = [
        PortfolioPage::Table,
        PortfolioPage::Plane,
        PortfolioPage::Distribution,
        PortfolioPage::Ranks,
    ];
    let columns: Vec<PortfolioColumn> = PortfolioColumn::all().collect();
    match from.dice.below(12) {
        0 => PortfolioAction::Page(*from.dice.one(&pages)),
        1 => PortfolioAction::Filter(PortfolioFilter {
            search: from.dice.text(),
            sector: from.dice.maybe(Dice::text),
            size: from.dice.maybe(|dice| *dice.one(&Size::ALL)),
            ..PortfolioFilter::default()
        }),
        2 => PortfolioAction::Filter(PortfolioFilter::default()),
        3 => PortfolioAction::Sort(*from.dice.one(&columns)),
        4 => PortfolioAction::Column(*from.dice.one(&columns)),
        5 => PortfolioAction::Toggle(from.enterprise()),
        6 => PortfolioAction::Add(from.enterprises()),
        7 => PortfolioAction::Clear,
        8 => PortfolioAction::Lasso(from.dice.flag()),
        9 => PortfolioAction::Open(from.enterprise()),
        10 => PortfolioAction::Compare(from.enterprises()),
        _ => PortfolioAction::BySize(from.dice.flag()),
    }
}

fn any_plan(from: &mut Choices<'_>, text: String) -> PlanAction {
    let pages = [
        PlanPage::Target,
        PlanPage::Levers,
        PlanPage::WhatIfs,
        PlanPage::Steps,
    ];
    match from.dice.below(11) {
        0 => PlanAction::Page(*from.dice.one(&pages)),
        1 => PlanAction::Goal(u8::try_from(from.dice.below(256)).unwrap()),
        2 => PlanAction::WhatIf(from.what_if().1),
        3 => PlanAction::NewWhatIf,
        4 => PlanAction::Type(text),
        5 => PlanAction::AddTyped,
        6 => PlanAction::AddTypedOn(text),
        7 => PlanAction::AddAdvised,
        8 => PlanAction::ShowSteps(*from.dice.one(&[StepsAs::Board, StepsAs::Calendar])),
        9 => PlanAction::Unfold(from.dice.flag().then(|| from.plan_item().1)),
        _ => PlanAction::Day(*from.dice.one(&[0, 20_800, -1, i32::MIN, i32::MAX])),
    }
}

/// What is done in an open dialog: its fields, then an answer.
fn in_dialog(dice: &mut Dice, dialog: &Dialog, workbook: &Workbook, folder: &Path) -> Action {
    let text = dice.text();
    match dialog {
        Dialog::Path { .. } if dice.flag() => {
            let path = folder.join(dice.one(&FILES));
            return Action::DialogText(path.display().to_string());
        }
        Dialog::Sector(_) if dice.flag() => {
            return Action::DialogSector(NewFromSector {
                sector: text.clone(),
                title: text.clone(),
                firms: text,
            });
        }
        Dialog::PastePeople(_) if dice.flag() => {
            return Action::Room(RoomAction::TypePeople(text));
        }
        Dialog::Merge(merging) if dice.flag() => {
            let mut merging = merging.clone();
            for theirs in &mut merging.theirs {
                *theirs = dice.flag();
            }
            return Action::Merge(merging);
        }
        Dialog::Codes(_) if dice.percent(80) => {
            let place = dice.below(4);
            let decisions = [
                Decision::Take,
                Decision::Replace,
                Decision::Both,
                Decision::Skip,
            ];
            let decision = *dice.one(&decisions);
            return Action::Codes(match dice.below(4) {
                0 => CodesAction::Foreign(dice.flag()),
                1 => CodesAction::One(place, decision),
                2 => CodesAction::Alike(Doubt::Answered, decision),
                _ => {
                    let mut from = Choices { dice, workbook };
                    let codes = (0..3).map(|_| from.code()).collect::<Vec<_>>();
                    CodesAction::Text(codes.join("\n"))
                }
            });
        }
        Dialog::Table(import) if dice.flag() => {
            let decision = *dice.one(&[RowDecision::Skip, RowDecision::Replace, RowDecision::Both]);
            return Action::Table(match dice.below(4) {
                0 => TableAction::Row(dice.below(9), decision),
                1 => TableAction::AllRows(decision),
                2 => TableAction::Sheet(dice.below(3)),
                _ => {
                    let fields: Vec<_> = resonance::import::Field::all().collect();
                    let column = dice.below(import.fields.len() + 1);
                    TableAction::Column(column, *dice.one(&fields))
                }
            });
        }
        _ => {}
    }
    Action::Answer(*dice.one(&[
        DialogAnswer::Cancel,
        DialogAnswer::Confirm,
        DialogAnswer::Save,
        DialogAnswer::Discard,
        DialogAnswer::SaveAs,
    ]))
}

/// Puts files to open into a folder: sound ones of several kinds, and a broken one.
pub fn files_in(folder: &Path) {
    let workbook = demo_workbook(resonance::i18n::Language::English).unwrap();
    for (name, text) in [
        ("two.resonance", workbook_text(&workbook).unwrap()),
        ("scores.csv", write_scores(&workbook).unwrap().0),
        (
            "table.csv",
            fs::read_to_string("tests/fixtures/tables/scores.csv").unwrap(),
        ),
        (
            "broken.resonance",
            "(format: \"resonance-workbook\", ver".into(),
        ),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// A program with files to open beside it.
fn begun() -> Desk {
    let desk = Desk::demo();
    files_in(desk.folder.path());
    desk
}

/// One step of the user; what was done, for the list of a run that fails.
fn step(desk: &mut Desk, seed: u64, number: usize) -> Action {
    let mut dice = Dice(seed);
    let folder = desk.folder.path().to_owned();
    let action = any_action(&mut dice, &desk.state, &folder);
    desk.choice = dice.maybe(|dice| folder.join(dice.one(&FILES)));
    desk.state.at(Moment {
        seconds: number as f64 * 0.2,
        fills_screen: dice.flag(),
    });
    desk.does(action.clone());
    drop(desk.state.keep_unsaved());
    desk.state.drop_old_toasts();
    // What the window would do is not done here, and would be kept for ever.
    desk.asked.clear();
    // What the screens ask for.
    let view = desk.state.view();
    let _ = (view.result(), view.advised_steps(), view.hidden());
    action
}

/// The numbers on screen are those that the command line gives for the saved file.
pub fn numbers_agree(workbook: &Workbook, results: &Results, folder: &Path) {
    let path = folder.join("checked.resonance");
    fs::write(&path, workbook_text(workbook).unwrap()).unwrap();
    let said = Process::new(env!("CARGO_BIN_EXE_resonance"))
        .args(["score", "--json"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(said.status.success(), "{said:?}");
    let said: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let firms = said["enterprises"].as_array().unwrap();
    assert_eq!(firms.len(), workbook.enterprises.len());
    let settings = Settings::of(workbook);
    let same = |shown: Option<f64>, said: &serde_json::Value, what: &str| {
        let said = said.as_f64();
        let near = match (shown, said) {
            (Some(shown), Some(said)) => (shown - said).abs() <= 1e-9 * shown.abs().max(1.0),
            (shown, said) => shown == said,
        };
        assert!(near, "{what}: {shown:?} on screen, {said:?} printed");
    };
    for (firm, said) in workbook.enterprises.iter().zip(firms) {
        let rounds = said["rounds"].as_array().unwrap();
        assert_eq!(rounds.len(), firm.rounds.len());
        for (round, said) in firm.rounds.iter().zip(rounds) {
            let shown = results.of(round, &settings);
            let outcome = shown.outcome;
            same(
                outcome.map(|one| one.resonance * 100.0),
                &said["resonance"],
                "R",
            );
            same(shown.sides.supply.value, &said["supply"], "S");
            same(shown.sides.demand.value, &said["demand"], "D");
            same(
                outcome.map(|one| one.coordination),
                &said["coordination"],
                "K",
            );
            for (factor, found) in shown.factors.iter() {
                let said = &said["factors"][factor.code()]["score"];
                same(found.score, said, factor.code());
            }
        }
    }
}

/// Runs steps with a new program, and checks the numbers now and then and at the end; the place of the
/// step that fails.
fn sitting(seeds: &[u64]) -> Result<(), usize> {
    let mut desk = begun();
    for (number, seed) in seeds.iter().enumerate() {
        let done = catch_unwind(AssertUnwindSafe(|| {
            step(&mut desk, *seed, number);
            let session = desk.state.session();
            assert!(session.toasts.len() <= 3 && session.toggled.len() <= 7);
            if (number + 1) % CHECKED_EVERY == 0 || number + 1 == seeds.len() {
                numbers_agree(
                    desk.state.workbook(),
                    desk.state.results(),
                    desk.folder.path(),
                );
            }
        }));
        if done.is_err() {
            return Err(number);
        }
    }
    Ok(())
}

/// The fewest of some steps found that still fail: pieces are left out, ever smaller ones.
fn shrunk<T: Copy>(steps: &[T], mut tries: usize, fails: impl Fn(&[T]) -> Option<usize>) -> Vec<T> {
    let mut kept = steps.to_vec();
    let mut size = kept.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < kept.len() && tries > 0 {
            tries -= 1;
            let mut fewer = kept.clone();
            fewer.drain(at..(at + size).min(kept.len()));
            match fails(&fewer) {
                Some(last) => kept = fewer[..=last].to_vec(),
                None => at += size,
            }
        }
        size /= 2;
    }
    kept
}

/// How many steps are asked for, and the seed they come from.
fn asked_for(variable: &str, usual: usize) -> (usize, u64) {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let steps = number(variable).map_or(usual, |steps| usize::try_from(steps).unwrap());
    (steps, number("RESONANCE_RANDOM_SEED").unwrap_or(2026))
}

/// The memory of this process that is in use, in megabytes; `None` where the system does not say.
fn megabytes() -> Option<usize> {
    let said = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: usize = said.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096 / 1_048_576)
}

/// How long a user acts.
pub struct Act {
    /// The variable of the environment that makes it long.
    pub variable: &'static str,
    /// As many steps without it.
    pub usual: usize,
    /// As many steps with one program.
    pub sitting: usize,
    /// As often at most fewer steps are tried where some fail.
    pub tries: usize,
}

/// Lets a user act, sitting after sitting, and holds the
/// memory flat. `fails` says at which step a sitting fails; the fewest steps that do so are told.
pub fn lets_act(act: &Act, fails: impl Fn(&[u64]) -> Option<usize>, tells: impl Fn(&[u64])) {
    let (steps, seed) = asked_for(act.variable, act.usual);
    let mut dice = Dice(seed);
    let mut done = 0;
    let mut memory = Vec::new();
    while done < steps {
        let seeds: Vec<u64> = (0..act.sitting.min(steps - done))
            .map(|_| dice.roll())
            .collect();
        if let Some(last) = fails(&seeds) {
            println!("seed {seed}, after {done} steps; the fewest that fail:");
            tells(&shrunk(&seeds[..=last], act.tries, &fails));
            panic!("it fails after these");
        }
        done += seeds.len();
        memory.push(megabytes());
    }
    println!(
        "{done} steps, megabytes after each {}: {memory:?}",
        act.sitting
    );
    if let [_, _, Some(early), .., Some(last)] = memory[..] {
        assert!(last < early + 64, "memory grows: {memory:?}");
    }
}

#[test]
fn any_actions_in_any_order_end_well_and_the_numbers_agree() {
    let tells = |seeds: &[u64]| {
        let mut desk = begun();
        for (number, seed) in seeds.iter().enumerate() {
            let mut dice = Dice(*seed);
            let folder = desk.folder.path().to_owned();
            println!("{:?}", any_action(&mut dice, &desk.state, &folder));
            step(&mut desk, *seed, number);
        }
        let (workbook, results) = (desk.state.workbook(), desk.state.results());
        numbers_agree(workbook, results, desk.folder.path());
    };
    let fails = |seeds: &[u64]| sitting(seeds).err();
    let act = Act {
        variable: "RESONANCE_RANDOM_ACTIONS",
        usual: 3_000,
        sitting: 5_000,
        tries: 200,
    };
    lets_act(&act, fails, tells);
}

#[test]
fn a_copy_counts_progress_from_its_own_round_and_its_file_opens_again() {
    let mut desk = Desk::demo();
    let firm = Arc::clone(&desk.workbook().enterprises[0]);
    desk.does(Action::Select(firm.id));
    desk.edits(Command::ChangeTarget {
        enterprise: firm.id,
        change: TargetChange::Baseline(Some(firm.rounds[1].id)),
    });
    desk.press(MenuAction::DuplicateEnterprise);
    let workbook = desk.workbook();
    let copy = &workbook.enterprises[1];
    assert_eq!(copy.target.baseline, Some(copy.rounds[1].id));
    let text = workbook_text(&workbook).unwrap();
    assert!(parse_workbook(Path::new("x"), &text).unwrap() == *workbook);
}
