//! Words of earlier versions of a workbook.

use crate::{i18n::Language, storage::Occasion};

messages! {
    versions_menu => "Earlier versions…", "较早的版本…";
    versions_title => "Earlier versions", "较早的版本";
    versions_text => "Up to 20 states of this workbook, the latest first. They are kept on this machine, for you alone, and are sent nowhere", "本工作簿最近20个以内的状态，最新的在前。它们保存在本机，仅供您本人使用，不会发送到任何地方";
    versions_none => "There is no earlier version yet: one is kept each time this workbook is saved with changes", "还没有较早的版本：每次保存有更改的工作簿时会保留一个";
    versions_looking => "Looking…", "正在查找…";
    versions_damaged_one => "1 version is damaged and is left out", "有1个版本已损坏，未列出";
    versions_damaged(count: usize) => "{count} versions are damaged and are left out", "有{count}个版本已损坏，未列出";
    versions_saved => "saved", "保存时";
    versions_opened_as => "as it was opened", "打开时";
    versions_recovered => "recovered", "恢复时";
    versions_given_up => "closed without saving", "未保存即关闭时";
    versions_as(name: &str) => "as {name}", "名为{name}";
    versions_same => "The same as now", "与现在相同";
    versions_since(changes: &str) => "Changed since: {changes}", "此后的更改：{changes}";
    versions_copy => "Open as a copy", "作为副本打开";
    versions_title_of_copy(name: &str, moment: &str) => "{name}, as of {moment}", "{name}（{moment}的版本）";
    versions_opened(name: &str) => "Opened as a copy; {name} is as it was. Save to keep the copy", "已作为副本打开；{name}保持原样。请保存以保留副本";
    versions_forget => "Delete all of them", "全部删除";
    versions_forget_sure => "Delete all earlier versions of this workbook for good? The workbook itself stays", "确定彻底删除本工作簿所有较早的版本吗？工作簿本身会保留";
    versions_forget_do => "Delete for good", "彻底删除";
    versions_stay => "Not all earlier versions could be deleted", "有些较早的版本无法删除";
    versions_broke => "The earlier versions could not be read: a fault of Resonance itself", "无法读取较早的版本：Resonance自身发生故障";
    versions_compared(moment: &str) => "Now and {moment}", "现在与{moment}";
    versions_compared_text(added: usize, changed: usize) => "Only then: {added}. Different now: {changed}", "只在当时有：{added}项；现在不同：{changed}项";
    versions_kept => "What differs stays as it is now unless you take what was then", "不同之处保持现状，除非您选择当时的内容";
    versions_now => "Now", "现在";
    versions_then => "Then", "当时";
    versions_all_now => "All as now", "全部保持现状";
    versions_all_then => "All as then", "全部恢复当时";
    versions_different => "Different now", "现在不同";
    versions_take => "Take over", "采用";
}

impl Language {
    /// Why a version was kept.
    #[must_use]
    pub const fn occasion(self, occasion: Occasion) -> &'static str {
        match occasion {
            Occasion::Saved => self.versions_saved(),
            Occasion::Opened => self.versions_opened_as(),
            Occasion::Recovered => self.versions_recovered(),
            Occasion::GivenUp => self.versions_given_up(),
        }
    }
}
