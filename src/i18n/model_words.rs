//! Words for what the model computes: sides, bands, leads, classes, consensus.

use crate::{
    analysis::{Band, ConsensusBand, CoordinationClass, Lead},
    i18n::Language,
    model::{Confidence, Side, Size},
};

messages! {
    supply => "Supply", "供给侧";
    demand => "Demand", "需求侧";
    supply_subtitle => "the technology", "技术";
    demand_subtitle => "the enterprise", "企业";
    band_dissonant => "Dissonant", "不谐";
    band_faint => "Faint", "微弱";
    band_emerging => "Emerging", "初显";
    band_strong => "Strong", "较强";
    band_resonant => "Resonant", "共振";
    lead_supply => "Supply-led", "供给领先";
    lead_demand => "Demand-led", "需求领先";
    lead_in_step => "In step", "步调一致";
    consensus_two_camps => "Two camps: hear both ends before going on", "两派意见：先听完双方再继续";
    consensus_spread_out => "Spread out: worth the time", "意见分散：值得花时间讨论";
    consensus_mostly_agreed => "Mostly agreed", "基本一致";
    consensus_agreed => "Agreed", "一致";
    consensus_two_camps_short => "Two camps", "两派意见";
    consensus_spread_out_short => "Spread out", "意见分散";
    class_extreme_disorder => "Extreme disorder", "极度失调";
    class_serious_disorder => "Serious disorder", "严重失调";
    class_moderate_disorder => "Moderate disorder", "中度失调";
    class_mild_disorder => "Mild disorder", "轻度失调";
    class_near_disorder => "Near disorder", "濒临失调";
    class_bare_coordination => "Bare coordination", "勉强协调";
    class_primary_coordination => "Primary coordination", "初级协调";
    class_intermediate_coordination => "Intermediate coordination", "中级协调";
    class_good_coordination => "Good coordination", "良好协调";
    class_high_quality_coordination => "High-quality coordination", "优质协调";
    size_micro => "Micro (under 10 people)", "微型（10人以下）";
    size_small => "Small (10–49)", "小型（10–49人）";
    size_medium => "Medium (50–249)", "中型（50–249人）";
    size_large => "Large (250 and more)", "大型（250人及以上）";
    size_micro_short => "Micro", "微型";
    size_small_short => "Small", "小型";
    size_medium_short => "Medium", "中型";
    size_large_short => "Large", "大型";
    confidence_sure => "Sure", "确定";
    confidence_fairly_sure => "Fairly sure", "比较确定";
    confidence_guess => "A guess", "猜测";
}

impl Language {
    /// The side's name.
    #[must_use]
    pub const fn side(self, side: Side) -> &'static str {
        match side {
            Side::Supply => self.supply(),
            Side::Demand => self.demand(),
        }
    }

    /// The band's name.
    #[must_use]
    pub const fn band(self, band: Band) -> &'static str {
        match band {
            Band::Dissonant => self.band_dissonant(),
            Band::Faint => self.band_faint(),
            Band::Emerging => self.band_emerging(),
            Band::Strong => self.band_strong(),
            Band::Resonant => self.band_resonant(),
        }
    }

    /// Which side leads, as a short word.
    #[must_use]
    pub const fn lead(self, lead: Lead) -> &'static str {
        match lead {
            Lead::SupplyLed => self.lead_supply(),
            Lead::DemandLed => self.lead_demand(),
            Lead::InStep => self.lead_in_step(),
        }
    }

    /// The class of the coupling coordination degree.
    #[must_use]
    pub const fn coordination_class(self, class: CoordinationClass) -> &'static str {
        match class {
            CoordinationClass::ExtremeDisorder => self.class_extreme_disorder(),
            CoordinationClass::SeriousDisorder => self.class_serious_disorder(),
            CoordinationClass::ModerateDisorder => self.class_moderate_disorder(),
            CoordinationClass::MildDisorder => self.class_mild_disorder(),
            CoordinationClass::NearDisorder => self.class_near_disorder(),
            CoordinationClass::BareCoordination => self.class_bare_coordination(),
            CoordinationClass::PrimaryCoordination => self.class_primary_coordination(),
            CoordinationClass::IntermediateCoordination => self.class_intermediate_coordination(),
            CoordinationClass::GoodCoordination => self.class_good_coordination(),
            CoordinationClass::HighQualityCoordination => self.class_high_quality_coordination(),
        }
    }

    /// What the room hears about the consensus on a factor.
    #[must_use]
    pub const fn consensus(self, band: ConsensusBand) -> &'static str {
        match band {
            ConsensusBand::TwoCamps => self.consensus_two_camps(),
            ConsensusBand::SpreadOut => self.consensus_spread_out(),
            ConsensusBand::MostlyAgreed => self.consensus_mostly_agreed(),
            ConsensusBand::Agreed => self.consensus_agreed(),
        }
    }

    /// The same in one or two words, for narrow columns.
    #[must_use]
    pub const fn consensus_short(self, band: ConsensusBand) -> &'static str {
        match band {
            ConsensusBand::TwoCamps => self.consensus_two_camps_short(),
            ConsensusBand::SpreadOut => self.consensus_spread_out_short(),
            ConsensusBand::MostlyAgreed => self.consensus_mostly_agreed(),
            ConsensusBand::Agreed => self.consensus_agreed(),
        }
    }

    /// The size class.
    #[must_use]
    pub const fn size(self, size: Size) -> &'static str {
        match size {
            Size::Micro => self.size_micro(),
            Size::Small => self.size_small(),
            Size::Medium => self.size_medium(),
            Size::Large => self.size_large(),
        }
    }

    /// The size of an enterprise in one word, for columns.
    #[must_use]
    pub const fn size_short(self, size: Size) -> &'static str {
        match size {
            Size::Micro => self.size_micro_short(),
            Size::Small => self.size_small_short(),
            Size::Medium => self.size_medium_short(),
            Size::Large => self.size_large_short(),
        }
    }

    /// How sure a respondent is.
    #[must_use]
    pub const fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Sure => self.confidence_sure(),
            Confidence::FairlySure => self.confidence_fairly_sure(),
            Confidence::Guess => self.confidence_guess(),
        }
    }
}
