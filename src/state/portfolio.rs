//! How everybody stands: one row for each enterprise, filtered, sorted, selected; and ranks.

use std::collections::BTreeSet;

use crate::{
    analysis::{Band, Lead},
    model::{EnterpriseId, Factor, Size},
};

/// The pages of the Portfolio screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PortfolioPage {
    #[default]
    Table,
    Plane,
    Distribution,
    Ranks,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PortfolioColumn {
    Name,
    Sector,
    Size,
    People,
    Resonance,
    Interval,
    WeakestPair,
    Supply,
    Demand,
    Balance,
    Lead,
    Factor(Factor),
}

impl PortfolioColumn {
    /// All columns, left to right.
    pub fn all() -> impl Iterator<Item = Self> {
        let leading = [
            Self::Name,
            Self::Resonance,
            Self::Interval,
            Self::Supply,
            Self::Demand,
            Self::Balance,
            Self::Lead,
            Self::WeakestPair,
            Self::Sector,
            Self::Size,
            Self::People,
        ];
        leading
            .into_iter()
            .chain(Factor::ALL.into_iter().map(Self::Factor))
    }
}

/// What the rows are narrowed down to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortfolioFilter {
    /// Text in the name shown.
    pub search: String,
    /// Only this sector (its id or free text).
    pub sector: Option<String>,
    /// Only this size.
    pub size: Option<Size>,
    /// Only this band of R.
    pub band: Option<Band>,
    /// Only where this side leads.
    pub lead: Option<Lead>,
}

/// What of the portfolio is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortfolioView {
    /// The page.
    pub page: PortfolioPage,
    /// What the rows are narrowed down to.
    pub filter: PortfolioFilter,
    /// The column by which rows are sorted; `None` leaves them in the workbook's order.
    pub sort: Option<PortfolioColumn>,
    /// Whether the largest come first.
    pub descending: bool,
    /// Columns that are shown besides the name.
    pub columns: BTreeSet<PortfolioColumn>,
    /// Whether the plane is drawn on to select.
    pub lasso: bool,
    /// Whether distributions go by size, and not by sector.
    pub by_size: bool,
}

impl Default for PortfolioView {
    fn default() -> Self {
        let shown = PortfolioColumn::all().filter(|column| {
            !matches!(
                column,
                PortfolioColumn::Factor(_)
                    | PortfolioColumn::People
                    | PortfolioColumn::Interval
                    | PortfolioColumn::WeakestPair
            )
        });
        Self {
            page: PortfolioPage::default(),
            filter: PortfolioFilter::default(),
            sort: None,
            descending: false,
            columns: shown.collect(),
            lasso: false,
            by_size: false,
        }
    }
}

/// An intent of the Portfolio screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortfolioAction {
    /// Looks at a page.
    Page(PortfolioPage),
    /// Narrows the rows down.
    Filter(PortfolioFilter),
    /// Sorts by a column, then turns its order round, then goes back to the workbook's.
    Sort(PortfolioColumn),
    /// Shows or hides a column.
    Column(PortfolioColumn),
    /// Adds an enterprise to those selected, or takes it out.
    Toggle(EnterpriseId),
    /// Selects these besides those selected already.
    Add(Vec<EnterpriseId>),
    /// Selects none.
    Clear,
    /// Begins or ends drawing on the plane.
    Lasso(bool),
    /// Distributes by size, or by sector.
    BySize(bool),
    /// Shows an enterprise's results.
    Open(EnterpriseId),
    /// Compares these, the first six of them.
    Compare(Vec<EnterpriseId>),
    /// Writes the scores of those selected as CSV.
    Export,
    /// Counts ranks on a thread.
    Rank,
}
