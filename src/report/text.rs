//! A report as plain text, to be pasted anywhere; charts in words.

use super::tree::{Block, Figure, Marker, Report, Span};
use crate::{chart::TextMeasure, import::visible_name};

/// How wide charts are drawn to be told in words.
const WIDTH: f32 = 640.0;

/// The text of a report, a line a sentence; cells of tables are parted by tabs.
#[must_use]
pub fn plain_text(report: &Report, measure: &dyn TextMeasure) -> String {
    let mut lines = Vec::new();
    blocks(&report.blocks, "", measure, &mut lines);
    lines.push(String::new());
    lines.push(spans(&report.foot));
    lines.join("\n") + "\n"
}

fn blocks(all: &[Block], before: &str, measure: &dyn TextMeasure, lines: &mut Vec<String>) {
    let say = |lines: &mut Vec<String>, text: String| {
        if !text.is_empty() {
            lines.push(format!("{before}{text}"));
        }
    };
    for block in all {
        match block {
            Block::Heading { text, .. } => {
                lines.push(String::new());
                say(lines, visible_name(text));
            }
            Block::Paragraph(paragraph) => say(lines, spans(&paragraph.spans)),
            Block::List { marker, items } => {
                for (index, item) in items.iter().enumerate() {
                    let mark = match marker {
                        Marker::Bullet => "•".to_owned(),
                        Marker::Number => format!("{}.", index + 1),
                        Marker::Box => "□".to_owned(),
                    };
                    let begin = lines.len();
                    blocks(item, &format!("{before}   "), measure, lines);
                    if let Some(first) = lines.get_mut(begin) {
                        *first = format!("{before}{mark} {}", first.trim_start());
                    }
                }
            }
            Block::Table(table) => {
                say(lines, visible_name(&table.caption));
                let heads = table
                    .columns
                    .iter()
                    .map(|column| visible_name(&column.head));
                say(lines, heads.collect::<Vec<_>>().join("\t"));
                for row in &table.rows {
                    let cells: Vec<String> = row.iter().map(|cell| spans(&cell.spans)).collect();
                    say(lines, cells.join("\t"));
                }
            }
            Block::Figure(figure) => in_words(figure, before, measure, lines),
            Block::KeyFigure(key) => {
                say(lines, visible_name(&format!("{} {}", key.number, key.word)));
                for sentence in &key.sentences {
                    say(lines, visible_name(sentence));
                }
                if let Some(figure) = &key.figure {
                    in_words(figure, before, measure, lines);
                }
            }
            Block::Columns(columns) => {
                for (_, column) in columns {
                    blocks(column, before, measure, lines);
                }
            }
            Block::Together(within) | Block::Aside(within) => {
                blocks(within, before, measure, lines)
            }
            Block::Contents | Block::NewPage | Block::Space(_) => (),
        }
    }
}

/// Caption and numbers of a chart.
fn in_words(figure: &Figure, before: &str, measure: &dyn TextMeasure, lines: &mut Vec<String>) {
    let (chart, _) = (figure.draw)(WIDTH, measure);
    let described = chart.description.iter().map(String::as_str);
    for line in [figure.caption.as_str()].into_iter().chain(described) {
        lines.push(format!("{before}{}", visible_name(line)));
    }
}

fn spans(spans: &[Span]) -> String {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    visible_name(&text)
}
