//! Which signs of "get help" a note may be about: fixed rules over what was marked.
//!
//! Invariant: rules err on the side of showing a sign. A note is never weighed or scored, and a sign that is
//! shown is worded with its own conditions, so that the person decides whether it fits.

use super::red_flags::{RedFlag as F, Urgency};
use crate::domain::body::{Lasting, Lying, Note, Posture, Region, Sign, Trigger};

/// The signs that may apply, the most urgent first, each once.
pub fn signs_for(note: &Note) -> Vec<F> {
    let mut flags: Vec<F> = rules(note)
        .into_iter()
        .filter_map(|(flag, applies)| applies.then_some(flag))
        .collect();
    flags.sort_unstable();
    flags
}

/// A part of the page, in the order in which they stand on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Where it hurts.
    Places,
    /// What set it off.
    Trigger,
    /// How long it has lasted.
    Lasting,
    /// One of the lines of what came with it.
    Sign(Sign),
    /// How they stand.
    Posture,
    /// Whether they can lie flat.
    Lying,
}

impl Part {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let signs = Sign::ALL.iter().copied().map(Self::Sign);
        [Self::Places, Self::Trigger, Self::Lasting]
            .into_iter()
            .chain(signs)
            .chain([Self::Posture, Self::Lying])
    }

    /// What a note says down to this part; this part itself only if `included`.
    fn down_to(self, note: &Note, included: bool) -> Note {
        let mut so_far = Note::default();
        for part in Self::all() {
            if part == self && !included {
                break;
            }
            match part {
                Self::Places => so_far.places.clone_from(&note.places),
                Self::Trigger => so_far.trigger = note.trigger,
                Self::Lasting => so_far.lasting = note.lasting,
                Self::Sign(sign) => so_far.sign(sign, note.signs.contains(&sign)),
                Self::Posture => so_far.posture = note.posture,
                Self::Lying => so_far.lying = note.lying,
            }
            if part == self {
                break;
            }
        }
        so_far
    }
}

/// What is said at once under a part of a note that is being made, saved or not: the signs that need help now or today
/// and that are there because of this part, with what stands above it. Over all parts each stands once, but for one that
/// a later answer makes less likely.
pub fn said_at_once(note: &Note, part: Part) -> Vec<F> {
    let before = signs_for(&part.down_to(note, false));
    let mut flags = signs_for(&part.down_to(note, true));
    flags.retain(|flag| flag.urgency() != Urgency::Soon && !before.contains(flag));
    flags
}

/// Every sign that a note can lead to, with whether this one does.
fn rules(note: &Note) -> [(F, bool); 20] {
    let at = |place| note.places.contains(&place);
    let any = |is: fn(Region) -> bool| note.places.iter().any(|place| is(*place));
    let sign = |sign| note.signs.contains(&sign);
    let fell = note.trigger == Some(Trigger::Fall);
    let back = any(Region::is_back);
    let spine = back || at(Region::Neck);
    let is_new = matches!(note.lasting, Some(Lasting::Minutes | Lasting::Hours));
    let no_cause = note.trigger == Some(Trigger::Nothing);
    let sudden = sign(Sign::Sudden);
    let chest = at(Region::Chest);
    let leg = any(Region::is_leg);
    let strained = matches!(
        note.trigger,
        Some(Trigger::Bend | Trigger::Lift | Trigger::Cough | Trigger::Fall)
    );
    let heart_signs = sign(Sign::Breathless) || sign(Sign::Faint);
    let near_hip = any(Region::is_near_hip);
    [
        (F::HipFracture, fell && near_hip || sign(Sign::CannotUseLeg)),
        (
            F::HeadInjury,
            fell && (at(Region::Head) || at(Region::Jaw) || at(Region::Neck)),
        ),
        (F::NumbBetweenLegs, sign(Sign::NumbBetweenLegs)),
        (F::BothLegsWeak, sign(Sign::BothLegs)),
        (F::BladderOrBowel, sign(Sign::BladderOrBowel)),
        (
            F::ChestPain,
            chest || (heart_signs || sudden && !fell) && any(Region::may_be_heart),
        ),
        (
            F::ShortOfBreath,
            sign(Sign::Breathless) || chest && note.lying == Some(Lying::No),
        ),
        (F::Fainting, sign(Sign::Faint)),
        (F::TearingPain, sign(Sign::Tearing)),
        (
            F::Stroke,
            sign(Sign::FaceArmSpeech)
                || sudden && (sign(Sign::OneLeg) || at(Region::Head) && !fell),
        ),
        (
            F::SuddenBackPain,
            spine && (strained || no_cause || is_new || sudden || sign(Sign::Tearing)),
        ),
        (
            F::CannotStandStraight,
            sign(Sign::CannotStraighten) || back && note.trigger == Some(Trigger::Standing),
        ),
        (
            F::LegWeakOrNumb,
            sign(Sign::OneLeg) || sign(Sign::CannotUseLeg),
        ),
        (
            F::BackPainAndIll,
            sign(Sign::Unwell) && (spine || at(Region::Seat) || note.places.is_empty()),
        ),
        (F::BonePainAfterFall, fell && !note.places.is_empty()),
        (
            F::WalkingHurtsAfterFall,
            fell && (leg || back || note.places.is_empty()),
        ),
        (F::SoreCalf, at(Region::LeftCalf) || at(Region::RightCalf)),
        (
            F::NewStoop,
            matches!(
                note.posture,
                Some(Posture::LittleStooped | Posture::Stooped)
            ),
        ),
        (F::ThighOrGroinAche, any(Region::is_hip_or_thigh)),
        (F::JawTrouble, at(Region::Jaw)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::feeling::PainLevel;

    fn note(places: &[Region], trigger: Option<Trigger>, signs: &[Sign]) -> Note {
        let mut note = Note {
            trigger,
            ..Note::default()
        };
        for place in places {
            note.mark(*place, true);
        }
        for sign in signs {
            note.sign(*sign, true);
        }
        note
    }

    /// Notes with every pair of signs, at a place of each kind, set off by each trigger.
    fn many_notes() -> Vec<Note> {
        use Region as R;
        let places: [&[Region]; 9] = [
            &[],
            &[R::Head],
            &[R::Jaw],
            &[R::Chest],
            &[R::LeftArm],
            &[R::LowerBack],
            &[R::LeftHip],
            &[R::LeftCalf],
            &[R::Neck, R::LeftKnee],
        ];
        let mut notes = Vec::new();
        for place in places {
            for trigger in Trigger::ALL.iter().copied().map(Some).chain([None]) {
                notes.push(note(place, trigger, &[]));
                for (at, sign) in Sign::ALL.iter().enumerate() {
                    for other in Sign::ALL.get(at..).unwrap_or_default() {
                        notes.push(note(place, trigger, &[*sign, *other]));
                    }
                }
            }
        }
        notes
    }

    #[test]
    fn whatever_needs_help_now_or_today_is_said_at_once_under_some_part() {
        for note in many_notes() {
            let said: Vec<F> = Part::all()
                .flat_map(|part| said_at_once(&note, part))
                .collect();
            for flag in signs_for(&note) {
                let at_once = flag.urgency() != Urgency::Soon;
                assert_eq!(said.contains(&flag), at_once, "{flag:?} in {note:?}");
            }
            for flag in &said {
                assert_eq!(
                    said.iter().filter(|one| *one == flag).count(),
                    1,
                    "{note:?}"
                );
            }
        }
    }

    #[test]
    fn a_ticked_line_is_answered_under_that_line() {
        for (sign, flag) in [
            (Sign::NumbBetweenLegs, F::NumbBetweenLegs),
            (Sign::BladderOrBowel, F::BladderOrBowel),
            (Sign::Breathless, F::ShortOfBreath),
            (Sign::FaceArmSpeech, F::Stroke),
            (Sign::Tearing, F::TearingPain),
            (Sign::CannotUseLeg, F::HipFracture),
        ] {
            let told = note(&[], None, &[sign]);
            for part in Part::all() {
                let said = said_at_once(&told, part).contains(&flag);
                assert_eq!(said, part == Part::Sign(sign), "{sign:?} under {part:?}");
            }
        }
        // Two answers that mean more together are answered where the second stands.
        let both = note(&[Region::Jaw], None, &[Sign::Sudden]);
        assert_eq!(
            said_at_once(&both, Part::Sign(Sign::Sudden)),
            [F::ChestPain]
        );
        assert_eq!(
            said_at_once(&note(&[Region::Chest], None, &[]), Part::Places),
            [F::ChestPain]
        );
    }

    #[test]
    #[allow(clippy::too_many_lines)] // one table
    fn what_is_marked_leads_to_the_signs_that_may_apply() {
        use Region as R;
        use Sign as S;
        use Trigger as T;
        type Case = (
            &'static [Region],
            Option<Trigger>,
            &'static [Sign],
            &'static [F],
        );
        let cases: &[Case] = &[
            (&[], None, &[], &[]),
            (&[R::LeftKnee], None, &[], &[]),
            (&[R::LowerBack], Some(T::Sitting), &[], &[]),
            (&[R::LowerBack], Some(T::Nothing), &[], &[F::SuddenBackPain]),
            (&[R::Neck], Some(T::Lift), &[], &[F::SuddenBackPain]),
            (&[R::LowerBack], Some(T::Lift), &[], &[F::SuddenBackPain]),
            (&[R::MiddleBack], Some(T::Cough), &[], &[F::SuddenBackPain]),
            (&[R::UpperBack], Some(T::Bend), &[], &[F::SuddenBackPain]),
            (&[R::LowerBack], None, &[S::Sudden], &[F::SuddenBackPain]),
            (
                &[R::LowerBack],
                Some(T::Fall),
                &[],
                &[
                    F::SuddenBackPain,
                    F::BonePainAfterFall,
                    F::WalkingHurtsAfterFall,
                ],
            ),
            (
                &[R::LowerBack],
                Some(T::Standing),
                &[],
                &[F::CannotStandStraight],
            ),
            (
                &[R::LowerBack],
                None,
                &[S::CannotStraighten],
                &[F::CannotStandStraight],
            ),
            (&[R::LowerBack], None, &[S::Unwell], &[F::BackPainAndIll]),
            (&[R::Chest], None, &[], &[F::ChestPain]),
            (
                &[R::Jaw],
                None,
                &[S::Breathless],
                &[F::ChestPain, F::ShortOfBreath, F::JawTrouble],
            ),
            (
                &[R::Jaw],
                None,
                &[S::Sudden],
                &[F::ChestPain, F::JawTrouble],
            ),
            (&[R::LeftArm], None, &[S::Sudden], &[F::ChestPain]),
            (
                &[R::LeftArm],
                Some(T::Fall),
                &[S::Sudden],
                &[F::BonePainAfterFall],
            ),
            (&[R::Jaw], None, &[], &[F::JawTrouble]),
            (&[], None, &[S::FaceArmSpeech], &[F::Stroke]),
            (&[R::Head], None, &[S::Sudden], &[F::Stroke]),
            (
                &[],
                None,
                &[S::Sudden, S::OneLeg],
                &[F::Stroke, F::LegWeakOrNumb],
            ),
            (&[], None, &[S::Unwell], &[F::BackPainAndIll]),
            (
                &[R::LeftKnee],
                None,
                &[S::CannotUseLeg],
                &[F::HipFracture, F::LegWeakOrNumb],
            ),
            (
                &[R::LeftArm],
                None,
                &[S::Faint],
                &[F::ChestPain, F::Fainting],
            ),
            (&[R::LeftArm], None, &[], &[]),
            (&[], None, &[S::Breathless], &[F::ShortOfBreath]),
            (
                &[R::UpperBack],
                None,
                &[S::Tearing],
                &[F::TearingPain, F::SuddenBackPain],
            ),
            (&[], None, &[S::NumbBetweenLegs], &[F::NumbBetweenLegs]),
            (&[], None, &[S::BladderOrBowel], &[F::BladderOrBowel]),
            (&[], None, &[S::BothLegs], &[F::BothLegsWeak]),
            (&[], None, &[S::OneLeg], &[F::LegWeakOrNumb]),
            (&[R::RightHip], None, &[], &[F::ThighOrGroinAche]),
            (
                &[R::RightHip],
                Some(T::Fall),
                &[],
                &[
                    F::HipFracture,
                    F::BonePainAfterFall,
                    F::WalkingHurtsAfterFall,
                    F::ThighOrGroinAche,
                ],
            ),
            (
                &[R::Seat],
                Some(T::Fall),
                &[],
                &[
                    F::HipFracture,
                    F::BonePainAfterFall,
                    F::WalkingHurtsAfterFall,
                ],
            ),
            (
                &[],
                Some(T::Fall),
                &[S::CannotUseLeg],
                &[F::HipFracture, F::LegWeakOrNumb, F::WalkingHurtsAfterFall],
            ),
            (
                &[R::LeftHip],
                None,
                &[S::CannotUseLeg],
                &[F::HipFracture, F::LegWeakOrNumb, F::ThighOrGroinAche],
            ),
            (
                &[R::Head],
                Some(T::Fall),
                &[],
                &[F::HeadInjury, F::BonePainAfterFall],
            ),
            (&[R::LeftHand], Some(T::Fall), &[], &[F::BonePainAfterFall]),
            (&[R::LeftCalf], None, &[], &[F::SoreCalf]),
        ];
        for (places, trigger, signs, flags) in cases {
            let note = note(places, *trigger, signs);
            assert_eq!(signs_for(&note), *flags, "{note:?}");
        }
    }

    #[test]
    fn how_one_stands_and_lies_is_heard_too() {
        let stands = |posture| {
            signs_for(&Note {
                posture: Some(posture),
                ..Note::default()
            })
        };
        assert_eq!(stands(Posture::Straight), []);
        assert_eq!(stands(Posture::LittleStooped), [F::NewStoop]);
        assert_eq!(stands(Posture::Stooped), [F::NewStoop]);
        let mut chest = note(&[Region::Chest], None, &[]);
        chest.lying = Some(Lying::No);
        assert_eq!(signs_for(&chest), [F::ChestPain, F::ShortOfBreath]);
        let mut knee = note(&[Region::LeftKnee], None, &[]);
        knee.lying = Some(Lying::No);
        assert_eq!(signs_for(&knee), []);
    }

    #[test]
    fn further_marks_never_take_a_sign_away() {
        for place in Region::ALL {
            for trigger in Trigger::ALL {
                let before = signs_for(&note(&[*place], Some(*trigger), &[]));
                for sign in Sign::ALL {
                    for more in Region::ALL {
                        let after = signs_for(&note(&[*place, *more], Some(*trigger), &[*sign]));
                        let keeps = before.iter().all(|flag| after.contains(flag));
                        assert!(keeps, "{place:?} {trigger:?} {sign:?} {more:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn how_strong_decides_nothing_and_a_long_time_takes_nothing_away() {
        let mut long = note(&[Region::LowerBack], Some(Trigger::Lift), &[]);
        let before = signs_for(&long);
        long.pain = PainLevel::new(1).ok();
        long.lasting = Some(Lasting::Months);
        assert_eq!(signs_for(&long), before);
    }
}
