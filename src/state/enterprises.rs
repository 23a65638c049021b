//! What happens to enterprises as a whole: add, copy, delete, move, select the next.

use std::sync::Arc;

use super::{NewFromSector, NewPlanItem, Offer, State, Tone};
use crate::{
    edit::Command,
    model::{
        Enterprise, EnterpriseId, PlanItem, PlanItemId, PlanState, Respondent, RespondentId,
        Response, Round, RoundId, Stage, USUAL_LIFT, Workbook,
    },
};

impl State {
    /// Adds an enterprise with one respondent and one round, ready to be scored.
    pub(super) fn add_enterprise(&mut self) {
        let number = self.workbook().enterprises.len() + 1;
        let id = EnterpriseId((self.new_id)());
        let mut enterprise = Enterprise::new(id, self.language.new_enterprise_name(number));
        let person = RespondentId((self.new_id)());
        enterprise.people.push(Respondent {
            id: person,
            name: self.language.new_person_name(1),
            role: String::new(),
        });
        let round_id = RoundId((self.new_id)());
        let mut round = Round::new(round_id, self.language.first_round().to_owned());
        round.date = (self.today)();
        round.responses.push(Arc::new(Response::blank(person)));
        enterprise.rounds.push(Arc::new(round));
        self.edit(&Command::AddEnterprise {
            enterprise: Arc::new(enterprise),
            at: usize::MAX,
        });
        self.session.search.clear();
        self.session.select(Some(id));
    }

    /// The firms of a new workbook for a sector, each with the sector's roles as its panel.
    pub(super) fn enterprises_of(&mut self, wanted: &NewFromSector) -> Vec<Arc<Enterprise>> {
        let language = self.language;
        let sector = self.knowledge.sectors.get(&wanted.sector).cloned();
        let mut names: Vec<String> = wanted.names().map(str::to_owned).collect();
        if names.is_empty() {
            names.push(language.new_enterprise_name(1));
        }
        let mut enterprises = Vec::with_capacity(names.len());
        for name in names {
            let mut enterprise = Enterprise::new(EnterpriseId((self.new_id)()), name);
            let mut round = Round::new(RoundId((self.new_id)()), language.first_round().to_owned());
            round.date = (self.today)();
            let roles = sector.iter().flat_map(|sector| &sector.roles);
            let mut people: Vec<String> = roles.map(|role| role.get(language).to_owned()).collect();
            if people.is_empty() {
                people.push(language.new_person_name(1));
            }
            for name in people {
                let person = Respondent {
                    id: RespondentId((self.new_id)()),
                    name,
                    role: String::new(),
                };
                round.responses.push(Arc::new(Response::blank(person.id)));
                enterprise.people.push(person);
            }
            if let Some(sector) = &sector {
                enterprise.sector.clone_from(&sector.id);
                let technology = sector.technology.get(language);
                technology.clone_into(&mut enterprise.technology);
            }
            enterprise.rounds.push(Arc::new(round));
            enterprises.push(Arc::new(enterprise));
        }
        enterprises
    }

    pub(super) fn add_person(&mut self, enterprise: EnterpriseId) {
        let Some(panel) = self.workbook().enterprise(enterprise) else {
            return;
        };
        let name = self.language.new_person_name(panel.people.len() + 1);
        let person = Respondent {
            id: RespondentId((self.new_id)()),
            name,
            role: String::new(),
        };
        self.edit(&Command::AddPerson { enterprise, person });
    }

    /// Adds a round to the selected enterprise and looks at it.
    pub(super) fn add_round(&mut self) {
        self.add_round_at(Stage::Open);
    }

    /// Adds a round at a step of the session.
    pub(super) fn add_round_at(&mut self, stage: Stage) {
        let Some((enterprise, _)) = self.selected() else {
            return;
        };
        let number = enterprise.rounds.len() + 1;
        let id = RoundId((self.new_id)());
        let mut round = Round::new(id, self.language.next_round(number));
        round.date = (self.today)();
        round.stage = stage;
        if let Some(last) = enterprise.latest_round() {
            // The same people with the same weights, with nothing scored yet.
            round.responses = last
                .responses
                .iter()
                .map(|response| {
                    let mut blank = Response::blank(response.respondent);
                    blank.weight = response.weight;
                    Arc::new(blank)
                })
                .collect();
        }
        self.edit(&Command::AddRound {
            enterprise: enterprise.id,
            round: Arc::new(round),
        });
        self.session.round = Some(id);
    }

    /// Adds a step to the plan of the selected enterprise.
    pub(super) fn add_to_plan(&mut self, new: NewPlanItem) {
        self.add_to_plan_until(new, String::new());
    }

    /// The same, due on a day.
    pub(super) fn add_to_plan_until(&mut self, new: NewPlanItem, due: String) {
        let Some((enterprise, _)) = self.selected() else {
            return;
        };
        let item = self.plan_item(new, due);
        self.edit(&Command::AddPlanItem {
            enterprise: enterprise.id,
            item,
        });
        self.say_added_to_plan();
    }

    /// Adds the first advised steps to the plan of the selected enterprise, in one step.
    pub(super) fn add_advised(&mut self) {
        let Some((enterprise, _)) = self.selected() else {
            return;
        };
        let advised = self.view().advised_steps();
        if advised.is_empty() {
            return;
        }
        let items = advised.into_iter();
        let items = items
            .map(|new| self.plan_item(new, String::new()))
            .collect();
        self.edit(&Command::AddPlanItems {
            enterprise: enterprise.id,
            items,
        });
        self.say_added_to_plan();
    }

    fn plan_item(&mut self, new: NewPlanItem, due: String) -> Arc<PlanItem> {
        Arc::new(PlanItem {
            id: PlanItemId((self.new_id)()),
            source: new.source,
            text: new.text,
            factor: new.factor,
            state: PlanState::Open,
            owner: String::new(),
            due,
            lift: USUAL_LIFT,
        })
    }

    fn say_added_to_plan(&mut self) {
        let text = self.language.added_to_plan().to_owned();
        self.say_with(Tone::Good, text, Offer::Undo);
    }

    /// The selected enterprise and its place in the list.
    fn selected(&self) -> Option<(Arc<Enterprise>, usize)> {
        let id = self.session.enterprise?;
        let enterprises = &self.workbook().enterprises;
        let index = enterprises
            .iter()
            .position(|enterprise| enterprise.id == id)?;
        Some((Arc::clone(&enterprises[index]), index))
    }

    pub(super) fn duplicate(&mut self) {
        let Some((enterprise, index)) = self.selected() else {
            return;
        };
        let mut copy = Enterprise::clone(&enterprise);
        copy.id = EnterpriseId((self.new_id)());
        copy.name = self.language.copy_of(&enterprise.name);
        copy.alias.clear();
        // Rounds are told apart across the workbook, so a copy's are its own.
        for round in &mut copy.rounds {
            Arc::make_mut(round).id = RoundId((self.new_id)());
        }
        let id = copy.id;
        self.edit(&Command::AddEnterprise {
            enterprise: Arc::new(copy),
            at: index + 1,
        });
        self.session.select(Some(id));
    }

    pub(super) fn delete(&mut self) {
        let Some((enterprise, index)) = self.selected() else {
            return;
        };
        let called = self.workbook().called(&enterprise);
        let name = self.language.enterprise_called(called).into_owned();
        self.edit(&Command::RemoveEnterprise(enterprise.id));
        let left = &self.workbook().enterprises;
        let next = left.get(index).or_else(|| left.last()).map(|next| next.id);
        self.session.select(next);
        let text = self.language.deleted(&name);
        self.say_with(Tone::Good, text, Offer::Undo);
    }

    pub(super) fn move_by(&mut self, by: isize) {
        if let Some((enterprise, index)) = self.selected()
            && let Some(to) = moved(index, by, self.workbook())
        {
            self.edit(&Command::MoveEnterprise {
                id: enterprise.id,
                to,
            });
        }
    }

    pub(super) fn step_selection(&mut self, by: isize) {
        let listed = self.listed();
        let Some((_, index)) = self.selected() else {
            return;
        };
        let place = listed.iter().position(|listed| *listed == index);
        let next = place
            .and_then(|place| place.checked_add_signed(by))
            .and_then(|place| listed.get(place));
        if let Some(next) = next {
            let id = self.workbook().enterprises[*next].id;
            self.session.select(Some(id));
        }
    }
}

fn moved(index: usize, by: isize, workbook: &Workbook) -> Option<usize> {
    index
        .checked_add_signed(by)
        .filter(|to| *to < workbook.enterprises.len())
}
