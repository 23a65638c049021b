//! Words of the Knowledge screen, and for what presets hold.

use crate::{
    i18n::Language,
    knowledge::{
        Area, Driver, Element, Group, Industry, Part, PresetError, PresetFault, ScenarioType,
        Stage, Topic, Value,
    },
    storage::{Fault, shortened},
};

messages! {
    stage_develop => "Design and breeding", "研发与育种";
    stage_produce => "Production", "生产";
    stage_assure => "Quality and upkeep", "质量与维护";
    stage_move => "Storage and transport", "仓储与运输";
    stage_sell => "Sales and service", "销售与服务";
    stage_manage => "Management", "管理";
    value_cost_quality => "Lower cost, better quality", "降本提质";
    value_innovation => "Business innovation", "业务创新";
    value_safety => "Safety", "安全保障";
    driver_product => "New product", "新产品";
    driver_model => "New model", "新模式";
    driver_capability => "New capability", "新能力";
    driver_business_form => "New business form", "新业态";
    element_laborers => "People and skill", "劳动者";
    element_means => "Devices and software", "劳动资料";
    element_objects => "Data and knowledge", "劳动对象";
    type_ai_for_science => "AI for science", "AI科研";
    type_simulation_design => "Simulation design", "仿真设计";
    type_production_scheduling => "Production scheduling", "生产调度";
    type_predictive_maintenance => "Predictive maintenance", "预测性维护";
    type_automated_control => "Automated control", "自动控制";
    type_intelligent_logistics => "Intelligent logistics", "智能物流";
    type_automated_warehousing => "Automated warehousing", "自动仓储";
    type_emergency_rescue => "Emergency rescue", "应急救援";
    type_monitoring_warning => "Monitoring and early warning", "监测预警";
    type_extreme_operation => "Extreme operation", "极限作业";
    area_research_design => "R&D and design", "研发设计";
    area_manufacturing => "Manufacturing operations", "生产制造";
    area_logistics => "Warehouse and logistics", "仓储物流";
    area_safety => "Safety assurance", "安全保障领域";
    area_other => "Also named in the report", "报告中还提到";
    group_innovation => "Innovation", "创新";
    group_data => "Data basis", "数据基础";
    group_governance => "Governance", "治理";
    group_ecosystem => "Ecosystem", "生态";
    topic_adoption => "Adoption", "采用情况";
    topic_data => "Data", "数据要素";
    topic_finance => "Finance", "融资";
    topic_talent => "Talent", "人才";
    topic_market => "Market", "市场";
    topic_computing => "Computing power", "算力";
    topic_economy => "Economy", "经济";
    part_element => "Elements of productive forces", "生产力三要素";
    part_driver => "New growth drivers", "新增长动力";
    part_vector => "Two vectors", "两个方向";
    part_value => "New value", "新价值";
    origin_ours => "Ours", "本软件";
    origin_preface => "Report, preface", "报告前言";
    origin_of_report(section: &str) => "Report, {section}", "报告{section}";
    origin_ours_after(section: &str) => "Ours, after the report’s {section}", "本软件，参照报告{section}";
    preset_wrong(file: &str, line: usize, entry: &str, fault: &str) => "{file}, line {line}, entry “{entry}”: {fault}", "{file}第{line}行，条目“{entry}”：{fault}";
    preset_wrong_nowhere(file: &str, line: usize, fault: &str) => "{file}, line {line}: {fault}", "{file}第{line}行：{fault}";
    preset_envelope(expected: &str, found: &str) => "it says “{found}”, but this program reads {expected}", "写的是“{found}”，本程序能读的是{expected}";
    preset_twice => "another entry has this id already", "已有相同编号的条目";
    preset_unlisted(id: &str) => "it refers to “{id}”, which no preset holds", "引用了不存在的“{id}”";
    preset_too_many(found: usize, most: usize) => "{found} entries are more than the {most} that are read, so none of them counts", "有{found}个条目，超过可读取的{most}个，全部未读入";
    preset_more(count: usize) => "and {count} more", "另有{count}处";
    preset_empty_text => "a text is empty; both languages are needed", "文字为空；两种语言都要填写";
    preset_too_large(limit: u64) => "it is larger than the {limit} MB that may still be read", "文件超过可读取的上限{limit} MB";
    preset_unreadable => "the file cannot be read; look at who may read it", "无法读取该文件，请检查读取权限";
    preset_built_in(said: &str) => "this preset of the program is wrong{said}; install the program anew", "程序自带的预设有误{said}，请重新安装程序";
    presets_wrong_count(count: usize) => "Left out of your presets: {count}. Knowledge says which and why", "您的预设中有{count}个条目未能读入，原因见“知识”页";
    screen_knowledge => "Knowledge", "知识";
    knowledge_title => "What is out there?", "有哪些可能？";
    knowledge_search => "Search everything, in both languages", "搜索全部内容（中英文均可）";
    knowledge_found(count: usize) => "{count} found", "找到{count}条";
    knowledge_found_none(query: &str) => "Nothing found for “{query}”", "没有找到“{query}”";
    tab_mechanism => "Mechanism", "机制";
    tab_scenarios => "Scenarios", "应用场景";
    tab_cases => "Cases", "案例";
    tab_challenges => "Challenges and measures", "挑战与对策";
    tab_figures => "Figures", "数据";
    mechanism_text => "How new productive forces form: choose a part to read what it is. The eight factors decide how far a technology spreads", "新质生产力如何形成：点选任一部分查看说明。八个因素决定技术能传播多远";
    mechanism_embedding => "Embedding: four supply and four demand factors", "嵌入：四个供给因素与四个需求因素";
    concerns(factors: &str) => "Concerns most: {factors}", "最相关的因素：{factors}";
    example => "Example", "示例";
    filter_all => "All", "全部";
    filter_value => "New value", "新价值";
    filter_driver => "Growth driver", "增长动力";
    filter_ready(name: &str) => "Only where {name} has all it needs", "只看{name}已具备条件的";
    scenarios_text => "Sub-sectors down, stages of the value chain across; marks show the new value each brings", "纵向为行业，横向为价值链阶段；标记表示带来的新价值";
    scenarios_none => "No scenario matches these filters", "没有符合筛选条件的场景";
    scenario_facts(sector: &str, stage: &str) => "{sector} · {stage}", "{sector} · {stage}";
    compare_with(name: &str) => "Judged by the scores of {name} (ours)", "按{name}的评分判断（本软件）";
    needs_level(factor: &str, level: u8) => "{factor} at {level} or better", "{factor}达到{level}分或更好";
    has_score(score: &str) => "now {score}", "现为{score}";
    no_firm => "Choose an enterprise to compare with", "选择一家企业进行对照";
    cases_text => "Four areas, ten types of high-value scenarios, with the figures the report gives", "四个领域、十类高价值场景，数据来自报告";
    challenges_title => "Challenges", "挑战";
    countermeasures_title => "Countermeasures", "对策";
    challenges_text => "Choose a challenge, a measure or a factor: what belongs to it stands out", "点选挑战、对策或因素，相关内容会突出显示";
    sign => "You notice it when", "您会这样察觉";
    presses_on(factors: &str) => "Presses on: {factors}", "影响：{factors}";
    lifts(factors: &str) => "Lifts: {factors}", "改善：{factors}";
    figures_text => "Figures of the report, as printed, with their source: context, never a norm for your scores", "报告中的数据，按原文列出并注明来源：仅供参考，不是评分标准";
    printed_note(note: &str) => "As printed: {note}", "按原文：{note}";
    source_named(source: &str, year: &str) => "{source}, {year}", "{source}，{year}";
    own_presets(folder: &str) => "Your own entries: put preset files into {folder}", "自有条目：将预设文件放入{folder}";
    detail_close => "Close the entry", "关闭条目";
    choose_entry => "Choose an entry to read more", "点选条目查看详情";
    presets_wrong_title => "Left out of your presets", "您的预设中未读入的条目";
}

impl Language {
    /// A stage of the value chain.
    #[must_use]
    pub const fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Develop => self.stage_develop(),
            Stage::Produce => self.stage_produce(),
            Stage::Assure => self.stage_assure(),
            Stage::Move => self.stage_move(),
            Stage::Sell => self.stage_sell(),
            Stage::Manage => self.stage_manage(),
        }
    }

    /// A kind of new value.
    #[must_use]
    pub const fn value(self, value: Value) -> &'static str {
        match value {
            Value::CostQuality => self.value_cost_quality(),
            Value::Innovation => self.value_innovation(),
            Value::Safety => self.value_safety(),
        }
    }

    /// A growth driver.
    #[must_use]
    pub const fn driver(self, driver: Driver) -> &'static str {
        match driver {
            Driver::Product => self.driver_product(),
            Driver::Model => self.driver_model(),
            Driver::Capability => self.driver_capability(),
            Driver::BusinessForm => self.driver_business_form(),
        }
    }

    /// An element of productive forces.
    #[must_use]
    pub const fn element(self, element: Element) -> &'static str {
        match element {
            Element::Laborers => self.element_laborers(),
            Element::Means => self.element_means(),
            Element::Objects => self.element_objects(),
        }
    }

    /// A type of high-value scenario.
    #[must_use]
    pub const fn scenario_type(self, scenario_type: ScenarioType) -> &'static str {
        match scenario_type {
            ScenarioType::AiForScience => self.type_ai_for_science(),
            ScenarioType::SimulationDesign => self.type_simulation_design(),
            ScenarioType::ProductionScheduling => self.type_production_scheduling(),
            ScenarioType::PredictiveMaintenance => self.type_predictive_maintenance(),
            ScenarioType::AutomatedControl => self.type_automated_control(),
            ScenarioType::IntelligentLogistics => self.type_intelligent_logistics(),
            ScenarioType::AutomatedWarehousing => self.type_automated_warehousing(),
            ScenarioType::EmergencyRescue => self.type_emergency_rescue(),
            ScenarioType::MonitoringWarning => self.type_monitoring_warning(),
            ScenarioType::ExtremeOperation => self.type_extreme_operation(),
        }
    }

    /// An area of high-value scenarios.
    #[must_use]
    pub const fn area(self, area: Area) -> &'static str {
        match area {
            Area::ResearchDesign => self.area_research_design(),
            Area::Manufacturing => self.area_manufacturing(),
            Area::Logistics => self.area_logistics(),
            Area::Safety => self.area_safety(),
            Area::Other => self.area_other(),
        }
    }

    /// A group of countermeasures.
    #[must_use]
    pub const fn group(self, group: Group) -> &'static str {
        match group {
            Group::Innovation => self.group_innovation(),
            Group::Data => self.group_data(),
            Group::Governance => self.group_governance(),
            Group::Ecosystem => self.group_ecosystem(),
        }
    }

    /// What a reference figure is about.
    #[must_use]
    pub const fn topic(self, topic: Topic) -> &'static str {
        match topic {
            Topic::Adoption => self.topic_adoption(),
            Topic::Data => self.topic_data(),
            Topic::Finance => self.topic_finance(),
            Topic::Talent => self.topic_talent(),
            Topic::Market => self.topic_market(),
            Topic::Computing => self.topic_computing(),
            Topic::Economy => self.topic_economy(),
        }
    }

    /// A part of the mechanism.
    #[must_use]
    pub const fn part(self, part: Part) -> &'static str {
        match part {
            Part::Element => self.part_element(),
            Part::Driver => self.part_driver(),
            Part::Vector => self.part_vector(),
            Part::Value => self.part_value(),
        }
    }

    /// One of the three industries.
    #[must_use]
    pub const fn industry(self, industry: Industry) -> &'static str {
        match industry {
            Industry::Primary => self.industry_primary(),
            Industry::Secondary => self.industry_secondary(),
            Industry::Tertiary => self.industry_tertiary(),
        }
    }

    /// Where an entry is from: a section of the report, ours, or ours after one.
    #[must_use]
    pub fn origin(self, origin: &str) -> String {
        let origin = match self {
            Self::English => origin.to_owned(),
            Self::Chinese => origin.replace("fig. ", "图"),
        };
        let origin = origin.as_str();
        match origin.strip_prefix("ours") {
            None if origin == "Preface" => self.origin_preface().to_owned(),
            None => self.origin_of_report(origin),
            Some(after) => match after.strip_prefix(", after ") {
                Some(section) => self.origin_ours_after(section),
                None => self.origin_ours().to_owned(),
            },
        }
    }

    /// What is wrong in a preset, in a sentence that names file, line and entry.
    #[must_use]
    pub fn preset_error(self, error: &PresetError) -> String {
        let fault = match &error.fault {
            PresetFault::Text(fault) => self.fault(&Fault::from(fault.as_ref().clone())),
            PresetFault::EmptyText => self.preset_empty_text().to_owned(),
            PresetFault::Envelope { expected, found } => {
                self.preset_envelope(&self.quoted(expected), &shortened(found))
            }
            PresetFault::Twice => self.preset_twice().to_owned(),
            PresetFault::Unlisted(id) => self.preset_unlisted(&shortened(id)),
            PresetFault::TooLarge(limit) => self.preset_too_large(*limit),
            PresetFault::NotText => self.fault_not_utf8().to_owned(),
            PresetFault::Unreadable => self.preset_unreadable().to_owned(),
            PresetFault::BuiltIn(reason) => self.preset_built_in(&self.said(reason)),
            PresetFault::TooMany(found) => {
                self.preset_too_many(*found, crate::knowledge::MOST_ENTRIES)
            }
            // The place is that of the last error that is shown and says nothing here.
            PresetFault::More(count) => return self.preset_more(*count),
        };
        if error.entry.is_empty() {
            self.preset_wrong_nowhere(&error.file, error.line, &fault)
        } else {
            let entry = shortened(&error.entry);
            self.preset_wrong(&error.file, error.line, &entry, &fault)
        }
    }
}
