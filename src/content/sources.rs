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
        /// Warning signs of cauda equina syndrome, an NHS hospital.
        CaudaEquinaNhs = "cauda_equina_nhs",
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
        /// Height loss as a reason for a picture of the spine.
        HeightLoss = "height_loss",
        /// The IOF's questions about risk.
        IofRiskCheck = "iof_risk_check",
        /// Nutrition figures of foods, USDA.
        UsdaSr28 = "usda_sr28",
        /// Targets for calcium.
        CalciumTargets = "calcium_targets",
        /// The same, a health site.
        CalciumTargetsWebmd = "calcium_targets_webmd",
        /// The upper limit for calcium.
        CalciumLimit = "calcium_limit",
        /// Targets for vitamin D, and sun on purpose.
        VitaminDTargets = "vitamin_d_targets",
        /// The upper limit for vitamin D.
        VitaminDLimit = "vitamin_d_limit",
        /// Calcium in niboshi.
        Niboshi = "niboshi",
        /// Calcium in dried shrimp.
        DriedShrimp = "dried_shrimp",
        /// Salt in dried sardines.
        DriedSardineSalt = "dried_sardine_salt",
        /// Vitamin D in mushrooms under UV light.
        MushroomUv = "mushroom_uv",
        /// Vitamin D in shiitake dried in the sun.
        MushroomSun = "mushroom_sun",
        /// How vitamin D becomes active.
        VitaminDActive = "vitamin_d_active",
        /// Minutes in the sun, a US health service.
        SunMinutes = "sun_minutes",
        /// The UV index, WHO.
        WhoUvIndex = "who_uv_index",
        /// Sun and vitamin D, Australian societies.
        AustralianSun = "australian_sun",
        /// Smoking and hip fracture.
        SmokingHip = "smoking_hip",
        /// What stopping does.
        SmokingStop = "smoking_stop",
        /// Alcohol and fracture.
        AlcoholHip = "alcohol_hip",
        /// Alcohol and fracture, by amount.
        AlcoholDose = "alcohol_dose",
        /// From how much alcohol risk counts.
        AlcoholFrax = "alcohol_frax",
        /// Caffeine and calcium.
        CaffeineMilk = "caffeine_milk",
        /// How much caffeine.
        CaffeineLimit = "caffeine_limit",
        /// How much caffeine, a bone foundation.
        CaffeineOldLimit = "caffeine_old_limit",
        /// Coffee and hip fracture.
        CoffeeHip = "coffee_hip",
        /// Coffee and fracture in women.
        CoffeeWomen = "coffee_women",
        /// Cola and bone density.
        ColaDensity = "cola_density",
        /// Soft drinks and hip fracture.
        SodaHip = "soda_hip",
        /// Salt and calcium.
        SaltCalcium = "salt_calcium",
        /// Short sleep and bone density.
        ShortSleep = "short_sleep",
        /// Social strain and bone loss.
        SocialStress = "social_stress",
        /// The major allergens.
        Allergens = "allergens",
        /// Sesame: hull, tradition, grinding.
        SesameHulls = "sesame_hulls",
        /// Calcium oxalate in the hull.
        SesameOxalate = "sesame_oxalate",
        /// Phytic acid in whole seeds.
        SesamePhytate = "sesame_phytate",
        /// Oxalate and kidney stones.
        OxalateStones = "oxalate_stones",
        /// Bone and thyroid tablets and food.
        MedicineTiming = "medicine_timing",
        /// How to take risedronate and ibandronate.
        BoneTablets = "bone_tablets",
        /// How to take alendronate and risedronate.
        BoneTabletsJournal = "bone_tablets_journal",
        /// Thyroid tablets and food.
        MedicineFood = "medicine_food",
        /// Vitamin K in greens, and warfarin.
        VitaminK = "vitamin_k",
        /// Nuts and salmonella.
        NutSafety = "nut_safety",
        /// How to keep walnuts.
        WalnutStorage = "walnut_storage",
        /// How to keep nuts and seeds.
        SeedStorage = "seed_storage",
        /// Height loss: how much it finds and misses.
        HeightLossAnswer = "height_loss_answer",
        /// How many broken bones in the spine nobody knew of.
        SilentSpine = "silent_spine",
        /// The 30-second chair stand of the CDC.
        ChairStandTest = "chair_stand_test",
        /// The 4-stage balance.
        StageBalance = "stage_balance",
        /// How many who fell pass it.
        BalanceStudy = "balance_study",
        /// Not to try balance alone.
        BalanceAlone = "balance_alone",
        /// How many fall, and where.
        FallsAtHome = "falls_at_home",
        /// The checklist: floors.
        HomeFloors = "home_floors",
        /// The checklist: stairs and kitchen.
        HomeStairs = "home_stairs",
        /// The checklist: bath, bed, you.
        HomeBath = "home_bath",
        /// US task force on screening.
        UsTaskForce = "us_task_force",
        /// Whom its advice leaves out.
        UsTaskForceScope = "us_task_force_scope",
        /// Who should be tested, by age.
        TestingAge = "testing_age",
        /// When testing starts.
        TestingWhen = "testing_when",
        /// What the test is like.
        DxaQuick = "dxa_quick",
        /// Conditions that can thin bones.
        BoneConditions = "bone_conditions",
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
    #[allow(clippy::too_many_lines)] // a table with a line for each
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
            Self::CaudaEquinaNhs => ("https://chesterfieldroyal.nhs.uk/all-services-and-wards/physiotherapy-services/musculoskeletal-and-rheumatology-services/cauda-equina", None),
            Self::CaudaEquinaOxford => ("https://studylib.net/doc/11640787/cauda-equina-syndrome-oxford-university-hospitals", None),
            Self::CaudaEquinaTime => ("https://spinesurgeons.org.uk/Cauda-Equina-Syndrome", None),
            Self::HeartSignsCdc => ("https://webarchive.library.unt.edu/eot2008/20080916012934/http:/cdc.gov/HeartDisease/signs_symptoms.htm", Some(2008)),
            Self::HeartSignsAha => ("https://www.uphealthyhappenings.com/2018/08/01/think-you-are-having-a-heart-attack-call-9-1-1-immediately/", Some(2018)),
            Self::SpineFracture => ("https://www.totalspinesolutions.com/services/osteoporotic-compression-fracture/", None),
            Self::SpineFractureClinic => ("https://painmedicinespecialistsofarkansas.com/pain-conditions/back-pain/vertebral-compression-fracture/", None),
            Self::SilentDisease => ("https://www.nationaljewish.org/education-training/patient-education/print-multimedia/online-materials/osteoporosis", None),
            Self::HeightLoss => ("https://sites.google.com/umich.edu/familymedmodules/womens-health/osteoporosis-prevention/dexa-scan/vertebral-x-rays-and-vertebral-fracture-analysis", None),
            Self::IofRiskCheck => ("https://riskcheck.osteoporosis.foundation/en/form", None),
            Self::UsdaSr28 => ("https://github.com/edwardgarza/food/blob/1195c06/ABBREV.csv", None),
            Self::CalciumTargets => ("https://dummies.com/article/body-mind-spirit/physical-health-well-being/diet-nutrition/vitamins-supplements/looking-at-the-u-s-governments-guidelines-on-calcium-186865", None),
            Self::CalciumTargetsWebmd => ("http://www.webmd.com/food-recipes/getting-enough-vitamin-d-topic-overview", None),
            Self::CalciumLimit => ("http://books.nap.edu/openbook.php?record_id=13050&page=423", Some(2011)),
            Self::VitaminDTargets => ("https://elsevier.com/resources/clinicalkey-ai/how-much-vitamin-d-should-adults-take-daily-7847", None),
            Self::VitaminDLimit => ("http://books.nap.edu/openbook.php?record_id=13050&page=443", Some(2011)),
            Self::Niboshi => ("https://tubo-search.com/kozakana/", None),
            Self::DriedShrimp => ("http://imait.blog.jp/archives/84705542.html", None),
            Self::DriedSardineSalt => ("https://tsuttarou.net/archives/208732", None),
            Self::MushroomUv => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC6213178", None),
            Self::MushroomSun => ("https://anspore.com/article/are-shiitake-mushrooms-high-in-vitamin-d", None),
            Self::VitaminDActive => ("https://pro.uptodatefree.ir/show/2033", None),
            Self::SunMinutes => ("http://vitamindandhairloss.blogspot.com/2015/05/vitamin-d-medlineplus-medical.html", Some(2015)),
            Self::WhoUvIndex => ("https://data.ucar.edu/harvest/object/1050660e-c2d9-44ae-8fe8-3dc40982bbb1/html", None),
            Self::AustralianSun => ("https://www.ausdoc.com.au/news/vitamin-d-lowdown", None),
            Self::SmokingHip => ("https://pubmed.ncbi.nlm.nih.gov/15175845/", None),
            Self::SmokingStop => ("https://www.springermedizin.at/link?doi=10.1016/j.injury.2015.04.008", Some(2015)),
            Self::AlcoholHip => ("https://link.springer.com/article/10.1007/s00198-004-1734-y", Some(2005)),
            Self::AlcoholDose => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC10334160", None),
            Self::AlcoholFrax => ("https://www.mdpi.com/2072-6643/13/9/2955", None),
            Self::CaffeineMilk => ("https://ru.scribd.com/document/244849155/Caffeine-Bone-Calcium", Some(2002)),
            Self::CaffeineLimit => ("https://srdr.ahrq.gov/projects/1062/", None),
            Self::CaffeineOldLimit => ("https://www.zoebingleypullin.com/practical-nutrition-maximize-calcium-and-vitamin-d-intake-through-foods/", None),
            Self::CoffeeHip => ("https://docksci.com/effect-of-coffee-intake-on-hip-fracture-a-meta-analysis-of-prospective-cohort-st_5a4ef6d0d64ab29f754775cf.html", None),
            Self::CoffeeWomen => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC4153018", None),
            Self::ColaDensity => ("https://pubmed.ncbi.nlm.nih.gov/17023723/", None),
            Self::SodaHip => ("https://journals.lww.com/menopausejournal/Fulltext/2019/11000/Association_between_soft_drink_consumption_and.3.aspx", Some(2019)),
            Self::SaltCalcium => ("http://www.healthcommunities.com/osteoporosis/diet-bone-health.shtml", None),
            Self::ShortSleep => ("http://sovemo.org/short-sleep-is-associated-with-low-bone-mineral-density-and-osteoporosis-in-the-womens-health-initiative/", None),
            Self::SocialStress => ("https://www.ncbi.nlm.nih.gov/pubmed/31289118", None),
            Self::Allergens => ("https://www.mondaq.com:443/unitedstates/food-and-drugs-law/1270304/sesame-listed-as-major-food-allergen", None),
            Self::SesameHulls => ("https://fitnuhealth.supwil.com/en/food/grains-legumes/sesame/read", None),
            Self::SesameOxalate => ("http://www.whfoods.com/genpage.php?tname=dailytip&dbid=74", None),
            Self::SesamePhytate => ("https://richatiwari.in/sesame-seed", None),
            Self::OxalateStones => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7793935", None),
            Self::MedicineTiming => ("http://www.netwellness.org/question.cfm/37760.htm", None),
            Self::BoneTablets => ("https://www.nni.com.sg/patient-care/medicine/risedronate-and-ibandronate-monthly/dosage", None),
            Self::BoneTabletsJournal => ("https://www.medscape.com/viewarticle/480498_5", Some(2004)),
            Self::MedicineFood => ("https://fynefettle.com/certain-foods-and-beverages-can-interact-with-drugs/", None),
            Self::VitaminK => ("https://www.commonspirit.org/conditions-treatments/consistent-vitamin-k-diet", None),
            Self::NutSafety => ("https://studylib.net/doc/18828018/nuts--safe-methods-for-consumers-to-handle", None),
            Self::WalnutStorage => ("http://blogs.ifas.ufl.edu/suwanneeco/2020/10/27/i-did-nut-know-the-best-to-store-walnuts/", Some(2020)),
            Self::SeedStorage => ("https://angelfire.com/mo3/abcdefg200/survlib/pfs/01600665.htm", None),
            Self::HeightLossAnswer => ("https://arthritis-research.biomedcentral.com/articles/10.1186/ar2815/tables/3", None),
            Self::SilentSpine => ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7422504", None),
            Self::ChairStandTest => ("https://slidepub.com/slideshow/30-second-chair-stand-test-a-1", Some(2017)),
            Self::StageBalance => ("https://uconnect.wisc.edu/cosmos/swiftbot/clinical/cckm-tools/content/questionnaires/name-97228-en.cckm", None),
            Self::BalanceStudy => ("https://digitalcommons.wku.edu/ijesab/vol11/iss11/58/", None),
            Self::BalanceAlone => ("https://www.guelphmercury.com/living-story/7255606-try-this-balance-test/", None),
            Self::FallsAtHome => ("https://agingcaredigest.com/caregiver-guides/cdc-steadi-home-fall-prevention-checklist", None),
            Self::HomeFloors => ("https://cornellaging.org/gem/injury_falls_checklist/", None),
            Self::HomeStairs => ("https://wwwbergencountycaregiver.com/2022/04/28/check-for-safety-a-home-fall-prevention-checklist-for-older-adults/", Some(2022)),
            Self::HomeBath => ("https://verypages.com/articles_3ksoda.html", None),
            Self::UsTaskForce => ("https://uspreventiveservicestaskforce.org/page/document/updatesummaryfinal/osteoporosis-screening", Some(2025)),
            Self::UsTaskForceScope => ("https://publisherhealth.com/medical-and-health-news", None),
            Self::TestingAge => ("http://www.healthcentral.com/osteoporosis/c/73/25363/tested-age/", None),
            Self::TestingWhen => ("https://mygnp.com/blog/when-should-i-start-being-tested-for-osteoporosis", None),
            Self::DxaQuick => ("https://www.regence.com/osteoporosis-are-you-at-risk", None),
            Self::BoneConditions => ("https://southsidephysio.com/osteoporosis-risk-check-2/", None),
            Self::SilentUntilBreak => ("https://www.nnuh.nhs.uk/departments/orthopaedic-amp-trauma/osteoporosis-compression-fractures/", None),
            Self::SpineEveryday => ("https://www.springermedizin.de/link?doi=10.3978/j.issn.2223-4292.2015.08.01", Some(2015)),
            Self::SpineSevere => ("https://www.americanneurospine.com/services/compression-fractures/", None),
            Self::BreathAndStoop => ("https://www.drkotecha.com/osteoporosis", None),
            Self::UkFractures => ("https://www.medscape.co.uk/viewarticle/key-learning-points-physical-activity-osteoporosis-2022a10016sx", Some(2022)),
            Self::NsaidHeart => ("http://mail.spinics.net/lists/fda/msg10146.html", Some(2015)),
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
