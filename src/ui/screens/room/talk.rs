//! Reveal, discuss, agree: what everybody said, where the room is apart, what it settles on.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::apart::{apart_ui, by_role as by_role_of, role_strips_ui};
use crate::{
    analysis::{ConsensusBand, RoundResult},
    edit::Command,
    model::{Agreed, Factor, Level, Polarity, Score},
    state::{Actions, RoomAction, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{ScreenMeasure, chart_ui, factor_hover_ui},
        widgets::{
            ButtonKind, LevelSlider, TextField, action_button, caption_line, card, choose_one,
            editable, subdued_line, text_line,
        },
    },
    wording::{factor_dots_chart, level_sentence},
};

pub(super) fn reveal_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(result), Some(enterprise)) = (view.result(), view.enterprise()) else {
        return;
    };
    let language = view.language;
    subdued_line(ui, language.reveal_text());
    let by_role = view.session.room.by_role;
    let ways = [
        (false, language.reveal_everybody()),
        (true, language.reveal_by_role()),
    ];
    ui.horizontal(|ui| {
        actions.send_some(choose_one(ui, &by_role, &ways).map(RoomAction::ByRole));
    });
    let hands = result.factors.iter().filter_map(|(_, found)| found.hands);
    if let Some(most) = hands.map(|hands| hands.total()).max() {
        caption_line(ui, &language.hands_note(most));
    }
    if by_role {
        let groups = by_role_of(view, enterprise);
        card(ui, |ui| {
            for factor in Factor::ALL {
                role_strips_ui(ui, view, &result, factor, &groups);
                ui.add_space(space::SMALL);
            }
        });
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for factor in Factor::ALL {
            strip_ui(ui, view, &result, factor, 44.0);
            consensus_ui(ui, view, &result, factor);
            ui.add_space(space::SMALL);
        }
    });
}

pub(super) fn discuss_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(result) = view.result() else { return };
    subdued_line(ui, view.language.discuss_text());
    timer_ui(ui, view, actions);
    for factor in widest_first(&result) {
        card(ui, |ui| {
            strip_ui(ui, view, &result, factor, 60.0);
            consensus_ui(ui, view, &result, factor);
            notes_ui(ui, view, factor);
        });
    }
    apart_ui(ui, view, actions, &result);
}

pub(super) fn agree_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(result) = view.result() else { return };
    subdued_line(ui, view.language.agree_text());
    for factor in widest_first(&result) {
        card(ui, |ui| {
            strip_ui(ui, view, &result, factor, 52.0);
            editable(ui, |ui| agreed_ui(ui, view, actions, &result, factor));
        });
    }
}

/// The factors with the least consensus first; those without any stay in model order at the end.
fn widest_first(result: &RoundResult) -> Vec<Factor> {
    let mut factors = Factor::ALL.to_vec();
    let apart = |factor: &Factor| result.factors[*factor].consensus.unwrap_or(2.0);
    factors.sort_by(|one, two| apart(one).total_cmp(&apart(two)));
    factors
}

/// Everybody's marks of one factor.
fn strip_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, factor: Factor, height: f32) {
    let size = vec2(ui.available_width(), height);
    let measure = ScreenMeasure(ui.ctx());
    let chart = factor_dots_chart(view.wording(), result, factor, size.into(), &measure);
    let name = view.language.dots_of(view.factor_name(factor));
    chart_ui(ui, &chart, size, &name, |ui, target| {
        factor_hover_ui(ui, view, result, target);
    });
}

fn consensus_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, factor: Factor) {
    let Some(consensus) = result.factors[factor].consensus else {
        return;
    };
    let band = ConsensusBand::of(consensus);
    let words = view.language.consensus(band);
    let colour = match band {
        ConsensusBand::TwoCamps | ConsensusBand::SpreadOut => ui.tokens().caution,
        ConsensusBand::MostlyAgreed | ConsensusBand::Agreed => ui.tokens().text_subdued,
    };
    let line = format!("{words} · {consensus:.2}");
    ui.label(RichText::new(line).font(text::caption()).color(colour));
}

/// What people noted on a factor.
fn notes_ui(ui: &mut Ui, view: &View<'_>, factor: Factor) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    for person in &enterprise.people {
        let response = round.response(person.id);
        let note = response.map_or("", |response| response.answers[factor].note());
        if !note.is_empty() {
            let name = view.person_name(enterprise, person);
            text_line(ui, &view.language.labelled(&name, note));
        }
    }
}

/// A timer that is only for the room; nothing depends on it.
fn timer_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    ui.horizontal(|ui| {
        let Some(ends) = view.session.room.talk_ends else {
            let label = (icon::RECENT, language.discuss_timer());
            actions.plain(ui, label, RoomAction::Timer);
            return;
        };
        let left = ends - ui.input(|input| input.time);
        let label = (icon::RECENT, language.discuss_timer_stop());
        actions.plain(ui, label, RoomAction::Timer);
        let (line, colour) = if left > 0.0 {
            let whole = left.ceil();
            let time = format!("{:.0}:{:02.0}", (whole / 60.0).floor(), whole % 60.0);
            ui.ctx()
                .request_repaint_after_secs((left.fract() as f32).max(0.05));
            (language.discuss_timer_left(&time), ui.tokens().text_strong)
        } else {
            (
                language.discuss_timer_over().to_owned(),
                ui.tokens().caution,
            )
        };
        ui.label(RichText::new(line).font(text::label()).color(colour));
    });
}

fn agreed_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
    factor: Factor,
) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let language = view.language;
    let words = view.knowledge.framework.of(factor);
    let agreed = round.agreed[factor].as_deref();
    let mut set = |agreed: Option<Agreed>| {
        actions.edit(Command::SetAgreed {
            enterprise: enterprise.id,
            round: round.id,
            factor,
            agreed,
        });
    };
    let score = agreed.map_or(Score::NotScored, |agreed| Score::Scored(agreed.level));
    let spoken = agreed.map_or_else(
        || language.value_not_scored().to_owned(),
        |agreed| level_sentence(language, words, agreed.level),
    );
    let name = language.agree_of(words.name.get(language));
    let slider = LevelSlider::new(&name, &spoken, score, factor.side()).better_to_the_right(factor);
    let dissent = agreed.map_or("", |agreed| agreed.dissent.as_str());
    let change = slider.show(ui).changed;
    ui.horizontal(|ui| {
        let low = format!("1 {}", words.low.get(language));
        let high = format!("5 {}", words.high.get(language));
        // Better is on the right, as on the marks above.
        let (left, right) = match factor.polarity() {
            Polarity::Direct => (low, high),
            Polarity::Inverse => (high, low),
        };
        caption_line(ui, &left);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            caption_line(ui, &right);
        });
    });
    match change {
        Some(Score::Scored(level)) => set(Some(Agreed {
            level,
            dissent: dissent.to_owned(),
        })),
        Some(Score::NotScored | Score::NotApplicable) => set(None),
        None => {}
    }
    let Some(agreed) = agreed else {
        // The nearest half level to the mean is what rooms settle on most.
        let mean = result.factors[factor].score;
        if let Some(mean) = mean {
            let near = Level::snapped(mean, 0.5);
            let label = language.agree_take(&format!("{:.1}", near.value()));
            if action_button(ui, ButtonKind::Plain, None, &label).clicked() {
                set(Some(Agreed {
                    level: near,
                    dissent: String::new(),
                }));
            }
        }
        return;
    };
    caption_line(ui, &spoken);
    ui.horizontal(|ui| {
        let label = language.agree_withdraw();
        if action_button(ui, ButtonKind::Plain, None, label).clicked() {
            set(None);
        }
        let label = language.dissent_of(words.name.get(language));
        let output = TextField::new(&label)
            .hint(language.agree_dissent())
            .width(ui.available_width() - space::SMALL)
            .show(ui, (round.id, factor, "dissent"), dissent);
        if let Some(dissent) = output.changed {
            set(Some(Agreed {
                level: agreed.level,
                dissent,
            }));
        }
    });
}
