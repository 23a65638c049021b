//! The knowledge base: every row of the report's content is there, in both languages, with origin;
//! wrong presets of the user are said and the rest counts; advice is traceable, particular and steady.

use std::{collections::BTreeSet, sync::Arc};

use resonance::{
    analysis::{Settings, evaluate},
    i18n::Language,
    knowledge::{
        Advice, Area, Driver, Evidence, Industry, Kind, Knowledge, Leading, Met, Nearness, Part,
        PresetText, Rule, Situation, Topic, Value, demo_workbook,
    },
    model::{
        Answer, Factor, Level, Polarity, RespondentId, Response, Round, RoundId, Score, Side, Size,
    },
};
use uuid::Uuid;

fn knowledge() -> Knowledge {
    Knowledge::built_in().unwrap()
}

#[test]
fn the_mechanism_has_its_three_elements_four_drivers_two_vectors_and_three_values() {
    let knowledge = knowledge();
    let count = |part| {
        let all = knowledge.mechanism.iter();
        all.filter(|entry| entry.group == part).count()
    };
    let counts = [Part::Element, Part::Driver, Part::Vector, Part::Value].map(count);
    assert_eq!(counts, [3, 4, 2, 3]);
    assert!(
        knowledge
            .mechanism
            .iter()
            .all(|entry| entry.origin == "I(ii)")
    );
}

#[test]
fn each_factor_has_three_or_four_indicators_of_five_sentences() {
    let knowledge = knowledge();
    let counts = Factor::ALL.map(|factor| knowledge.framework.of(factor).indicators.len());
    assert!(counts.iter().all(|count| (3..=4).contains(count)));
    assert!((28..=32).contains(&counts.iter().sum::<usize>()));
}

#[test]
fn fig_3_is_there_as_the_report_names_it_and_every_industry_has_thirty_scenarios() {
    let knowledge = knowledge();
    let of_fig_3 = |sector: &str| {
        let all = knowledge.scenarios.iter();
        all.filter(|entry| entry.sector == sector && entry.origin == "fig. 3")
            .count()
    };
    let sectors = ["agriculture", "forestry", "animal_husbandry", "fishery"];
    assert_eq!(sectors.map(of_fig_3), [8, 7, 5, 5]);
    for industry in Industry::ALL {
        let scenarios: Vec<_> = knowledge
            .scenarios
            .iter()
            .filter(|entry| knowledge.industry_of(&entry.sector) == Some(industry))
            .collect();
        assert!(scenarios.len() >= 30, "{industry:?}: {}", scenarios.len());
        for value in Value::ALL {
            assert!(scenarios.iter().any(|entry| entry.values.contains(&value)));
        }
        for driver in Driver::ALL {
            let found = scenarios.iter().any(|entry| entry.driver == driver);
            assert!(found || industry == Industry::Primary, "{driver:?}");
        }
    }
}

/// Words of a scenario that the report names for an industry, KNOWLEDGE section 3.
#[test]
fn what_the_text_names_for_secondary_and_tertiary_industry_has_a_scenario() {
    let knowledge = knowledge();
    for id in [
        "machine_design",
        "aero_simulation",
        "material_discovery",
        "job_shop_scheduling",
        "cnc_maintenance",
        "silicon_control",
        "weld_inspection",
        "parts_warehouse",
        "humanoid_handling",
        "line_inspection",
        "tunnel_inspection",
        "mine_vehicles",
        "load_forecast",
        "site_safety",
        "industry_dataset",
        "large_small_models",
        "guest_chat",
        "lesson_video",
        "room_pictures",
        "ad_creative",
        "assortment_forecast",
        "risk_assessment",
        "fraud_detection",
        "own_brand",
        "emergency_dispatch",
        "traffic_control",
        "smart_city",
        "image_reading",
        "equity_research",
        "resume_screening",
    ] {
        let scenario = knowledge.scenario(id).unwrap_or_else(|| panic!("{id}"));
        assert!(
            scenario.origin.starts_with("II("),
            "{id}: {}",
            scenario.origin
        );
    }
}

#[test]
fn the_ten_cases_stand_in_their_four_areas_with_the_figures_the_report_gives() {
    let knowledge = knowledge();
    let ten: Vec<_> = knowledge
        .cases
        .iter()
        .filter(|case| case.origin == "II(iv)")
        .collect();
    let count = |area| ten.iter().filter(|case| case.area == area).count();
    let areas = [
        Area::ResearchDesign,
        Area::Manufacturing,
        Area::Logistics,
        Area::Safety,
    ];
    assert_eq!(areas.map(count), [2, 3, 2, 3]);
    let types: BTreeSet<_> = ten.iter().filter_map(|case| case.scenario_type).collect();
    assert_eq!(types.len(), 10, "one case of each of the ten types");
    let figures = |id: &str| {
        let case = knowledge.cases.iter().find(|case| case.id == id).unwrap();
        case.figures
            .iter()
            .map(|figure| format!("{} {}", figure.en, figure.zh))
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (id, numbers) in [
        ("avic_scheduling", vec!["20%", "15%"]),
        ("csg_xurui", vec!["5,000", "140", "35 million", "3500万"]),
        ("siemens_jyt", vec!["12.5%"]),
        ("amazon_sequoia", vec!["750,000", "75%", "25%"]),
        ("chengdu_rescue", vec!["30%", "15 minutes"]),
        ("shandong_uav", vec!["80%"]),
    ] {
        for number in numbers {
            assert!(figures(id).contains(number), "{id}: {number}");
        }
    }
    for named in ["coca_cola", "carrefour", "ping_an"] {
        let case = knowledge.cases.iter().find(|case| case.id == named);
        assert_eq!(case.unwrap().origin, "II(iii)");
    }
}

#[test]
fn challenges_and_countermeasures_are_linked_to_factors_and_to_each_other() {
    let knowledge = knowledge();
    assert_eq!(knowledge.challenges.len(), 8);
    assert_eq!(knowledge.countermeasures.len(), 9);
    for challenge in &knowledge.challenges {
        assert!(!challenge.factors.is_empty());
        assert!(challenge.origin.starts_with("III("), "{}", challenge.id);
        let mut answers = knowledge.countermeasures.iter();
        let answered = answers.any(|measure| measure.answers.contains(&challenge.id));
        assert!(answered, "nothing answers {}", challenge.id);
    }
    for measure in &knowledge.countermeasures {
        assert!(measure.origin.starts_with("IV("), "{}", measure.id);
        assert!((1..=3).contains(&measure.effort));
    }
}

/// KNOWLEDGE section 7, one statement after the other.
#[test]
fn every_reference_figure_is_there_and_those_that_do_not_add_up_say_so() {
    let knowledge = knowledge();
    for (id, number) in [
        ("bcg_cutting_edge", "4%"),
        ("bcg_first_value", "22%"),
        ("bcg_proof_of_concept", "49%"),
        ("bcg_no_value", "25%"),
        ("tencent_data_quality", "85%"),
        ("tencent_governance", "63%"),
        ("sme_finance_world", "41%"),
        ("sme_finance_china", "25%"),
        ("sme_finance_gap", "3.8 trillion"),
        ("beijing_demand", "540,000"),
        ("beijing_gap", "370,000"),
        ("caict_small_models", "57%"),
        ("gartner_genai", "80%"),
        ("ai_market", "3,680.47"),
        ("visits_apps", "7.6 billion"),
        ("visits_chatbots", "44 billion"),
        ("visits_video", "2.5 billion"),
        ("visits_imaging", "5 billion"),
        ("computing_world", "910"),
        ("computing_ai", "136%"),
        ("computing_us", "291.2"),
        ("computing_china", "27.03%"),
        ("data_volume", "384.6"),
        ("deepseek_training", "5.576 million"),
        ("deepseek_inference", "0.14"),
        ("digital_economy", "40 trillion"),
        ("digital_economy_china", "17%"),
    ] {
        let figure = knowledge.figures.iter().find(|figure| figure.id == id);
        let figure = figure.unwrap_or_else(|| panic!("{id}"));
        assert!(
            figure.value.en.contains(number),
            "{id}: {}",
            figure.value.en
        );
        let doubtful = [
            "computing_china",
            "visits_imaging",
            "visits_video",
            "data_volume",
        ];
        assert_eq!(figure.note.is_some(), doubtful.contains(&id), "{id}");
    }
    let topics: BTreeSet<Topic> = knowledge.figures.iter().map(|one| one.topic).collect();
    assert_eq!(topics.len(), 7);
}

#[test]
fn twelve_sub_sectors_over_three_industries_suggest_technology_people_and_wording() {
    let knowledge = knowledge();
    assert!(knowledge.sectors.iter().count() >= 12);
    for industry in Industry::ALL {
        assert!(knowledge.sectors.iter().any(|one| one.industry == industry));
    }
    for sector in knowledge.sectors.iter() {
        let all = knowledge.scenarios.iter();
        let suggested = all.filter(|one| one.sector == sector.id).count();
        assert!(suggested >= 3, "{}: {suggested}", sector.id);
        let words: BTreeSet<&str> = Factor::ALL
            .map(|factor| sector.examples[factor].en.as_str())
            .into();
        assert_eq!(words.len(), 8, "{}", sector.id);
    }
}

#[test]
fn no_sentence_of_ours_stands_twice() {
    let knowledge = knowledge();
    let mut seen = BTreeSet::new();
    let steps = knowledge.rules.iter().map(|rule| &rule.step);
    let first = knowledge.scenarios.iter().map(|one| &one.first_step);
    let texts = knowledge.scenarios.iter().map(|one| &one.text);
    for text in steps.chain(first).chain(texts) {
        assert!(seen.insert(&text.en), "{}", text.en);
        assert!(seen.insert(&text.zh), "{}", text.zh);
    }
}

fn preset(name: &str, kind: &str, entries: &str) -> PresetText {
    PresetText {
        name: name.into(),
        text: format!(
            "(\n    format: \"resonance-preset\",\n    kind: \"{kind}\",\n    version: 1,\n    entries: [\n{entries}\n    ],\n)\n"
        ),
    }
}

const GOOD: &str = r#"        (
            id: "own_challenge",
            name: (en: "Ours", zh: "自家的挑战"),
            text: (en: "A text", zh: "文字"),
            sign: (en: "A sign", zh: "迹象"),
            factors: ["complexity"], origin: "ours",
        ),"#;

#[test]
fn a_users_preset_appears_beside_those_built_in() {
    let (knowledge, errors) = knowledge().with(&[preset("mine.ron", "challenges", GOOD)]);
    assert_eq!(errors, []);
    assert_eq!(knowledge.challenges.len(), 9);
    assert_eq!(knowledge.search("自家的挑战")[0].kind, Kind::Challenge);
}

#[test]
fn a_wrong_preset_is_one_sentence_with_file_line_and_entry_and_the_rest_still_loads() {
    let missing = GOOD
        .replace("own_challenge", "half")
        .replace(", zh: \"自家的挑战\"", "");
    let factor = GOOD
        .replace("own_challenge", "odd")
        .replace("complexity", "complexitty");
    let empty = GOOD
        .replace("own_challenge", "empty")
        .replace("自家的挑战", " ");
    let twice = GOOD.replace("own_challenge", "hallucination");
    let cases = [
        ("missing.ron", missing, "half", 7_usize, 18, ["zh", "zh"]),
        (
            "factor.ron",
            factor,
            "odd",
            10,
            18,
            ["complexitty", "complexitty"],
        ),
        (
            "empty.ron",
            empty,
            "empty",
            7,
            18,
            ["both languages", "两种语言"],
        ),
        (
            "twice.ron",
            twice,
            "hallucination",
            6,
            18,
            ["already", "已有"],
        ),
    ];
    for (file, wrong, entry, first, last, words) in cases {
        let text = format!("{wrong}\n{GOOD}");
        let (knowledge, errors) = knowledge().with(&[preset(file, "challenges", &text)]);
        assert_eq!(errors.len(), 1, "{file}: {errors:?}");
        let error = &errors[0];
        assert_eq!((error.file.as_str(), error.entry.as_str()), (file, entry));
        assert!(
            (first..=last).contains(&error.line),
            "{file}: {}",
            error.line
        );
        assert!(knowledge.challenge("own_challenge").is_some(), "{file}");
        for (language, word) in Language::ALL.into_iter().zip(words) {
            let sentence = language.preset_error(error);
            assert!(
                sentence.contains(file) && sentence.contains(entry),
                "{sentence}"
            );
            assert!(sentence.contains(&error.line.to_string()), "{sentence}");
            assert!(sentence.contains(word), "{sentence}");
        }
    }
}

#[test]
fn a_syntax_error_names_the_entry_before_it_and_other_files_still_load() {
    let broken = preset(
        "broken.ron",
        "challenges",
        &GOOD.replace("factors: [", "factors: "),
    );
    let other = GOOD.replace("own_challenge", "second");
    let files = [broken, preset("other.ron", "challenges", &other)];
    let (knowledge, errors) = knowledge().with(&files);
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].entry, "own_challenge");
    assert_eq!(errors[0].line, 11);
    assert!(knowledge.challenge("second").is_some());
    let foreign = PresetText {
        name: "notes.ron".into(),
        text: "(a: 1)".into(),
    };
    let unknown = preset("kind.ron", "recipes", "");
    let newer = PresetText {
        name: "newer.ron".into(),
        text: preset("", "challenges", "")
            .text
            .replace("version: 1", "version: 9"),
    };
    let (_, errors) = knowledge.with(&[foreign, unknown, newer]);
    assert_eq!(errors.len(), 3, "{errors:?}");
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let scenario = r#"        (
            id: "own", sector: "moon_base", stage: produce,
            name: (en: "A", zh: "甲"), text: (en: "B", zh: "乙"),
            values: [safety], driver: model, element: means,
            prerequisites: [],
            first_step: (en: "C", zh: "丙"),
            scenario_type: None, origin: "ours",
        ),"#;
    let (_, errors) = knowledge().with(&[preset("own.ron", "scenarios", scenario)]);
    assert_eq!(errors.len(), 1);
    let sentence = Language::English.preset_error(&errors[0]);
    assert!(sentence.contains("moon_base"), "{sentence}");
}

#[test]
fn search_finds_any_words_in_either_language_names_first() {
    let knowledge = knowledge();
    assert!(knowledge.search("  ").is_empty());
    assert!(knowledge.search("no such words anywhere").is_empty());
    let sequoia = knowledge.search("SEQUOIA amazon");
    assert_eq!(sequoia[0].id, "amazon_sequoia");
    let names: Vec<bool> = knowledge
        .search("预测")
        .iter()
        .map(|found| found.name.zh.contains("预测"))
        .collect();
    let first_other = names.iter().position(|named| !named).unwrap();
    assert!(first_other > 0 && !names[first_other..].contains(&true));
}

// Advice

fn level(value: f64) -> Score {
    Score::Scored(Level::snapped(value, 0.1))
}

/// The score, as scored, that has a favourability.
fn scored_at(factor: Factor, favourability: f64) -> f64 {
    match factor.polarity() {
        Polarity::Direct => 1.0 + 4.0 * favourability,
        Polarity::Inverse => 5.0 - 4.0 * favourability,
    }
}

fn round_of(responses: Vec<Response>) -> Round {
    let mut round = Round::new(RoundId(Uuid::from_u128(1)), "Round".into());
    round.responses = responses.into_iter().map(Arc::new).collect();
    round
}

/// One person's answers: all at one favourability, but for some factors.
fn answers(person: u128, usual: f64, others: &[(Factor, f64)]) -> Response {
    let mut response = Response::blank(RespondentId(Uuid::from_u128(person)));
    for factor in Factor::ALL {
        let other = others.iter().find(|(found, _)| *found == factor);
        let favourability = other.map_or(usual, |(_, favourability)| *favourability);
        response.answers[factor] = Answer {
            direct: level(scored_at(factor, favourability)),
            detail: None,
        };
    }
    response
}

fn advice(knowledge: &Knowledge, round: &Round, sector: &str, size: Option<Size>) -> Advice {
    let settings = Settings::default();
    let result = evaluate(round, &settings);
    knowledge.advise(&Situation {
        round,
        result: &result,
        settings: &settings,
        sector,
        size,
        technology: "",
    })
}

/// A round, a sector and a size in which a rule's conditions hold and its factor is the worst.
fn made_for(rule: &Rule, knowledge: &Knowledge) -> (Round, &'static str, Option<Size>) {
    let sector = match rule.industries.first() {
        Some(Industry::Primary) => "agriculture",
        Some(Industry::Secondary) => "machinery",
        Some(Industry::Tertiary) => "retail",
        None => "",
    };
    let size = rule.sizes.first().copied();
    let factor = rule.factor;
    let favourability = f64::midpoint(rule.from, rule.to.min(0.74));
    if rule.split {
        let usual = 0.95;
        let ends = [0.0, 1.0, 0.0, 1.0];
        let people = ends
            .into_iter()
            .zip(1..)
            .map(|(end, person)| answers(person, usual, &[(factor, end)]))
            .collect();
        return (round_of(people), sector, size);
    }
    let mut others = vec![(factor, favourability)];
    if let Some(lead) = rule.lead {
        // The other side is far ahead; the factor's own side is low, and the factor lowest.
        let own = factor.side();
        let expected = match lead {
            Leading::SupplyLed => Side::Demand,
            Leading::DemandLed => Side::Supply,
        };
        assert_eq!(
            own, expected,
            "{}: the side that lags gets the advice",
            rule.id
        );
        let lagging = own.factors().into_iter().filter(|one| *one != factor);
        others = lagging.map(|one| (one, 0.5)).collect();
        others.push((factor, favourability.min(0.4)));
    }
    let mut response = answers(1, 1.0, &others);
    if let Some(wanted) = &rule.indicator {
        let indicators = &knowledge.framework.of(factor).indicators;
        let weak = indicators.iter().position(|one| one.id == *wanted).unwrap();
        response.answers[factor].change_detail(|detail| {
            detail.indicators = [level(scored_at(factor, 0.75)); 4];
            detail.indicators[weak] = level(scored_at(factor, 0.0));
        });
    }
    (round_of(vec![response]), sector, size)
}

#[test]
fn every_rule_can_be_one_of_the_three_steps() {
    let knowledge = knowledge();
    for rule in &knowledge.rules {
        let (round, sector, size) = made_for(rule, &knowledge);
        let advice = advice(&knowledge, &round, sector, size);
        let shown: Vec<&str> = advice
            .steps
            .iter()
            .take(3)
            .map(|step| step.rule.as_str())
            .collect();
        assert!(shown.contains(&rule.id.as_str()), "{}: {shown:?}", rule.id);
    }
}

/// What the owner's page says of a round, as ids.
fn gist(advice: &Advice) -> Vec<String> {
    let steps = advice.steps.iter().take(3).map(|step| step.rule.clone());
    let held = advice
        .holding
        .iter()
        .map(|held| format!("{:?} {:.2}", held.factor, held.score));
    let scenarios = advice.scenarios.iter().take(3);
    let scenarios = scenarios.map(|one| one.scenario.clone());
    steps.chain(held).chain(scenarios).collect()
}

#[test]
fn differently_shaped_firms_of_the_demo_get_different_advice() {
    let knowledge = knowledge();
    let workbook = demo_workbook(Language::English).unwrap();
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    for enterprise in &workbook.enterprises {
        let round = enterprise.latest_round().unwrap();
        let advice = advice(&knowledge, round, &enterprise.sector, enterprise.size);
        let gist = gist(&advice);
        for (other, known) in &seen {
            assert_ne!(known, &gist, "{} and {other}", enterprise.name);
        }
        seen.push((enterprise.name.clone(), gist));
    }
    assert!(seen.len() >= 12);
}

#[test]
fn every_line_of_advice_carries_evidence_that_is_true() {
    let knowledge = knowledge();
    let workbook = demo_workbook(Language::English).unwrap();
    for enterprise in &workbook.enterprises {
        let round = enterprise.latest_round().unwrap();
        let result = evaluate(round, &Settings::default());
        let advice = advice(&knowledge, round, &enterprise.sector, enterprise.size);
        assert!(advice.holding.len() <= 3);
        assert!(
            advice.holding.is_empty() || advice.steps.len() >= 3,
            "{}",
            enterprise.name
        );
        let steps = advice.steps.iter().map(|step| &step.evidence);
        let held = advice.holding.iter().map(|held| &held.evidence);
        let matched = advice.challenges.iter().map(|found| &found.evidence);
        for evidence in steps.chain(held).chain(matched) {
            assert!(!evidence.is_empty());
            for one in evidence {
                if let Evidence::Score(factor, score) = one {
                    assert_eq!(result.factors[*factor].score, Some(*score));
                }
            }
        }
        assert!(!advice.cases.is_empty());
        for readiness in &advice.scenarios {
            let scenario = knowledge.scenario(&readiness.scenario).unwrap();
            assert_eq!(scenario.sector, enterprise.sector);
            for (needed, met) in scenario.prerequisites.iter().zip(&readiness.met) {
                let score = result.factors[needed.factor].score;
                let reached = score.map(|score| match needed.factor.polarity() {
                    Polarity::Direct => score + 1e-9 >= f64::from(needed.level),
                    Polarity::Inverse => score - 1e-9 <= f64::from(needed.level),
                });
                let expected = match reached {
                    Some(true) => Met::Yes,
                    Some(false) => Met::No,
                    None => Met::Unknown,
                };
                assert_eq!(*met, expected);
            }
        }
    }
}

#[test]
fn advice_holds_or_says_which_answer_tips_it() {
    let knowledge = knowledge();
    let firm = answers(
        1,
        0.8,
        &[(Factor::Compatibility, 0.2), (Factor::SocialImpact, 0.4)],
    );
    let before = advice(&knowledge, &round_of(vec![firm.clone()]), "", None);
    assert_eq!(before.holding[0].factor, Factor::Compatibility);
    for factor in Factor::ALL {
        let score = firm.score(factor).level().unwrap().value();
        for moved in [(score - 1.0).max(1.0), (score + 1.0).min(5.0)] {
            let mut other = firm.clone();
            other.answers[factor].direct = level(moved);
            let after = advice(&knowledge, &round_of(vec![other]), "", None);
            let first = after.holding.first().map(|held| held.factor);
            let tip = before
                .tips
                .iter()
                .find(|tip| tip.factor == factor && (tip.score - moved).abs() < 1e-9);
            match tip {
                Some(tip) => assert_eq!(tip.first, first, "{factor:?} at {moved}"),
                None => assert_eq!(first, Some(Factor::Compatibility), "{factor:?} at {moved}"),
            }
        }
    }
    assert!(!before.tips.is_empty());
}

#[test]
fn what_is_good_enough_for_its_people_comes_later() {
    let knowledge = knowledge();
    let low = [(Factor::Complexity, 0.35), (Factor::Observability, 0.4)];
    let plain = advice(&knowledge, &round_of(vec![answers(1, 0.9, &low)]), "", None);
    assert_eq!(plain.holding[0].factor, Factor::Complexity);
    let mut ticked = answers(1, 0.9, &low);
    ticked.answers[Factor::Complexity].change_detail(|detail| detail.enough = Some(true));
    ticked.answers[Factor::Observability].change_detail(|detail| detail.enough = Some(false));
    let ticked = advice(&knowledge, &round_of(vec![ticked]), "", None);
    assert_eq!(ticked.holding[0].factor, Factor::Observability);
    let said = Evidence::NotEnough { count: 1, of: 1 };
    assert!(ticked.holding[0].evidence.contains(&said));
}

#[test]
fn a_firm_without_weakness_is_told_so_and_an_empty_one_gets_no_advice() {
    let knowledge = knowledge();
    let strong = advice(
        &knowledge,
        &round_of(vec![answers(1, 1.0, &[])]),
        "retail",
        None,
    );
    assert_eq!((strong.holding.len(), strong.steps.len()), (0, 0));
    assert!(
        strong
            .scenarios
            .iter()
            .all(|one| !one.met.contains(&Met::No))
    );
    let blank = Response::blank(RespondentId(Uuid::from_u128(1)));
    let empty = advice(&knowledge, &round_of(vec![blank]), "", None);
    assert!(empty.holding.is_empty() && empty.steps.is_empty() && empty.tips.is_empty());
}

#[test]
fn the_nearest_case_is_of_the_same_trade_where_there_is_one() {
    let knowledge = knowledge();
    let round = round_of(vec![answers(1, 0.5, &[])]);
    let energy = advice(&knowledge, &round, "energy", None);
    assert_eq!(energy.cases[0].nearness, Nearness::Sector);
    assert_eq!(energy.cases[0].case, "csg_xurui");
    let unknown = advice(&knowledge, &round, "", None);
    assert_eq!(unknown.cases[0].nearness, Nearness::Other);
}

#[test]
fn scenarios_near_the_technology_considered_come_first() {
    let knowledge = knowledge();
    let round = round_of(vec![answers(1, 0.9, &[])]);
    let settings = Settings::default();
    let result = evaluate(&round, &settings);
    for technology in ["Drones for spraying pesticides", "无人机喷药"] {
        let advice = knowledge.advise(&Situation {
            round: &round,
            result: &result,
            settings: &settings,
            sector: "agriculture",
            size: None,
            technology,
        });
        assert_eq!(advice.scenarios[0].scenario, "pesticide_spraying");
        assert!(advice.scenarios[0].shared_words > 0);
        assert_eq!(advice.scenarios.last().unwrap().shared_words, 0);
    }
}
