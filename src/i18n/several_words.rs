//! Words about a file that several windows, programs or computers have to do with.

use crate::{
    i18n::Language,
    storage::{Evidence, Holder},
};

messages! {
    read_only => "read-only", "只读";
    refused_read_only => "This workbook is open read-only here. Save a copy to change it, or take it over once the other window has closed it", "此工作簿在这里以只读方式打开。如需更改，请保存副本，或等另一个窗口关闭后接管";
    held_unknown => "Another window has this file open. Here it can only be read", "另一个窗口已打开此文件，在这里只能查看";
    held_here(program: &str, since: &str) => "This file is open in another window ({program}), since {since}. Here it can only be read", "此文件自{since}起在另一个窗口（{program}）中打开，在这里只能查看";
    held_there(who: &str, program: &str, since: &str) => "{who} has this file open ({program}), since {since}. Here it can only be read", "{who}自{since}起打开着此文件（{program}），在这里只能查看";
    held_noted(who: &str, program: &str, since: &str) => "A note beside this file says that {who} has it open ({program}), since {since}. Whether that still is so cannot be seen from here: take over if you know that it is not", "此文件旁的标记显示，{who}自{since}起打开着此文件（{program}）。从这里无法得知现在是否仍打开；如确知已关闭，即可接管";
    held_on(user: &str, computer: &str) => "{user} on {computer}", "{computer}上的{user}";
    held_somebody => "somebody", "有人";
    held_some_program => "an unknown program", "未知程序";
    held_some_time => "an unknown time", "某个时间";
    held_newer => "It was saved there meanwhile", "期间那边已保存过";
    held_free => "The other window has closed this file. Take it over to change it here", "另一个窗口已关闭此文件。接管后即可在这里更改";
    save_copy => "Save a copy…", "保存副本…";
    show_newest => "Show the newest", "显示最新内容";
    take_over => "Take over", "接管";
    taken_over => "This window has the file now: you can change it", "现在由本窗口使用此文件，可以更改了";
    two_sentences(one: &str, two: &str) => "{one}. {two}", "{one}。{two}";

    file_changed => "Somebody else has changed this file since this window read or wrote it", "在本窗口读写之后，此文件已被他人更改";
    file_gone => "The file is not there any more: it was moved or deleted, or its stick is not plugged in. What is open here may be the only copy", "文件已不在原处：可能被移动或删除，或所在的U盘未插入。这里打开的可能是唯一的副本";
    file_changed_at(path: &str) => "{path} is not as this window last read or wrote it. Nothing was saved yet", "{path}与本窗口上次读写时不同。尚未保存任何内容";
    file_compare_title(name: &str) => "Compare with {name} as it is now", "与现在的{name}对照";
    file_compare => "Compare…", "对照…";
    file_compare_text => "See what differs, decide, and go on with both in one", "查看差异并逐项决定，把两者合为一份继续工作";
    file_keep_both => "Keep both", "两份都保留";
    file_keep_both_text => "Save what is here beside it under a name of its own; the other one stays as it is", "把这里的内容以另一个名称存到旁边；那一份保持不变";
    file_reload => "Reload", "重新载入";
    file_reload_text => "Show what the file holds now; what is unsaved here is set aside and offered on Start", "显示文件现有的内容；这里未保存的内容会另行保留，可在“开始”页恢复";
    file_replace_text => "Put what is here in its place; the other one stays beside it as .bak", "用这里的内容替换它；那一份会以.bak保留在旁边";
    file_my_copy => "my copy", "我的副本";
    file_same => "The file holds the same as this window", "文件内容与本窗口相同";
    file_reloaded => "Shown as the file is now", "已显示文件现有的内容";
    file_save_again => "Save it again", "重新保存";
    file_save_elsewhere => "Save elsewhere…", "另存到别处…";
    reload_title => "Reload and set your changes aside?", "要重新载入并另行保留您的更改吗？";
    reload_text => "What is not saved here is set aside and offered on Start. Nothing of it is removed until you discard it", "这里未保存的内容会另行保留，可在“开始”页恢复。在您丢弃之前不会删除";
    not_set_aside => "Your changes could not be set aside, so everything stays as it is. Keep both instead", "无法另行保留您的更改，因此一切保持不变。请改用“两份都保留”";
    set_aside => "Your changes are set aside; Start offers them", "您的更改已另行保留，可在“开始”页恢复";

    copies_one(name: &str) => "Beside this file lies a copy with other content, as synchronising programs make them: {name}", "此文件旁有一份内容不同的副本，通常由同步程序生成：{name}";
    copies_several(count: usize, name: &str) => "Beside this file lie {count} copies with other content, as synchronising programs make them; the latest is {name}", "此文件旁有{count}份内容不同的副本，通常由同步程序生成；最新的是{name}";
    copies_merge => "Merge…", "合并…";
    copies_later => "Later", "以后再说";

    save_name_taken(path: &str) => "{path} was not saved: a file of that name is there already. Save under another name", "{path}未保存：已有同名文件。请另存为其他名称";
    save_open_elsewhere(path: &str) => "{path} was not saved: another window has it open. Close it there, or save under another name", "{path}未保存：另一个窗口已打开此文件。请先在那里关闭，或另存为其他名称";
}

impl Language {
    /// Who has a file, and what that means here; `since` is the moment in words.
    #[must_use]
    pub fn held(self, holder: &Holder, since: &str) -> String {
        let said = |text: &str, otherwise: &'static str| {
            let text = text.trim();
            if text.is_empty() {
                otherwise.to_owned()
            } else {
                text.to_owned()
            }
        };
        if *holder == Holder::default() {
            return self.held_unknown().to_owned();
        }
        let program = said(&holder.program, self.held_some_program());
        let since = said(since, self.held_some_time());
        let who = match (holder.user.trim(), holder.computer.trim()) {
            ("", "") => self.held_somebody().to_owned(),
            (user, "") => user.to_owned(),
            ("", computer) => computer.to_owned(),
            (user, computer) => self.held_on(user, computer),
        };
        match holder.evidence {
            Evidence::Noted => self.held_noted(&who, &program, &since),
            Evidence::Locked if holder.mine => self.held_here(&program, &since),
            Evidence::Locked => self.held_there(&who, &program, &since),
        }
    }
}
