//! Words of the session in a room.

use crate::{i18n::Language, model::Stage};

messages! {
    stage_name_open => "no session", "无研讨";
    stage_name_define => "Define", "定义";
    stage_name_score => "Score", "评分";
    stage_name_reveal => "Reveal", "揭示";
    stage_name_discuss => "Discuss", "讨论";
    stage_name_agree => "Agree", "商定";
    screen_room => "Room", "研讨";
    room_title => "Room session", "研讨会";
    room_intro => "Five steps: settle the words, score unseen, reveal together, talk about the widest factor first, write down what was agreed", "五个步骤：统一理解、背对背评分、同时揭示、先谈分歧最大的因素、记下商定结果";
    room_begin => "Begin with this round", "从本轮开始";
    room_next_round => "Begin another round", "开始新一轮";
    room_end => "End the session", "结束研讨";
    room_hidden => "Scores are hidden until the room reveals them", "评分在揭示之前不显示";
    room_hidden_text => "Hidden on screen, in exports and for screen readers. The file itself is not encrypted", "屏幕、导出和读屏均不显示；文件本身并未加密";
    room_go => "Go to the room", "前往研讨";
    room_go_on(stage: &str) => "Go on: {stage}", "下一步：{stage}";
    define_text => "Read each factor aloud and settle what its levels mean here, before anybody scores", "评分之前，逐项朗读并统一各等级在本企业的含义";
    way_laptop => "Pass the laptop", "轮流使用电脑";
    way_grid => "Type a grid", "表格录入";
    score_progress(done: usize, all: usize) => "{done} of {all} have answered", "共{all}人，已答{done}人";
    score_state_none => "has not answered", "未作答";
    score_state_some(count: usize) => "answered {count} of 8", "已答8项中的{count}项";
    score_hand_to(name: &str) => "Hand the laptop to {name}", "把电脑交给{name}";
    score_as(name: &str) => "Scoring: {name}", "评分人：{name}";
    score_done => "Done, hide my answers", "完成并隐藏";
    hand_title(name: &str) => "Please hand the laptop to {name}", "请把电脑交给{name}";
    hand_text => "Nobody else’s answers are shown", "不会显示其他人的回答";
    hand_again => "There are answers already. They are not shown; going on starts blank", "已有回答，不会显示；继续将从空白开始";
    hand_back(keys: &str) => "{keys} leads the facilitator back to the room at any time", "主持人可随时按{keys}返回研讨";
    firm_and_technology(firm: &str, technology: &str) => "{firm} · {technology}", "{firm} · {technology}";
    score_keys => "Keys: 1 to 5 score, up and down move, Enter goes on to the next open one and ends with “Done”", "按键：1至5评分，上下键移动，Enter跳到下一个未答项，全部答完后即完成";
    ask_incomplete(done: usize, all: usize, question: &str) => "{done} of {all} have answered everything. {question}", "共{all}人，{done}人已全部答完。{question}";
    ask_complete(question: &str) => "Everybody has answered everything. {question}", "所有人都已全部答完。{question}";
    ask_reveal => "Reveal?", "现在揭示吗？";
    ask_end => "End the session and show the scores?", "结束研讨并显示评分吗？";
    ask_stage(stage: &str) => "Go on to “{stage}” and show the scores?", "进入“{stage}”并显示评分吗？";
    ask_step => "Show the scores?", "现在显示评分吗？";
    ask_open(names: &str) => "Not finished: {names}", "尚未答完：{names}";
    ask_partly(name: &str, count: usize) => "{name} ({count} of 8)", "{name}（8项中的{count}项）";
    ask_hands(count: usize) => "Hands were counted on {count} of 8 factors", "已统计8个因素中{count}个的举手";
    ask_show => "Show the scores", "显示评分";
    ask_keep => "Keep them hidden", "继续隐藏";
    ask_whether(what: &str) => "{what}?", "{what}吗？";
    ask_answers_go(count: usize) => "Answers that go with it: {count}", "随之删除的答案：{count}条";
    ask_undo_brings_back => "Undo brings them back", "撤销可以恢复";
    hand_me(name: &str) => "I am {name}", "我是{name}";
    people_paste => "Paste people…", "粘贴人员名单…";
    people_paste_title => "Add people, one to a line", "添加人员，每行一人";
    people_paste_text => "A role may follow behind a comma or tab", "姓名后可用逗号或制表符注明角色";
    people_paste_add(count: usize) => "Add {count}", "添加{count}人";
    grid_text => "Keys: 1 to 5 and on, Shift for half a level more, N does not apply, Delete clears, arrows move; paste a block from a spreadsheet", "按键：1至5并前进，按住Shift多半级，N不适用，Delete清除，方向键移动；可从电子表格粘贴";
    grid_cell(person: &str, factor: &str, value: &str) => "{person}, {factor}: {value}", "{person}，{factor}：{value}";
    grid_cell_hidden => "answered, hidden", "已答，隐藏";
    paste_wrong(row: usize, column: usize, found: &str) => "Row {row}, column {column} of what was pasted is no score: “{found}”. Nothing was taken in", "粘贴内容第{row}行第{column}列不是评分：“{found}”。未录入任何内容";
    paste_row_left_out => "1 row left out: there is nobody for it", "略去1行：没有对应的人员";
    paste_rows_left_out(count: usize) => "{count} rows left out: there is nobody for them", "略去{count}行：没有对应的人员";
    paste_cells_left_out(count: usize) => "Left out beyond the last factor: {count}", "略去最后一个因素之后的单元格：{count}个";
    paste_blank(count: usize) => "Blank, and changed nothing: {count}", "空白而未作改动的单元格：{count}个";
    paste_left(what: &str) => "Pasted. {what}", "已粘贴。{what}";
    reveal_text => "Every mark is one person. Look before you talk", "每个标记代表一个人。先看，再谈";
    discuss_text => "The widest factor first. Hear both ends before the middle", "先谈分歧最大的因素；先听两端，再听中间";
    discuss_timer => "Three minutes", "三分钟";
    discuss_timer_stop => "Stop", "停止";
    discuss_timer_left(time: &str) => "{time} left", "剩余{time}";
    discuss_timer_over => "Time is up", "时间到";
    agree_text => "What was agreed stands in place of the mean; the dissent is kept beside it", "商定分取代均值；不同意见一并保留";
    agree_take(level: &str) => "Take {level}", "采用{level}";
    agree_withdraw => "Withdraw", "撤回";
    agree_dissent => "Who sees it otherwise, and why", "谁有不同看法，为什么";
    agree_of(factor: &str) => "Agreed score of {factor}", "{factor}的商定分";
    dissent_of(factor: &str) => "Dissent on {factor}", "对{factor}的不同意见";
    see_results => "See the results", "查看结果";
    hide_people => "Hide people’s names", "隐藏姓名";
    use_aliases => "Use aliases of enterprises", "使用企业代称";
    alias_label => "Alias", "代称";
}

impl Language {
    /// What of a pasted block was not taken in: rows without a person, cells without a factor, blank cells.
    /// `None` where everything was.
    #[must_use]
    pub fn paste_partly(self, rows: usize, cells: usize, blank: usize) -> Option<String> {
        let mut parts = Vec::new();
        match rows {
            0 => {}
            1 => parts.push(self.paste_row_left_out().to_owned()),
            rows => parts.push(self.paste_rows_left_out(rows)),
        }
        if cells > 0 {
            parts.push(self.paste_cells_left_out(cells));
        }
        if blank > 0 {
            parts.push(self.paste_blank(blank));
        }
        let between = match self {
            Self::English => "; ",
            Self::Chinese => "；",
        };
        (!parts.is_empty()).then(|| self.paste_left(&parts.join(between)))
    }

    /// A step of the session.
    #[must_use]
    pub const fn stage_name(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Open => self.stage_name_open(),
            Stage::Define => self.stage_name_define(),
            Stage::Score => self.stage_name_score(),
            Stage::Reveal => self.stage_name_reveal(),
            Stage::Discuss => self.stage_name_discuss(),
            Stage::Agree => self.stage_name_agree(),
        }
    }
}
