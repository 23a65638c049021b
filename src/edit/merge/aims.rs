//! Merging plans, targets, what-ifs, shows of hands and named weights.

use std::sync::Arc;

use super::{Added, Conflict, Merge, Subject};
use crate::{
    edit::command::{Command, PlanChange, TargetChange},
    model::{Enterprise, EnterpriseId, Factor, Hands, PlanItem, Round, Target, WhatIf, Workbook},
};

impl Merge {
    /// The other one's named weights beside one's own, and which are in force.
    pub(super) fn weight_sets(&mut self, mine: &Workbook, theirs: &Workbook) {
        for set in &theirs.weight_sets {
            let mut own = mine.weight_sets.iter();
            match own.find(|other| other.id == set.id) {
                None => {
                    self.workbook.weight_sets.push(Arc::clone(set));
                    self.add(None, None, Added::WeightSet(set.id));
                }
                Some(own) if own != set => self.settings(Command::PutWeightSet(Arc::clone(set))),
                Some(_) => {}
            }
        }
        if mine.weights_in_force != theirs.weights_in_force {
            self.settings(Command::UseWeights(theirs.weights_in_force));
        }
    }

    pub(super) fn plan_item(&mut self, united: &mut Enterprise, theirs: &Arc<PlanItem>) {
        type Change = fn(String) -> PlanChange;
        let (enterprise, item) = (united.id, theirs.id);
        let Some(at) = united.plan.iter().position(|own| own.id == item) else {
            united.plan.push(Arc::clone(theirs));
            self.add(Some(enterprise), None, Added::PlanItem(item));
            return;
        };
        let own = Arc::clone(&united.plan[at]);
        let take = |change| Command::ChangePlanItem {
            enterprise,
            item,
            change,
        };
        let fields: [(&str, &str, Change); 3] = [
            (&own.text, &theirs.text, PlanChange::Text),
            (&own.owner, &theirs.owner, PlanChange::Owner),
            (&own.due, &theirs.due, PlanChange::Due),
        ];
        for (mine, other, change) in fields {
            let command = |text| take(change(text));
            if let Some(text) = self.text(Some(enterprise), None, mine, other, command) {
                let kept = Arc::make_mut(&mut united.plan[at]);
                match change(text) {
                    PlanChange::Owner(owner) => kept.owner = owner,
                    PlanChange::Due(due) => kept.due = due,
                    PlanChange::Text(text) => kept.text = text,
                    PlanChange::State(_) | PlanChange::Factor(_) | PlanChange::Lift(_) => {}
                }
            }
        }
        if own.state != theirs.state {
            // Of two states the one further on is what happened.
            let further = own.state.max(theirs.state);
            Arc::make_mut(&mut united.plan[at]).state = further;
            if further != own.state {
                let change = Box::new(take(PlanChange::State(further)));
                let text = own.text.clone();
                self.add(Some(enterprise), None, Added::Field { text, change });
            }
        }
        let conflicts = &mut self.conflicts;
        let mut differ = |mine: String, theirs: String, change| {
            conflicts.push(Conflict {
                enterprise: Some(enterprise),
                round: None,
                subject: Subject::Text { mine, theirs },
                take_theirs: take(change),
            });
        };
        if own.lift.to_bits() != theirs.lift.to_bits() {
            let lifts = (own.lift.to_string(), theirs.lift.to_string());
            differ(lifts.0, lifts.1, PlanChange::Lift(theirs.lift));
        }
        match (own.factor, theirs.factor) {
            (None, Some(other)) => {
                Arc::make_mut(&mut united.plan[at]).factor = Some(other);
                let change = Box::new(take(PlanChange::Factor(Some(other))));
                let text = other.code().to_owned();
                self.add(Some(enterprise), None, Added::Field { text, change });
            }
            (Some(mine), Some(other)) if mine != other => {
                let codes = (mine.code().to_owned(), other.code().to_owned());
                differ(codes.0, codes.1, PlanChange::Factor(Some(other)));
            }
            _ => {}
        }
    }

    pub(super) fn target(&mut self, united: &mut Enterprise, theirs: &Target) {
        if united.target == *theirs || *theirs == Target::default() {
            return;
        }
        if united.target == Target::default() {
            united.target = theirs.clone();
            self.add(Some(united.id), None, Added::Target);
            return;
        }
        self.conflicts.push(Conflict {
            enterprise: Some(united.id),
            round: None,
            subject: Subject::Text {
                mine: levels_text(&united.target),
                theirs: levels_text(theirs),
            },
            take_theirs: Command::ChangeTarget {
                enterprise: united.id,
                change: TargetChange::All(Box::new(theirs.clone())),
            },
        });
    }

    pub(super) fn what_if(&mut self, united: &mut Enterprise, theirs: &Arc<WhatIf>) {
        let mut own = united.what_ifs.iter();
        let Some(own) = own.find(|own| own.id == theirs.id) else {
            united.what_ifs.push(Arc::clone(theirs));
            self.add(Some(united.id), None, Added::WhatIf(theirs.id));
            return;
        };
        if own != theirs {
            self.conflicts.push(Conflict {
                enterprise: Some(united.id),
                round: None,
                subject: Subject::Text {
                    mine: own.name.clone(),
                    theirs: theirs.name.clone(),
                },
                take_theirs: Command::PutWhatIf {
                    enterprise: united.id,
                    what_if: Arc::clone(theirs),
                },
            });
        }
    }

    pub(super) fn hands(&mut self, enterprise: EnterpriseId, united: &mut Round, theirs: &Round) {
        for factor in Factor::ALL {
            match (united.hands[factor], theirs.hands[factor]) {
                (None, Some(hands)) => {
                    united.hands[factor] = Some(hands);
                    self.add(Some(enterprise), Some(united.id), Added::Hands(factor));
                }
                (Some(mine), Some(other)) if mine != other => self.conflicts.push(Conflict {
                    enterprise: Some(enterprise),
                    round: Some(united.id),
                    subject: Subject::Text {
                        mine: hands_text(mine),
                        theirs: hands_text(other),
                    },
                    take_theirs: Command::SetHands {
                        enterprise,
                        round: united.id,
                        factor,
                        hands: Some(other),
                    },
                }),
                _ => {}
            }
        }
    }
}

/// The levels aimed at in factor order, as in `3.5 - 4`.
fn levels_text(target: &Target) -> String {
    let levels = target.levels.iter().map(|(_, level)| {
        level.map_or_else(|| "-".to_owned(), |level| format!("{:.1}", level.value()))
    });
    levels.collect::<Vec<_>>().join(" ")
}

/// The counts from level 1 up.
fn hands_text(hands: Hands) -> String {
    hands.counts().map(|count| count.to_string()).join(" · ")
}
