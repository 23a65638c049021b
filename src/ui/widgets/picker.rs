//! A button that opens a list of alternatives.

use egui::{ComboBox, Role, Ui, WidgetInfo};

/// One alternative of a picker.
pub struct PickerEntry<T> {
    /// What choosing it gives.
    pub value: T,
    /// Its text.
    pub label: String,
    /// A heading over this and the following entries, where a group begins.
    pub heading: Option<String>,
}

/// Shows the chosen alternative and lets the user choose another one.
pub fn picker<T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    chosen: &T,
    entries: &[PickerEntry<T>],
) -> Option<T> {
    let label = entries
        .iter()
        .find(|entry| entry.value == *chosen)
        .map_or("", |entry| entry.label.as_str());
    let mut picked = None;
    let output = ComboBox::from_id_salt(name)
        .selected_text(label)
        .width(width)
        .height(420.0)
        .truncate()
        .show_ui(ui, |ui| {
            for entry in entries {
                if let Some(heading) = &entry.heading {
                    ui.add_space(4.0);
                    ui.weak(heading);
                }
                let is_chosen = entry.value == *chosen;
                if ui.selectable_label(is_chosen, &entry.label).clicked() && !is_chosen {
                    picked = Some(entry.value.clone());
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
