//! Buttons, commands and fields that push what they mean: a place on screen and its action in one line.

use egui::{Button, Response, Role, TextWrapMode, Ui, Vec2, WidgetInfo};

use crate::{
    edit::Command,
    state::{
        Action, Actions, ChartAction, CodesAction, CompareAction, MenuAction, PlanAction,
        PortfolioAction, PresentAction, ReportAction, RoomAction, TableAction, View, WeightsAction,
    },
    theme::icon,
    ui::{
        shortcut_text,
        widgets::{ButtonKind, TextFieldOutput, action_button_if, icon_button, is_read_only},
    },
};

/// Lets the actions of one subject stand for themselves.
macro_rules! into_action {
    ($($kind:ident: $from:ty,)*) => {$(
        impl From<$from> for Action {
            fn from(action: $from) -> Self {
                Self::$kind(action)
            }
        }
    )*};
}

into_action! {
    Menu: MenuAction,
    Edit: Command,
    Chart: ChartAction,
    Codes: CodesAction,
    Table: TableAction,
    Weights: WeightsAction,
    Portfolio: PortfolioAction,
    Plan: PlanAction,
    Compare: CompareAction,
    Present: PresentAction,
    Room: RoomAction,
    Report: ReportAction,
}

/// What a button says: its words, and an icon before them where one helps.
pub struct Caption<'a> {
    icon: Option<&'a str>,
    label: &'a str,
}

impl<'a> From<&'a str> for Caption<'a> {
    fn from(label: &'a str) -> Self {
        Self { icon: None, label }
    }
}

impl<'a> From<&'a String> for Caption<'a> {
    fn from(label: &'a String) -> Self {
        Self::from(label.as_str())
    }
}

impl<'a> From<(&'a str, &'a str)> for Caption<'a> {
    fn from((icon, label): (&'a str, &'a str)) -> Self {
        Self {
            icon: Some(icon),
            label,
        }
    }
}

/// Widgets that push their action. Where an action takes work to build, the plain widget is asked and
/// the action built once it is clicked.
impl Actions {
    /// Adds an intent.
    pub fn send(&mut self, action: impl Into<Action>) {
        self.push(action.into());
    }

    /// Adds an intent where there is one.
    pub fn send_some(&mut self, action: Option<impl Into<Action>>) {
        if let Some(action) = action {
            self.send(action);
        }
    }

    /// A button with words.
    pub fn button<'a>(
        &mut self,
        ui: &mut Ui,
        kind: ButtonKind,
        caption: impl Into<Caption<'a>>,
        action: impl Into<Action>,
    ) {
        let Caption { icon, label } = caption.into();
        let action = action.into();
        let possible = is_possible(ui, &action);
        if action_button_if(ui, possible, kind, icon, label).clicked() {
            self.push(action);
        }
    }

    /// The button that most people want here.
    pub fn primary<'a>(
        &mut self,
        ui: &mut Ui,
        caption: impl Into<Caption<'a>>,
        action: impl Into<Action>,
    ) {
        self.button(ui, ButtonKind::Primary, caption, action);
    }

    /// Any other button.
    pub fn plain<'a>(
        &mut self,
        ui: &mut Ui,
        caption: impl Into<Caption<'a>>,
        action: impl Into<Action>,
    ) {
        self.button(ui, ButtonKind::Plain, caption, action);
    }

    /// A button that shows only an icon.
    pub fn icon(&mut self, ui: &mut Ui, icon: &str, name: &str, action: impl Into<Action>) {
        let action = action.into();
        // What is off already would fade twice.
        let possible = is_possible(ui, &action) || !ui.is_enabled();
        let button = |ui: &mut Ui| icon_button(ui, icon, name).clicked();
        if ui.add_enabled_ui(possible, button).inner {
            self.push(action);
        }
    }

    /// A command of the menus as a button, with the words and the icon of its row.
    pub fn command(&mut self, ui: &mut Ui, view: &View<'_>, command: MenuAction) {
        let label = command.text(view.language);
        let caption = Caption {
            icon: command.icon(),
            label,
        };
        self.plain(ui, caption, command);
    }

    /// The command as an entry of a menu; choosing it closes the menu.
    pub fn entry(&mut self, ui: &mut Ui, view: &View<'_>, command: MenuAction) {
        if menu_entry(ui, view, command).clicked() {
            self.send(command);
            ui.close();
        }
    }

    /// What came of a text field: a change of its text, and that it was left.
    pub fn field<A: Into<Action>>(
        &mut self,
        output: TextFieldOutput,
        change: impl FnOnce(String) -> A,
    ) {
        self.send_some(output.changed.map(change));
        self.left(&output.response);
    }

    /// What is dragged or typed into is left: the next edit is a step of its own.
    pub fn left(&mut self, response: &Response) {
        if response.lost_focus() || response.drag_stopped() {
            self.send(Action::LeaveField);
        }
    }
}

/// Whether an intent can be acted on: nothing changes what is read-only.
fn is_possible(ui: &Ui, action: &Action) -> bool {
    !(action.changes_document() && is_read_only(ui.ctx()))
}

/// An entry of a menu: icon, text, shortcut; ticked where it is the state in force.
pub fn menu_entry(ui: &mut Ui, view: &View<'_>, action: MenuAction) -> Response {
    let spec = action.spec();
    let label = action.text(view.language);
    let icon = if spec.in_force(view) {
        icon::CHECK_MARK
    } else {
        spec.icon.unwrap_or("\u{2003}")
    };
    let mut button = Button::new(format!("{icon}   {label}"))
        .wrap_mode(TextWrapMode::Extend)
        .min_size(Vec2::new(240.0, 28.0));
    if let Some(keys) = shortcut_text(ui.ctx(), action) {
        button = button.shortcut_text(keys);
    }
    let response = ui.add(button);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, label));
    response
}
