//! Looks through a packed spreadsheet before anything is read into memory: how much its parts unpack
//! to, and how much they say they hold.

use std::io::{BufReader, Cursor, Read};

use quick_xml::{Reader, events::Event};
use zip::ZipArchive;

use super::{cells::Refused, grid::MOST_CELLS};

/// The most bytes that all parts unpack to.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// The most bytes of a part that holds cells.
const MOST_OF_CELLS: u64 = 128 * 1024 * 1024;
/// The most bytes of the texts that cells share, of which each is held by itself.
const MOST_OF_TEXTS: u64 = 64 * 1024 * 1024;
/// The most bytes of any other part, each element of which may become much larger in memory.
const MOST_OF_OTHERS: u64 = 16 * 1024 * 1024;
/// The most elements of a part that describes how cells look.
const MOST_STYLES: u64 = 500_000;

/// What kind of packed spreadsheet a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// XLSX.
    Xml,
    /// XLSB.
    Binary,
    /// ODS.
    OpenDocument,
}

/// Tells the kind of a file whose parts are small enough to be read.
pub(super) fn check(bytes: &[u8]) -> Result<Kind, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut unpacked = 0;
    let mut kind = Kind::Xml;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.replace('\\', "/").to_ascii_lowercase();
        let most = if name.contains("sheets/") || name.ends_with("content.xml") {
            MOST_OF_CELLS
        } else if name.contains("sharedstrings.") {
            MOST_OF_TEXTS
        } else {
            MOST_OF_OTHERS
        };
        // What the directory says of sizes may be anything, so that it is unpacked to be counted.
        let (size, elements) = counted(&mut part, most)?;
        unpacked += size;
        let styles = name.ends_with("styles.xml") && elements > MOST_STYLES;
        if unpacked > MOST_UNPACKED || styles {
            return Err(Refused::TooMuch);
        }
        drop(part);
        if name.ends_with("sharedstrings.xml") {
            check_xml_texts(archive.by_index(index)?)?;
        } else if name.ends_with("sharedstrings.bin") {
            check_binary_texts(archive.by_index(index)?)?;
        }
        match name.as_str() {
            "content.xml" => kind = Kind::OpenDocument,
            "xl/workbook.bin" => kind = Kind::Binary,
            _ => {}
        }
    }
    Ok(kind)
}

/// How many bytes a part unpacks to, and how many of them open an element.
fn counted(part: &mut impl Read, most: u64) -> Result<(u64, u64), Refused> {
    let mut piece = vec![0; 64 * 1024];
    let (mut size, mut elements) = (0, 0);
    loop {
        let read = part.read(&mut piece)?;
        if read == 0 {
            return Ok((size, elements));
        }
        size += read as u64;
        if size > most {
            return Err(Refused::TooMuch);
        }
        let piece = piece.get(..read).unwrap_or_default();
        elements += piece.split(|byte| *byte == b'<').count() as u64 - 1;
    }
}

/// Looks at the number of texts that a part announces: the reader makes room for all of them at once.
fn check_xml_texts(part: impl Read) -> Result<(), Refused> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "sst" => {
                let count = start.try_get_attribute("uniqueCount")?;
                // What is no number is none to the reader, either.
                let count = count.and_then(|count| count.value.trim().parse::<u128>().ok());
                return if count.is_some_and(|count| count > MOST_CELLS as u128) {
                    Err(Refused::TooMuch)
                } else {
                    Ok(())
                };
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Holds every text of a binary part to its own record: the reader would take what is missing from
/// the records before it, again and again.
fn check_binary_texts(part: impl Read) -> Result<(), Refused> {
    const TEXT: u32 = 0x13;
    let mut bytes = Vec::new();
    BufReader::new(part).read_to_end(&mut bytes)?;
    let mut rest = bytes.as_slice();
    while !rest.is_empty() {
        let kind = number(&mut rest, 2).ok_or(Refused::Damaged)?;
        let length = number(&mut rest, 4).ok_or(Refused::Damaged)? as usize;
        let (record, after) = rest.split_at_checked(length).ok_or(Refused::Damaged)?;
        rest = after;
        if kind == TEXT {
            let characters = record.get(1..5).and_then(|four| four.try_into().ok());
            let characters = u32::from_le_bytes(characters.ok_or(Refused::Damaged)?) as usize;
            if characters.saturating_mul(2).saturating_add(5) > length {
                return Err(Refused::Damaged);
            }
        }
    }
    Ok(())
}

/// A number of at most so many bytes, seven bits in each, the last one without the eighth.
fn number(rest: &mut &[u8], most: usize) -> Option<u32> {
    let mut value = 0;
    for place in 0..most {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(value)
}
