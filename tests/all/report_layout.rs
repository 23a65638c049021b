//! Reports on pages: what the layout holds to whatever is in the tree, and that what is written to files reads back
//! exactly. Where poppler and qpdf are not installed the round trip says so and tries nothing, unless
//! `RESONANCE_PDF_TOOLS` is `required`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use proptest::prelude::*;
use resonance::{
    chart::{
        Axis, Canvas, Chart, Dash, GaugeSpec, Ink, PairRow, Shape, Stroke, Vertex, gauge, pairs,
        radar,
    },
    language::Language,
    model::Factor,
    report::{
        Block, Cell, Column, Content, Figure, Item, KeyFigure, Layouter, Letters, Marker, Page,
        Pages, Paper, Paragraph, PartKind, Report, Role, Span, Table, chart_svg, logo, page_svg,
        pdf, png,
    },
    theme::{ThemeName, Themes, Tokens},
};

/// English or Chinese.
type Words = Language;

fn of<'a>(words: Words, english: &'a str, chinese: &'a str) -> &'a str {
    match words {
        Language::English => english,
        Language::Chinese => chinese,
    }
}

fn tokens() -> &'static Tokens {
    Themes::built_in().unwrap().get(ThemeName::Light)
}

const NAMES: [(&str, &str); 8] = [
    ("Comparative/advantage", "相对优势"),
    ("Complexity", "复杂性"),
    ("Compatibility", "兼容性"),
    ("Observability", "可观察性"),
    ("Expected/costs", "预期成本"),
    ("Anticipated/benefits", "预期收益"),
    ("Social/impact", "社会影响"),
    ("Facilitating/conditions", "便利条件"),
];

fn radar_of(words: Words, caption: &str) -> Block {
    let values = [0.62, 0.5, 0.72, 0.88, 0.4, 0.75, 0.35, 0.5];
    let axes = Factor::ALL.into_iter().zip(NAMES).zip(values);
    let axes = axes.map(|((factor, (english, chinese)), value)| {
        let label = of(words, english, chinese);
        let label = label.split('/').map(str::to_owned).collect();
        Axis {
            vertex: Vertex::At(value),
            printed: format!("{:.1}", 1.0 + 4.0 * value),
            spread: Some([value - 0.2, value - 0.1, value + 0.05, value + 0.1]),
            before: Some(value - 0.15),
            ..Axis::bare(factor, label, Vec::new())
        }
    });
    let axes: Vec<Axis> = axes.collect();
    Block::Figure(Figure {
        caption: caption.to_owned(),
        draw: Arc::new(move |width, measure| {
            let height = (width * 0.82).min(420.0);
            let described = vec!["Expected costs 2.6".to_owned(), "Complexity 3.0".to_owned()];
            let canvas = Canvas::new(described, measure);
            (radar(&axes, (width, height), canvas), height)
        }),
    })
}

fn pairs_of(words: Words, caption: &str) -> Block {
    let pair = |supply: usize, demand: usize, weakest| PairRow {
        supply: (
            Factor::ALL[supply],
            of(words, NAMES[supply].0, NAMES[supply].1).replace('/', " "),
            Some(0.6),
            "0.60".to_owned(),
        ),
        demand: (
            Factor::ALL[demand],
            of(words, NAMES[demand].0, NAMES[demand].1).replace('/', " "),
            Some(0.45),
            "0.45".to_owned(),
        ),
        printed: "0.52".to_owned(),
        weakest,
    };
    let rows = vec![
        pair(0, 5, false),
        pair(1, 7, true),
        pair(2, 4, false),
        pair(3, 6, false),
    ];
    Block::Figure(Figure {
        caption: caption.to_owned(),
        draw: Arc::new(move |width, measure| pairs(&rows, width, Canvas::new(Vec::new(), measure))),
    })
}

fn gauge_of(words: Words) -> Figure {
    let bands = of(
        words,
        "Dissonant Faint Emerging Strong Resonant",
        "失谐 微弱 萌发 较强 共振",
    );
    let spec = GaugeSpec {
        resonance: Some(0.7),
        interval: Some((0.64, 0.77)),
        bands: bands.split(' ').map(str::to_owned).collect(),
        sides: Vec::new(),
    };
    Figure {
        caption: of(
            words,
            "Resonance 70, between 64 and 77",
            "共振指数 70，介于 64 与 77 之间",
        )
        .to_owned(),
        draw: Arc::new(move |width, measure| gauge(&spec, width, Canvas::new(Vec::new(), measure))),
    }
}

fn text(role: Role, words: &str) -> Block {
    Block::text(role, words)
}

fn steps(words: Words) -> Block {
    let column = |head: &str, share, numbers| Column {
        head: head.to_owned(),
        share,
        numbers,
    };
    let rows = [
        (
            of(
                words,
                "□ Ask two suppliers for a price per hectare, spraying included",
                "□ 向两家供应商询问每亩价格，含喷洒服务",
            ),
            3,
        ),
        (
            of(
                words,
                "□ Walk the fields with the neighbour who already flies",
                "□ 与已经使用无人机的邻居一起看地",
            ),
            2,
        ),
        (
            of(
                words,
                "□ Let one person take the licence",
                "□ 安排一人考取执照",
            ),
            1,
        ),
    ];
    Block::Table(Table {
        caption: of(words, "Next steps", "下一步").to_owned(),
        columns: vec![
            column(of(words, "Step", "步骤"), 5.0, false),
            column(of(words, "Who", "谁"), 2.0, false),
            column(of(words, "Until", "期限"), 2.0, false),
            column(of(words, "Gain", "增益"), 1.0, true),
        ],
        rows: rows
            .into_iter()
            .map(|(step, gain)| {
                let gain_text = format!("+{gain}");
                vec![
                    Cell::text(step),
                    Cell::default(),
                    Cell::default(),
                    Cell::number(gain_text, Some(f64::from(gain))),
                ]
            })
            .collect(),
        row_heads: true,
    })
}

fn report(words: Words, blocks: Vec<Block>) -> Report {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'>\
        <circle cx='20' cy='20' r='18' fill='#0b5ca6'/><path d='M46 8h66v8h-66zM46 24h40v8h-40z' fill='#2b313b'/></svg>";
    Report {
        title: of(
            words,
            "Green Valley Farm: how ready",
            "青谷农场：准备得如何",
        )
        .to_owned(),
        author: "Mei Lin".to_owned(),
        subject: of(
            words,
            "Drone spraying that tells weeds from crops",
            "能识别杂草的无人机喷洒",
        )
        .to_owned(),
        language: words,
        date: "2026-11-26".to_owned(),
        foot: vec![Span::plain(of(
            words,
            "Factors: the report, part I(ii). Scale, index and steps: Resonance.",
            "因素：报告第一部分（二）。量表、指数与步骤：Resonance。",
        ))],
        logo: Some(
            logo(
                svg.as_bytes(),
                of(words, "Mark of the facilitator", "主持人标志"),
            )
            .unwrap(),
        ),
        blocks,
    }
}

/// A page like the one a firm takes home.
fn sheet(words: Words) -> Report {
    let w = words;
    let held = |name: &str, score: &str, why: &str| {
        vec![Block::Paragraph(Paragraph {
            role: Role::Body,
            spans: vec![
                Span::strong(format!("{name} {score}")),
                Span::plain(of(w, ". ", "。")),
                Span::plain(why),
            ],
        })]
    };
    let right = vec![
        Block::heading(2, of(w, "What holds you back", "什么在拖后腿")),
        Block::List {
            marker: Marker::Number,
            items: vec![
                held(
                    of(w, "Expected costs", "预期成本"),
                    "2.6",
                    of(
                        w,
                        "Two of five say it pays back only after the third season.",
                        "五人中有两人认为要到第三季才能回本。",
                    ),
                ),
                held(
                    of(w, "Social impact", "社会影响"),
                    "2.4",
                    of(
                        w,
                        "Nobody nearby does it; you would be the first.",
                        "附近没有人这样做；你们会是第一家。",
                    ),
                ),
                held(
                    of(w, "Complexity", "复杂性"),
                    "3.0",
                    of(
                        w,
                        "It can be learned in a week, with somebody to ask.",
                        "一周可以学会，但要有人可问。",
                    ),
                ),
            ],
        },
        Block::heading(2, of(w, "Where you disagree", "看法不一致之处")),
        text(
            Role::Body,
            of(
                w,
                "Social impact: from 2 to 5. Talk about whose neighbours you mean.",
                "社会影响：从 2 到 5。谈一谈你们说的是谁的邻居。",
            ),
        ),
    ];
    let blocks = vec![
        text(
            Role::Note,
            of(
                w,
                "Spring workshop, 26 November 2026",
                "春季工作坊，2026年11月26日",
            ),
        ),
        Block::heading(1, of(w, "Green Valley Farm", "青谷农场")),
        text(
            Role::Body,
            of(
                w,
                "Drone spraying that tells weeds from crops · Review · 5 respondents",
                "能识别杂草的无人机喷洒 · 复评 · 5 位受访者",
            ),
        ),
        Block::KeyFigure(KeyFigure {
            number: "70".to_owned(),
            word: of(w, "Strong", "较强").to_owned(),
            sentences: vec![
                of(
                    w,
                    "The technology is ready; what it costs and who pays is not settled yet.",
                    "技术已经就绪；要花多少钱、由谁来付，还没有定下来。",
                )
                .to_owned(),
                of(w, "Before: 52 (+18).", "此前：52（+18）。").to_owned(),
            ],
            figure: Some(gauge_of(w)),
        }),
        Block::Columns(vec![
            (
                1.15,
                vec![radar_of(
                    w,
                    of(
                        w,
                        "Both sides, 1 to 5 outward; dotted: the round before",
                        "两侧，由内到外 1 至 5；点线：上一轮",
                    ),
                )],
            ),
            (1.0, right),
        ]),
        steps(w),
        Block::Columns(vec![
            (
                1.0,
                vec![
                    text(Role::Label, of(w, "Who has done it", "谁做过")),
                    text(
                        Role::Note,
                        of(
                            w,
                            "A farm of 300 hectares in Jiangsu sprays 40 % less since 2024. See https://example.org/cases/17.",
                            "江苏一家 300 公顷的农场自 2024 年起少喷 40 %。见 https://example.org/cases/17。",
                        ),
                    ),
                ],
            ),
            (
                1.0,
                vec![
                    text(Role::Label, of(w, "Ask your supplier", "问供应商")),
                    text(
                        Role::Note,
                        of(
                            w,
                            "What does a broken arm cost, and how long is the machine away? Who is liable when it drifts?",
                            "折断一支机臂要多少钱，机器要离开多久？药液飘移由谁负责？",
                        ),
                    ),
                ],
            ),
        ]),
    ];
    report(words, blocks)
}

/// Everything that a tree can hold, over several pages.
fn everything(words: Words) -> Report {
    let w = words;
    let long = of(
        w,
        "The eight factors fall into two sides. Supply says how good and how simple the technology is, and how well it \
         fits; demand says what it costs and brings, what others think and what helps. A firm that scores high on one \
         and low on the other does not resonate: it hears a tone that it cannot play. \"Quoted words\" and a dash \u{2014} \
         as typed \u{2014} keep their places, and so does 50 % of a number like 1,234.5.",
        "八个因素分属两侧。供给侧说明技术有多好、多简单、多合用；需求侧说明要花多少、能得多少、别人怎么看、有什么帮助。\
         一侧高、另一侧低的企业不会共振：它听得到一个音，却奏不出来。“引号里的话”和破折号——如所键入——各在其位，\
         Resonance 与 1,234.5 这样的拉丁文字和数字也是如此。",
    );
    let column = |head: &str, share, numbers| Column {
        head: head.to_owned(),
        share,
        numbers,
    };
    let firms = (1..=70).map(|number| {
        let name = of(w, "Firm number", "企业");
        vec![
            Cell::text(format!("{name} {number}")),
            Cell::text(of(
                w,
                "Emerging, most likely between 41 and 60",
                "萌发，很可能介于 41 与 60 之间",
            )),
            Cell::number(format!("{}.{}", 40 + number / 4, number % 10), Some(40.0)),
        ]
    });
    let mut blocks = vec![
        Block::heading(1, of(w, "Full report", "完整报告")),
        text(
            Role::Lead,
            of(
                w,
                "What five people said, and what follows from it.",
                "五个人说了什么，由此得出什么。",
            ),
        ),
        Block::Contents,
        Block::NewPage,
        Block::heading(1, of(w, "Answers", "回答")),
    ];
    for index in 0..3 {
        blocks.push(Block::heading(
            2,
            format!("{} {}", of(w, "Section", "小节"), index + 1),
        ));
        for _ in 0..3 {
            blocks.push(text(Role::Body, long));
        }
        blocks.push(Block::heading(3, of(w, "In detail", "细节")));
        blocks.push(text(Role::Body, long));
    }
    blocks.extend([
        Block::Together(vec![
            Block::heading(2, of(w, "Pairs", "配对")),
            pairs_of(w, of(w, "The four natural pairs", "四个自然配对")),
        ]),
        Block::Aside(vec![
            text(Role::Label, of(w, "Whose words these are", "这些话出自谁")),
            text(Role::Body, long),
        ]),
        Block::Space(16.0),
        Block::List {
            marker: Marker::Bullet,
            items: vec![
                vec![text(Role::Body, long)],
                vec![
                    text(
                        Role::Body,
                        of(w, "An item with a list of its own:", "带有自己列表的条目："),
                    ),
                    Block::List {
                        marker: Marker::Box,
                        items: vec![
                            vec![text(Role::Body, of(w, "to be ticked", "待勾选"))],
                            vec![text(Role::Body, of(w, "and this", "以及这一项"))],
                        ],
                    },
                ],
            ],
        },
        Block::heading(1, of(w, "All firms", "全部企业")),
        Block::Table(Table {
            caption: of(
                w,
                "A line a firm, in order of names",
                "每家企业一行，按名称排列",
            )
            .to_owned(),
            columns: vec![
                column(of(w, "Firm", "企业"), 2.0, false),
                column(of(w, "Where it stands", "所处位置"), 4.0, false),
                column("R", 1.0, true),
            ],
            rows: firms.collect(),
            row_heads: true,
        }),
        Block::heading(2, of(w, "Names that no face has", "没有字形的名字")),
        text(
            Role::Body,
            "\u{1F33E} \u{0E01} Ωmega 5 °C ≤ 6 µm \u{00A0}→ 7",
        ),
        steps(w),
    ]);
    report(words, blocks)
}

fn slides(words: Words) -> Report {
    let w = words;
    let blocks = vec![
        Block::heading(
            1,
            of(
                w,
                "Green Valley is ready for the drone, but not for its price",
                "青谷农场为无人机做好了准备，但没有为它的价格做好准备",
            ),
        ),
        Block::Columns(vec![
            (1.2, vec![radar_of(w, of(w, "Both sides", "两侧"))]),
            (
                1.0,
                vec![
                    Block::KeyFigure(KeyFigure {
                        number: "70".to_owned(),
                        word: of(w, "Strong", "较强").to_owned(),
                        sentences: vec![
                            of(w, "What it costs is not settled.", "要花多少还没有定。").to_owned(),
                        ],
                        figure: None,
                    }),
                    Block::List {
                        marker: Marker::Number,
                        items: vec![
                            vec![text(
                                Role::Body,
                                of(w, "Ask two suppliers", "询问两家供应商"),
                            )],
                            vec![text(Role::Body, of(w, "Walk the fields", "一起看地"))],
                        ],
                    },
                ],
            ),
        ]),
        Block::NewPage,
        Block::heading(1, of(w, "What the room disagreed on", "大家的分歧")),
        text(
            Role::Lead,
            of(w, "Social impact: from 2 to 5.", "社会影响：从 2 到 5。"),
        ),
    ];
    let mut report = report(words, blocks);
    report.logo = None;
    report
}

fn laid(report: &Report, paper: Paper) -> Pages {
    Layouter::new().pages(report, paper)
}

/// Every report that the tests know, with a name for its file.
fn all() -> Vec<(String, Report, Paper)> {
    let mut all = Vec::new();
    for words in Language::ALL {
        let name = |kind: &str| format!("{kind}_{}", words.code());
        all.push((name("sheet"), sheet(words), Paper::A4));
        all.push((name("everything"), everything(words), Paper::A4));
        all.push((name("letter"), everything(words), Paper::Letter));
        all.push((name("slides"), slides(words), Paper::Wide));
    }
    all
}

/// Where the files of these tests are left, to be looked at and to be checked by `tests/verapdf.sh`.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The texts of a tree in the order of reading, without blanks.
fn said(blocks: &[Block], out: &mut String) {
    let spans = |spans: &[Span], out: &mut String| spans.iter().for_each(|span| *out += &span.text);
    for block in blocks {
        match block {
            Block::Heading { text, .. } => *out += text,
            Block::Paragraph(paragraph) => spans(&paragraph.spans, out),
            Block::List { items, .. } => items.iter().for_each(|item| said(item, out)),
            Block::Table(table) => {
                *out += &table.caption;
                table.columns.iter().for_each(|column| *out += &column.head);
                table
                    .rows
                    .iter()
                    .flatten()
                    .for_each(|cell| spans(&cell.spans, out));
            }
            Block::Figure(figure) => *out += &figure.caption,
            Block::KeyFigure(key) => {
                *out += &key.number;
                *out += &key.word;
                key.sentences.iter().for_each(|sentence| *out += sentence);
            }
            Block::Columns(columns) => columns.iter().for_each(|(_, blocks)| said(blocks, out)),
            Block::Together(blocks) | Block::Aside(blocks) => said(blocks, out),
            Block::Contents | Block::NewPage | Block::Space(_) => (),
        }
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

/// The texts of pages by their parts, as a screen reader goes through them; labels, contents and what is in figures
/// left out.
fn read(pages: &Pages) -> String {
    let mut by_part = vec![String::new(); pages.parts.len()];
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (Content::Text(text), Some(part)) = (&item.content, item.part) {
            // A link stands inside of its paragraph.
            let part = match (&pages.parts[part].kind, pages.parts[part].parent) {
                (PartKind::Link, Some(parent)) => parent,
                _ => part,
            };
            by_part[part] += &text.text;
        }
    }
    let parts = pages.parts.iter().zip(by_part);
    let kept = parts.filter(|(part, _)| {
        !matches!(
            part.kind,
            PartKind::ListLabel | PartKind::Figure { .. } | PartKind::ContentsEntry
        )
    });
    kept.map(|(_, text)| text).collect()
}

/// Where an item is: left, top, right, bottom.
fn place(item: &Item) -> Option<[f32; 4]> {
    match &item.content {
        Content::Text(text) => {
            let blank = text.text.len() - text.text.trim_end().len();
            let visible = text.text.len() - blank;
            let behind: f32 = text
                .glyphs
                .iter()
                .filter(|glyph| glyph.range.start >= visible)
                .map(|glyph| glyph.advance)
                .sum();
            let (top, bottom) = (text.at.y - text.size * 0.75, text.at.y + text.size * 0.22);
            Some([text.at.x, top, text.at.x + text.width - behind, bottom])
        }
        Content::Shape(Shape::Line { points, .. }) => {
            let by =
                |pick: fn(f32, f32) -> f32, from: f32, of: fn(&resonance::chart::Point) -> f32| {
                    points.iter().map(of).fold(from, pick)
                };
            Some([
                by(f32::min, f32::MAX, |point| point.x),
                by(f32::min, f32::MAX, |point| point.y),
                by(f32::max, f32::MIN, |point| point.x),
                by(f32::max, f32::MIN, |point| point.y),
            ])
        }
        Content::Picture { corners, .. }
        | Content::Link { corners, .. }
        | Content::Shape(Shape::Bar { corners, .. }) => {
            Some([corners.min.x, corners.min.y, corners.max.x, corners.max.y])
        }
        Content::Shape(_) => None,
    }
}

fn assert_sound(pages: &Pages, name: &str) {
    let (width, height) = pages.size;
    let margin = 50.5;
    for (number, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            let Some([left, top, right, bottom]) = place(item) else {
                continue;
            };
            let inside = left >= margin
                && top >= margin
                && right <= width - margin
                && bottom <= height - margin;
            assert!(inside, "{name}, page {}: {item:?}", number + 1);
        }
        for item in &page.foot {
            let [left, top, right, bottom] = place(item).unwrap();
            let inside = left >= margin && right <= width - margin && bottom <= height - 15.0;
            assert!(inside && top > height - margin - 30.0, "{name}: {item:?}");
        }
        assert_apart(page, name, number);
    }
    let furthest = |part: usize| {
        let of = |item: &&Item| item.part == Some(part);
        pages
            .pages
            .iter()
            .position(|page| page.items.iter().any(|item| of(&item)))
    };
    for (index, part) in pages.parts.iter().enumerate() {
        if let (PartKind::Heading(..), Some(page)) = (&part.kind, furthest(index)) {
            let mut behind = pages.pages[page].items.iter().rev();
            let last = behind.find_map(|item| {
                item.part
                    .filter(|_| matches!(item.content, Content::Text(_)))
            });
            let more = pages.parts.len() > index + 1 && page + 1 < pages.pages.len();
            assert!(
                !more || last != Some(index),
                "{name}: a heading ends page {}",
                page + 1
            );
        }
    }
}

/// No text lies over another.
fn assert_apart(page: &Page, name: &str, number: usize) {
    let texts: Vec<(&Item, [f32; 4])> = page
        .items
        .iter()
        .filter(|item| matches!(item.content, Content::Text(_)))
        .filter_map(|item| Some((item, place(item)?)))
        .collect();
    for (index, (item, one)) in texts.iter().enumerate() {
        for (other_item, other) in &texts[index + 1..] {
            let over = one[0] + 0.1 < other[2]
                && other[0] + 0.1 < one[2]
                && one[1] + 0.1 < other[3]
                && other[1] + 0.1 < one[3];
            assert!(
                !over,
                "{name}, page {}: {item:?}\n{other_item:?}",
                number + 1
            );
        }
    }
}

#[test]
fn every_text_is_on_the_pages_once_in_order_within_the_margins_and_none_over_another() {
    for (name, report, paper) in all() {
        let pages = laid(&report, paper);
        assert_sound(&pages, &name);
        let mut expected = String::new();
        said(&report.blocks, &mut expected);
        let expected = expected.replace(['\u{1F33E}', '\u{0E01}'], "〓");
        assert_eq!(bare(&read(&pages)), bare(&expected), "{name}");
    }
}

#[test]
fn the_sheet_is_one_page_and_what_no_face_has_is_named() {
    for words in Language::ALL {
        for paper in [Paper::A4, Paper::Letter] {
            assert_eq!(
                laid(&sheet(words), paper).pages.len(),
                1,
                "{words:?} {paper:?}"
            );
        }
        let pages = laid(&everything(words), Paper::A4);
        assert_eq!(pages.unprintable, BTreeSet::from(['\u{1F33E}', '\u{0E01}']));
    }
}

#[test]
fn files_read_back_exactly_and_the_tools_find_no_fault() {
    let mut layouter = Layouter::new();
    for (name, report, paper) in all() {
        let pages = layouter.pages(&report, paper);
        let bytes = pdf(&pages, tokens()).unwrap();
        let again = pdf(&Layouter::new().pages(&report, paper), tokens()).unwrap();
        assert!(bytes == again, "{name} differs from run to run");
        let path = folder().join(format!("{name}.pdf"));
        fs::write(&path, bytes).unwrap();
    }
    let Some(_) = tool("pdftotext", &["-v"]) else {
        return;
    };
    for (name, report, paper) in all() {
        let pages = layouter.pages(&report, paper);
        let path = folder().join(format!("{name}.pdf"));
        let path = path.to_str().unwrap();
        // In the order of painting, page by page.
        let painted = pages.pages.iter().flat_map(Page::all);
        let painted = painted.filter_map(|item| match &item.content {
            Content::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        let painted: String = painted.collect();
        let copied = tool("pdftotext", &["-raw", "-enc", "UTF-8", path, "-"]).unwrap();
        assert_eq!(bare(&copied), bare(&painted), "{name}");
        for line in copied.lines() {
            let glued = line.contains("thetechnology") || line.contains("  Resonance");
            assert!(!glued, "{name}: {line}");
        }
        let facts = tool("pdfinfo", &[path]).unwrap();
        for fact in [
            format!("Title:           {}", report.title),
            "Author:          Mei Lin".to_owned(),
            "Tagged:          yes".to_owned(),
            format!("Pages:           {}", pages.pages.len()),
        ] {
            assert!(facts.contains(&fact), "{name}: {fact} in\n{facts}");
        }
        tool("qpdf", &["--check", path]).unwrap();
    }
}

/// What a tool prints; none where there is no such tool.
fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(name).args(arguments).output() else {
        let required = std::env::var("RESONANCE_PDF_TOOLS").is_ok_and(|value| value == "required");
        assert!(!required, "{name} is not installed");
        println!("{name} is not installed: nothing was tried");
        return None;
    };
    assert!(output.status.success(), "{name} {arguments:?}: {output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn contents_give_the_pages_of_the_headings_and_bookmarks_their_places() {
    for words in Language::ALL {
        let pages = laid(&everything(words), Paper::A4);
        let entries = pages
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::ContentsEntry);
        let listed = pages.outline.iter().skip(1).filter(|mark| mark.level <= 2);
        let listed: Vec<_> = listed.collect();
        assert_eq!(entries.count(), listed.len());
        let mut numbers = Vec::new();
        for item in &pages.pages[0].items {
            if let (Content::Text(text), Some(part)) = (&item.content, item.part)
                && pages.parts[part].kind == PartKind::Link
                && text.text.chars().all(|one| one.is_ascii_digit())
            {
                numbers.push(text.text.parse::<usize>().unwrap());
            }
        }
        let expected: Vec<usize> = listed.iter().map(|mark| mark.page + 1).collect();
        assert_eq!(numbers, expected);
        assert!(expected.last() > Some(&3));
        for mark in &pages.outline {
            let at = pages.pages[mark.page]
                .items
                .iter()
                .filter_map(|item| match &item.content {
                    Content::Text(text) => Some((text.at.y, &text.text)),
                    _ => None,
                });
            let found = at.filter(|(y, text)| {
                (mark.top..mark.top + 30.0).contains(y) && mark.text.starts_with(text.as_str())
            });
            assert!(found.count() > 0, "{mark:?}");
        }
    }
}

#[test]
fn every_shape_of_a_chart_belongs_to_a_figure_with_words_and_a_place() {
    for (name, report, paper) in all() {
        let pages = laid(&report, paper);
        for (number, page) in pages.pages.iter().enumerate() {
            for item in &page.items {
                let kind = item.part.map(|part| &pages.parts[part].kind);
                match (&item.content, kind) {
                    (_, Some(PartKind::Figure { alt, page, corners })) => {
                        assert!(!alt.trim().is_empty() && *page == number, "{name}");
                        let [left, top, right, bottom] = place(item).unwrap_or([
                            corners.min.x,
                            corners.min.y,
                            corners.max.x,
                            corners.max.y,
                        ]);
                        let inside = left >= corners.min.x - 2.0
                            && right <= corners.max.x + 2.0
                            && top >= corners.min.y - 4.0
                            && bottom <= corners.max.y + 4.0;
                        assert!(inside, "{name}: {item:?} {corners:?}");
                    }
                    // Beside figures there are only rules, dots and grounds.
                    (Content::Shape(shape), kind) => {
                        let plain =
                            matches!(shape, Shape::Line { points, .. } if points.len() == 2);
                        let ground = matches!(shape, Shape::Bar { .. });
                        assert!(kind.is_none() && (plain || ground), "{name}: {shape:?}");
                    }
                    _ => (),
                }
            }
        }
    }
}

#[test]
fn heads_of_tables_are_on_every_page_of_theirs_and_no_row_is_torn() {
    let pages = laid(&everything(Language::English), Paper::A4);
    let row_of = |item: &Item| {
        let part = item.part?;
        let row = pages.parts[part].parent?;
        (pages.parts[row].kind == PartKind::TableRow).then_some(row)
    };
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for (number, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            if let Some(row) = row_of(item) {
                let torn = seen
                    .iter()
                    .any(|(known, page)| *known == row && *page != number);
                assert!(!torn, "row {row}");
                seen.push((row, number));
            }
        }
        let text = page.items.iter().filter_map(|item| match &item.content {
            Content::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        let text: Vec<&str> = text.collect();
        let firms = text
            .iter()
            .filter(|text| text.starts_with("Firm number "))
            .count();
        let heads = text
            .iter()
            .filter(|text| **text == "Where it stands")
            .count();
        assert_eq!(heads, usize::from(firms > 0), "page {}", number + 1);
        assert!(firms != 1, "a row alone on page {}", number + 1);
    }
}

#[test]
fn a_table_of_thousands_of_rows_and_a_cell_higher_than_a_page_come_to_their_end() {
    let column = |share| Column {
        head: "Head".to_owned(),
        share,
        numbers: false,
    };
    let table = |rows: Vec<Vec<Cell>>| {
        let table = Table {
            caption: "Caption".to_owned(),
            columns: vec![column(1.0), column(3.0)],
            rows,
            row_heads: false,
        };
        report(
            Language::English,
            vec![Block::heading(1, "Heading"), Block::Table(table)],
        )
    };
    let many = table(
        (0..3_000)
            .map(|row| vec![Cell::text(format!("Row {row}")), Cell::text("said")])
            .collect(),
    );
    let pages = laid(&many, Paper::A4);
    assert!(
        (90..130).contains(&pages.pages.len()),
        "{}",
        pages.pages.len()
    );
    let long = "A sentence that is said again and again. ".repeat(900);
    let tall = table(vec![
        vec![Cell::text("Short"), Cell::text(long)],
        vec![Cell::text("Behind"), Cell::default()],
    ]);
    let pages = laid(&tall, Paper::A4);
    assert_sound(&pages, "tall");
    let mut expected = String::new();
    said(&tall.blocks, &mut expected);
    assert_eq!(bare(&read(&pages)), bare(&expected));
    assert!(pages.pages.len() > 5);
}

#[test]
fn an_empty_report_and_one_of_blanks_are_sound_files() {
    for blocks in [
        Vec::new(),
        vec![
            Block::NewPage,
            Block::heading(1, " \u{200b}"),
            Block::NewPage,
            text(Role::Body, ""),
            Block::Contents,
            Block::Aside(Vec::new()),
        ],
    ] {
        let mut empty = report(Language::English, blocks);
        empty.title = String::new();
        empty.date = "no day".to_owned();
        let pages = laid(&empty, Paper::A4);
        assert_eq!(pages.pages.len(), 1);
        assert!(pdf(&pages, tokens()).unwrap().starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn pages_and_charts_are_pictures_of_the_size_asked_for() {
    for (name, report, paper) in all() {
        let pages = laid(&report, paper);
        let named = page_svg(&pages, &pages.pages[0], tokens(), Letters::Named);
        let title = bare(&report.title);
        assert!(bare(&named).contains(&title), "{name}");
        let outlined = page_svg(&pages, &pages.pages[0], tokens(), Letters::Outlined);
        assert!(!outlined.contains("<text"));
        for svg in [&named, &outlined] {
            let mut reader = quick_xml::Reader::from_str(svg);
            while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
        }
        let picture = png(&outlined, 2.0).unwrap();
        let expected = match paper {
            Paper::A4 => (1191, 1684),
            Paper::Letter => (1224, 1584),
            Paper::Wide => (1920, 1080),
        };
        assert_eq!(size_of_png(&picture), expected);
        fs::write(folder().join(format!("{name}.png")), picture).unwrap();
    }
    let mut chart = Chart::default();
    chart.line(
        (10.0, 10.0),
        (90.0, 40.0),
        Stroke::solid(Ink::Supply, 2.0).broken(Dash::Dashed),
    );
    chart.tick(
        (50.0, 20.0),
        resonance::chart::Place::Middle,
        "价格 <5 & more",
    );
    let drawn = |letters| {
        chart_svg(
            &mut Layouter::new(),
            &chart,
            (100.0, 50.0),
            Language::Chinese,
            tokens(),
            letters,
        )
    };
    assert!(drawn(Letters::Named).contains("&lt;5 &amp; more"));
    let picture = png(&drawn(Letters::Outlined), 3.0).unwrap();
    assert_eq!(size_of_png(&picture), (300, 150));
    assert!(png(&drawn(Letters::Outlined), 1.0e6).is_err());
}

fn size_of_png(bytes: &[u8]) -> (u32, u32) {
    let four = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (four(16), four(20))
}

fn any_text() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("resonance ".to_owned()),
        Just("共振，企业。".to_owned()),
        Just("“引号”——".to_owned()),
        Just("https://example.org/a?b=1 ".to_owned()),
        Just("x".repeat(120)),
        "[ -~]{0,12}",
    ];
    prop::collection::vec(words, 1..30).prop_map(|words| words.concat())
}

fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        (1_u8..5, any_text()).prop_map(|(level, text)| Block::heading(level, text)),
        any_text().prop_map(|text| Block::text(Role::Body, text)),
        any_text().prop_map(|text| Block::text(Role::Note, text)),
        (prop::collection::vec((any_text(), any_text()), 0..12)).prop_map(|rows| {
            let column = |head: &str, share, numbers| Column {
                head: head.to_owned(),
                share,
                numbers,
            };
            let rows = rows
                .into_iter()
                .map(|(one, two)| vec![Cell::text(one), Cell::text(two)]);
            Block::Table(Table {
                caption: "Caption".to_owned(),
                columns: vec![column("One", 1.0, false), column("Two", 2.0, true)],
                rows: rows.collect(),
                row_heads: true,
            })
        }),
        Just(pairs_of(Language::English, "Pairs")),
        Just(Block::NewPage),
        Just(Block::Space(20.0)),
        Just(Block::Contents),
    ];
    let nested = leaf.prop_recursive(3, 40, 5, |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 0..5);
        prop_oneof![
            blocks().prop_map(Block::Together),
            blocks().prop_map(Block::Aside),
            (blocks(), blocks())
                .prop_map(|(one, two)| Block::Columns(vec![(1.0, one), (2.0, two)])),
            (blocks(), blocks()).prop_map(|(one, two)| Block::List {
                marker: Marker::Number,
                items: vec![one, two]
            }),
        ]
    });
    prop::collection::vec(nested, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_tree_the_pages_are_sound_and_become_a_file(
        blocks in any_blocks(),
        words in prop::sample::select(&Language::ALL[..]),
        paper in prop::sample::select(&Paper::ALL[..]),
    ) {
        let mut report = report(words, blocks);
        report.logo = None;
        let pages = laid(&report, paper);
        for (number, page) in pages.pages.iter().enumerate() {
            for item in &page.items {
                if let Some([left, top, right, bottom]) = place(item) {
                    let inside = left >= 50.5 && top >= 50.5 && right <= pages.size.0 - 50.5 && bottom <= pages.size.1 - 50.5;
                    prop_assert!(inside, "page {}: {item:?}", number + 1);
                }
            }
            assert_apart(page, "any", number);
        }
        let mut expected = String::new();
        said(&report.blocks, &mut expected);
        prop_assert_eq!(bare(&read(&pages)), bare(&expected));
        prop_assert!(pdf(&pages, tokens()).is_ok());
    }
}
