//! Parts that reports share: the number of a firm, its pictures, the foot.

use std::sync::Arc;

use super::{
    firm::{Firm, shown},
    source::Source,
};
use crate::{
    analysis::{Certainty, RoundResult},
    chart::{Canvas, Chart, GaugeSpec, TextMeasure, gauge, radar},
    model::Factor,
    report::tree::{Block, Cell, Column, Figure, KeyFigure, Marker, Paragraph, Report, Role, Span},
    wording::{
        certainty_sentence, change_sentence, description, gauge_spec, headline, lead_sentence,
        missing_sentence, radar_axes, whole,
    },
};

/// How high a radar is for its width.
const RADAR_HEIGHT: f32 = 0.8;

/// A report with the head and foot that all have.
pub(super) fn report(
    source: &Source<'_>,
    title: String,
    subject: String,
    blocks: Vec<Block>,
) -> Report {
    let Source {
        language,
        facilitator,
        ..
    } = *source;
    let mut foot = language.report_foot().to_owned();
    for who in [&facilitator.name, &facilitator.contact] {
        let who = shown(who);
        if !who.is_empty() {
            foot = language.report_foot_by(&foot, &who);
        }
    }
    Report {
        title,
        author: shown(&facilitator.name),
        subject,
        language,
        date: source.today.to_owned(),
        foot: vec![Span::plain(foot)],
        logo: facilitator.logo.clone(),
        blocks,
    }
}

/// A paragraph of several spans.
pub(super) const fn paragraph(role: Role, spans: Vec<Span>) -> Block {
    Block::Paragraph(Paragraph { role, spans })
}

/// The workbook's title and the day.
pub(super) fn occasion(source: &Source<'_>) -> String {
    let parts = [shown(&source.workbook.title), source.today.to_owned()];
    line(source, parts)
}

/// Technology, round and people of a firm; empty where nothing is known.
pub(super) fn about(firm: &Firm<'_>) -> String {
    let language = firm.source.language;
    let mut parts = vec![shown(&firm.enterprise.technology)];
    if let Some((round, result)) = &firm.round {
        let (name, date) = (shown(&round.name), shown(&round.date));
        parts.push(match (name.is_empty(), date.is_empty()) {
            (false, false) => language.report_round_on(&name, &date),
            (true, _) => date,
            (_, true) => name,
        });
        parts.push(match result.respondents {
            1 => language.report_respondent_one().to_owned(),
            count => language.report_respondents(count),
        });
    }
    line(firm.source, parts)
}

/// Parts of a line that are there.
pub(super) fn line(source: &Source<'_>, parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts
        .reduce(|line, part| source.language.report_line(&line, &part))
        .unwrap_or_default()
}

/// The number of a firm with its words and its scale; what is missing, or that scores are hidden, where there is none.
pub(super) fn score(firm: &Firm<'_>) -> KeyFigure {
    let language = firm.source.language;
    let wordless = |word: &str, sentence: &str| KeyFigure {
        number: word.to_owned(),
        word: String::new(),
        sentences: vec![sentence.to_owned()],
        figure: None,
    };
    let Some((_, result)) = &firm.round else {
        return wordless(language.report_no_round(), language.owner_nothing_scored());
    };
    if result.hidden {
        return wordless(language.report_hidden(), language.room_hidden());
    }
    let Some(outcome) = result.outcome else {
        let missing = result.missing().count();
        let scored = language.report_scored(Factor::ALL.len() - missing);
        let sentence = missing_sentence(firm.source.wording(), result);
        return wordless(&scored, &sentence);
    };
    let mut sentences = vec![
        headline(language, &outcome).to_owned(),
        lead_sentence(language, &outcome),
    ];
    sentences.extend(certainty_sentence(language, result));
    sentences.extend(change(firm));
    KeyFigure {
        number: whole(outcome.resonance),
        word: language.band(outcome.band).to_owned(),
        sentences,
        figure: Some(scale(firm.source, result)),
    }
}

/// What changed since the round before, like for like.
pub(super) fn change(firm: &Firm<'_>) -> Option<String> {
    let before = firm.before.as_ref()?;
    change_sentence(firm.source.language, before.round, before.change.as_ref()?)
}

/// The scale of the index with its interval.
fn scale(source: &Source<'_>, result: &RoundResult) -> Figure {
    let language = source.language;
    let (spec, spoken) = gauge_spec(source.wording(), result);
    let mut caption = result.outcome.map_or_else(String::new, |outcome| {
        language.report_scale_of(&whole(outcome.resonance), language.band(outcome.band))
    });
    if let Some(Certainty::Intervals { resonance, .. }) = result.certainty {
        let (low, high) = (whole(resonance.low), whole(resonance.high));
        caption = language.report_scale_between(&caption, &low, &high);
    }
    let spec = GaugeSpec {
        sides: Vec::new(),
        ..spec
    };
    Figure {
        caption,
        draw: Arc::new(move |width, measure| {
            gauge(&spec, width, Canvas::new(spoken.clone(), measure))
        }),
    }
}

/// Both sides on one radar, with the spread of answers and the round before.
pub(super) fn radar_figure(firm: &Firm<'_>, result: &RoundResult) -> Figure {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let before = firm.before.as_ref();
    let axes = radar_axes(
        wording,
        result,
        &Factor::ALL,
        before.map(|before| &before.result),
    );
    let spoken = description(wording, result, &Factor::ALL);
    let mut caption = language.report_radar().to_owned();
    if result.respondents > 1 {
        caption = language.report_sentences(&caption, language.spread_note());
    }
    if let Some(before) = before {
        let dotted = language.before_dotted(&shown(&before.round.name));
        caption = language.report_sentences(&caption, &dotted);
    }
    Figure {
        caption,
        draw: Arc::new(move |width, measure| {
            let height = width * RADAR_HEIGHT;
            let canvas = Canvas::new(spoken.clone(), measure);
            (radar(&axes, (width, height), canvas), height)
        }),
    }
}

/// Paragraphs of a role, one for each sentence.
pub(super) fn sentences(
    role: Role,
    sentences: impl IntoIterator<Item = String>,
) -> impl Iterator<Item = Block> {
    sentences
        .into_iter()
        .map(move |sentence| Block::text(role, sentence))
}

/// A list of one line an item; nothing where there is none.
pub(super) fn bullets(lines: impl IntoIterator<Item = String>) -> Option<Block> {
    let lines = lines.into_iter();
    let items: Vec<_> = lines
        .map(|line| vec![Block::text(Role::Body, line)])
        .collect();
    let marker = Marker::Bullet;
    (!items.is_empty()).then_some(Block::List { marker, items })
}

/// A column of words, of a share of the width.
pub(super) fn column(head: impl Into<String>, share: f32) -> Column {
    Column {
        head: head.into(),
        share,
        numbers: false,
    }
}

/// A column of numbers.
pub(super) fn numbers(head: impl Into<String>, share: f32) -> Column {
    Column {
        numbers: true,
        ..column(head, share)
    }
}

/// A cell of words; one without any is left to a pen.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() {
        Cell::default()
    } else {
        Cell::text(text)
    }
}

/// A figure drawn of what it owns.
pub(super) fn figure(
    caption: impl Into<String>,
    draw: impl Fn(f32, &dyn TextMeasure) -> (Chart, f32) + Send + Sync + 'static,
) -> Block {
    Block::Figure(Figure {
        caption: caption.into(),
        draw: Arc::new(draw),
    })
}
