//! Which column stands for what, by its heading in either language.

use super::cells::Table;
use crate::{knowledge::Framework, model::Factor};

/// What a column stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    /// The column is left out.
    #[default]
    Ignore,
    Enterprise,
    Sector,
    Round,
    Respondent,
    Role,
    Weight,
    Factor(Factor),
    Note,
}

impl Field {
    /// All of them, what is left out first.
    pub fn all() -> impl Iterator<Item = Self> {
        let leading = [
            Self::Ignore,
            Self::Enterprise,
            Self::Sector,
            Self::Round,
            Self::Respondent,
            Self::Role,
            Self::Weight,
        ];
        let factors = Factor::ALL.into_iter().map(Self::Factor);
        leading.into_iter().chain(factors).chain([Self::Note])
    }

    /// Headings by which a column is known besides the names of the factors.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Enterprise => &[
                "enterprise",
                "firm",
                "company",
                "organisation",
                "organization",
                "business",
                "企业",
                "企业名称",
                "公司",
                "公司名称",
                "单位",
                "单位名称",
            ],
            Self::Sector => &["sector", "industry", "branch", "行业", "产业", "领域"],
            Self::Round => &["round", "wave", "轮次", "轮", "评估轮次"],
            Self::Respondent => &[
                "respondent",
                "person",
                "name",
                "participant",
                "who",
                "姓名",
                "填写人",
                "受访者",
                "评分人",
                "参与者",
                "人员",
            ],
            Self::Role => &["role", "position", "function", "角色", "职务", "岗位"],
            Self::Weight => &["weight", "voice", "权重"],
            Self::Note => &[
                "note", "notes", "comment", "comments", "remark", "备注", "说明",
            ],
            Self::Ignore | Self::Factor(_) => &[],
        }
    }
}

/// The field of a heading, if it names one.
fn field_of(heading: &str, framework: &Framework) -> Option<Field> {
    let wanted = plain(heading);
    if wanted.is_empty() {
        return None;
    }
    let factors = Factor::ALL.into_iter().find(|factor| {
        let name = &framework.of(*factor).name;
        [factor.code(), &name.en, &name.zh]
            .iter()
            .any(|known| plain(known) == wanted)
    });
    if let Some(factor) = factors {
        return Some(Field::Factor(factor));
    }
    Field::all().find(|field| field.headings().iter().any(|known| plain(known) == wanted))
}

/// A heading in small letters, without blanks, underscores and what stands in brackets.
fn plain(heading: &str) -> String {
    let bare = heading.split(['(', '（']).next().unwrap_or_default();
    let kept = bare.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// The index of the heading row among the table's rows, and what its columns stand for: the first of
/// the first ten rows in which two columns are known, else the first row with all left out. A field
/// named twice goes to its first column.
#[must_use]
pub fn header_and_fields(table: &Table, framework: &Framework) -> (usize, Vec<Field>) {
    let mut best = (0, vec![Field::Ignore; table.columns]);
    for (index, row) in table.rows.iter().take(10).enumerate() {
        let mut fields = vec![Field::Ignore; table.columns];
        let mut known = 0;
        // A row further down may be wider than those that say how many columns there are.
        for (place, cell) in row.cells.iter().enumerate().take(table.columns) {
            if let Some(field) = field_of(&cell.text, framework)
                && !fields.contains(&field)
            {
                fields[place] = field;
                known += 1;
            }
        }
        if known >= 2 {
            best = (index, fields);
            break;
        }
    }
    best
}
