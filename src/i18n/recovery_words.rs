//! Words of unsaved work that is kept and offered again.

use crate::{edit::Changes, i18n::Language, storage::SaveError};

messages! {
    recovery_title => "Unsaved work was found", "发现未保存的工作";
    recovery_text => "This is in no file yet. Nothing is removed until you save or discard it", "这些内容尚未存入文件。在您保存或丢弃之前，不会删除任何内容";
    recovery_recover => "Recover", "恢复";
    recovery_compare => "Look at both", "对照查看";
    recovery_discard => "Discard", "丢弃";
    recovery_discard_sure(name: &str) => "Discard the unsaved work of {name} for good?", "确定彻底丢弃{name}的未保存内容吗？";
    recovery_discard_do => "Discard for good", "彻底丢弃";
    recovery_keep => "Keep", "保留";
    recovery_later => "Later", "以后再说";
    recovery_of(what: &str, name: &str) => "{what}: {name}", "{what}：{name}";
    recovery_today(time: &str) => "today, {time}", "今天{time}";
    recovery_moment(day: &str, time: &str) => "{day}, {time}", "{day} {time}";
    recovery_scores_one(name: &str) => "1 score in {name}", "{name}的1项评分";
    recovery_scores(count: usize, name: &str) => "{count} scores in {name}", "{name}的{count}项评分";
    recovery_more_one => "scores in one more enterprise", "另外1家企业的评分";
    recovery_more(count: usize) => "scores in {count} more enterprises", "另外{count}家企业的评分";
    recovery_added_one => "1 enterprise added", "新增1家企业";
    recovery_added(count: usize) => "{count} enterprises added", "新增{count}家企业";
    recovery_removed_one => "1 enterprise deleted", "删除1家企业";
    recovery_removed(count: usize) => "{count} enterprises deleted", "删除{count}家企业";
    recovery_otherwise_one(name: &str) => "other changes in {name}", "{name}的其他更改";
    recovery_otherwise(count: usize) => "other changes in {count} enterprises", "{count}家企业的其他更改";
    recovery_settings => "settings of the workbook", "工作簿的设置";
    recovery_since_save(changes: &str) => "{changes} since the last save", "上次保存之后：{changes}";
    recovery_never_saved(changes: &str) => "{changes}; never saved to a file", "{changes}；从未存入文件";
    recovery_unknown => "What changed is not known: its description is damaged", "描述已损坏，无法得知更改了什么";
    recovery_some_change => "changes", "有更改";
    recovered(name: &str) => "Recovered {name}. Save to keep it", "已恢复{name}。请保存以保留";
    crashed(path: &str) => "Resonance met a fault of its own last time. {path} says where in the program, and nothing of your data", "上次Resonance自身发生了故障。{path}只记录程序中的位置，不含您的数据";
    recovery_failed(reason: &str) => "Unsaved changes cannot be kept safe: {reason}. Save often; it is tried again by itself", "无法保全未保存的更改：{reason}。请经常保存；程序会自动重试";
    recovery_full => "the disk with your user folder is full", "用户文件夹所在磁盘已满";
    recovery_forbidden(path: &str) => "you may not write to {path}", "没有写入{path}的权限";
    recovery_other(path: &str, reason: &str) => "{path} could not be written: {reason}", "无法写入{path}，{reason}";
}

impl Language {
    /// When it was, from RFC 3339 in local time: the day and the minute, or only the minute of `today`.
    #[must_use]
    pub fn moment(self, when: &str, today: &str) -> String {
        self.moment_within(when, today, "20:31".len())
    }

    /// The same to the second, where several may be of one minute.
    #[must_use]
    pub fn second(self, when: &str, today: &str) -> String {
        self.moment_within(when, today, "20:31:05".len())
    }

    fn moment_within(self, when: &str, today: &str, digits: usize) -> String {
        let (day, time) = when.split_once('T').unwrap_or((when, ""));
        let time = time.get(..digits).unwrap_or(time);
        if day == today {
            self.recovery_today(time)
        } else {
            self.recovery_moment(day, time)
        }
    }

    /// What changed, as a part of a sentence.
    #[must_use]
    pub fn changes(self, changes: &Changes) -> String {
        let mut parts: Vec<String> = Vec::new();
        match changes.added {
            0 => {}
            1 => parts.push(self.recovery_added_one().to_owned()),
            count => parts.push(self.recovery_added(count)),
        }
        for (name, count) in &changes.scores {
            let name = self.named(name);
            parts.push(match count {
                1 => self.recovery_scores_one(name),
                count => self.recovery_scores(*count, name),
            });
        }
        let otherwise_one = self.recovery_otherwise_one(self.named(&changes.otherwise_first));
        for (count, one, several) in [
            (
                changes.more_scored,
                self.recovery_more_one(),
                self.recovery_more(changes.more_scored),
            ),
            (
                changes.removed,
                self.recovery_removed_one(),
                self.recovery_removed(changes.removed),
            ),
            (
                changes.otherwise,
                &otherwise_one,
                self.recovery_otherwise(changes.otherwise),
            ),
        ] {
            match count {
                0 => {}
                1 => parts.push(one.to_owned()),
                _ => parts.push(several),
            }
        }
        if changes.settings {
            parts.push(self.recovery_settings().to_owned());
        }
        if parts.is_empty() {
            parts.push(self.recovery_some_change().to_owned());
        }
        parts.join(self.name_joiner())
    }

    /// A name, or the word for having none.
    fn named(self, name: &str) -> &str {
        match name.trim() {
            "" => self.unnamed(),
            name => name,
        }
    }

    /// That unsaved work cannot be kept, and why.
    #[must_use]
    pub fn not_kept(self, error: &SaveError) -> String {
        let reason = match error {
            SaveError::Full { .. } => self.recovery_full().to_owned(),
            SaveError::Forbidden { path, .. } => {
                self.recovery_forbidden(&path.display().to_string())
            }
            SaveError::Failed { path, reason, .. } => {
                self.recovery_other(&path.display().to_string(), &self.system_reason(reason))
            }
            other => other.sentence(self),
        };
        self.recovery_failed(&reason)
    }
}
