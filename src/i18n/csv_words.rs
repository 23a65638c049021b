//! Sentences about scores CSV files: what happened, where, what to do.

use crate::{i18n::Language, import::CsvFault, storage::shortened};

messages! {
    csv_cell(path: &str, row: usize, column: &str, fault: &str) => "{path}, row {row}, column {column}: {fault}. Nothing was read; correct the cell and try again", "{path}第{row}行“{column}”列：{fault}。未读入任何内容，请更正单元格后重试";
    csv_row(path: &str, row: usize, fault: &str) => "{path}, row {row}: {fault}. Nothing was read; correct the row and try again", "{path}第{row}行：{fault}。未读入任何内容，请更正该行后重试";

    csv_semicolons => "the cells are separated by semicolons; save the table with commas", "单元格以分号分隔，请将表格另存为逗号分隔";
    csv_tabs => "the cells are separated by tabs; save the table with commas", "单元格以制表符分隔，请将表格另存为逗号分隔";
    csv_wrong_column(number: usize, found: &str, expected: &str) => "column {number} is named “{found}” instead of “{expected}”", "第{number}列名为“{found}”，应为“{expected}”";
    csv_missing_column(expected: &str) => "the column “{expected}” is missing", "缺少“{expected}”列";
    csv_unknown_column(found: &str) => "there is no place for a column “{found}”", "不应有“{found}”列";
    csv_cell_count(found: usize, expected: usize) => "there are {found} cells where the header has {expected}", "有{found}个单元格，表头有{expected}个";
    csv_open_quote => "a quotation mark is opened in this row and never closed", "此行的引号没有闭合";
    csv_no_name => "the enterprise has no name", "企业没有名称";
    csv_other_sector(before: &str, row: usize) => "row {row} has the sector “{before}” for the same enterprise", "第{row}行中同一企业的行业为“{before}”";
    csv_second_row(name: &str, row: usize) => "“{name}” has a row in this round already, row {row}", "“{name}”在该轮次已有一行（第{row}行）";
    csv_weight(weight: f64) => "the weight {weight} is not above 0", "权重{weight}不大于0";
    csv_off_scale(level: f64) => "{level} is outside the scale from 1 to 5", "{level}不在1至5的范围内";
    csv_decimal_comma(text: &str) => "“{text}” has a decimal comma; write it with a point", "“{text}”使用了小数逗号，请改用小数点";
    csv_not_a_weight(text: &str) => "“{text}” is no weight: a number above 0, or empty for 1", "“{text}”不是权重：应为大于0的数，留空表示1";
    csv_not_a_score(text: &str) => "“{text}” is no score: a number from 1 to 5, NA for not applicable, or empty for not scored", "“{text}”不是评分：应为1至5的数，NA表示不适用，留空表示未评分";
    csv_unreadable => "this cannot be read", "此处无法读取";
}

impl Language {
    /// What is wrong with a row or cell, as the end of a sentence.
    #[must_use]
    pub fn csv_fault(self, fault: &CsvFault) -> String {
        match fault {
            CsvFault::Semicolons => self.csv_semicolons().to_owned(),
            CsvFault::Tabs => self.csv_tabs().to_owned(),
            CsvFault::WrongColumn {
                number,
                found,
                expected,
            } => self.csv_wrong_column(*number, &shortened(found), expected),
            CsvFault::MissingColumn(expected) => self.csv_missing_column(expected),
            CsvFault::UnknownColumn(found) => self.csv_unknown_column(&shortened(found)),
            CsvFault::CellCount { found, expected } => self.csv_cell_count(*found, *expected),
            CsvFault::OpenQuote => self.csv_open_quote().to_owned(),
            CsvFault::NoName => self.csv_no_name().to_owned(),
            CsvFault::OtherSector { before, row } => {
                self.csv_other_sector(&shortened(before), *row)
            }
            CsvFault::SecondRow { name, row } => self.csv_second_row(&shortened(name), *row),
            CsvFault::Weight(weight) => self.csv_weight(*weight),
            CsvFault::OffScale(level) => self.csv_off_scale(*level),
            CsvFault::DecimalComma(text) => self.csv_decimal_comma(&shortened(text)),
            CsvFault::NotAWeight(text) => self.csv_not_a_weight(&shortened(text)),
            CsvFault::NotAScore(text) => self.csv_not_a_score(&shortened(text)),
            CsvFault::Unreadable => self.csv_unreadable().to_owned(),
        }
    }
}
