//! Words of reports on paper.

messages! {
    report_of(firm: &str, round: &str) => "{firm} · {round}", "{firm} · {round}";
    report_foot => "Factors and cases: China Mobile Think Tank’s research report. Scale, index, bands, reasons and steps: Resonance", "因素与案例：中国移动智库研究报告。量表、指数、分档、原因与步骤：Resonance";
    report_foot_by(foot: &str, who: &str) => "{foot} · {who}", "{foot} · {who}";
    report_line(parts: &str, part: &str) => "{parts} · {part}", "{parts} · {part}";
    report_round_on(round: &str, date: &str) => "{round} ({date})", "{round}（{date}）";
    report_respondents(count: usize) => "{count} respondents", "{count}位受访者";
    report_respondent_one => "1 respondent", "1位受访者";
    report_sentences(one: &str, more: &str) => "{one}. {more}", "{one}。{more}";
    report_no_round => "Nothing has been asked yet", "还没有任何评估";
    report_hidden => "Scoring is under way", "正在评分";
    report_scored(count: usize) => "{count} of 8 factors scored", "8个因素中已评{count}个";
    report_scale_of(number: &str, band: &str) => "Resonance index {number} of 100, {band}", "共振指数{number}（满分100），{band}";
    report_scale_between(scale: &str, low: &str, high: &str) => "{scale}, between {low} and {high} with 90 % certainty", "{scale}，90%区间为{low}至{high}";
    report_radar => "Supply (round marks) and demand (square marks), 1 to 5; outward is always better", "供给侧（圆点）与需求侧（方点），1至5，越向外越好";
    report_apart => "Where you disagree", "分歧在哪里";
    report_apart_none => "Nowhere far apart", "没有明显分歧";
    report_steps => "Next steps", "下一步";
    report_step => "Step", "步骤";
    report_gain => "Gain", "增益";
    report_steps_caption => "Gain: points of the index if the step lifts its factor, others equal. Blank cells are for your pen", "增益：该步骤改善其因素、其他不变时，指数提高的分数。空格可用笔填写";
    report_box(step: &str) => "□ {step}", "□ {step}";
    report_gain_points(points: &str) => "+{points}", "+{points}";
    report_case(who: &str, name: &str) => "{who} – {name}", "{who}：{name}";
}
