//! Why a command was refused.

/// Why a command was refused. The workbook is as it was; the sentences are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplyError {
    /// The command speaks of an enterprise that is not in the workbook.
    NoEnterprise,
    /// The command speaks of a round that the enterprise does not have.
    NoRound,
    /// The command speaks of somebody who is not on the enterprise's panel.
    NoPerson,
    /// The record to add is already there.
    Duplicate,
    /// A weight must be a finite number above 0.
    BadWeight,
    /// The command speaks of an item that is not in the plan.
    NoPlanItem,
    /// The command speaks of a what-if that the enterprise does not have.
    NoWhatIf,
    /// The command speaks of weights that the workbook does not have.
    NoWeightSet,
    /// A step lifts its factor by 0 to 4 levels.
    BadLift,
    /// A factor has four indicators.
    NoIndicator,
}
