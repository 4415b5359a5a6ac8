//! Who should ask for a bone-density test, by two views that differ: USPSTF 2025 and BHOF.
//!
//! Invariant: reasons to ask, never a score; what is not known is not guessed.

use super::person::Sex;

/// What decides, of what the person said.
#[allow(clippy::struct_excessive_bools)] // three independent yes/no answers, not a state
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// Age in years.
    pub age: Option<u8>,
    /// Sex.
    pub sex: Option<Sex>,
    /// A bone broke easily after 50.
    pub broke_after_50: bool,
    /// A condition or medicine that can thin bones.
    pub thinning_cause: bool,
    /// Any other reason was ticked.
    pub other_risk: bool,
}

/// The view of the US task force on screening (14 January 2025).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskForce {
    /// Age or sex is not known.
    NotSaid,
    /// Its advice is for people without a break, a thinning condition or medicine: a matter for the doctor.
    NotItsQuestion,
    /// Woman of 65 or over: advises it.
    Advises,
    /// Younger woman after the menopause with a reason: advises it where a clinician finds more risk.
    AdvisesIfAtRisk,
    /// A younger woman without a reason: no advice for or against it.
    NoAdvice,
    /// Man: evidence not sufficient either way.
    Unclear,
}

/// The view of the Bone Health and Osteoporosis Foundation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foundation {
    /// Age or sex is not known.
    NotSaid,
    /// Advises it by age alone: women from 65, men from 70.
    AdvisesByAge,
    /// Advises it for what was ticked.
    AdvisesForReason,
    /// Nothing of what was said is on its list.
    NoReason,
}

/// What the task force says.
pub fn task_force(told: Told) -> TaskForce {
    if told.broke_after_50 || told.thinning_cause {
        return TaskForce::NotItsQuestion;
    }
    match (told.sex, told.age) {
        (Some(Sex::Man), _) => TaskForce::Unclear,
        (Some(Sex::Woman), Some(65..)) => TaskForce::Advises,
        // Whether periods have stopped is not asked for this: what is not ticked is not a no.
        (Some(Sex::Woman), Some(_)) if told.other_risk => TaskForce::AdvisesIfAtRisk,
        (Some(Sex::Woman), Some(_)) => TaskForce::NoAdvice,
        _ => TaskForce::NotSaid,
    }
}

/// What the foundation says.
pub fn foundation(told: Told) -> Foundation {
    if told.broke_after_50 || told.thinning_cause {
        return Foundation::AdvisesForReason;
    }
    match (told.sex, told.age) {
        (Some(Sex::Woman), Some(65..)) | (Some(Sex::Man), Some(70..)) => Foundation::AdvisesByAge,
        (Some(Sex::Woman), Some(_)) | (Some(Sex::Man), Some(50..)) if told.other_risk => {
            Foundation::AdvisesForReason
        }
        (Some(_), Some(_)) => Foundation::NoReason,
        _ => Foundation::NotSaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Foundation as F;
    use TaskForce as T;

    #[test]
    fn the_two_views_by_age_sex_and_reason() {
        let woman = Some(Sex::Woman);
        let man = Some(Sex::Man);
        // Sex, age, another reason; then the two views.
        for (sex, age, risk, task, found) in [
            (woman, Some(64), false, T::NoAdvice, F::NoReason),
            (
                woman,
                Some(64),
                true,
                T::AdvisesIfAtRisk,
                F::AdvisesForReason,
            ),
            (woman, Some(65), false, T::Advises, F::AdvisesByAge),
            (woman, Some(90), true, T::Advises, F::AdvisesByAge),
            (man, Some(49), true, T::Unclear, F::NoReason),
            (man, Some(50), true, T::Unclear, F::AdvisesForReason),
            (man, Some(69), false, T::Unclear, F::NoReason),
            (man, Some(69), true, T::Unclear, F::AdvisesForReason),
            (man, Some(70), false, T::Unclear, F::AdvisesByAge),
            (man, None, true, T::Unclear, F::NotSaid),
            (woman, None, true, T::NotSaid, F::NotSaid),
            (None, Some(80), true, T::NotSaid, F::NotSaid),
        ] {
            let told = Told {
                age,
                sex,
                other_risk: risk,
                ..Told::default()
            };
            assert_eq!(task_force(told), task, "{told:?}");
            assert_eq!(foundation(told), found, "{told:?}");
        }
    }

    #[test]
    fn a_break_or_a_thinning_cause_is_a_reason_at_any_age_and_sex() {
        for sex in [None, Some(Sex::Man), Some(Sex::Woman)] {
            for age in [None, Some(55), Some(64), Some(70)] {
                for broke in [true, false] {
                    let told = Told {
                        age,
                        sex,
                        broke_after_50: broke,
                        thinning_cause: !broke,
                        ..Told::default()
                    };
                    assert_eq!(task_force(told), T::NotItsQuestion, "{told:?}");
                    assert_eq!(foundation(told), F::AdvisesForReason, "{told:?}");
                }
            }
        }
    }
}
