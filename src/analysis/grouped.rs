//! How the members of a portfolio are distributed over groups, none of which can be told by subtraction.

use super::{
    distribution::{FEWEST_IN_A_GROUP, Figures, HeatRow, by_group, heat_map},
    result::RoundResult,
};
use crate::model::PerFactor;

/// Up to as many members a group shows each of them.
const MOST_MARKS: usize = 40;

/// How members are distributed over groups called by their names.
#[derive(Debug)]
pub struct Distribution {
    /// R of all, unless it would give a group away, then of each group with figures.
    pub spreads: Vec<GroupSpread>,
    /// Groups too small for figures: name and how many are complete.
    pub few: Vec<(String, usize)>,
    /// Favourabilities of all and by group and factor.
    pub heat: Vec<HeatRow<String>>,
}

/// How R of a group is spread.
#[derive(Debug)]
pub struct GroupSpread {
    /// The group; `None` for all together.
    pub group: Option<String>,
    /// How many are in it.
    pub count: usize,
    /// Order statistics of R, 0..=1.
    pub figures: Figures,
    /// R of each member, 0..=1, where they are few enough to be told apart.
    pub members: Vec<f64>,
}

impl GroupSpread {
    /// Whether somebody of a group is counted in it.
    #[must_use]
    pub fn holds(&self, group: &str) -> bool {
        self.group.as_deref().is_none_or(|own| own == group)
    }
}

impl Distribution {
    /// Of members with the name of their group; what all together are called is `all`.
    #[must_use]
    pub fn of<'a>(members: impl Iterator<Item = (String, &'a RoundResult)>, all: &str) -> Self {
        let mut values: Vec<(String, f64)> = Vec::new();
        let mut profiles = Vec::new();
        for (group, result) in members {
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
                let mut spread = GroupSpread {
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
            heat: heat_of(&profiles, all),
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
