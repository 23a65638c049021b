//! Aligned columns for a terminal.

use crate::storage::is_unseen;

/// Rows as lines of aligned columns, two blanks apart; those whose places are among `numbers` are set
/// to the right.
pub(super) fn aligned<const N: usize>(rows: &[[String; N]], numbers: &[usize]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(columns(cell));
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (index, (cell, width)) in row.iter().zip(widths).enumerate() {
            let gap = " ".repeat(width - columns(cell));
            if numbers.contains(&index) {
                line += &gap;
                line += cell;
            } else {
                line += cell;
                line += &gap;
            }
            line += "  ";
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A number with so many decimals, or a dash where there is none.
pub(super) fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.decimals$}"))
}

/// A name without what would break the table or command the terminal.
pub(super) fn on_one_line(name: &str) -> String {
    name.chars()
        .map(
            |character| {
                if is_unseen(character) { ' ' } else { character }
            },
        )
        .collect()
}

/// How many columns of a terminal a text takes: Chinese characters take two.
fn columns(text: &str) -> usize {
    let wide = |character: &char| {
        matches!(u32::from(*character),
            0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
            | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF
            | 0x20000..=0x3FFFD)
    };
    text.chars().count() + text.chars().filter(wide).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_cells_keep_the_columns_straight() {
        let rows = [
            ["企业", "x"].map(str::to_owned),
            ["Farm", "y"].map(str::to_owned),
        ];
        assert_eq!(aligned(&rows, &[]), "企业  x\nFarm  y\n");
    }
}
