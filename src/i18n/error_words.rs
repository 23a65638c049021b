//! The sentence of every error: what happened, where, what to do. What others say of a failure, in
//! their English, follows in brackets in English alone.

use std::io::ErrorKind;

use crate::{
    edit::ApplyError,
    i18n::Language,
    import::{CsvError, OpenError},
    model::WeightsError,
    storage::{FILE_VERSION, LoadError, Looks, SaveError, SystemReason, shortened, shown_path},
};

messages! {
    system_missing => "it is not there", "文件不存在";
    system_forbidden => "it may not be used by you", "没有权限";
    system_busy => "another program is using it", "正被其他程序占用";
    system_name => "its name is not possible there", "名称在该处无效";
    system_silent => "the drive or the network does not answer", "磁盘或网络没有响应";
    system_memory => "there is not enough memory", "内存不足";
    system_full => "there is no room for it", "空间不足";
    system_short => "it ended before it was whole", "内容未完整即中断";
    system_unable => "the drive cannot do this", "该磁盘不支持此操作";
    system_failed => "the drive or the system failed", "磁盘或系统出错";

    weights_invalid(factor: &str, value: f64) => "the weight {value} of “{factor}” is not a number from 0 up", "“{factor}”的权重{value}不是不小于0的数";
    weights_empty_side(side: &str) => "all four weights of one side are 0 ({side})", "一侧的四个权重均为0（{side}）";

    edit_no_enterprise => "the enterprise is no longer in the workbook", "该企业已不在工作簿中";
    edit_no_round => "the round is no longer in the workbook", "该轮次已不在工作簿中";
    edit_no_person => "the respondent is no longer in the workbook", "该填写人已不在工作簿中";
    edit_duplicate => "a record with the same identity is already in the workbook", "工作簿中已有标识相同的记录";
    edit_weight => "a respondent’s weight must be a number above 0", "填写人的权重须为大于0的数";
    edit_no_plan_item => "the step is no longer in the plan", "该步骤已不在计划中";
    edit_no_what_if => "the what-if is no longer in the workbook", "该假设情景已不在工作簿中";
    edit_no_weight_set => "the weights are no longer in the workbook", "该组权重已不在工作簿中";
    edit_lift => "a step lifts its factor by 0 to 4 levels", "一项步骤只能将因素提高0至4级";
    edit_no_indicator => "there is no such indicator", "没有该指标";
}

impl Language {
    /// What somebody else says of a failure, in brackets; nothing in Chinese, as it is in English.
    pub(crate) fn said(self, reason: &str) -> String {
        match self {
            Self::English => format!(" ({})", shortened(reason)),
            Self::Chinese => String::new(),
        }
    }

    /// Codes of a list with commas, each in quotation marks.
    pub(crate) fn quoted(self, list: &str) -> String {
        let codes: Vec<String> = list.split(", ").map(|code| format!("“{code}”")).collect();
        codes.join(self.name_joiner())
    }

    /// Why the system refused, as the end of a sentence.
    #[must_use]
    pub fn system_reason(self, reason: &SystemReason) -> String {
        let words = match reason.kind {
            ErrorKind::NotFound => self.system_missing(),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => self.system_forbidden(),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => {
                self.system_busy()
            }
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => self.system_name(),
            ErrorKind::TimedOut
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::StaleNetworkFileHandle => self.system_silent(),
            ErrorKind::OutOfMemory => self.system_memory(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                self.system_full()
            }
            ErrorKind::UnexpectedEof | ErrorKind::WriteZero | ErrorKind::Interrupted => {
                self.system_short()
            }
            ErrorKind::Unsupported | ErrorKind::CrossesDevices | ErrorKind::TooManyLinks => {
                self.system_unable()
            }
            _ => self.system_failed(),
        };
        words.to_owned() + &self.said(&reason.text)
    }
}

impl WeightsError {
    /// The sentence in a language, without its end.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Invalid { factor, value } => language.weights_invalid(factor.code(), *value),
            Self::EmptySide { side } => language.weights_empty_side(language.side(*side)),
        }
    }
}

impl ApplyError {
    /// The sentence in a language, without its end.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::NoEnterprise => language.edit_no_enterprise(),
            Self::NoRound => language.edit_no_round(),
            Self::NoPerson => language.edit_no_person(),
            Self::Duplicate => language.edit_duplicate(),
            Self::BadWeight => language.edit_weight(),
            Self::NoPlanItem => language.edit_no_plan_item(),
            Self::NoWhatIf => language.edit_no_what_if(),
            Self::NoWeightSet => language.edit_no_weight_set(),
            Self::BadLift => language.edit_lift(),
            Self::NoIndicator => language.edit_no_indicator(),
        }
    }
}

impl LoadError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Missing { path } => language.load_missing(&shown_path(path)),
            Self::Forbidden { path } => language.load_forbidden(&shown_path(path)),
            Self::Folder { path } => language.load_folder(&shown_path(path)),
            Self::Special { path } => language.load_special(&shown_path(path)),
            Self::Unreadable { path, reason } => {
                language.load_unreadable(&shown_path(path), &language.system_reason(reason))
            }
            Self::TooLarge { path, limit } => language.load_too_large(&shown_path(path), *limit),
            Self::NotText { path, line } => language.load_not_text(&shown_path(path), *line),
            Self::Foreign { path, looks } => {
                let path = shown_path(path);
                match looks {
                    Looks::Empty => language.load_empty(&path),
                    Looks::Spreadsheet => language.load_spreadsheet(&path),
                    Looks::Json => language.load_json(&path),
                    Looks::Table => language.load_table(&path),
                    Looks::Other => language.load_foreign(&path),
                }
            }
            Self::Newer { path, version } => {
                language.load_newer(&shown_path(path), *version, FILE_VERSION)
            }
            Self::Damaged {
                path,
                line,
                column,
                fault,
                backup,
            } => {
                let fault = language.fault(fault);
                let damaged = language.load_damaged(&shown_path(path), *line, *column, &fault);
                match backup {
                    Some(backup) => language.load_backup(&damaged, &shown_path(backup)),
                    None => language.load_no_backup(&damaged),
                }
            }
        }
    }
}

impl SaveError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoFolder { path } => language.save_no_folder(&shown_path(path)),
            Self::Folder { path } => language.save_folder(&shown_path(path)),
            Self::Special { path } => language.save_special(&shown_path(path)),
            Self::Full { path, step } => {
                language.save_full(&shown_path(path), language.save_step(*step))
            }
            Self::Forbidden { path, step } => {
                language.save_forbidden(&shown_path(path), language.save_step(*step))
            }
            Self::Failed { path, step, reason } => language.save_failed(
                &shown_path(path),
                language.save_step(*step),
                &language.system_reason(reason),
            ),
            Self::ReadBackDiffers { path } => language.save_read_back(&shown_path(path)),
            Self::Unsettled { path, reason, .. } => {
                language.save_unsettled(&shown_path(path), &language.system_reason(reason))
            }
            Self::ChangedOnDisk { path } => language.changed_text(&shown_path(path)),
            Self::NameTaken { path } => language.save_name_taken(&shown_path(path)),
            Self::OpenElsewhere { path } => language.save_open_elsewhere(&shown_path(path)),
            Self::SameName { record, name } => {
                language.save_same_name(language.record_plural(*record), &shortened(name))
            }
            Self::NoName => language.save_no_name().to_owned(),
            Self::Unwritable { reason } => language.save_unwritable(&language.said(reason)),
        }
    }
}

impl OpenError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::File(error) => error.sentence(language),
            Self::Csv(error) => error.sentence(language),
        }
    }
}

impl CsvError {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let path = shown_path(&self.path);
        let fault = language.csv_fault(&self.fault);
        match self.column {
            Some(column) => language.csv_cell(&path, self.row, column, &fault),
            None => language.csv_row(&path, self.row, &fault),
        }
    }
}
