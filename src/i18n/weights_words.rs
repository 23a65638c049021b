//! Words of the page on weights.

messages! {
    weights_open => "Weights of the factors…", "因素权重…";
    weights_title => "Weights of the factors", "因素权重";
    weights_text => "How much each factor counts inside its side; the two sides always count alike. Weights are a judgement, so they have names and every result says which it used", "各因素在所属一侧中所占的分量；两侧始终同等重要。权重是一种判断，因此有名称，每个结果都会注明所用权重";
    weights_equal => "Equal", "等权";
    weights_in_force => "In force", "使用中";
    weights_use => "Use these weights", "使用这组权重";
    weights_by_points => "New by points", "按分数新建";
    weights_by_pairs => "New by comparing pairs", "按两两比较新建";
    weights_name => "Name of the weights", "权重名称";
    weights_delete(name: &str) => "Delete {name}", "删除{name}";
    new_weights_name(number: usize) => "Weights {number}", "权重{number}";
    weights_points_text => "Give the factor whose swing from worst to best matters most 100 points, the others fewer", "从最差到最好影响最大的因素给100分，其余酌情少给";
    weights_points_of(factor: &str) => "Points of {factor}", "{factor}的分数";
    weights_pairs_text => "For each pair, which one matters more, and how many times as much (Saaty's scale, 1 to 9)", "对每一对因素，判断哪个更重要、重要几倍（萨蒂标度，1至9）";
    weights_pair_alike(one: &str, two: &str) => "{one} and {two} matter alike", "{one}与{two}同等重要";
    weights_pair_more(one: &str, times: &str, two: &str) => "{one} matters {times} times as much as {two}", "{one}的重要性是{two}的{times}倍";
    weights_consistent(ratio: &str) => "These judgements fit together (consistency ratio {ratio}, up to 0.10)", "各项判断相互一致（一致性比率{ratio}，不超过0.10）";
    weights_inconsistent(ratio: &str) => "These judgements contradict one another (consistency ratio {ratio}, over 0.10)", "各项判断相互矛盾（一致性比率{ratio}，超过0.10）";
    weights_revisit(one: &str, two: &str, judged: &str, fitting: &str) => "Look again at {one} and {two}: judged {judged}, the others suggest {fitting}", "请重新考虑{one}与{two}：判断为{judged}，其他判断提示{fitting}";
    weights_effect(firm: &str, before: &str, after: &str) => "R of {firm}: {before} with equal weights, {after} with these", "{firm}的R：等权时{before}，用这组权重时{after}";
    weights_used(name: &str) => "Weights: {name}", "权重：{name}";
    weights_source => "Source: principal eigenvector and random index of Saaty 1980; points are scaled to sum to 1 inside a side (ours)", "来源：萨蒂1980的主特征向量与随机指标；分数在每侧内归一化（本产品设定）";
    weights_unnamed => "Unnamed weights", "未命名权重";
}
