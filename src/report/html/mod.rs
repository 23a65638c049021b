//! A report as one HTML file that needs nothing else: no script, no network, prints well, dark and light.

mod chart;
mod words;

use std::fmt::Write as _;

use chart::chart;
use words::{escaped, variable};

use super::{
    picture::data_url,
    tree::{Block, Cell, Figure, KeyFigure, Marker, Paragraph, Report, Role, Span, Table},
};
use crate::{
    chart::{Ink, TextMeasure},
    language::Language,
    theme::Tokens,
};

const STYLE: &str = include_str!("../../../assets/report/report.css");
/// How wide a chart is drawn across the whole page, in units of charts.
const WIDTH: f32 = 640.0;

/// The file of a report. Charts are drawn with the measure of the medium; colours are those of the light and the
/// dark theme.
#[must_use]
pub fn html(report: &Report, measure: &dyn TextMeasure, [light, dark]: [&Tokens; 2]) -> String {
    let code = match report.language {
        Language::English => "en",
        Language::Chinese => "zh-Hans",
    };
    let mut page = Page {
        text: String::new(),
        headings: 0,
        listed: Vec::new(),
        measure,
    };
    listed(&report.blocks, &mut page.listed);
    let _ = write!(
        page.text,
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         img-src data:\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<meta name=\"author\" content=\"{}\">\n<meta name=\"description\" content=\"{}\">\n\
         <meta name=\"date\" content=\"{}\">\n<style>\n:root{{{}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escaped(&report.title),
        escaped(&report.author),
        escaped(&report.subject),
        escaped(&report.date),
        colours(light, "light"),
        colours(dark, "dark"),
    );
    if let Some(logo) = &report.logo
        && let Some(data) = data_url(logo)
    {
        let alt = escaped(&logo.alt);
        let _ = writeln!(
            page.text,
            "<img class=\"logo\" src=\"{data}\" alt=\"{alt}\">"
        );
    }
    page.blocks(&report.blocks, WIDTH);
    page.text += "</main>\n<footer>";
    page.spans(&report.foot);
    page.text += "</footer>\n</body>\n</html>\n";
    page.text
}

/// The colours of a theme as variables of a style sheet.
fn colours(tokens: &Tokens, scheme: &str) -> String {
    let mut style = format!("color-scheme:{scheme};");
    let inks = (0..8).map(Ink::Series).chain([
        Ink::Supply,
        Ink::Demand,
        Ink::Resonance,
        Ink::Line,
        Ink::LineStrong,
        Ink::TextStrong,
        Ink::Text,
        Ink::TextSubdued,
    ]);
    let inks = inks.map(|ink| (variable(ink), tokens.ink(ink)));
    let grounds = [("paper", tokens.card), ("well", tokens.well)];
    let grounds = grounds.map(|(name, colour)| (name.to_owned(), colour));
    for (name, colour) in inks.chain(grounds) {
        let (red, green, blue) = (colour.r(), colour.g(), colour.b());
        let _ = write!(style, "--{name}:#{red:02x}{green:02x}{blue:02x};");
    }
    style
}

/// Level and words of all headings, in reading order.
fn listed(blocks: &[Block], found: &mut Vec<(u8, String)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => found.push((*level, text.clone())),
            Block::List { items, .. } => {
                for item in items {
                    listed(item, found);
                }
            }
            Block::Columns(columns) => {
                for (_, blocks) in columns {
                    listed(blocks, found);
                }
            }
            Block::Together(blocks) | Block::Aside(blocks) => listed(blocks, found),
            _ => (),
        }
    }
}

/// A page that is being written.
struct Page<'a> {
    text: String,
    /// How many headings there are so far.
    headings: usize,
    /// All headings.
    listed: Vec<(u8, String)>,
    measure: &'a dyn TextMeasure,
}

impl Page<'_> {
    fn blocks(&mut self, blocks: &[Block], width: f32) {
        for block in blocks {
            self.block(block, width);
        }
    }

    fn block(&mut self, block: &Block, width: f32) {
        match block {
            Block::Heading { level, text } => {
                let number = self.headings;
                self.headings += 1;
                let (level, text) = ((*level).clamp(1, 6), escaped(text));
                let _ = writeln!(
                    self.text,
                    "<h{level} id=\"part-{number}\">{text}</h{level}>"
                );
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List { marker, items } => self.list(*marker, items, width),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure, width, true),
            Block::KeyFigure(key) => self.key_figure(key, width),
            Block::Columns(columns) => {
                let all: f32 = columns.iter().map(|(share, _)| share).sum();
                self.text += "<div class=\"columns\">\n";
                for (share, blocks) in columns {
                    let _ = writeln!(self.text, "<div style=\"flex:{share} 1 16em\">");
                    // No narrower than a chart is readable.
                    self.blocks(blocks, (width * share / all).max(320.0));
                    self.text += "</div>\n";
                }
                self.text += "</div>\n";
            }
            Block::Together(blocks) => {
                self.within("<div class=\"together\">", "</div>", blocks, width)
            }
            Block::Aside(blocks) => self.within("<aside>", "</aside>", blocks, width),
            Block::Contents => self.contents(),
            Block::NewPage => self.text += "<div class=\"new-page\"></div>\n",
            Block::Space(_) => (),
        }
    }

    fn within(&mut self, open: &str, close: &str, blocks: &[Block], width: f32) {
        let _ = writeln!(self.text, "{open}");
        self.blocks(blocks, width);
        let _ = writeln!(self.text, "{close}");
    }

    fn contents(&mut self) {
        self.text += "<nav><ol>\n";
        let begun = self.headings;
        for (number, (level, text)) in self.listed.iter().enumerate().skip(begun) {
            if *level <= 2 {
                let text = escaped(text);
                let _ = writeln!(self.text, "<li><a href=\"#part-{number}\">{text}</a></li>");
            }
        }
        self.text += "</ol></nav>\n";
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let class = match paragraph.role {
            Role::Body => "",
            Role::Lead => " class=\"lead\"",
            Role::Label => " class=\"label\"",
            Role::Note => " class=\"note\"",
        };
        let _ = write!(self.text, "<p{class}>");
        self.spans(&paragraph.spans);
        self.text += "</p>\n";
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let text = escaped(&span.text);
            let text = match span.ink {
                Some(ink) => format!(
                    "<span style=\"color:var(--{})\">{text}</span>",
                    variable(ink)
                ),
                None => text,
            };
            let _ = if span.strong {
                write!(self.text, "<strong>{text}</strong>")
            } else {
                write!(self.text, "{text}")
            };
        }
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Block>], width: f32) {
        let (open, close) = match marker {
            Marker::Bullet => ("<ul>", "</ul>"),
            Marker::Number => ("<ol>", "</ol>"),
            Marker::Box => ("<ul class=\"boxes\">", "</ul>"),
        };
        let _ = writeln!(self.text, "{open}");
        for item in items {
            self.within("<li>", "</li>", item, width);
        }
        let _ = writeln!(self.text, "{close}");
    }

    fn table(&mut self, table: &Table) {
        let caption = escaped(&table.caption);
        let _ = writeln!(
            self.text,
            "<div class=\"wide\"><table>\n<caption>{caption}</caption>\n<thead><tr>"
        );
        let class = |numbers| if numbers { " class=\"number\"" } else { "" };
        for column in &table.columns {
            let head = escaped(&column.head);
            let class = class(column.numbers);
            let _ = writeln!(self.text, "<th scope=\"col\"{class}>{head}</th>");
        }
        self.text += "</tr></thead>\n<tbody>\n";
        for row in &table.rows {
            self.text += "<tr>";
            for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let heads = table.row_heads && index == 0;
                self.cell(cell, heads, class(column.numbers));
            }
            self.text += "</tr>\n";
        }
        self.text += "</tbody>\n</table></div>\n";
    }

    fn cell(&mut self, cell: &Cell, heads: bool, class: &str) {
        let (open, close) = if heads {
            ("<th scope=\"row\"", "</th>")
        } else {
            ("<td", "</td>")
        };
        let _ = write!(self.text, "{open}{class}>");
        self.spans(&cell.spans);
        self.text += close;
    }

    fn figure(&mut self, figure: &Figure, width: f32, printed: bool) {
        self.text += "<figure>";
        self.text += &chart(figure, width, self.measure);
        if printed {
            let caption = escaped(&figure.caption);
            let _ = write!(self.text, "<figcaption>{caption}</figcaption>");
        }
        self.text += "</figure>\n";
    }

    fn key_figure(&mut self, key: &KeyFigure, width: f32) {
        // Words in the place of the number are no bigger than a heading.
        let size = if key.number.chars().count() > 4 {
            "words"
        } else {
            "number"
        };
        let (number, word) = (escaped(&key.number), escaped(&key.word));
        let _ = writeln!(
            self.text,
            "<div class=\"key\"><p class=\"{size}\">{number} <strong>{word}</strong></p><div>"
        );
        for (index, sentence) in key.sentences.iter().enumerate() {
            let class = if index == 0 { " class=\"lead\"" } else { "" };
            let _ = writeln!(self.text, "<p{class}>{}</p>", escaped(sentence));
        }
        self.text += "</div></div>\n";
        if let Some(figure) = &key.figure {
            self.figure(figure, width, false);
        }
    }
}
