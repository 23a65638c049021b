//! What an enterprise's size and sub-sector can be chosen from.

use crate::{
    i18n::Language,
    model::Size,
    state::View,
    ui::widgets::{PickerEntry, with_none},
};

/// The sizes to choose from.
#[must_use]
pub fn size_choices(language: Language) -> Vec<(Option<Size>, &'static str)> {
    let sizes = Size::ALL.map(|size| (size, language.size(size)));
    with_none(language.size_none(), sizes)
}

/// The sub-sectors to choose from, by industry.
#[must_use]
pub fn sector_entries(view: &View<'_>, present: &str) -> Vec<PickerEntry<String>> {
    let language = view.language;
    let plain = |value: &str, label: &str| PickerEntry {
        value: value.to_owned(),
        label: label.to_owned(),
        heading: None,
    };
    let mut entries = vec![plain("", language.sector_none())];
    if !present.is_empty() && view.knowledge.sectors.get(present).is_none() {
        entries.push(plain(present, present));
    }
    let mut last = None;
    for sector in view.knowledge.sectors.iter() {
        let begins = last.replace(sector.industry) != Some(sector.industry);
        entries.push(PickerEntry {
            heading: begins.then(|| language.industry(sector.industry).to_owned()),
            ..plain(&sector.id, sector.name.get(language))
        });
    }
    entries
}
