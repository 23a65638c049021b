//! A button that opens a list of alternatives.

use egui::{ComboBox, Role, Ui, WidgetInfo};

/// One alternative of a picker with headings.
pub struct PickerEntry<T> {
    /// What choosing it gives.
    pub value: T,
    /// Its text.
    pub label: String,
    /// A heading over this and the following entries, where a group begins.
    pub heading: Option<String>,
}

/// Shows the chosen alternative and lets the user choose another one; each is a value with its text.
pub fn picker<T: PartialEq + Clone, L: AsRef<str>>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    entries: &[(T, L)],
) -> Option<T> {
    let entries = entries.iter();
    let entries = entries.map(|(value, label)| (value, label.as_ref(), None));
    pick(ui, name, width, chosen, entries)
}

/// The same with headings between the alternatives.
pub fn grouped_picker<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    entries: &[PickerEntry<T>],
) -> Option<T> {
    let entries = entries.iter();
    let entries = entries.map(|one| (&one.value, one.label.as_str(), one.heading.as_deref()));
    pick(ui, name, width, chosen, entries)
}

/// Alternatives of which one is to have none.
pub fn with_none<T, L>(none: L, some: impl IntoIterator<Item = (T, L)>) -> Vec<(Option<T>, L)> {
    let some = some.into_iter().map(|(value, label)| (Some(value), label));
    std::iter::once((None, none)).chain(some).collect()
}

fn pick<'a, T: PartialEq + Clone + 'a>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    entries: impl Iterator<Item = (&'a T, &'a str, Option<&'a str>)> + Clone,
) -> Option<T> {
    let mut known = entries.clone();
    let label = known.find(|(value, ..)| *value == chosen);
    let label = label.map_or("", |(_, label, _)| label);
    let mut picked = None;
    let output = ComboBox::from_id_salt(name)
        .selected_text(label)
        .width(width)
        .height(420.0)
        .truncate()
        .show_ui(ui, |ui| {
            for (value, label, heading) in entries {
                if let Some(heading) = heading {
                    ui.add_space(4.0);
                    ui.weak(heading);
                }
                let is_chosen = value == chosen;
                if ui.selectable_label(is_chosen, label).clicked() {
                    // By a key, too.
                    ui.close();
                    picked = (!is_chosen).then(|| value.clone());
                }
            }
        });
    output.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(label.to_owned());
        info
    });
    picked
}
