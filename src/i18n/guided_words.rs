//! Words of the guided path.

messages! {
    screen_guided => "Questions", "问答";
    guided_title => "Answer questions", "回答问题";
    guided_short => "8 questions", "8个问题";
    guided_full => "All 32 questions", "全部32个问题";
    guided_progress(page: usize, pages: usize) => "Page {page} of {pages}", "第{page}页，共{pages}页";
    guided_pause => "Pause", "暂停";
    guided_back => "Back", "上一页";
    guided_skip => "Skip", "跳过";
    guided_not_applicable => "Does not apply to us", "与我们无关";
    guided_example(example: &str) => "For example: {example}", "例如：{example}";
    guided_enough => "Is this good enough for you?", "对您来说，这样够好了吗？";
    guided_enough_yes => "Yes, good enough", "够好了";
    guided_enough_no => "Not yet, it should get better", "还不够，应当更好";
    guided_stands(sentence: &str) => "Your answer: {sentence}", "您的回答：{sentence}";
    guided_now(level: &str) => "Scored {level} so far, between two answers", "目前评分为{level}，介于两个答案之间";
    guided_stands_open => "You have not answered this factor yet", "这一因素您还没有回答";
    guided_direct_counts(level: &str) => "Your overall answer ({level}) counts for this factor, not these single answers", "这一因素以您的总体评分（{level}）为准，而不是这里的单项回答";
    guided_let_indicators => "Let the single answers count", "改为以单项回答为准";
    guided_indicators_count(level: &str) => "Your single answers ({level}) count for this factor; answering here lets this answer count instead", "这一因素现以您的单项回答（{level}）为准；在此作答后将改以此为准";
    guided_let_direct => "Let my overall answer count", "改为以总体评分为准";
    guided_done => "That was the last question", "问题到此结束";
    guided_done_text(answered: usize, all: usize) => "{answered} of {all} questions are answered. You can go back to any of them", "共{all}个问题，已回答{answered}个。可随时返回修改";
    guided_see => "See where we stand", "看看我们处在什么位置";
    guided_open_factor(factor: &str) => "Go to {factor}", "转到{factor}";
    guided_choice(number: usize, sentence: &str) => "{number}: {sentence}", "{number}：{sentence}";
    guided_keys => "Keys: 1 to 5 answer, N does not apply, S skips, ← goes back", "按键：1至5作答，N不适用，S跳过，←返回";
    guided_who(name: &str, person: &str) => "{name} · {person}", "{name} · {person}";
    start_guided => "Answer eight questions", "回答八个问题";
    start_guided_text => "For owners: plain questions, no company data asked, and three next steps at the end. About ten minutes", "适合业主：问题通俗，不问企业资料，最后给出三个下一步。约十分钟";
}
