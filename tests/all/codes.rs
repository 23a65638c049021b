//! Response codes: what a form gives is what the workbench takes, and nothing else is taken.

use proptest::prelude::*;
use resonance::{
    import::{CodeFault, ResponseCode},
    model::{Factor, Level, PerFactor, Score},
};

fn score(bits: u8) -> Score {
    match bits {
        0 => Score::NotScored,
        1 => Score::NotApplicable,
        tenths => Score::Scored(Level::new(f64::from(tenths + 8) / 10.0).unwrap()),
    }
}

fn code(bits: &[u8], single: &[u8], enough: &[u8], name: &str) -> ResponseCode {
    let mut answers = PerFactor::default();
    for factor in Factor::ALL {
        let index = factor.index();
        let answer: &mut resonance::model::Answer = &mut answers[factor];
        answer.direct = score(bits[index]);
        answer.change_detail(|detail| {
            detail.enough = [None, Some(true), Some(false)][usize::from(enough[index])];
            for (place, kept) in detail.indicators.iter_mut().enumerate() {
                *kept = score(single[index * 4 + place]);
            }
        });
    }
    // As the form says it: single answers count where there is no overall one.
    let any = single.iter().any(|bits| *bits > 0);
    for factor in Factor::ALL {
        let answer = &mut answers[factor];
        let own = answer.indicators() != <[Score; 4]>::default();
        if any && own && answer.direct == Score::NotScored {
            answer.change_detail(|detail| detail.basis = resonance::model::Basis::Indicators);
        }
    }
    ResponseCode {
        workbook: 0x1234_5678,
        enterprise: 7,
        round: u32::MAX,
        name: name.to_owned(),
        answers,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_code_comes_back_as_it_was_and_no_changed_character_goes_unnoticed(
        bits in proptest::collection::vec(0_u8..=42, 8),
        single in prop_oneof![
            Just(vec![0_u8; 32]),
            proptest::collection::vec(0_u8..=42, 32),
        ],
        enough in proptest::collection::vec(0_u8..3, 8),
        name in "[a-zA-Z 绿谷赵伟é🌾]{0,12}",
        seed in any::<usize>(),
    ) {
        let code = code(&bits, &single, &enough, &name);
        let text = code.text();
        prop_assert_eq!(ResponseCode::read(&text), Ok(code.clone()));
        prop_assert_eq!(ResponseCode::read(&text.to_lowercase()), Ok(code));
        let others = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZabz01IO-.";
        for at in 0..text.len() {
            let other = char::from(others[(seed.wrapping_add(at * 7)) % others.len()]);
            let mut changed: Vec<char> = text.chars().collect();
            if changed[at] == other {
                continue;
            }
            changed[at] = other;
            let changed: String = changed.into_iter().collect();
            prop_assert!(ResponseCode::read(&changed).is_err(), "{text} {changed}");
        }
        for end in 0..text.len() {
            prop_assert!(ResponseCode::read(&text[..end]).is_err());
        }
    }
}

#[test]
fn what_is_no_code_is_told_apart() {
    for foreign in ["", "hello", "R", "RSX-22222"] {
        assert_eq!(
            ResponseCode::read(foreign),
            Err(CodeFault::Foreign),
            "{foreign}"
        );
    }
    assert_eq!(ResponseCode::read("RS2-22222"), Err(CodeFault::Newer));
    assert_eq!(ResponseCode::read("RS1-"), Err(CodeFault::Damaged));
    let text = code(&[12; 8], &[0; 32], &[0; 8], "A").text();
    assert_eq!(
        ResponseCode::read(&format!("{text}2")),
        Err(CodeFault::Damaged)
    );
}
