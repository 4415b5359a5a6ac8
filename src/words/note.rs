//! A note on one's body in words.

use crate::domain::body::{Lasting, Lying, Note, Posture, Region, Sign, Trigger};
use crate::tr;

by_id! {
    /// A part of the body.
    pub fn region(Region in note) {
        Head = head,
        Jaw = jaw,
        Chest = chest,
        Belly = belly,
        RightArm = right_arm,
        LeftArm = left_arm,
        RightHand = right_hand,
        LeftHand = left_hand,
        RightHip = right_hip,
        LeftHip = left_hip,
        RightThigh = right_thigh,
        LeftThigh = left_thigh,
        RightKnee = right_knee,
        LeftKnee = left_knee,
        RightShin = right_shin,
        LeftShin = left_shin,
        RightFoot = right_foot,
        LeftFoot = left_foot,
        Neck = neck,
        LeftShoulder = left_shoulder,
        RightShoulder = right_shoulder,
        UpperBack = upper_back,
        MiddleBack = middle_back,
        LowerBack = lower_back,
        Seat = seat,
        LeftCalf = left_calf,
        RightCalf = right_calf,
        LeftHeel = left_heel,
        RightHeel = right_heel,
    }
}

by_id! {
    /// What set it off.
    pub fn trigger(Trigger in note) {
        Nothing = nothing,
        Bend = bend,
        Lift = lift,
        Cough = cough,
        Fall = fall,
        Sitting = sitting,
        Standing = standing,
        Other = other,
    }
}

by_id! {
    /// How long it has lasted.
    pub fn lasting(Lasting in note) {
        Minutes = minutes,
        Hours = hours,
        Days = days,
        Weeks = weeks,
        Months = months,
    }
}

by_id! {
    /// How one stands.
    pub fn posture(Posture in note) {
        Straight = straight,
        LittleStooped = little_stooped,
        Stooped = stooped,
    }
}

by_id! {
    /// Whether one can lie flat.
    pub fn lying(Lying in note) {
        Flat = flat,
        Pillows = pillows,
        No = no,
    }
}

by_id! {
    /// What came with it.
    pub fn sign(Sign in note) {
        Sudden = sudden,
        Tearing = tearing,
        Breathless = breathless,
        Faint = faint,
        FaceArmSpeech = face_arm_speech,
        NumbBetweenLegs = numb_between_legs,
        BladderOrBowel = bladder_or_bowel,
        BothLegs = both_legs,
        OneLeg = one_leg,
        CannotUseLeg = cannot_use_leg,
        CannotStraighten = cannot_straighten,
        Unwell = unwell,
    }
}

by_id! {
    /// How long it has lasted, inside of a line.
    pub fn since(Lasting in note) {
        Minutes = since_minutes,
        Hours = since_hours,
        Days = since_days,
        Weeks = since_weeks,
        Months = since_months,
    }
}

/// The places that are marked: "Chest, Left arm"; empty where none is.
pub fn places(note: &Note) -> String {
    let places: Vec<&str> = note.places.iter().map(|place| region(*place)).collect();
    places.join(", ")
}

/// A note as a line of the journal: all that was told, in the order it is asked.
pub fn line(note: &Note) -> String {
    let mut told: Vec<String> = Vec::new();
    told.extend(note.places.iter().map(|place| region(*place).to_owned()));
    told.extend(note.pain.map(|pain| tr!(note.pain_is, n = pain.get())));
    told.extend(note.trigger.map(|one| trigger(one).to_owned()));
    told.extend(note.lasting.map(|one| since(one).to_owned()));
    told.extend(note.signs.iter().map(|one| sign(*one).to_owned()));
    told.extend(note.posture.map(|one| posture(one).to_owned()));
    told.extend(
        note.lying
            .map(|one| tr!(note.lying_is, answer = lying(one))),
    );
    tr!(note.line, what = told.join("; "))
}
