//! Sentences about files: what happened, where, what to do.

use crate::{
    i18n::Language,
    storage::{Expected, Fault, Record, SaveStep, shortened},
};

messages! {
    load_missing(path: &str) => "{path} is not there. It may have been moved, renamed or is on a stick that is not plugged in", "找不到{path}。它可能已被移动、改名，或所在的U盘未插入";
    load_forbidden(path: &str) => "You may not read {path}. Ask its owner, or open a copy of your own", "您无权读取{path}。请联系文件所有者，或打开自己的副本";
    load_folder(path: &str) => "{path} is a folder. Choose a file in it", "{path}是文件夹。请选择其中的文件";
    load_special(path: &str) => "{path} is not a regular file but a pipe, a device or the like. Choose a file", "{path}不是普通文件，而是管道、设备之类。请选择一个文件";
    load_unreadable(path: &str, reason: &str) => "{path} cannot be read: {reason}. Copy it to another disk and open it there", "无法读取{path}：{reason}。请将其复制到其他磁盘后再打开";
    load_too_large(path: &str, limit: u64) => "{path} has more than the {limit} MB that a workbook can have. It is probably another kind of file", "{path}超过了工作簿的上限{limit} MB。它可能是其他类型的文件";
    load_not_text(path: &str, line: usize) => "{path} is not UTF-8 text (line {line}). If it is a table, save it as “CSV UTF-8” first", "{path}不是UTF-8文本（第{line}行）。如果是表格，请先另存为“CSV UTF-8”";
    load_empty(path: &str) => "{path} is empty. Open another file, or the .bak file beside it", "{path}是空文件。请打开其他文件，或旁边的.bak文件";
    load_spreadsheet(path: &str) => "{path} is a spreadsheet or another packed file. Open it in the spreadsheet program and save the table as “CSV UTF-8”", "{path}是电子表格或其他压缩文件。请用电子表格程序打开，并将表格另存为“CSV UTF-8”";
    load_json(path: &str) => "{path} is JSON, and results cannot be opened. Open the workbook or scores CSV they were computed from", "{path}是JSON，计算结果无法打开。请打开原来的工作簿或评分CSV";
    load_table(path: &str) => "{path} is a table, but its first line is not the header of a scores CSV. It has to begin with enterprise,sector,round,respondent,weight; the README has the whole header", "{path}是表格，但首行不是评分CSV的表头。表头须以“enterprise,sector,round,respondent,weight”开始，完整表头见README";
    load_foreign(path: &str) => "{path} is neither a Resonance workbook nor a scores CSV with its header on line 1. Open a file that ends in .resonance, or see the README for the CSV header", "{path}既不是Resonance工作簿，也不是首行带表头的评分CSV。请打开以.resonance结尾的文件，CSV表头见README";
    load_newer(path: &str, version: u32, known: u32) => "{path} was written by a newer version of Resonance (file version {version}; this program reads up to {known}). Open it there, or update this program", "{path}由较新版本的Resonance写入（文件版本{version}，本程序最高支持{known}）。请用新版本打开，或更新本程序";
    load_damaged(path: &str, line: usize, column: usize, fault: &str) => "{path}, line {line}, column {column}: {fault}", "{path}第{line}行第{column}列：{fault}";
    load_backup(damaged: &str, backup: &str) => "{damaged}. Nothing was opened; the version before is in {backup}", "{damaged}。未打开任何内容，上一版本在{backup}";
    load_no_backup(damaged: &str) => "{damaged}. Nothing was opened; correct that line in a text editor, or open a copy", "{damaged}。未打开任何内容，请用文本编辑器更正该行，或打开副本";

    save_no_folder(path: &str) => "{path} cannot be saved: its folder is not there. Choose another folder", "无法保存{path}：文件夹不存在。请选择其他文件夹";
    save_folder(path: &str) => "{path} cannot be saved: a folder has that name. Choose another name", "无法保存{path}：已有同名文件夹。请换一个名称";
    save_special(path: &str) => "{path} cannot be saved: what has that name is not a regular file. Choose another name", "无法保存{path}：该名称所指的不是普通文件。请换一个名称";
    save_failed(path: &str, step: &str, reason: &str) => "{path} cannot be saved: {step} failed, {reason}. The old file is as it was; save under another name", "无法保存{path}：{step}失败（{reason}）。原文件未变，请另存为其他名称";
    save_full(path: &str, step: &str) => "{path} cannot be saved: the disk is full ({step}). The old file is as it was; make room or save elsewhere", "无法保存{path}：磁盘已满（{step}）。原文件未变，请腾出空间或保存到别处";
    save_forbidden(path: &str, step: &str) => "{path} cannot be saved: you may not write there ({step}). The old file is as it was; save in another folder", "无法保存{path}：没有写入权限（{step}）。原文件未变，请保存到其他文件夹";
    save_read_back(path: &str) => "{path} did not read back as it was written, so the old file was kept. The disk may be failing; save elsewhere", "{path}写入后读回不一致，已保留原文件。磁盘可能有问题，请保存到别处";
    save_unsettled(path: &str, reason: &str) => "{path} is written and whole, but the disk did not confirm that it will stay so: {reason}. Save elsewhere as well", "{path}已完整写入，但磁盘未确认能长久保存：{reason}。请在别处另存一份";
    save_same_name(records: &str, name: &str) => "Two {records} have the name “{name}”, and a scores CSV tells them apart by name only. Rename one first", "有两个{records}同名“{name}”，而评分CSV只能按名称区分。请先重命名其中一个";
    save_no_name => "An enterprise has no name, and a scores CSV tells enterprises apart by name only. Name it first", "有企业没有名称，而评分CSV只能按名称区分企业。请先为其命名";
    save_elsewhere => "Save elsewhere…", "保存到别处…";
    save_unwritable(said: &str) => "The workbook cannot be turned into a file{said}. Nothing was changed on disk", "无法将工作簿写成文件{said}。磁盘上的内容未变";

    save_step_look => "looking at the present file", "查看现有文件";
    save_step_create => "making a temporary file beside it", "创建临时文件";
    save_step_write => "writing", "写入";
    save_step_permit => "setting its permissions", "设置权限";
    save_step_sync => "waiting for the disk", "等待磁盘写完";
    save_step_read_back => "reading back", "读回校验";
    save_step_backup => "keeping the .bak file", "保留.bak文件";
    save_step_replace => "replacing the old file", "替换原文件";

    record_enterprise => "enterprise", "企业";
    record_person => "person", "人员";
    record_round => "round", "轮次";
    record_plan_item => "a step of the plan", "一项计划步骤";
    records_enterprise => "enterprises", "企业";
    records_person => "people of one enterprise", "同一企业的人员";
    records_round => "rounds of one enterprise", "同一企业的轮次";
    record_what_if => "a what-if", "一个假设情景";
    records_what_if => "what-ifs", "假设情景";
    record_weight_set => "named weights", "一组命名权重";
    records_weight_set => "sets of weights", "命名权重";
    records_plan_item => "steps of the plan", "计划步骤";

    fault_ends_early => "the file ends in the middle of a record", "文件在记录中途结束";
    fault_not_utf8 => "this is not UTF-8 text", "此处不是UTF-8文本";
    fault_expected(what: &str) => "{what} belongs here", "此处应为{what}";
    fault_trailing => "something follows the end of the workbook", "工作簿结尾之后还有内容";
    fault_too_deep => "brackets are nested too deep", "括号嵌套过深";
    fault_unknown_word(found: &str, expected: &str) => "“{found}” is none of {expected}", "“{found}”不是以下之一：{expected}";
    fault_unknown_field(field: &str) => "there is no field “{field}”", "没有“{field}”这一字段";
    fault_missing_field(field: &str) => "the field “{field}” is missing", "缺少字段“{field}”";
    fault_double_field(field: &str) => "the field “{field}” is there twice", "字段“{field}”重复";
    fault_unknown_version(version: u32) => "there never was a file version {version}", "不存在文件版本{version}";
    fault_escape => "the backslash is followed by something it cannot precede", "反斜杠后的内容无效";
    fault_not_an_id => "this is not an id (a UUID)", "这不是有效的标识（UUID）";
    fault_twice(record: &str) => "this {record} is listed a second time", "此{record}重复列出";
    fault_unlisted(record: &str) => "this {record} is not listed in the enterprise", "该企业未列出此{record}";
    fault_voice(weight: f64) => "the weight {weight} is not a number above 0", "权重{weight}不是大于0的数";
    fault_level(level: f64) => "{level} is outside the scale from 1 to 5", "{level}不在1至5的范围内";
    fault_not_a_score(word: &str) => "“{word}” is no score: a number from 1 to 5, NA for not applicable, - for not scored", "“{word}”不是评分：应为1至5的数，NA表示不适用，-表示未评分";
    fault_count(found: usize, expected: usize) => "{found} entries stand where {expected} belong", "此处有{found}项，应为{expected}项";
    fault_unknown_factor(code: &str) => "there is no factor “{code}”", "没有“{code}”这一因素";
    fault_second_response => "this person has a response in this round already", "此人员在该轮次已有作答";
    fault_second_on_factor(factor: &str) => "there is a record on “{factor}” already", "“{factor}”已有一条记录";
    fault_detail_alone => "this detail belongs to a response that is not there", "此细节所属的作答不存在";
    fault_other(said: &str) => "this cannot be read{said}", "此处无法读取{said}";

    expected_comma => "a comma", "逗号";
    expected_colon => "a colon", "冒号";
    expected_list_start => "a list in [ ]", "用[ ]括起的列表";
    expected_list_end => "the end of a list, ]", "列表的结尾]";
    expected_record_start => "a record in ( )", "用( )括起的记录";
    expected_record_end => "the end of a record, )", "记录的结尾)";
    expected_text => "a text in quotation marks", "用引号括起的文本";
    expected_number => "a number", "数字";
    expected_option => "Some(…) or None", "“Some(…)”或“None”";
    expected_name => "the name of a field", "字段名";
}

impl Language {
    /// What is wrong at a place of a file, as the end of a sentence.
    #[must_use]
    pub fn fault(self, fault: &Fault) -> String {
        match fault {
            Fault::EndsEarly => self.fault_ends_early().to_owned(),
            Fault::NotUtf8 => self.fault_not_utf8().to_owned(),
            Fault::Expected(what) => self.fault_expected(self.expected(*what)),
            Fault::Trailing => self.fault_trailing().to_owned(),
            Fault::TooDeep => self.fault_too_deep().to_owned(),
            Fault::UnknownWord { found, expected } => {
                self.fault_unknown_word(&shortened(found), &self.quoted(expected))
            }
            Fault::UnknownField(field) => self.fault_unknown_field(&shortened(field)),
            Fault::MissingField(field) => self.fault_missing_field(field),
            Fault::DoubleField(field) => self.fault_double_field(field),
            Fault::UnknownVersion(version) => self.fault_unknown_version(*version),
            Fault::Escape => self.fault_escape().to_owned(),
            Fault::NotAnId => self.fault_not_an_id().to_owned(),
            Fault::Twice(record) => self.fault_twice(self.record(*record)),
            Fault::Unlisted(record) => self.fault_unlisted(self.record(*record)),
            Fault::Voice(weight) => self.fault_voice(*weight),
            Fault::Weights(error) => error.sentence(self),
            Fault::Level(level) => self.fault_level(*level),
            Fault::NotAScore(word) => self.fault_not_a_score(&shortened(word)),
            Fault::Count { found, expected } => self.fault_count(*found, *expected),
            Fault::UnknownFactor(code) => self.fault_unknown_factor(&shortened(code)),
            Fault::SecondResponse => self.fault_second_response().to_owned(),
            Fault::SecondOnFactor(factor) => self.fault_second_on_factor(factor),
            Fault::DetailAlone => self.fault_detail_alone().to_owned(),
            Fault::Other(reason) => self.fault_other(&self.said(reason)),
        }
    }

    /// What belongs at a place of a file.
    #[must_use]
    pub const fn expected(self, expected: Expected) -> &'static str {
        match expected {
            Expected::Comma => self.expected_comma(),
            Expected::Colon => self.expected_colon(),
            Expected::ListStart => self.expected_list_start(),
            Expected::ListEnd => self.expected_list_end(),
            Expected::RecordStart => self.expected_record_start(),
            Expected::RecordEnd => self.expected_record_end(),
            Expected::Text => self.expected_text(),
            Expected::Number => self.expected_number(),
            Expected::Option => self.expected_option(),
            Expected::Name => self.expected_name(),
        }
    }

    /// A kind of record, one of it.
    #[must_use]
    pub const fn record(self, record: Record) -> &'static str {
        match record {
            Record::Enterprise => self.record_enterprise(),
            Record::Person => self.record_person(),
            Record::Round => self.record_round(),
            Record::PlanItem => self.record_plan_item(),
            Record::WhatIf => self.record_what_if(),
            Record::WeightSet => self.record_weight_set(),
        }
    }

    /// A kind of record, several of it.
    #[must_use]
    pub const fn record_plural(self, record: Record) -> &'static str {
        match record {
            Record::Enterprise => self.records_enterprise(),
            Record::Person => self.records_person(),
            Record::Round => self.records_round(),
            Record::PlanItem => self.records_plan_item(),
            Record::WhatIf => self.records_what_if(),
            Record::WeightSet => self.records_weight_set(),
        }
    }

    /// What was being done while saving.
    #[must_use]
    pub const fn save_step(self, step: SaveStep) -> &'static str {
        match step {
            SaveStep::Look => self.save_step_look(),
            SaveStep::Create => self.save_step_create(),
            SaveStep::Write => self.save_step_write(),
            SaveStep::Permit => self.save_step_permit(),
            SaveStep::Sync => self.save_step_sync(),
            SaveStep::ReadBack => self.save_step_read_back(),
            SaveStep::Backup => self.save_step_backup(),
            SaveStep::Replace => self.save_step_replace(),
        }
    }
}
