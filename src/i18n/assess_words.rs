//! Words of the Assess screen and of the charts.

messages! {
    scoring_as => "Scoring", "评分人";
    round => "Round", "轮次";
    no_enterprise => "No enterprise is open", "没有打开的企业";
    no_enterprise_text => "Add the first enterprise to score its eight factors", "添加第一家企业，为它的八个因素评分";
    slider_of(factor: &str) => "Score of {factor}", "{factor}的评分";
    set_not_scored => "Set to not scored", "设为未评分";
    set_not_applicable => "Set to not applicable", "设为不适用";
    not_applicable_text => "Leaves its side; the other factors count more", "不计入本侧，其余因素的权重相应提高";
    inverse_hint => "1 is best here", "此项1为最好";
    indicators_of(factor: &str) => "Indicators, note and confidence for {factor}", "{factor}的指标、备注与把握程度";
    indicators_count_now => "Indicators count", "按指标计分";
    direct_counts_now => "Slider counts", "按滑块计分";
    indicators_too_few => "At least two thirds of the indicators need an answer", "至少需要回答三分之二的指标";
    indicators_mean(mean: &str) => "Mean of the indicators: {mean}", "指标均值：{mean}";
    note_hint => "What is this score based on?", "这个评分依据什么？";
    note_of(factor: &str) => "Note on {factor}", "{factor}的备注";
    confidence_label => "How sure?", "把握程度";
    confidence_none => "not said", "未说明";
    report_example => "The report’s example", "报告中的例子";
    origin_report(section: &str) => "Factor and meaning: report, {section}. Level sentences: ours", "因素及含义：报告{section}；等级描述：本软件";
    inverse_note => "Charts draw it turned round, so that outward is always better", "图中已反向绘制，越向外越好";
    level_named(level: &str, sentence: &str) => "Level {level}: {sentence}", "{level}级：{sentence}";
    value_not_scored => "not scored", "未评分";
    value_not_applicable => "not applicable", "不适用";

    answer_title => "Resonance", "共振指数";
    as_if(level: &str) => "as if every answer were {level}", "相当于每项都答{level}";
    ours_note => "The index and its bands are ours, not the report’s", "指数与分档由本软件设计，并非报告内容";
    supply_leads_by(levels: &str) => "Supply leads by {levels} levels", "供给领先{levels}级";
    demand_leads_by(levels: &str) => "Demand leads by {levels} levels", "需求领先{levels}级";
    in_step_by(levels: &str) => "In step, {levels} levels apart", "步调一致，相差{levels}级";
    scored_count(count: usize) => "{count} of 8 scored", "已评8项中的{count}项";
    missing_count(count: usize) => "{count} missing", "缺{count}项";
    not_applicable_count(count: usize) => "{count} not applicable", "{count}项不适用";
    people_count(count: usize) => "{count} people", "{count}人";
    person_count_none => "nobody yet", "尚无人评分";
    person_count_one => "1 person", "1人";
    incomplete_title => "Not complete yet", "尚未完成";
    incomplete_text(count: usize) => "Score {count} more to see the resonance", "再评{count}项即可看到共振指数";
    incomplete_text_one => "Score one more factor to see the resonance", "再评1项即可看到共振指数";
    all_people => "all respondents together", "所有受访者合计";
    outward_better => "Outward is always better", "越向外越好";
    outward => "outward = ", "向外 = ";
    as_scored(value: &str) => "as scored {value}", "原始评分{value}";
    agreed_mark => "agreed", "商定";
    picture_radar => "Radar", "雷达图";
    picture_sides => "Two sides", "两侧";
    picture_dots => "Dots", "点图";
    radar_of(name: &str) => "Radar of {name}", "{name}的雷达图";
    dots_of(name: &str) => "Dots of {name}", "{name}的点图";
    gauge_of(value: &str, band: &str) => "Resonance {value} of 100, {band}", "共振指数{value}（满分100），{band}";
    gauge_empty => "No resonance value yet", "尚无共振指数";
}
