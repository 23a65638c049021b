//! Published worked examples, each with its source.

use crate::support::{round_of, score};
use resonance::{
    analysis::{
        CoordinationClass, balance, consensus, coupling_degree, entropy_weights, evaluate,
        hierarchy, kendall_w, portfolio_entropy, strict_coupling,
    },
    i18n::Language,
    model::{Factor, Weights},
};

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} is not {expected}"
    );
}

/// Saaty 2008, Int. J. Services Sciences 1(1):83-98, consumption of drinks in the United States:
/// weights to three figures and the consistency ratio; four figures as in the tests of `AHPy`
/// (PhilipGriffith/AHPy, `tests/test_ahp.py`).
#[test]
fn saatys_seven_drinks() {
    let (third, ninth) = (1.0 / 3.0, 1.0 / 9.0);
    let matrix = [
        [1.0, 9.0, 5.0, 2.0, 1.0, 1.0, 0.5],
        [ninth, 1.0, third, ninth, ninth, ninth, ninth],
        [0.2, 3.0, 1.0, third, 0.25, third, ninth],
        [0.5, 9.0, 3.0, 1.0, 0.5, 1.0, third],
        [1.0, 9.0, 4.0, 2.0, 1.0, 2.0, 0.5],
        [1.0, 9.0, 3.0, 1.0, 0.5, 1.0, third],
        [2.0, 9.0, 9.0, 3.0, 2.0, 3.0, 1.0],
    ];
    let found = hierarchy(&matrix);
    // Coffee, wine, tea, beer, soda, milk, water.
    let expected = [0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268];
    for (weight, expected) in found.weights.iter().zip(expected) {
        near(*weight, expected, 0.000_06);
    }
    near(found.consistency_ratio, 0.022, 0.0006);
    near(found.largest_eigenvalue, 7.176_629, 1e-5);
    near(found.consistency_index, 0.029_438_2, 1e-6);
    // With the random index of seven items of Saaty 2005, 1.35, the ratio still rounds to 0.022; with
    // that of Donegan and Dodd 1991, 1.2519, AHPy prints 0.0235.
    near(found.consistency_index / 1.35, 0.022, 0.0005);
    near(found.consistency_index / 1.2519, 0.0235, 0.000_05);
}

/// Saaty 1980, random indices of 1 to 15 items: the ratio of a matrix whose consistency index is
/// known gives the index back. For one and two items it is 0, and so is the ratio. The other published
/// tables (Saaty 2005; Donegan and Dodd 1991) are not used here.
#[test]
fn saatys_random_indices() {
    near(hierarchy(&[[1.0]]).consistency_ratio, 0.0, 0.0);
    near(
        hierarchy(&[[1.0, 5.0], [0.2, 1.0]]).consistency_ratio,
        0.0,
        0.0,
    );
    random_index::<3>(0.58);
    random_index::<4>(0.90);
    random_index::<5>(1.12);
    random_index::<6>(1.24);
    random_index::<7>(1.32);
    random_index::<8>(1.41);
    random_index::<9>(1.45);
    random_index::<10>(1.49);
    random_index::<11>(1.51);
    random_index::<12>(1.48);
    random_index::<13>(1.56);
    random_index::<14>(1.57);
    random_index::<15>(1.59);
}

fn random_index<const N: usize>(expected: f64) {
    let mut matrix = [[1.0; N]; N];
    matrix[0][1] = 5.0;
    matrix[1][0] = 0.2;
    let found = hierarchy(&matrix);
    near(
        found.consistency_index / found.consistency_ratio,
        expected,
        1e-9,
    );
}

/// Guangzhou data of the package `coupling` (stscl/coupling, `articles/ccd.md`), four systems of
/// equal weight: the standard form, the stricter one of Wang et al. 2021, and that of Fan et al. 2024,
/// which is our balance.
#[test]
fn coupling_coordination_of_guangzhou() {
    let rows = [
        [0.817_973_3, 0.324_664_8, 0.659_031_6, 0.130_853_1],
        [0.302_023_3, 0.131_888_8, 0.404_698_7, 0.517_379_4],
        [0.920_990_3, 0.335_351_6, 0.692_147_7, 0.314_132_0],
        [0.960_409_5, 0.391_475_8, 0.709_999_9, 0.431_642_1],
        [0.906_158_9, 0.347_360_3, 0.729_777_4, 0.690_949_4],
        [0.945_637_9, 0.439_142_3, 0.730_411_7, 0.479_290_5],
    ];
    let standard = [
        (0.805_195_8, 0.623_710_5),
        (0.891_457_7, 0.549_729_0),
        (0.899_942_3, 0.713_482_5),
        (0.934_612_8, 0.763_295_9),
        (0.944_091_2, 0.794_470_3),
        (0.951_992_3, 0.785_800_1),
    ];
    let wang = [
        (0.472_227_4, 0.477_648_0),
        (0.621_123_6, 0.458_867_5),
        (0.537_584_2, 0.551_441_2),
        (0.586_198_6, 0.604_504_4),
        (0.664_032_1, 0.666_293_0),
        (0.631_921_1, 0.640_216_4),
    ];
    let fan = [
        (0.459_378_5, 0.471_104_9),
        (0.716_454_8, 0.492_824_9),
        (0.491_505_1, 0.527_278_4),
        (0.539_962_0, 0.580_174_6),
        (0.595_189_8, 0.630_809_8),
        (0.590_777_7, 0.619_023_9),
    ];
    for (form, printed) in [
        (coupling_degree as fn(&[f64]) -> f64, standard),
        (strict_coupling, wang),
        (balance, fan),
    ] {
        for (row, (coupling, coordination)) in rows.iter().zip(printed) {
            near(form(row), coupling, 1e-6);
            let development = row.iter().sum::<f64>() / 4.0;
            near((form(row) * development).sqrt(), coordination, 1e-6);
        }
    }
}

/// Tian et al. 2021, Acta Geographica Sinica 76(4):781, Table 1: limits and Chinese names of the ten
/// classes. The English names and which end is closed (the lower one; the table prints the upper one)
/// are ours.
#[test]
fn ten_classes_of_coupling_coordination() {
    let names = [
        ("Extreme disorder", "极度失调"),
        ("Serious disorder", "严重失调"),
        ("Moderate disorder", "中度失调"),
        ("Mild disorder", "轻度失调"),
        ("Near disorder", "濒临失调"),
        ("Bare coordination", "勉强协调"),
        ("Primary coordination", "初级协调"),
        ("Intermediate coordination", "中级协调"),
        ("Good coordination", "良好协调"),
        ("High-quality coordination", "优质协调"),
    ];
    let named = |degree: f64, place: usize| {
        let class = CoordinationClass::of(degree);
        let found = Language::ALL.map(|language| language.coordination_class(class));
        assert_eq!(found, [names[place].0, names[place].1], "{degree}");
    };
    for place in 0_u8..10 {
        let from = f64::from(place) / 10.0;
        named(from, usize::from(place));
        named(from + 0.05, usize::from(place));
        named(from + 0.099_999_9, usize::from(place));
    }
    named(1.0, 9);
    // All answers in the middle.
    named(0.5_f64.sqrt(), 7);
}

/// Example `entropy_weight()` of the package `mathmodels` (zhjx19/mathmodels): the first column is
/// better when larger, the second when smaller; both are rescaled to 0.002..=0.998.
#[test]
fn entropy_weights_of_four_objects() {
    let rescaled = |place: f64| 0.002 + 0.996 * place;
    let rows: Vec<Vec<f64>> = [[3.0, 10.0], [5.0, 20.0], [2.0, 15.0], [7.0, 25.0]]
        .into_iter()
        .map(|[one, two]: [f64; 2]| {
            vec![rescaled((one - 2.0) / 5.0), rescaled((25.0 - two) / 15.0)]
        })
        .collect();
    let weights = entropy_weights(&rows).unwrap();
    near(weights[0], 0.545_261_8, 1e-5);
    near(weights[1], 0.454_738_2, 1e-5);
    let scores = [56.353_54, 47.882_15, 30.394_61, 54.508_08];
    for (row, expected) in rows.iter().zip(scores) {
        near(
            100.0 * (row[0] * weights[0] + row[1] * weights[1]),
            expected,
            1e-5,
        );
    }
}

#[test]
fn entropy_weighs_what_differs_and_needs_eight_enterprises() {
    let result = |level: f64| {
        let mut row = [score(Some(3.0)); 8];
        row[1] = score(Some(level));
        evaluate(&round_of(&[row]), &resonance::analysis::Settings::default())
    };
    let results: Vec<_> = (0..8)
        .map(|step| result(1.5 + 0.4 * f64::from(step)))
        .collect();
    assert_eq!(portfolio_entropy(results.iter().take(7)), None);
    let weights: Weights = portfolio_entropy(results.iter()).unwrap().weights;
    // Only Complexity differs on its side; on the other side nothing does.
    near(weights.of(Factor::Complexity), 1.0, 1e-9);
    near(weights.of(Factor::Compatibility), 0.0, 1e-9);
    near(weights.of(Factor::SocialImpact), 0.25, 1e-12);
}

/// Iris Kemp, Scorecard Example (`irr::kendall`): twelve subjects, five raters, one tie.
#[test]
fn kendalls_w_of_a_scorecard() {
    let subjects = [
        [4, 1, 1, 2, 1],
        [3, 2, 2, 3, 6],
        [1, 6, 6, 5, 2],
        [5, 3, 3, 6, 5],
        [6, 5, 4, 7, 3],
        [9, 4, 5, 1, 8],
        [8, 8, 8, 4, 4],
        [2, 9, 7, 10, 9],
        [7, 10, 10, 8, 7],
        [11, 11, 9, 9, 10],
        [10, 6, 11, 11, 11],
        [12, 12, 12, 12, 12],
    ];
    let raters: Vec<Vec<f64>> = (0..5)
        .map(|rater| subjects.iter().map(|row| f64::from(row[rater])).collect())
        .collect();
    let found = kendall_w(&raters).unwrap();
    near(found, 0.735, 0.0006);
    // Without the correction for its one tie it would be 0.73496.
    near(found, 0.735_479_36, 1e-8);
    // The chi-square printed beside it: m (n - 1) W. Its significance and the intraclass correlation
    // of the same page are not computed here.
    near(5.0 * 11.0 * found, 40.5, 0.05);
}

/// `consensus()` of the package `agrmt` (Tastle and Wierman 2007): the first is published; the others
/// follow from the formula on our five levels.
#[test]
fn consensus_of_frequencies() {
    let of = |frequencies: &[f64]| {
        let rows: Vec<(f64, f64)> = frequencies
            .iter()
            .zip(1_u8..)
            .map(|(count, level)| (f64::from(level), *count))
            .collect();
        consensus(&rows, frequencies.len() as f64 - 1.0).unwrap()
    };
    near(
        of(&[30.0, 40.0, 210.0, 130.0, 530.0, 50.0, 10.0]),
        0.725_687_6,
        5e-7,
    );
    for (frequencies, expected) in [
        ([1.0, 1.0, 1.0, 1.0, 1.0], 0.433_985_0),
        ([5.0, 0.0, 0.0, 0.0, 5.0], 0.0),
        ([0.0, 0.0, 10.0, 0.0, 0.0], 1.0),
        ([0.0, 5.0, 5.0, 0.0, 0.0], 0.807_354_9),
        ([0.0, 1.0, 1.0, 1.0, 0.0], 0.723_308_3),
        ([0.0, 5.0, 0.0, 5.0, 0.0], 0.584_962_5),
        ([1.0, 1.0, 1.0, 1.0, 0.0], 0.564_641_5),
        ([5.0, 0.0, 0.0, 5.0, 0.0], 0.321_928_1),
        ([10.0, 20.0, 30.0, 15.0, 4.0], 0.623_870_6),
        ([0.0, 1.0, 2.0, 4.0, 1.0], 0.697_743_0),
        ([1.0, 0.0, 0.0, 0.0, 7.0], 0.456_435_6),
    ] {
        near(of(&frequencies), expected, 5e-7);
    }
}
