//! Words for taking in a table of scores.

use crate::{
    i18n::Language,
    import::{TableError, TableFault},
    storage::{shortened, shown_path},
};

messages! {
    import_table => "Import a table of scores…", "导入评分表…";
    table_path_title => "Import a table of scores", "导入评分表";
    table_from(name: &str) => "Scores from {name}", "来自{name}的评分";
    table_text => "Scores are taken as asked: 1 is low and 5 is high on the factor as it is named, also for complexity and costs. Nothing is taken in before you agree", "评分按题目原意读取：1为低，5为高，复杂性与成本也一样。在您确认之前不会导入任何内容";
    table_sheet => "Sheet", "工作表";
    table_encoding(name: &str) => "Read as {name}", "按{name}编码读取";
    table_formulas(count: usize) => "{count} cells hold formulas; their values are taken", "{count}个单元格为公式，取其结果值";
    table_column_means(column: &str) => "What column {column} stands for", "{column}列代表什么";
    table_ignored => "left out", "忽略";
    table_enterprise => "Enterprise", "企业";
    table_sector => "Sector", "行业";
    table_round => "Round", "轮次";
    table_respondent => "Person", "填写人";
    table_role => "Role", "角色";
    table_weight => "Weight", "权重";
    table_note => "Note", "备注";
    table_unknown(columns: &str) => "Left out, since their heading names nothing known: {columns}", "以下列标题无法识别，已忽略：{columns}";
    table_own_place(firm: &str, round: &str) => "Rows that name no enterprise or round go to {firm}, {round}", "未写明企业或轮次的行归入{firm}，{round}";
    table_counts(ready: usize, conflicts: usize, wrong: usize) => "{ready} ready, {conflicts} already answered, {wrong} with something wrong", "{ready}行可导入，{conflicts}行已有回答，{wrong}行有错误";
    table_conflict(row: usize, person: &str, firm: &str, round: &str) => "Row {row}: {person} has answered already ({firm}, {round})", "第{row}行：{person}已经回答过（{firm}，{round}）";
    table_there(scores: &str) => "There: {scores}", "已有：{scores}";
    table_arriving(scores: &str) => "In the table: {scores}", "表中：{scores}";
    table_all_conflicts => "All who have answered already", "所有已有回答的行";
    table_replace => "Replace changes only what the table has: a column that is not there or a blank cell changes nothing, and – takes a score out", "“替换”只改动表中有的内容：缺少的列和空单元格不作改动，“–”表示清除评分";
    table_cell(row: usize, column: &str, fault: &str) => "Row {row}, column {column}: {fault}", "第{row}行{column}列：{fault}";
    table_whole_row(row: usize, fault: &str) => "Row {row}: {fault}", "第{row}行：{fault}";
    table_take(count: usize) => "Take in {count} rows", "导入{count}行";
    table_taken(count: usize, name: &str) => "{count} rows of {name} were taken in", "已从{name}导入{count}行";
    table_merged(range: &str) => "the cell belongs to the merged range {range}; split it, so that it is clear whose score it is", "该单元格属于合并区域{range}，请先拆分，以明确评分属于谁";
    table_formula_error(shown: &str) => "the formula gives {shown}", "公式结果为“{shown}”";
    table_formula_empty => "the formula has no computed value; open the file in a spreadsheet program and save it", "公式尚无计算结果，请在电子表格程序中打开并保存该文件";
    table_date(shown: &str) => "{shown} is a date", "“{shown}”是日期";
    table_fault_hidden => "what stands there cannot be taken in; it is not shown, since names or scores are hidden", "此处内容无法导入；因姓名或评分已隐藏，不予显示";
    table_no_enterprise => "no enterprise is named, and none is selected", "未写明企业，也没有选中的企业";
    table_no_scores => "there is no score in it", "其中没有评分";
    table_same_field(column: &str) => "stands for the same as column {column} and is left out", "与{column}列含义相同，已忽略";
    table_beyond => "stands further out than any table of scores reaches, and is left out", "超出评分表的范围，已忽略";
    table_unreadable(path: &str, reason: &str) => "{path} cannot be read: {reason}", "无法读取{path}：{reason}";
    table_too_large(path: &str) => "{path} is larger than 64 MB, more than any table of scores", "{path}超过64 MB，大于任何评分表";
    table_no_sheet(path: &str, said: &str) => "{path} is no spreadsheet that can be read{said}. If it has a password, remove it; if it is damaged, save it again as .xlsx or .csv", "{path}不是可读取的电子表格{said}。若设有密码请先去除，若已损坏请另存为.xlsx或.csv";
    table_open_quote(path: &str, row: usize) => "{path}, row {row}: a quotation mark is never closed", "{path}第{row}行：引号没有闭合";
    table_no_encoding(path: &str) => "{path} is not text in UTF-8, UTF-16 or GB18030; save it as “CSV UTF-8”", "{path}不是UTF-8、UTF-16或GB18030编码的文本，请另存为“CSV UTF-8”";
    table_empty(path: &str) => "{path} has no cells with anything in them", "{path}中没有任何内容";
    table_too_much(path: &str) => "{path} holds more than any table of scores: over 200,000 rows or 2 million cells, or over 256 MB once unpacked", "{path}的内容超出任何评分表：超过20万行或200万个单元格，或解压后超过256 MB";
    table_web_page(path: &str) => "{path} is a web page and no spreadsheet, whatever it is called; open it in a spreadsheet program and save it as .xlsx or .csv", "{path}实际上是网页而不是电子表格，请在电子表格程序中打开并另存为.xlsx或.csv";
    table_damaged(path: &str) => "{path} is damaged and cannot be read; open it in a spreadsheet program and save it again as .xlsx or .csv", "{path}已损坏，无法读取；请在电子表格程序中打开并另存为.xlsx或.csv";
}

impl Language {
    /// Why a table could not be read.
    #[must_use]
    pub fn table_error(self, error: &TableError) -> String {
        match error {
            TableError::Unreadable { path, reason } => {
                self.table_unreadable(&shown_path(path), &self.system_reason(reason))
            }
            TableError::NoFile { path } => self.load_special(&shown_path(path)),
            TableError::TooLarge { path } => self.table_too_large(&shown_path(path)),
            TableError::NoSheet { path, reason } => {
                self.table_no_sheet(&shown_path(path), &self.said(reason))
            }
            TableError::OpenQuote { path, row } => self.table_open_quote(&shown_path(path), *row),
            TableError::Encoding { path } => self.table_no_encoding(&shown_path(path)),
            TableError::Empty { path } => self.table_empty(&shown_path(path)),
            TableError::TooMuch { path } => self.table_too_much(&shown_path(path)),
            TableError::WebPage { path } => self.table_web_page(&shown_path(path)),
            TableError::Damaged { path } => self.table_damaged(&shown_path(path)),
        }
    }

    /// What is wrong with a cell, row or column of a table.
    #[must_use]
    pub fn table_fault(self, fault: &TableFault) -> String {
        match fault {
            TableFault::Value(fault) => self.csv_fault(fault),
            TableFault::Merged(range) => self.table_merged(range),
            TableFault::FormulaError(shown) => self.table_formula_error(&shortened(shown)),
            TableFault::FormulaEmpty => self.table_formula_empty().to_owned(),
            TableFault::Date(shown) => self.table_date(&shortened(shown)),
            TableFault::NoEnterprise => self.table_no_enterprise().to_owned(),
            TableFault::NoScores => self.table_no_scores().to_owned(),
            TableFault::SameField(column) => self.table_same_field(column),
            TableFault::Beyond(_) => self.table_beyond().to_owned(),
        }
    }
}
