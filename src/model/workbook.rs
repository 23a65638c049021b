//! The document: everything one file holds.

use std::{collections::HashSet, sync::Arc};

use super::{
    enterprise::Enterprise,
    id::{EnterpriseId, WeightSetId, WorkbookId},
    weight_set::WeightSet,
    weights::Weights,
};

/// One workbook. Enterprises are shared between the snapshots of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Identity of the workbook across copies of its file.
    pub id: WorkbookId,
    /// The title as typed; shown until the workbook has a file.
    pub title: String,
    /// Free remarks on the whole workbook.
    pub note: String,
    /// How several respondents become one score.
    pub aggregation: Aggregation,
    /// Named weights of the factors inside their sides, in the order they were added.
    pub weight_sets: Vec<Arc<WeightSet>>,
    /// The set in force; `None` stands for equal weights.
    pub weights_in_force: Option<WeightSetId>,
    /// Whether people are called by number, on screen and in exports.
    pub hides_people: bool,
    /// Whether enterprises are called by their aliases, on screen and in exports.
    pub uses_aliases: bool,
    /// Enterprises in the user's order.
    pub enterprises: Vec<Arc<Enterprise>>,
}

/// How several respondents' scores of a factor become one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aggregation {
    /// The weighted mean.
    #[default]
    Mean,
    /// The weighted median.
    Median,
}

impl Workbook {
    /// An empty workbook.
    #[must_use]
    pub fn new(id: WorkbookId, title: String) -> Self {
        Self {
            id,
            title,
            note: String::new(),
            aggregation: Aggregation::default(),
            weight_sets: Vec::new(),
            weights_in_force: None,
            hides_people: false,
            uses_aliases: false,
            enterprises: Vec::new(),
        }
    }

    /// The named weights in force; `None` while all factors of a side weigh the same.
    #[must_use]
    pub fn weight_set(&self) -> Option<&Arc<WeightSet>> {
        let id = self.weights_in_force?;
        self.weight_sets.iter().find(|set| set.id == id)
    }

    /// Weights of the factors inside their sides: those of the set in force, else equal ones.
    #[must_use]
    pub fn weights(&self) -> Weights {
        self.weight_set()
            .map_or_else(Weights::default, |set| set.weights)
    }

    /// Gives every enterprise without an alias the next letters that are free: A to Z, AA and on.
    pub fn fill_aliases(&mut self) {
        let taken: HashSet<String> = self
            .enterprises
            .iter()
            .map(|enterprise| enterprise.alias.clone())
            .collect();
        let mut free = (0..).map(letters).filter(|alias| !taken.contains(alias));
        for enterprise in &mut self.enterprises {
            if enterprise.alias.trim().is_empty()
                && let Some(alias) = free.next()
            {
                Arc::make_mut(enterprise).alias = alias;
            }
        }
    }

    /// Whether two states of a workbook hold the same; what they share is not looked into, so the
    /// cost is that of what differs.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.id == other.id
            && self.title == other.title
            && self.note == other.note
            && self.aggregation == other.aggregation
            && self.weight_sets == other.weight_sets
            && self.weights_in_force == other.weights_in_force
            && self.hides_people == other.hides_people
            && self.uses_aliases == other.uses_aliases
            && self.enterprises.len() == other.enterprises.len()
            && self
                .enterprises
                .iter()
                .zip(&other.enterprises)
                .all(|(one, two)| Arc::ptr_eq(one, two) || one == two)
    }

    /// The enterprise with this id, if the workbook has it.
    #[must_use]
    pub fn enterprise(&self, id: EnterpriseId) -> Option<&Arc<Enterprise>> {
        self.enterprises
            .iter()
            .find(|enterprise| enterprise.id == id)
    }
}

/// 0 is A, 25 Z, 26 AA.
fn letters(number: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    let last = letter(number);
    match number / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_letters_and_those_given_stay() {
        let numbers = [0, 25, 26, 701, 702];
        assert_eq!(numbers.map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        let id = |number| EnterpriseId(uuid::Uuid::from_u128(number));
        let mut workbook = Workbook::new(WorkbookId(uuid::Uuid::nil()), String::new());
        for (number, alias) in [(1, ""), (2, "A"), (3, "")] {
            let mut enterprise = Enterprise::new(id(number), "Name".into());
            enterprise.alias = alias.into();
            workbook.enterprises.push(Arc::new(enterprise));
        }
        workbook.fill_aliases();
        let aliases = workbook.enterprises.iter().map(|one| one.alias.as_str());
        assert_eq!(aliases.collect::<Vec<_>>(), ["B", "A", "C"]);
    }
}
