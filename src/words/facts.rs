//! Facts, evidence labels and sources in words.

use crate::content::evidence::Label;
use crate::content::facts::FactId;
use crate::content::sources::SourceId;
use crate::tr;

by_id! {
    /// A fact, as the app tells it.
    pub fn fact(FactId in facts) {
        H1 = h1,
        H2 = h2,
        H3 = h3,
        H4 = h4,
        H5 = h5,
        H6 = h6,
        K1 = k1,
        K2 = k2,
        K3 = k3,
        K4 = k4,
        K5 = k5,
        K6 = k6,
        T1 = t1,
        T2 = t2,
        T3 = t3,
        T4 = t4,
        T5 = t5,
    }
}

/// The note that belongs to a fact, where one does.
pub fn note(fact: FactId) -> Option<&'static str> {
    Some(match fact {
        FactId::H1 => tr!(facts.h1_note),
        FactId::H2 => tr!(facts.h2_note),
        FactId::H3 => tr!(facts.h3_note),
        FactId::H4 => tr!(facts.h4_note),
        FactId::H5 => tr!(facts.h5_note),
        FactId::K1 => tr!(facts.k1_note),
        FactId::K2 => tr!(facts.k2_note),
        FactId::K3 => tr!(facts.k3_note),
        FactId::K4 => tr!(facts.k4_note),
        FactId::K6 => tr!(facts.k6_note),
        FactId::T1 => tr!(facts.t1_note),
        FactId::T3 => tr!(facts.t3_note),
        FactId::T4 => tr!(facts.t4_note),
        FactId::T5 => tr!(facts.t5_note),
        _ => return None,
    })
}

by_id! {
    /// The name of a label.
    pub fn label(Label in facts) {
        Supported = label_supported,
        Mixed = label_mixed,
        AssociationOnly = label_association_only,
        Traditional = label_traditional,
        NotShown = label_not_shown,
        Caution = label_caution,
        Story = label_story,
        GeneralAdvice = label_general_advice,
    }
}

by_id! {
    /// What a label means.
    pub fn label_meaning(Label in facts) {
        Supported = label_supported_meaning,
        Mixed = label_mixed_meaning,
        AssociationOnly = label_association_only_meaning,
        Traditional = label_traditional_meaning,
        NotShown = label_not_shown_meaning,
        Caution = label_caution_meaning,
        Story = label_story_meaning,
        GeneralAdvice = label_general_advice_meaning,
    }
}

by_id! {
    /// The short title of a source.
    pub fn source(SourceId in sources) {
        HeelDropTrial = heel_drop_trial,
        BaduanjinTrial = baduanjin_trial,
        ExerciseMetaAnalysis = exercise_meta_analysis,
        CochraneExercise = cochrane_exercise,
        HeavyLiftingTrial = heavy_lifting_trial,
        UkConsensus = uk_consensus,
        UkConsensusSummary = uk_consensus_summary,
        SeatedCalfReport = seated_calf_report,
        OsteoporosisCanada = osteoporosis_canada,
        TooFitToFall = too_fit_to_fall,
        StrengthTrial = strength_trial,
        FlexionStudy = flexion_study,
        LegLengthKinds = leg_length_kinds,
        LegLengthSize = leg_length_size,
        ShoeLifts = shoe_lifts,
        TraditionKidney = tradition_kidney,
        TraditionStrength = tradition_strength,
        NeedlingReviews = needling_reviews,
        PointBl23 = point_bl23,
        PointKi1 = point_ki1,
        PointKi1Card = point_ki1_card,
        BeforeExercise = before_exercise,
        FirstStep = first_step,
        HamadSafety = hamad_safety,
        CdcOlderAdults = cdc_older_adults,
        TScore = t_score,
        HipFractureNhs = hip_fracture_nhs,
        HipFractureTrust = hip_fracture_trust,
        CaudaEquina = cauda_equina,
        CaudaEquinaOxford = cauda_equina_oxford,
        CaudaEquinaTime = cauda_equina_time,
        HeartSignsCdc = heart_signs_cdc,
        HeartSignsAha = heart_signs_aha,
        SpineFracture = spine_fracture,
        SpineFractureClinic = spine_fracture_clinic,
        SilentDisease = silent_disease,
        BoneHealthGuide = bone_health_guide,
        HeightLoss = height_loss,
        IofRiskCheck = iof_risk_check,
        SilentUntilBreak = silent_until_break,
        SpineEveryday = spine_everyday,
        SpineSevere = spine_severe,
        BreathAndStoop = breath_and_stoop,
        UkFractures = uk_fractures,
        NsaidHeart = nsaid_heart,
        NsaidDose = nsaid_dose,
        NsaidKidney = nsaid_kidney,
        NsaidAge = nsaid_age,
        BoneSurvey = bone_survey,
        HipUspstf = hip_uspstf,
        HipItaly = hip_italy,
        HipJournal = hip_journal,
        HipKorea = hip_korea,
        HipProgramme = hip_programme,
        HipDementia = hip_dementia,
    }
}
