//! Building blocks of the screens, one to a file.

mod buttons;
mod card;
mod date_field;
mod level_slider;
mod month;
mod picker;
mod plan_button;
mod prose;
mod resonance_number;
mod text_field;

pub use buttons::{
    ButtonKind, action_button, action_button_if, icon_button, menu_entry, quiet_icon_button,
    segmented,
};
pub use card::{
    Column, button_row, card, centred_page, empty_place, modal, section_heading, two_columns,
};
pub use date_field::DateField;
pub use level_slider::{LevelSlider, SliderChange, key_score, score_slider_id};
pub use month::{DayCell, DayEvent, MonthGrid, month_head_ui};
pub use picker::{PickerEntry, picker};
pub use plan_button::plan_button;
pub use prose::{caption_line, column_line, marked_line, strong_line, subdued_line, text_line};
pub use resonance_number::resonance_number;
pub use text_field::{TextField, TextFieldOutput};
