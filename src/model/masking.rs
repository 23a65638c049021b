//! What may be said of a workbook before others: the one place that decides.
//!
//! Enterprises are called by their aliases while aliases are used, people by number while names are
//! hidden, and what a round holds is withheld while its [`super::Stage`] hides scores.

use std::{fmt, sync::Arc};

use super::{
    enterprise::{Enterprise, Respondent},
    workbook::Workbook,
};

/// What an enterprise or a person is called; a number in words is the language's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called<'a> {
    /// By this name, which may be blank.
    Name(&'a str),
    /// By this place in its list, from 1; 0 for what is not on it.
    Number(usize),
}

impl fmt::Display for Called<'_> {
    /// The name, or the number in digits.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => formatter.write_str(name),
            Self::Number(number) => write!(formatter, "{number}"),
        }
    }
}

impl Workbook {
    /// What an enterprise is called: its name, or while aliases are used its alias, or its number where
    /// that is blank.
    #[must_use]
    pub fn called<'e>(&self, enterprise: &'e Enterprise) -> Called<'e> {
        if !self.uses_aliases {
            return Called::Name(&enterprise.name);
        }
        if !enterprise.alias.trim().is_empty() {
            return Called::Name(&enterprise.alias);
        }
        let mut all = self.enterprises.iter();
        let place = all.position(|other| other.id == enterprise.id);
        Called::Number(place.map_or(0, |place| place + 1))
    }

    /// What somebody of a panel is called: by name, or by number while names are hidden.
    #[must_use]
    pub fn person_called<'e>(&self, panel: &Enterprise, person: &'e Respondent) -> Called<'e> {
        if self.hides_people {
            Called::Number(panel.number_of(person.id))
        } else {
            Called::Name(&person.name)
        }
    }

    /// Somebody's role without the blanks around it; empty where names are hidden and nobody else of the
    /// panel has it, since it would name the person.
    #[must_use]
    pub fn shown_role<'e>(&self, panel: &Enterprise, person: &'e Respondent) -> &'e str {
        let role = person.role.trim();
        let mut others = panel.people.iter().filter(|other| other.id != person.id);
        if self.hides_people && !others.any(|other| same(&other.role, role)) {
            return "";
        }
        role
    }

    /// Who does a step: as written, or by number where names are hidden and it is somebody of the panel.
    #[must_use]
    pub fn owner_called<'e>(&self, panel: &'e Enterprise, owner: &'e str) -> Called<'e> {
        let mut people = panel.people.iter();
        let found = people.find(|person| same(&person.name, owner));
        found
            .filter(|_| self.hides_people)
            .map_or(Called::Name(owner), |person| {
                self.person_called(panel, person)
            })
    }

    /// Hides whatever another state of the workbook hides: names of people and of enterprises, and rounds
    /// that are being scored there.
    pub fn hide_as(&mut self, other: &Self) {
        self.hides_people |= other.hides_people;
        self.uses_aliases |= other.uses_aliases;
        for enterprise in &mut self.enterprises {
            let Some(there) = other.enterprise(enterprise.id) else {
                continue;
            };
            if self.uses_aliases && enterprise.alias.trim().is_empty() {
                Arc::make_mut(enterprise).alias.clone_from(&there.alias);
            }
            for there in there.rounds.iter().filter(|one| one.stage.hides_scores()) {
                let mut rounds = enterprise.rounds.iter();
                if let Some(at) = rounds.position(|one| one.id == there.id) {
                    let rounds = &mut Arc::make_mut(enterprise).rounds;
                    Arc::make_mut(&mut rounds[at]).stage = there.stage;
                }
            }
        }
        if self.uses_aliases {
            self.fill_aliases();
        }
    }

    /// Whether the scores, hands, agreed scores and notes of a round that is known by names alone are
    /// withheld, as those of a row of a table. What is not named (`None`) may be any, and so may an
    /// enterprise that the workbook does not have; names are compared without case and alias or name.
    #[must_use]
    pub fn withholds(&self, enterprise: Option<&str>, round: Option<&str>) -> bool {
        let named = |one: &Enterprise, name| same(&one.name, name) || same(&one.alias, name);
        let hidden = |one: &Enterprise| {
            let mut rounds = one.rounds.iter();
            rounds.any(|own| {
                own.stage.hides_scores() && round.is_none_or(|name| same(&own.name, name))
            })
        };
        let mut hiding = self.enterprises.iter().filter(|one| hidden(one)).peekable();
        if hiding.peek().is_none() {
            return false;
        }
        enterprise.is_none_or(|name| {
            hiding.any(|one| named(one, name))
                || !self.enterprises.iter().any(|one| named(one, name))
        })
    }
}

/// Whether two names are the same but for case and the blanks around them.
fn same(one: &str, two: &str) -> bool {
    one.trim().to_lowercase() == two.trim().to_lowercase()
}
