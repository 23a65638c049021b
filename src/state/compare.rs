//! What is compared, and how it is drawn.

use crate::model::{Enterprise, EnterpriseId, RoundId, WhatIfId, Workbook};

/// As many things can be compared; more could not be told apart.
pub const MOST_COMPARED: usize = 6;

/// One thing that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// Whose.
    pub enterprise: EnterpriseId,
    /// What of it.
    pub profile: Profile,
}

/// What of an enterprise is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// A round.
    Round(RoundId),
    /// The latest round with the levels of a what-if.
    WhatIf(WhatIfId),
    /// The latest round with the levels aimed at.
    Target,
}

/// An item with the number of its look; it keeps its look while others come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placed {
    /// What is compared.
    pub item: Item,
    /// Which of the six series, 0..=5.
    pub series: u8,
}

/// How what is compared is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ComparePage {
    /// Outlines in one radar.
    #[default]
    Overlay,
    /// A small radar each.
    Multiples,
    /// A row for each factor.
    Rows,
    /// Rounds of the enterprises over their dates.
    OverTime,
    /// A table.
    Numbers,
}

/// In which order the rows of factors stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowOrder {
    /// That of the model.
    #[default]
    Model,
    /// The widest difference first.
    Difference,
}

/// Which number of several enterprises is drawn over time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tracked {
    /// R.
    #[default]
    Resonance,
    /// S.
    Supply,
    /// D.
    Demand,
}

/// What of the comparison is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// What was chosen; empty stands for what the selected enterprise suggests.
    pub chosen: Vec<Placed>,
    /// How it is drawn.
    pub page: ComparePage,
    /// The order of the rows.
    pub order: RowOrder,
    /// What is drawn over time.
    pub tracked: Tracked,
    /// Filters what can be added.
    pub search: String,
}

/// An intent of the Compare screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareAction {
    /// Compares the latest rounds of some enterprises, the first six that have one, and opens the screen.
    Firms(Vec<EnterpriseId>),
    /// Adds an item where there is room.
    Add(Item),
    /// Takes an item away.
    Remove(Item),
    /// Compares all others with an item: it goes first.
    CompareWith(Item),
    /// Goes back to what the selected enterprise suggests.
    Clear,
    /// Draws it another way.
    Page(ComparePage),
    /// Orders the rows.
    Order(RowOrder),
    /// Draws another number over time.
    Track(Tracked),
    /// Filters what can be added.
    Search(String),
}

impl Item {
    /// The latest round of an enterprise; `None` where it has none.
    #[must_use]
    pub fn latest_of(enterprise: &Enterprise) -> Option<Self> {
        let round = enterprise.latest_round()?;
        Some(Self {
            enterprise: enterprise.id,
            profile: Profile::Round(round.id),
        })
    }

    /// Whether a workbook still has it.
    fn is_in(&self, workbook: &Workbook) -> bool {
        let Some(enterprise) = workbook.enterprise(self.enterprise) else {
            return false;
        };
        match self.profile {
            Profile::Round(id) => enterprise.round(id).is_some(),
            Profile::WhatIf(id) => {
                let mut kept = enterprise.what_ifs.iter();
                kept.any(|what_if| what_if.id == id) && enterprise.latest_round().is_some()
            }
            Profile::Target => enterprise.target.is_set() && enterprise.latest_round().is_some(),
        }
    }
}

impl Compare {
    /// What is compared: what was chosen, else all rounds of the selected enterprise (the latest six).
    #[must_use]
    pub fn items(&self, workbook: &Workbook, selected: Option<EnterpriseId>) -> Vec<Placed> {
        if !self.chosen.is_empty() {
            return self.chosen.clone();
        }
        let Some(enterprise) = selected.and_then(|id| workbook.enterprise(id)) else {
            return Vec::new();
        };
        let rounds = &enterprise.rounds;
        let latest = &rounds[rounds.len().saturating_sub(MOST_COMPARED)..];
        placed(latest.iter().map(|round| Item {
            enterprise: enterprise.id,
            profile: Profile::Round(round.id),
        }))
    }

    /// Lets go of what the workbook no longer has.
    pub(super) fn drop_stale_ids(&mut self, workbook: &Workbook) {
        self.chosen.retain(|placed| placed.item.is_in(workbook));
    }
}

/// Items with their looks, the first six.
fn placed(items: impl Iterator<Item = Item>) -> Vec<Placed> {
    let numbered = items.zip(0_u8..).take(MOST_COMPARED);
    numbered
        .map(|(item, series)| Placed { item, series })
        .collect()
}

/// The latest rounds of the first six of some enterprises that have one.
pub(super) fn of_firms(workbook: &Workbook, firms: &[EnterpriseId]) -> Vec<Placed> {
    placed(
        firms
            .iter()
            .filter_map(|id| Item::latest_of(workbook.enterprise(*id)?)),
    )
}

/// Adds an item in the first free look; all looks taken or the item there already, nothing changes.
pub(super) fn add(items: &mut Vec<Placed>, item: Item) {
    let there = items.iter().any(|placed| placed.item == item);
    let mut looks = (0_u8..).take(MOST_COMPARED);
    let free = looks.find(|look| items.iter().all(|placed| placed.series != *look));
    if let Some(series) = free.filter(|_| !there) {
        items.push(Placed { item, series });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::model::{Round, WorkbookId};

    fn workbook(firms: u128) -> Workbook {
        let mut workbook = Workbook::new(WorkbookId(Uuid::nil()), String::new());
        for number in 1..=firms {
            let id = EnterpriseId(Uuid::from_u128(number));
            let mut enterprise = Enterprise::new(id, format!("Firm {number}"));
            // The second one has not begun.
            if number != 2 {
                for round in 0..8 {
                    let id = RoundId(Uuid::from_u128(number * 100 + round));
                    let round = Round::new(id, String::new());
                    enterprise.rounds.push(Arc::new(round));
                }
            }
            workbook.enterprises.push(Arc::new(enterprise));
        }
        workbook
    }

    #[test]
    fn firms_stand_by_their_latest_round_and_six_at_most() {
        let workbook = workbook(9);
        let ids: Vec<EnterpriseId> = workbook.enterprises.iter().map(|firm| firm.id).collect();
        let items = of_firms(&workbook, &ids);
        let looks: Vec<u8> = items.iter().map(|placed| placed.series).collect();
        assert_eq!(looks, [0, 1, 2, 3, 4, 5]);
        assert_eq!(items[1].item.enterprise, ids[2], "the second has no round");
        let latest = RoundId(Uuid::from_u128(107));
        assert_eq!(items[0].item.profile, Profile::Round(latest));
    }

    #[test]
    fn an_item_keeps_its_look_and_a_free_one_is_taken_again() {
        let workbook = workbook(9);
        let firm = workbook.enterprises[0].id;
        let mut items = Compare::default().items(&workbook, Some(firm));
        assert_eq!(items.len(), MOST_COMPARED);
        let other = Item::latest_of(&workbook.enterprises[2]).unwrap();
        add(&mut items, other);
        assert_eq!(items.len(), MOST_COMPARED, "no room");
        let kept = items[4];
        items.remove(1);
        add(&mut items, other);
        add(&mut items, other);
        assert_eq!(items.len(), MOST_COMPARED);
        assert_eq!(items.last().map(|placed| placed.series), Some(1));
        assert!(items.contains(&kept));
    }

    #[test]
    fn what_the_workbook_no_longer_has_is_let_go() {
        let mut full = workbook(3);
        let items = of_firms(&full, &[full.enterprises[0].id, full.enterprises[2].id]);
        let mut compare = Compare {
            chosen: items,
            ..Compare::default()
        };
        full.enterprises.pop();
        compare.drop_stale_ids(&full);
        assert_eq!(compare.chosen.len(), 1);
    }
}
