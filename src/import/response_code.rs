//! Response codes: one person's answers as a short text that a form gives and the workbench takes.
//!
//! `RS1-` and groups of five of 32 characters without look-alikes. The bytes are: version, flags, the
//! tags of workbook, enterprise and round, eight scores of six bits, 32 indicators of six bits where
//! the form was the full one, "good enough" in two bits a factor, the name, and a CRC-32 of it all.
//! A code is taken only if writing what was read gives the same text, so that one changed character
//! is always noticed. It is no secret and no signature: whoever has a form can write codes.

use uuid::Uuid;

use crate::model::{Answer, Factor, INDICATORS_PER_FACTOR, Level, PerFactor, Response, Score};

/// What every code begins with.
pub const PREFIX: &str = "RS1-";
/// The longest name in bytes; a form cuts there.
pub const MAX_NAME: usize = 60;

const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const VERSION: u8 = 1;
const FULL: u8 = 1;
const HEAD: usize = 14;
const GROUP: usize = 5;

/// One person's answers on their way.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseCode {
    /// Tag of the workbook the form was made from.
    pub workbook: u32,
    /// Tag of the enterprise.
    pub enterprise: u32,
    /// Tag of the round.
    pub round: u32,
    /// Name or pseudonym as typed.
    pub name: String,
    /// The answers; their notes and confidences stay empty.
    pub answers: PerFactor<Answer>,
}

/// Why a text is no response code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// It does not begin like one.
    Foreign,
    /// It begins like one of a newer program.
    Newer,
    /// A character is wrong, missing or too many.
    Damaged,
}

/// The part of an id that goes into codes: enough to tell the firms of a workshop apart.
#[must_use]
pub fn tag(id: Uuid) -> u32 {
    crc32fast::hash(id.as_bytes())
}

impl ResponseCode {
    /// The code as a text in capital letters.
    #[must_use]
    pub fn text(&self) -> String {
        let mut bytes = vec![VERSION, u8::from(self.is_full()) * FULL];
        for tag in [self.workbook, self.enterprise, self.round] {
            bytes.extend(tag.to_be_bytes());
        }
        let direct = self.answers.iter().map(|(_, answer)| answer.direct);
        bytes.extend(packed(direct.map(six_bits)));
        if self.is_full() {
            let indicators = self.answers.iter().flat_map(|(_, one)| one.indicators());
            bytes.extend(packed(indicators.map(six_bits)));
        }
        let mut enough = 0_u16;
        for (factor, answer) in self.answers.iter() {
            let bits = match answer.enough() {
                None => 0_u16,
                Some(true) => 1,
                Some(false) => 2,
            };
            enough |= bits << (14 - 2 * factor.index());
        }
        bytes.extend(enough.to_be_bytes());
        let name = &self.name[..self.name.floor_char_boundary(MAX_NAME)];
        bytes.push(u8::try_from(name.len()).unwrap_or_default());
        bytes.extend(name.as_bytes());
        bytes.extend(crc32fast::hash(&bytes).to_be_bytes());
        PREFIX.to_owned() + &base32(&bytes)
    }

    /// Reads a code, all in capital or all in small letters.
    ///
    /// # Errors
    /// [`CodeFault`].
    pub fn read(text: &str) -> Result<Self, CodeFault> {
        let capital = if text.chars().any(|one| one.is_ascii_uppercase()) {
            text.to_owned()
        } else {
            text.to_ascii_uppercase()
        };
        let Some(body) = capital.strip_prefix(PREFIX) else {
            let newer = capital.starts_with("RS")
                && capital[2..].starts_with(|one: char| one.is_ascii_digit());
            return Err(if newer {
                CodeFault::Newer
            } else {
                CodeFault::Foreign
            });
        };
        let bytes = bytes_of(body).ok_or(CodeFault::Damaged)?;
        let (data, sum) = bytes.split_last_chunk::<4>().ok_or(CodeFault::Damaged)?;
        if crc32fast::hash(data) != u32::from_be_bytes(*sum) {
            return Err(CodeFault::Damaged);
        }
        if data.first() != Some(&VERSION) {
            return Err(CodeFault::Newer);
        }
        let code = Self::of(data).ok_or(CodeFault::Damaged)?;
        if code.text() == capital {
            Ok(code)
        } else {
            Err(CodeFault::Damaged)
        }
    }

    /// The bytes between prefix and checksum.
    fn of(data: &[u8]) -> Option<Self> {
        let full = match data.get(1)? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let tag = |at: usize| Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?));
        let direct = unpacked(data.get(HEAD..HEAD + 6)?)?;
        let mut at = HEAD + 6;
        let mut indicators = Vec::new();
        if full {
            indicators = unpacked(data.get(at..at + 24)?)?;
            at += 24;
        }
        let enough = u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?);
        let length = usize::from(*data.get(at + 2)?);
        let name = data.get(at + 3..)?;
        if name.len() != length || length > MAX_NAME {
            return None;
        }
        let mut answers: PerFactor<Answer> = PerFactor::default();
        for factor in Factor::ALL {
            let answer = &mut answers[factor];
            answer.direct = direct[factor.index()];
            let said = match (enough >> (14 - 2 * factor.index())) & 3 {
                0 => None,
                1 => Some(true),
                2 => Some(false),
                _ => return None,
            };
            let first = factor.index() * INDICATORS_PER_FACTOR;
            answer.change_detail(|detail| {
                detail.enough = said;
                for (kept, score) in detail
                    .indicators
                    .iter_mut()
                    .zip(indicators.iter().skip(first))
                {
                    *kept = *score;
                }
            });
            // Without an overall answer the single ones count.
            if answer.direct == Score::NotScored && full {
                answer.change_detail(|detail| {
                    if detail.indicators != <[Score; INDICATORS_PER_FACTOR]>::default() {
                        detail.basis = crate::model::Basis::Indicators;
                    }
                });
            }
        }
        Some(Self {
            workbook: tag(2)?,
            enterprise: tag(6)?,
            round: tag(10)?,
            name: String::from_utf8(name.to_vec()).ok()?,
            answers,
        })
    }

    /// Puts the answers into a response. What was left out in the form, and what a code does not hold
    /// (weight, notes, confidences), stays as it is.
    pub fn put_into(&self, response: &mut Response) {
        for (factor, said) in self.answers.iter() {
            let answer = &mut response.answers[factor];
            if said.direct != Score::NotScored {
                answer.direct = said.direct;
            }
            let single = said.indicators() != <[Score; INDICATORS_PER_FACTOR]>::default();
            answer.change_detail(|detail| {
                if single {
                    detail.indicators = said.indicators();
                }
                if single || said.direct != Score::NotScored {
                    detail.basis = said.basis();
                }
                detail.enough = said.enough().or(detail.enough);
            });
        }
    }

    fn is_full(&self) -> bool {
        let mut answers = self.answers.iter();
        answers.any(|(_, answer)| answer.indicators() != <[Score; 4]>::default())
    }
}

/// 0 not scored, 1 not applicable, 2 to 42 the levels 1.0 to 5.0 in tenths.
fn six_bits(score: Score) -> u8 {
    match score {
        Score::NotScored => 0,
        Score::NotApplicable => 1,
        Score::Scored(level) => {
            let tenths = level.value() * 10.0 - 10.0;
            let near = |whole: &u8| (f64::from(*whole) - tenths).abs() <= 0.5;
            2 + (0..=40).find(near).unwrap_or_default()
        }
    }
}

fn score_of(bits: u8) -> Option<Score> {
    Some(match bits {
        0 => Score::NotScored,
        1 => Score::NotApplicable,
        2..=42 => Score::Scored(Level::new(f64::from(bits + 8) / 10.0).ok()?),
        _ => return None,
    })
}

/// Six-bit values, four of them in three bytes.
fn packed(values: impl Iterator<Item = u8>) -> Vec<u8> {
    let values: Vec<u8> = values.collect();
    values
        .chunks(4)
        .flat_map(|four| {
            let all = four
                .iter()
                .fold(0_u32, |all, value| (all << 6) | u32::from(*value));
            let [_, bytes @ ..] = all.to_be_bytes();
            bytes
        })
        .collect()
}

fn unpacked(bytes: &[u8]) -> Option<Vec<Score>> {
    bytes
        .chunks(3)
        .flat_map(|three| {
            let all = three
                .iter()
                .fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
            [18, 12, 6, 0].map(|shift| score_of(((all >> shift) & 63) as u8))
        })
        .collect()
}

/// Bytes in groups of five characters, five bits a character, the last one filled with zeros.
fn base32(bytes: &[u8]) -> String {
    let mut symbols = Vec::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            symbols.push(ALPHABET[((buffer >> bits) & 31) as usize]);
        }
        buffer &= (1 << bits) - 1;
    }
    if bits > 0 {
        symbols.push(ALPHABET[((buffer << (5 - bits)) & 31) as usize]);
    }
    symbols
        .chunks(GROUP)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join("-")
}

fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for symbol in text.bytes().filter(|symbol| *symbol != b'-') {
        let value = ALPHABET.iter().position(|known| *known == symbol)?;
        buffer = (buffer << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(((buffer >> bits) & 255) as u8);
        }
        buffer &= (1 << bits) - 1;
    }
    Some(bytes)
}
