//! How the rows of a portfolio are distributed over groups, made once for the rows shown.

use super::portfolio_rows::PortfolioRow;
use crate::{
    analysis::{FEWEST_IN_A_GROUP, Figures, HeatRow, by_group, heat_map},
    i18n::Language,
    model::PerFactor,
};

/// Up to as many members a group shows each of them.
const MOST_MARKS: usize = 40;

/// How the rows shown are distributed over groups called by their names.
#[derive(Debug)]
pub struct Distribution {
    /// R of all, unless it would give a group away, then of each group with figures.
    pub spreads: Vec<Spread>,
    /// Groups too small for figures: name and how many are complete.
    pub few: Vec<(String, usize)>,
    /// Favourabilities of all and by group and factor.
    pub heat: Vec<HeatRow<String>>,
}

/// How R of a group is spread.
#[derive(Debug)]
pub struct Spread {
    /// The group; `None` for all together.
    pub group: Option<String>,
    /// How many are in it.
    pub count: usize,
    /// Order statistics of R, 0..=1.
    pub figures: Figures,
    /// R of each member, 0..=1, where they are few enough to be told apart.
    pub members: Vec<f64>,
}

impl Spread {
    /// Whether somebody of a group is counted in it.
    #[must_use]
    pub fn holds(&self, group: &str) -> bool {
        self.group.as_deref().is_none_or(|own| own == group)
    }
}

impl Distribution {
    pub(super) fn of<'a>(
        rows: impl Iterator<Item = &'a PortfolioRow>,
        language: Language,
        group_of: impl Fn(&PortfolioRow) -> String,
    ) -> Self {
        let mut values: Vec<(String, f64)> = Vec::new();
        let mut profiles = Vec::new();
        for row in rows {
            let Some(result) = &row.result else { continue };
            let group = group_of(row);
            let profile = result.factors.map(|_, found| found.favourability);
            profiles.push((group.clone(), profile));
            if let Some(outcome) = result.outcome {
                values.push((group, outcome.resonance));
            }
        }
        let groups = by_group(values.iter().map(|(group, value)| (group.as_str(), *value)));
        let few: Vec<(String, usize)> = groups
            .iter()
            .filter(|group| group.figures.is_none())
            .map(|group| (group.key.to_owned(), group.count))
            .collect();
        let together = by_group(values.iter().map(|(_, value)| ((), *value))).into_iter();
        // Beside exactly one group that is not shown, the figures of all would give it away.
        let together = together.filter(|_| few.len() != 1);
        let of_all = together.map(|all| (None, all.count, all.figures));
        let of_groups = groups
            .iter()
            .map(|group| (Some(group.key.to_owned()), group.count, group.figures));
        let spreads = of_all
            .chain(of_groups)
            .filter_map(|(group, count, figures)| {
                let mut spread = Spread {
                    group,
                    count,
                    figures: figures?,
                    members: Vec::new(),
                };
                if count <= MOST_MARKS {
                    let members = values.iter().filter(|(group, _)| spread.holds(group));
                    spread.members = members.map(|(_, value)| *value).collect();
                }
                Some(spread)
            })
            .collect();
        Self {
            spreads,
            heat: heat_of(&profiles, language.distribution_all()),
            few,
        }
    }
}

/// The heat map of all together, unless it would give a group away, and of each group.
fn heat_of(profiles: &[(String, PerFactor<Option<f64>>)], all: &str) -> Vec<HeatRow<String>> {
    let together = profiles
        .iter()
        .map(|(_, profile)| (all.to_owned(), *profile));
    let mut heat = heat_map(together);
    let of_groups = heat_map(profiles.iter().cloned());
    let few = of_groups.iter().filter(|row| row.count < FEWEST_IN_A_GROUP);
    if few.count() == 1 {
        heat.clear();
    }
    heat.extend(of_groups);
    heat
}
