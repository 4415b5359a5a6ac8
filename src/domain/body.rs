//! Where it hurts, and how: what a person may note about their body. Every part is optional.
//!
//! It describes and never scores. What of "get help" may apply to a note is told by `content::note_help`.

use serde::Serialize;

use super::feeling::PainLevel;
use super::saved::{record, words};

/// An enum of plain words: its variants in the order they are shown, written and read by their spelling.
macro_rules! told {
    (
        $(#[$about:meta])*
        $name:ident {
            $($(#[$about_one:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$about_one])* $variant,)+
        }

        words!($name { $($variant = $word),+ });

        impl $name {
            /// All, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

told! {
    /// A part of the body. Left and right are the person's own.
    Region {
        /// The head.
        Head = "head",
        /// The jaw.
        Jaw = "jaw",
        /// The chest.
        Chest = "chest",
        /// The belly.
        Belly = "belly",
        /// The right arm.
        RightArm = "right_arm",
        /// The left arm.
        LeftArm = "left_arm",
        /// The right wrist or hand.
        RightHand = "right_hand",
        /// The left wrist or hand.
        LeftHand = "left_hand",
        /// The right hip or groin.
        RightHip = "right_hip",
        /// The left hip or groin.
        LeftHip = "left_hip",
        /// The right thigh.
        RightThigh = "right_thigh",
        /// The left thigh.
        LeftThigh = "left_thigh",
        /// The right knee.
        RightKnee = "right_knee",
        /// The left knee.
        LeftKnee = "left_knee",
        /// The right shin.
        RightShin = "right_shin",
        /// The left shin.
        LeftShin = "left_shin",
        /// The right foot.
        RightFoot = "right_foot",
        /// The left foot.
        LeftFoot = "left_foot",
        /// The neck, from behind.
        Neck = "neck",
        /// The left shoulder.
        LeftShoulder = "left_shoulder",
        /// The right shoulder.
        RightShoulder = "right_shoulder",
        /// Between the shoulder blades.
        UpperBack = "upper_back",
        /// Between the ribs and the waist.
        MiddleBack = "middle_back",
        /// Below the waist.
        LowerBack = "lower_back",
        /// Buttocks and tailbone.
        Seat = "seat",
        /// The left calf.
        LeftCalf = "left_calf",
        /// The right calf.
        RightCalf = "right_calf",
        /// The left heel.
        LeftHeel = "left_heel",
        /// The right heel.
        RightHeel = "right_heel",
    }
}

impl Region {
    /// Whether it belongs to the spine.
    pub fn is_back(self) -> bool {
        matches!(self, Self::UpperBack | Self::MiddleBack | Self::LowerBack)
    }

    /// Hip, groin or thigh.
    pub fn is_hip_or_thigh(self) -> bool {
        matches!(
            self,
            Self::RightHip | Self::LeftHip | Self::RightThigh | Self::LeftThigh
        )
    }

    /// Whether a broken hip may be felt there.
    pub fn is_near_hip(self) -> bool {
        self.is_hip_or_thigh() || self == Self::Seat
    }

    /// Whether it carries the body's weight in walking: hip, leg and foot.
    pub fn is_leg(self) -> bool {
        self.is_near_hip()
            || matches!(
                self,
                Self::RightKnee
                    | Self::LeftKnee
                    | Self::RightShin
                    | Self::LeftShin
                    | Self::RightFoot
                    | Self::LeftFoot
                    | Self::RightCalf
                    | Self::LeftCalf
                    | Self::RightHeel
                    | Self::LeftHeel
            )
    }

    /// Whether pain of the heart can be felt there, outside the chest.
    pub fn may_be_heart(self) -> bool {
        matches!(
            self,
            Self::Jaw
                | Self::Neck
                | Self::RightArm
                | Self::LeftArm
                | Self::RightShoulder
                | Self::LeftShoulder
                | Self::UpperBack
        )
    }
}

told! {
    /// What set it off.
    Trigger {
        /// Nothing that they know of.
        Nothing = "nothing",
        /// Bending.
        Bend = "bend",
        /// Lifting or pushing.
        Lift = "lift",
        /// A cough or a sneeze.
        Cough = "cough",
        /// A fall or a bump.
        Fall = "fall",
        /// Long sitting.
        Sitting = "sitting",
        /// Standing or walking.
        Standing = "standing",
        /// Something else.
        Other = "other",
    }
}

told! {
    /// How long it has lasted.
    Lasting {
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months or longer.
        Months = "months",
    }
}

told! {
    /// How the person stands.
    Posture {
        /// Straight.
        Straight = "straight",
        /// A little stooped.
        LittleStooped = "little_stooped",
        /// Stooped.
        Stooped = "stooped",
    }
}

told! {
    /// Whether the person can lie flat.
    Lying {
        /// Yes.
        Flat = "flat",
        /// With pillows.
        Pillows = "pillows",
        /// No.
        No = "no",
    }
}

told! {
    /// What came with it, or how it came.
    Sign {
        /// It came all at once.
        Sudden = "sudden",
        /// A tearing pain.
        Tearing = "tearing",
        /// Breathless, or in a cold sweat.
        Breathless = "breathless",
        /// Fainted, or close to it.
        Faint = "faint",
        /// A drooping face, a weak arm, or unclear speech.
        FaceArmSpeech = "face_arm_speech",
        /// Numb between the legs.
        NumbBetweenLegs = "numb_between_legs",
        /// Bladder or bowel out of control.
        BladderOrBowel = "bladder_or_bowel",
        /// Both legs weak or numb.
        BothLegs = "both_legs",
        /// One leg weak or numb.
        OneLeg = "one_leg",
        /// Cannot stand on the leg, or lift or turn it.
        CannotUseLeg = "cannot_use_leg",
        /// Cannot stand up straight.
        CannotStraighten = "cannot_straighten",
        /// Fever, weight loss, cancer before, steroids, or pain at night.
        Unwell = "unwell",
    }
}

/// One look at oneself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where it hurts, in the order of [`Region::ALL`], each once.
    pub places: Vec<Region>,
    /// How much, 0–10.
    pub pain: Option<PainLevel>,
    /// What set it off.
    pub trigger: Option<Trigger>,
    /// For how long.
    pub lasting: Option<Lasting>,
    /// How they stand.
    pub posture: Option<Posture>,
    /// Whether they can lie flat.
    pub lying: Option<Lying>,
    /// What came with it, in the order of [`Sign::ALL`], each once.
    pub signs: Vec<Sign>,
}

record!(Note or default { places, pain, trigger, lasting, posture, lying, signs });

impl Note {
    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Marks a place, or takes the mark away.
    pub fn mark(&mut self, place: Region, on: bool) {
        put(&mut self.places, place, on);
    }

    /// Marks a sign, or takes the mark away.
    pub fn sign(&mut self, sign: Sign, on: bool) {
        put(&mut self.signs, sign, on);
    }
}

/// Puts a value into its place in an ordered list without repeats, or takes it out.
fn put<T: Ord>(list: &mut Vec<T>, value: T, on: bool) {
    match (list.binary_search(&value), on) {
        (Err(place), true) => list.insert(place, value),
        (Ok(place), false) => {
            list.remove(place);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_in_order_and_once() {
        let mut note = Note::default();
        assert!(note.is_empty());
        for place in [Region::LowerBack, Region::Head, Region::LowerBack] {
            note.mark(place, true);
        }
        assert_eq!(note.places, [Region::Head, Region::LowerBack]);
        note.mark(Region::Head, false);
        note.mark(Region::Jaw, false);
        assert_eq!(note.places, [Region::LowerBack]);
        note.sign(Sign::Sudden, true);
        assert_eq!(note.signs, [Sign::Sudden]);
    }

    #[test]
    fn every_part_of_a_note_is_read_as_it_was_written() {
        let note = Note {
            places: Region::ALL.to_vec(),
            pain: PainLevel::new(7).ok(),
            signs: Sign::ALL.to_vec(),
            ..Note::default()
        };
        assert_eq!(again(&note), note);
        for trigger in Trigger::ALL {
            let trigger = Some(*trigger);
            let note = Note {
                trigger,
                ..Note::default()
            };
            assert_eq!(again(&note), note);
        }
        for lasting in Lasting::ALL {
            let lasting = Some(*lasting);
            let note = Note {
                lasting,
                ..Note::default()
            };
            assert_eq!(again(&note), note);
        }
        for posture in Posture::ALL {
            let posture = Some(*posture);
            let note = Note {
                posture,
                ..Note::default()
            };
            assert_eq!(again(&note), note);
        }
        for lying in Lying::ALL {
            let lying = Some(*lying);
            let note = Note {
                lying,
                ..Note::default()
            };
            assert_eq!(again(&note), note);
        }
    }

    fn again(note: &Note) -> Note {
        serde_json::from_str(&serde_json::to_string(note).unwrap()).unwrap()
    }
}
