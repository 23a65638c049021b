//! Building blocks of the screens, one to a file.

mod buttons;
mod card;
mod date_field;
mod keys;
mod level_slider;
pub mod look;
mod month;
mod picker;
mod prose;
mod read_only;
mod text_field;

pub use buttons::{
    ButtonKind, action_button, action_button_if, choose_one, choose_or_pick, icon_button,
    quiet_icon_button,
};
pub use card::{
    Column, bar_ui, button_row, card, centred_page, column_ui, empty_place, from_right, modal,
    scroll_page, section_heading, two_columns,
};
pub use date_field::DateField;
pub use keys::take_arrows;
pub use level_slider::{LevelSlider, SliderChange, key_score, score_slider_id};
pub use look::{cut, wrapped};
pub use month::{Calendar, DayCell, DayEvent, MonthGrid, month_head_ui};
pub use picker::{PickerEntry, grouped_picker, picker, with_none};
pub use prose::{caption_line, column_line, marked_line, strong_line, subdued_line, text_line};
pub use read_only::{editable, is_read_only, set_read_only};
pub use text_field::named_drag;
pub use text_field::{TextField, TextFieldOutput};
