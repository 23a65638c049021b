//! What a workbook holds: plain data, no behaviour beyond keeping itself valid.
//!
//! Nothing here knows of windows, files, clocks or randomness.

mod enterprise;
mod factor;
mod hands;
mod id;
mod masking;
mod plan;
mod response;
mod round;
mod score;
mod target;
mod weight_set;
mod weights;
mod workbook;

pub use enterprise::{Enterprise, Respondent, Size};
pub use factor::{Factor, PerFactor, Polarity, Side};
pub use hands::Hands;
pub use id::{EnterpriseId, PlanItemId, RespondentId, RoundId, WeightSetId, WhatIfId, WorkbookId};
pub use masking::Called;
pub use plan::{PlanItem, PlanSource, PlanState, USUAL_LIFT};
pub use response::{Answer, AnswerDetail, Basis, Confidence, INDICATORS_PER_FACTOR, Response};
pub use round::{Agreed, Round, Stage};
pub(crate) use score::orient;
pub use score::{Level, LevelError, Score};
pub use target::{Effort, Target, WhatIf};
pub use weight_set::{FACTOR_PAIRS, Judgements, WeightMethod, WeightSet};
pub use weights::{Weights, WeightsError};
pub use workbook::{Aggregation, Workbook};
