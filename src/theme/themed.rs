//! The colours in force, wherever something is painted.

use std::sync::LazyLock;

use egui::{Context, Id, Painter, Ui};

use super::tokens::Tokens;

/// What is painted in a theme.
pub trait Themed {
    /// The colours of the theme in force.
    fn tokens(&self) -> &'static Tokens;
}

impl Themed for Context {
    fn tokens(&self) -> &'static Tokens {
        static NONE: LazyLock<Tokens> = LazyLock::new(Tokens::default);
        let found = self.data(|data| data.get_temp::<&'static Tokens>(Id::NULL));
        found.unwrap_or(&NONE)
    }
}

impl Themed for Painter {
    fn tokens(&self) -> &'static Tokens {
        self.ctx().tokens()
    }
}

impl Themed for Ui {
    fn tokens(&self) -> &'static Tokens {
        self.ctx().tokens()
    }
}
