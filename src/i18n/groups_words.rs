//! Words for who sees it differently, and for shows of hands.

use crate::{analysis::Concordance, i18n::Language};

messages! {
    way_hands => "Count hands", "举手统计";
    hands_text => "Ask for each level in turn and count the hands. The room sees the hands, so this is not hidden scoring; the result still waits for Reveal", "逐级询问并统计举手人数。举手是公开的，不属于背对背评分；但计算结果仍待揭示后显示";
    hands_counted_in => "Hands count in the mean and the consensus, one voice each. They are nobody’s own eight answers, so the interval and the agreement on order leave them out", "举手计入均值与一致度，每人一票；但无法对应某人的八项回答，因此不计入区间和排序一致性";
    hands_at(level: usize, factor: &str) => "Hands at level {level} of {factor}", "{factor}第{level}级的举手人数";
    hands_more(level: usize, factor: &str) => "One more hand at level {level} of {factor}", "{factor}第{level}级加一人";
    hands_clear(factor: &str) => "Clear the hands of {factor}", "清除{factor}的举手统计";
    hands_total(count: u32) => "Hands: {count}", "举手：{count}人";
    people_and_hands(people: usize, hands: u32) => "{people}, hands {hands}", "{people}，举手{hands}";
    hands_note(count: u32) => "Diamonds: hands shown in the room ({count})", "菱形：现场举手（{count}人）";
    no_interval_hands => "No interval: hands are counted in, and nobody knows whose eight answers they are", "无区间：其中含举手统计，无法得知各人的八项回答";
    apart_title => "Who sees it differently", "谁的看法不同";
    apart_far(name: &str, factor: &str, own: &str, others: &str) => "{name} on {factor}: {own}, the others {others}", "{name}对{factor}：{own}，其他人{others}";
    apart_nobody => "Nobody is more than one level from the others", "没有人与其他人相差超过一级";
    apart_names_hidden => "Names are hidden, so nobody is singled out", "姓名已隐藏，因此不点名";
    apart_groups => "Two groups compared", "两组比较";
    apart_group_first => "First group", "第一组";
    apart_group_second => "Second group", "第二组";
    apart_no_roles => "People need roles before groups can be compared (People and rounds)", "需先为人员填写角色才能比较（人员与轮次）";
    apart_group_row(first: &str, first_count: usize, second: &str, second_count: usize) => "{first} ({first_count}) against {second} ({second_count})", "{first}（{first_count}人）对{second}（{second_count}人）";
    apart_group_most(factor: &str, group: &str, levels: &str) => "Widest on {factor}: {group} see it {levels} levels more favourably", "分歧最大：{factor}，{group}的看法有利{levels}级";
    apart_group_one => "Groups of one person are not shown while names are hidden", "姓名隐藏时不显示仅一人的组";
    apart_group_none => "No factor was scored by both groups", "没有两组都评过的因素";
    role_none => "no role", "未填角色";
    reveal_everybody => "Everybody", "全体";
    reveal_by_role => "By role", "按角色";
    order_of(words: &str, value: &str) => "Order of the factors: {words} (Kendall’s W {value})", "因素排序：{words}（肯德尔W={value}）";
    order_little => "everybody has an order of their own", "各人排序不一";
    order_some => "a common thread, but many differences", "略有共识，但差异较多";
    order_much => "much alike", "大体一致";
    order_strong => "nearly one order", "几乎一致";
}

impl Language {
    /// Kendall's W in words.
    #[must_use]
    pub const fn concordance(self, band: Concordance) -> &'static str {
        match band {
            Concordance::Little => self.order_little(),
            Concordance::Some => self.order_some(),
            Concordance::Much => self.order_much(),
            Concordance::Strong => self.order_strong(),
        }
    }
}
