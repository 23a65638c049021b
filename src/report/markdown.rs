//! A report as Markdown, charts in words.

use std::fmt::Write as _;

use super::tree::{Block, Cell, Figure, KeyFigure, Marker, Report, Span, Table};
use crate::{chart::TextMeasure, import::visible_name};

/// How wide charts are drawn to be told in words.
const WIDTH: f32 = 640.0;

/// The text of a report.
#[must_use]
pub fn markdown(report: &Report, measure: &dyn TextMeasure) -> String {
    let mut page = Page {
        text: String::new(),
        measure,
    };
    page.blocks(&report.blocks, "");
    let _ = writeln!(page.text, "---\n\n{}", spans(&report.foot));
    page.text
}

struct Page<'a> {
    text: String,
    measure: &'a dyn TextMeasure,
}

impl Page<'_> {
    /// Writes blocks, every line behind an indent.
    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    let marks = "#".repeat(usize::from(*level).clamp(1, 6));
                    self.part(indent, &format!("{marks} {}", escaped(text)));
                }
                Block::Paragraph(paragraph) => self.part(indent, &spans(&paragraph.spans)),
                Block::List { marker, items } => self.list(*marker, items, indent),
                Block::Table(table) => self.table(table, indent),
                Block::Figure(figure) => self.figure(figure, indent),
                Block::KeyFigure(key) => self.key_figure(key, indent),
                Block::Columns(columns) => {
                    for (_, blocks) in columns {
                        self.blocks(blocks, indent);
                    }
                }
                Block::Together(blocks) | Block::Aside(blocks) => self.blocks(blocks, indent),
                Block::Contents | Block::NewPage | Block::Space(_) => (),
            }
        }
    }

    fn part(&mut self, indent: &str, text: &str) {
        if !text.is_empty() {
            let _ = writeln!(self.text, "{indent}{text}\n");
        }
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Block>], indent: &str) {
        for (index, item) in items.iter().enumerate() {
            let mark = match marker {
                Marker::Bullet => "- ".to_owned(),
                Marker::Number => format!("{}. ", index + 1),
                Marker::Box => "- [ ] ".to_owned(),
            };
            let inner = format!("{indent}{}", " ".repeat(mark.len().min(4)));
            let begin = self.text.len();
            self.blocks(item, &inner);
            // The mark takes the place of the first indent.
            if self.text.len() > begin + inner.len() {
                self.text
                    .replace_range(begin..begin + inner.len(), &format!("{indent}{mark}"));
            }
        }
    }

    fn table(&mut self, table: &Table, indent: &str) {
        self.part(indent, &escaped(&table.caption));
        let row = |cells: Vec<String>| format!("{indent}| {} |", cells.join(" | "));
        let heads = table.columns.iter().map(|column| escaped(&column.head));
        let rules = table.columns.iter().map(|column| {
            let rule = if column.numbers { "--:" } else { "---" };
            rule.to_owned()
        });
        let cells = |cells: &[Cell]| cells.iter().map(|cell| spans(&cell.spans)).collect();
        let mut lines = vec![row(heads.collect()), row(rules.collect())];
        lines.extend(table.rows.iter().map(|cells_of| row(cells(cells_of))));
        let _ = writeln!(self.text, "{}\n", lines.join("\n"));
    }

    /// Caption and numbers of a chart.
    fn figure(&mut self, figure: &Figure, indent: &str) {
        let (chart, _) = (figure.draw)(WIDTH, self.measure);
        self.part(indent, &format!("*{}*", escaped(&figure.caption)));
        for line in &chart.description {
            let _ = writeln!(self.text, "{indent}- {}", escaped(line));
        }
        if !chart.description.is_empty() {
            self.text.push('\n');
        }
    }

    fn key_figure(&mut self, key: &KeyFigure, indent: &str) {
        let number = format!("**{}** {}", escaped(&key.number), escaped(&key.word));
        self.part(indent, number.trim_end());
        for sentence in &key.sentences {
            self.part(indent, &escaped(sentence));
        }
        if let Some(figure) = &key.figure {
            self.figure(figure, indent);
        }
    }
}

fn spans(spans: &[Span]) -> String {
    let spans = spans.iter().map(|span| {
        if span.strong {
            format!("**{}**", escaped(span.text.trim()))
        } else {
            escaped_as_is(&span.text)
        }
    });
    spans.collect::<String>().trim().to_owned()
}

/// A text on one line that is nothing but text in Markdown.
fn escaped(text: &str) -> String {
    escaped_as_is(&visible_name(text))
}

fn escaped_as_is(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        let begins = index == 0 && matches!(character, '#' | '+' | '-' | '=' | '>');
        let means = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        );
        if begins || means {
            escaped.push('\\');
        }
        match character {
            '\n' | '\r' | '\t' => escaped.push(' '),
            unseen if crate::import::is_unseen(unseen) => (),
            other => escaped.push(other),
        }
    }
    escaped
}
