//! Looks through a spreadsheet of the old binary kind before it is read: its reader makes room for
//! whole sheets at once, and follows chains of sectors wherever they lead.
//!
//! The file is a small file system (MS-CFB) in which one stream holds the records (MS-XLS).

use super::{cells::Refused, grid::MOST_CELLS};

/// What such a file begins with.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0";

/// The most places between the first and the last cell of all sheets, values and formulas each.
const MOST_PLACES: u64 = 2 * MOST_CELLS as u64;
/// The most places that a sheet may announce: all that the format has.
const MOST_ANNOUNCED: u64 = 65_536 * 256;
/// The most characters of shared texts in all cells.
const MOST_CHARACTERS: u64 = 32 * 1024 * 1024;

const FREE_SECTORS: u32 = 0xffff_fffa;
const END_OF_CHAIN: u32 = 0xffff_fffe;

/// Refuses what would take more memory or time than a table of scores.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refused> {
    let stream = workbook_stream(bytes).ok_or(Refused::Damaged)?;
    check_records(&stream)
}

/// The stream with the records; `None` where the file system is damaged.
fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        0x09 => 512,
        0x0c => 4096,
        _ => return None,
    };
    let sectors = Sectors {
        bytes: bytes.get(size..)?,
        size,
    };
    let most = bytes.len() / size + 1;
    let mut table: Vec<u32> = numbers(bytes.get(76..512)?).collect();
    let mut at = u32_at(bytes, 68)?;
    for _ in 0..=most {
        if at >= FREE_SECTORS {
            break;
        }
        table.extend(numbers(sectors.get(at)?));
        at = table.pop()?;
    }
    let table = table.into_iter().filter(|id| *id < FREE_SECTORS);
    let mut chains = Vec::new();
    for (place, id) in table.enumerate() {
        if place > most {
            return None;
        }
        chains.extend(numbers(sectors.get(id)?));
    }
    let entries = sectors.chain(u32_at(bytes, 48)?, &chains, usize::MAX)?;
    let entries = || entries.chunks_exact(128);
    let length = |entry: &[u8]| {
        let high = if size == 512 { 0 } else { u32_at(entry, 124)? };
        usize::try_from(u64::from(high) << 32 | u64::from(u32_at(entry, 120)?)).ok()
    };
    let root = entries().next()?;
    let (mut small, mut small_chains) = (Vec::new(), Vec::new());
    let small_sectors = u32_at(bytes, 64)? as usize;
    if small_sectors > 0 {
        small = sectors.chain(u32_at(root, 116)?, &chains, length(root)?)?;
        let held = small_sectors.saturating_mul(size);
        let held = sectors.chain(u32_at(bytes, 60)?, &chains, held)?;
        small_chains = numbers(&held).collect();
    }
    let named = |name: &str| entries().find(|entry| is_named(entry, name));
    let entry = named("Workbook").or_else(|| named("Book"))?;
    let (start, length) = (u32_at(entry, 116)?, length(entry)?);
    if length < 4096 {
        let sectors = Sectors {
            bytes: &small,
            size: 64,
        };
        sectors.chain(start, &small_chains, length)
    } else {
        sectors.chain(start, &chains, length)
    }
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let units = entry.get(..64).unwrap_or_default().chunks_exact(2);
    let units = units.map(|two| u16::from_le_bytes([two[0], two[1]]));
    let letters = units.take_while(|unit| *unit != 0);
    let found: String = char::decode_utf16(letters).filter_map(Result::ok).collect();
    found.eq_ignore_ascii_case(name)
}

/// Pieces of equal size that chains lead through.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Sectors<'a> {
    /// A sector, which is shorter at the end of the file; `None` behind it.
    fn get(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_mul(self.size)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        rest.get(..self.size).or(Some(rest))
    }

    /// What a chain holds, up to a length; `None` where it leads astray or round in a circle.
    fn chain(&self, mut id: u32, chains: &[u32], length: usize) -> Option<Vec<u8>> {
        let mut held = Vec::new();
        let most = self.bytes.len() / self.size + 1;
        for _ in 0..=most {
            if id == END_OF_CHAIN {
                return Some(held);
            }
            let sector = self.get(id)?;
            held.extend_from_slice(sector);
            if held.len() >= length {
                held.truncate(length);
                return Some(held);
            }
            id = *chains.get(id as usize)?;
        }
        None
    }
}

/// Looks at what all sheets hold.
fn check_records(stream: &[u8]) -> Result<(), Refused> {
    let (mut sheets, mut texts) = (Vec::new(), Vec::new());
    let mut records = Records(stream);
    while let Some((kind, data)) = records.next() {
        match kind {
            0x0085 => sheets.push(u32_at(data, 0).ok_or(Refused::Damaged)? as usize),
            0x00fc => texts = text_lengths(data, records.0).ok_or(Refused::Damaged)?,
            0x000a => break,
            _ => {}
        }
    }
    let mut looked = Looked::default();
    let mut left = stream.len().saturating_mul(2);
    for start in sheets {
        let sheet = stream.get(start..).ok_or(Refused::Damaged)?;
        let mut records = Records(sheet);
        looked.sheet(&mut records, &texts)?;
        // Sheets stand behind each other; of those that overlap each one would be held.
        let read = sheet.len() - records.0.len();
        left = left.checked_sub(read).ok_or(Refused::TooMuch)?;
    }
    Ok(())
}

/// The records of a stream, and what is left of it.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.0, 0)?;
        let length = usize::from(u16_at(self.0, 2)?);
        let data = self.0.get(4..4 + length)?;
        self.0 = self.0.get(4 + length..)?;
        Some((kind, data))
    }
}

/// What was found in all sheets so far.
#[derive(Default)]
struct Looked {
    places: u64,
    characters: u64,
}

impl Looked {
    fn sheet(&mut self, records: &mut Records<'_>, texts: &[u16]) -> Result<(), Refused> {
        let (mut values, mut formulas) = (Span::default(), Span::default());
        let mut formula = (0, 0);
        // Sheets in the sheet, as of a chart, are passed over.
        let mut depth = 0_usize;
        for (kind, data) in records {
            match kind {
                0x0809 => depth += 1,
                0x000a if depth <= 1 => break,
                0x000a => depth -= 1,
                _ if depth > 1 => {}
                0x0200 => check_announced(data)?,
                0x0207 => values.add(formula),
                0x0006 | 0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd | 0x00bd => {
                    let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
                        continue;
                    };
                    values.add((row, column));
                    match kind {
                        0x0006 => {
                            formula = (row, column);
                            formulas.add(formula);
                        }
                        // Numbers side by side; their last column stands at the end.
                        0x00bd => {
                            let last = u16_at(data, data.len().saturating_sub(2));
                            values.add((row, last.unwrap_or(column)));
                        }
                        0x00fd => {
                            let text = u32_at(data, 6).and_then(|at| texts.get(at as usize));
                            self.characters += u64::from(text.copied().unwrap_or_default());
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        self.places += values.places() + formulas.places();
        if self.places > MOST_PLACES || self.characters > MOST_CHARACTERS {
            return Err(Refused::TooMuch);
        }
        Ok(())
    }
}

/// Refuses a sheet that announces more rows and columns than there are.
fn check_announced(data: &[u8]) -> Result<(), Refused> {
    let short = |at| u16_at(data, at).map(u32::from);
    let found = match data.len() {
        10 => (short(0), short(2), short(4), short(6)),
        14 | 16 => (u32_at(data, 0), u32_at(data, 4), short(8), short(10)),
        // The reader refuses all others.
        _ => return Ok(()),
    };
    let (Some(top), Some(bottom), Some(left), Some(right)) = found else {
        return Ok(());
    };
    let left = if left > 0xff || right < left { 0 } else { left };
    let rows = u64::from(bottom.saturating_sub(top).max(1));
    let columns = u64::from(right.saturating_sub(left).max(1));
    if rows.saturating_mul(columns) > MOST_ANNOUNCED || (bottom > 0 && bottom < top) {
        return Err(Refused::TooMuch);
    }
    Ok(())
}

/// The lengths of the shared texts in characters, from their record and those that continue it.
fn text_lengths(first: &[u8], mut rest: &[u8]) -> Option<Vec<u16>> {
    let mut lengths = Vec::new();
    let mut now = first.get(8..)?;
    let mut more = || {
        let mut records = Records(rest);
        let (kind, data) = records.next()?;
        rest = records.0;
        (kind == 0x003c).then_some(data)
    };
    loop {
        if now.is_empty() {
            match more() {
                Some(data) => now = data,
                None => return Some(lengths),
            }
        }
        if now.is_empty() {
            lengths.push(0);
            continue;
        }
        let length = u16_at(now, 0)?;
        let mut flags = *now.get(2)?;
        now = &now[3..];
        let mut after = 0;
        if flags & 8 != 0 {
            after += 4 * usize::from(u16_at(now, 0)?);
            now = &now[2..];
        }
        if flags & 4 != 0 {
            after += u32_at(now, 0)? as usize;
            now = &now[4..];
        }
        let mut left = usize::from(length);
        while left > 0 {
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let here = left.min(now.len() / width);
            now = &now[here * width..];
            left -= here;
            if left > 0 {
                let data = more()?;
                flags = *data.first()?;
                now = &data[1..];
            }
        }
        while after > 0 {
            if now.is_empty() {
                now = more()?;
            }
            let here = after.min(now.len());
            now = &now[here..];
            after -= here;
        }
        lengths.push(length);
    }
}

/// The first and last row and column of some cells.
#[derive(Default)]
struct Span(Option<[u16; 4]>);

impl Span {
    fn add(&mut self, (row, column): (u16, u16)) {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, column]);
        self.0 = Some([
            top.min(row),
            bottom.max(row),
            left.min(column),
            right.max(column),
        ]);
    }

    /// How many places there are between them.
    fn places(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        })
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*four))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (fours, _) = bytes.as_chunks::<4>();
    fours.iter().map(|four| u32::from_le_bytes(*four))
}
