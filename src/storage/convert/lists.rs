//! Lists of records, decoded one by one.

use std::collections::HashSet;

use uuid::Uuid;

use crate::storage::{
    fault::{Fault, Record},
    locate::Wrong,
};

/// Decodes every record of a list; what is wrong with one is said with its place.
pub fn each<R, T>(
    list: &'static str,
    records: Vec<R>,
    mut decode: impl FnMut(R) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    let mut decoded = Vec::with_capacity(records.len());
    for (place, record) in records.into_iter().enumerate() {
        decoded.push(decode(record).map_err(|wrong| wrong.within(list, place))?);
    }
    Ok(decoded)
}

/// The same for records of one kind, each with an id of its own.
pub fn each_once<R, T>(
    list: &'static str,
    kind: Record,
    records: Vec<R>,
    id_of: impl Fn(&R) -> Uuid,
    mut decode: impl FnMut(R) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    let mut ids = HashSet::with_capacity(records.len());
    each(list, records, |record| {
        if !ids.insert(id_of(&record)) {
            return Err(Wrong::at("id", Fault::Twice(kind)));
        }
        decode(record)
    })
}
