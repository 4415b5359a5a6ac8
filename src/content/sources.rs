//! Where the statements were read: every source once. Its short title stands in `locales/`, namespace `sources`.

/// One source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Which one.
    pub id: SourceId,
    /// Where it was read.
    pub url: &'static str,
    /// The year it carries, where that is known.
    pub year: Option<u16>,
}

ids! {
    /// A source that was read.
    SourceId {
        /// Trial of 50 heel drops a day after the menopause.
        HeelDropTrial = "heel_drop_trial",
        /// Trial of a modified section of Baduanjin.
        BaduanjinTrial = "baduanjin_trial",
        /// Meta-analysis of exercise and bone density.
        ExerciseMetaAnalysis = "exercise_meta_analysis",
        /// Cochrane review of exercise and bone after the menopause.
        CochraneExercise = "cochrane_exercise",
        /// Trial of guided heavy lifting.
        HeavyLiftingTrial = "heavy_lifting_trial",
        /// UK consensus on exercise and osteoporosis.
        UkConsensus = "uk_consensus",
        /// Its authors' summary.
        UkConsensusSummary = "uk_consensus_summary",
        /// Report of a lab study of a seated calf movement.
        SeatedCalfReport = "seated_calf_report",
        /// Osteoporosis Canada on exercise.
        OsteoporosisCanada = "osteoporosis_canada",
        /// Its booklet on falls and fractures.
        TooFitToFall = "too_fit_to_fall",
        /// Trial of strength and balance work.
        StrengthTrial = "strength_trial",
        /// Study of bending the spine forward.
        FlexionStudy = "flexion_study",
        /// The two kinds of leg-length difference.
        LegLengthKinds = "leg_length_kinds",
        /// How large the difference usually is.
        LegLengthSize = "leg_length_size",
        /// Review of shoe lifts.
        ShoeLifts = "shoe_lifts",
        /// The tradition on kidney and bone.
        TraditionKidney = "tradition_kidney",
        /// The tradition on kidney, muscles and bones.
        TraditionStrength = "tradition_strength",
        /// Overview of reviews of needling.
        NeedlingReviews = "needling_reviews",
        /// Where BL23 lies.
        PointBl23 = "point_bl23",
        /// Where KI1 lies.
        PointKi1 = "point_ki1",
        /// Where KI1 lies, as taught to students.
        PointKi1Card = "point_ki1_card",
        /// Who should ask before exercise.
        BeforeExercise = "before_exercise",
        /// When to stop: First Step to Active Health.
        FirstStep = "first_step",
        /// When to stop: Hamad Medical Corporation.
        HamadSafety = "hamad_safety",
        /// How much movement a week, from 65 on.
        CdcOlderAdults = "cdc_older_adults",
        /// What the T-score means.
        TScore = "t_score",
        /// Signs of a broken hip, text of the NHS.
        HipFractureNhs = "hip_fracture_nhs",
        /// Signs of a broken hip, an NHS trust.
        HipFractureTrust = "hip_fracture_trust",
        /// Signs of pressed nerves at the base of the spine.
        CaudaEquina = "cauda_equina",
        /// The same, a hospital's leaflet.
        CaudaEquinaOxford = "cauda_equina_oxford",
        /// Why hours matter then.
        CaudaEquinaTime = "cauda_equina_time",
        /// Signs of a heart attack, text of the CDC.
        HeartSignsCdc = "heart_signs_cdc",
        /// Signs of a heart attack, text of the AHA.
        HeartSignsAha = "heart_signs_aha",
        /// Signs of a broken bone in the spine.
        SpineFracture = "spine_fracture",
        /// The same, a pain clinic.
        SpineFractureClinic = "spine_fracture_clinic",
        /// Osteoporosis as a silent disease.
        SilentDisease = "silent_disease",
        /// US clinicians' guide.
        BoneHealthGuide = "bone_health_guide",
        /// Height loss as a reason for a picture of the spine.
        HeightLoss = "height_loss",
        /// The IOF's questions about risk.
        IofRiskCheck = "iof_risk_check",
        /// No pain until a bone breaks, an NHS trust.
        SilentUntilBreak = "silent_until_break",
        /// Spine breaks in everyday acts.
        SpineEveryday = "spine_everyday",
        /// What is enough in severe cases.
        SpineSevere = "spine_severe",
        /// A stoop and the breath.
        BreathAndStoop = "breath_and_stoop",
        /// How many break a bone, UK.
        UkFractures = "uk_fractures",
        /// NSAIDs and the heart, text of the FDA.
        NsaidHeart = "nsaid_heart",
        /// NSAIDs: dose and time.
        NsaidDose = "nsaid_dose",
        /// NSAIDs and the kidneys.
        NsaidKidney = "nsaid_kidney",
        /// NSAIDs and age.
        NsaidAge = "nsaid_age",
        /// US survey of bone density.
        BoneSurvey = "bone_survey",
        /// The year after a hip fracture, USPSTF.
        HipUspstf = "hip_uspstf",
        /// The same, Italy.
        HipItaly = "hip_italy",
        /// The same, a joint journal.
        HipJournal = "hip_journal",
        /// The same, Korea.
        HipKorea = "hip_korea",
        /// The same, a special ward.
        HipProgramme = "hip_programme",
        /// The same, with and without dementia.
        HipDementia = "hip_dementia",
    }
}

impl SourceId {
    /// Its address and year.
    #[rustfmt::skip]
    pub fn source(self) -> Source {
        let (url, year) = match self {
            Self::HeelDropTrial => ("https://pubmed.ncbi.nlm.nih.gov/7605708/", Some(1995)),
            Self::BaduanjinTrial => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC4504582/", None),
            Self::ExerciseMetaAnalysis => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7325605", None),
            Self::CochraneExercise => ("https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD000333.pub2//pl", None),
            Self::HeavyLiftingTrial => ("http://pubmed.ncbi.nlm.nih.gov/28975661/", None),
            Self::UkConsensus => ("https://eprints.soton.ac.uk/456586/", Some(2022)),
            Self::UkConsensusSummary => ("https://blogs.bmj.com/bjsm/2023/10/30/steady-and-straight-uk-consensus-statement-on-physical-activity-and-exercise-for-osteoporosis", Some(2023)),
            Self::SeatedCalfReport => ("https://salisburypediatrics.com/patient-education/dr-magryta-s-newsletter/1261-soleus-push-ups-while-sitting", None),
            Self::OsteoporosisCanada => ("https://osteoporosis.ca/too-fit-to-fracture", None),
            Self::TooFitToFall => ("https://paperzz.com/doc/7790346/too-fit-to-fall-or-fracture", None),
            Self::StrengthTrial => ("http://informahealthcare.com/doi/full/10.2147/CIA.S127233", None),
            Self::FlexionStudy => ("https://pubmed.ncbi.nlm.nih.gov/6487063/?dopt=Abstract", Some(1984)),
            Self::LegLengthKinds => ("https://www.solescience.ca/leg-length-discrepancy/", None),
            Self::LegLengthSize => ("https://www.hmpgloballearningnetwork.com/site/podiatry/keys-recognizing-and-treating-limb-length-discrepancy", None),
            Self::ShoeLifts => ("http://pubmed.ncbi.nlm.nih.gov/29229292", None),
            Self::TraditionKidney => ("https://en.sinoswiss.ch/index.html%3Fp=528.html", None),
            Self::TraditionStrength => ("https://apm.amegroups.org/article/view/32344/html", None),
            Self::NeedlingReviews => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7478384", None),
            Self::PointBl23 => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7519456/figure/fig2", None),
            Self::PointKi1 => ("https://www.assignguru.com/mcqs/1/715724769/", None),
            Self::PointKi1Card => ("https://brainscape.com/flashcards/point-location-angle-and-depth-part-2-4995020/packs/7402608", None),
            Self::BeforeExercise => ("http://www.nujournal.com/life/lifestyle-columns/2018/07/22/family-living-focus-exercise-how-to-get-started/", Some(2018)),
            Self::FirstStep => ("http://firststeptoactivehealth.com/safety.htm", None),
            Self::HamadSafety => ("https://hamad.qa/EN/your%20health/Healthy-Ageing/Healthy-Ageing-Guide/Keep%20Active/Pages/Safety-first.aspx", None),
            Self::CdcOlderAdults => ("https://www.cdc.gov/physical-activity-basics/guidelines/older-adults.html", None),
            Self::TScore => ("https://www.obgproject.com/tag/osteoperosis/", None),
            Self::HipFractureNhs => ("https://castlegate-pharmacy.com/condition/hip-fracture", None),
            Self::HipFractureTrust => ("https://www.hct.nhs.uk/your-healthmanaging-conditions/hip-fractures-1065/", None),
            Self::CaudaEquina => ("https://www.connecthealth.co.uk/resources/cauda-equina-syndrome-ces/", None),
            Self::CaudaEquinaOxford => ("https://studylib.net/doc/11640787/cauda-equina-syndrome-oxford-university-hospitals", None),
            Self::CaudaEquinaTime => ("https://spinesurgeons.org.uk/Cauda-Equina-Syndrome", None),
            Self::HeartSignsCdc => ("https://webarchive.library.unt.edu/eot2008/20080916012934/http:/cdc.gov/HeartDisease/signs_symptoms.htm", Some(2008)),
            Self::HeartSignsAha => ("https://www.uphealthyhappenings.com/2018/08/01/think-you-are-having-a-heart-attack-call-9-1-1-immediately/", Some(2018)),
            Self::SpineFracture => ("https://www.totalspinesolutions.com/services/osteoporotic-compression-fracture/", None),
            Self::SpineFractureClinic => ("https://painmedicinespecialistsofarkansas.com/pain-conditions/back-pain/vertebral-compression-fracture/", None),
            Self::SilentDisease => ("https://www.nationaljewish.org/education-training/patient-education/print-multimedia/online-materials/osteoporosis", None),
            Self::BoneHealthGuide => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9546973", Some(2022)),
            Self::HeightLoss => ("https://sites.google.com/umich.edu/familymedmodules/womens-health/osteoporosis-prevention/dexa-scan/vertebral-x-rays-and-vertebral-fracture-analysis", None),
            Self::IofRiskCheck => ("https://riskcheck.osteoporosis.foundation/en/form", None),
            Self::SilentUntilBreak => ("https://www.nnuh.nhs.uk/departments/orthopaedic-amp-trauma/osteoporosis-compression-fractures/", None),
            Self::SpineEveryday => ("https://www.springermedizin.de/link?doi=10.3978/j.issn.2223-4292.2015.08.01", Some(2015)),
            Self::SpineSevere => ("https://www.americanneurospine.com/services/compression-fractures/", None),
            Self::BreathAndStoop => ("https://www.drkotecha.com/osteoporosis", None),
            Self::UkFractures => ("https://www.medscape.co.uk/viewarticle/key-learning-points-physical-activity-osteoporosis-2022a10016sx", Some(2022)),
            Self::NsaidHeart => ("https://zettlhomeopathy.ca/fda-strengthens-warning-label-on-nsaids/", Some(2015)),
            Self::NsaidDose => ("https://consumermedsafety.org/over-the-counter-medicines/otc-pain-relievers/heart-risks-lower-for-aleve-and-other-naproxen-products-than-ibuprofen", None),
            Self::NsaidKidney => ("https://www.dpcedcenter.org/news-events/news/fda-increases-focus-on-warning-labels-for-everyday-painkillers/", None),
            Self::NsaidAge => ("https://www.nhpractitioners.com/blog/fda-strengthens-warning-of-heart-attack-and-stroke-risk-for-non-steroidal-anti-inflammatory-drugs-26", None),
            Self::BoneSurvey => ("https://www.cdc.gov/nchs/products/databriefs/db405.htm", Some(2021)),
            Self::HipUspstf => ("https://www.uspreventiveservicestaskforce.org/Page/Document/RecommendationStatementFinal/osteoporosis-screening1", Some(2018)),
            Self::HipItaly => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC6904473", None),
            Self::HipJournal => ("https://boneandjoint.org.uk:443/Article/10.1302/0301-620x.97b3.34504?journalCode=bjj", None),
            Self::HipKorea => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3154346", None),
            Self::HipProgramme => ("https://elsevier.es/es-revista-revista-espanola-cirugia-ortopedica-traumatologia-129-articulo-one-year-mortality-associated-factors-S1888441523000875", None),
            Self::HipDementia => ("https://synapse.koreamed.org/articles/1147514", None),
        };
        Source { id: self, url, year }
    }
}
