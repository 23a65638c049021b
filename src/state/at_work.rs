//! What the program is busy with.

use super::effect::{Answer, Effect, Work};

/// How much is being done with files; each work ends with its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtWork {
    /// Files being read.
    pub reading: u32,
    /// Files being written.
    pub writing: u32,
}

impl AtWork {
    /// Counts an effect that begins.
    pub(super) fn begin(&mut self, effect: &Effect) {
        if let Some((_, work)) = effect.work() {
            *self.count(work) += 1;
        }
    }

    /// Counts an effect that has ended.
    pub(super) fn end(&mut self, answer: &Answer) {
        let work = match answer {
            Answer::Opened { .. }
            | Answer::Read { .. }
            | Answer::Table { .. }
            | Answer::Recovered(_) => Work::Reading,
            Answer::Saved { .. } => Work::Saving,
            Answer::Exported { .. } | Answer::ReportsExported(_) => Work::Exporting,
            Answer::Broken { work, .. } => *work,
            Answer::NotKept(_)
            | Answer::Ranked { .. }
            | Answer::Drawn(_)
            | Answer::LaidOut(_)
            | Answer::Shown { .. }
            | Answer::Versions { .. }
            | Answer::Version { .. }
            | Answer::Looked { .. }
            | Answer::Copies { .. }
            | Answer::SetAside(_)
            | Answer::Chosen { .. } => return,
        };
        let count = self.count(work);
        *count = count.saturating_sub(1);
    }

    const fn count(&mut self, work: Work) -> &mut u32 {
        match work {
            Work::Reading => &mut self.reading,
            Work::Saving | Work::Exporting => &mut self.writing,
        }
    }

    /// Whether no file is being read.
    pub(super) const fn reads_nothing(self) -> bool {
        self.reading == 0
    }
}
