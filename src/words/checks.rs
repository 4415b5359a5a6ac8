//! The checks in words.

use crate::content::checks::CheckId;

by_id! {
    /// The title of a check.
    pub fn title(CheckId in checks) {
        Height = height,
        ChairStand = chair_stand,
        Balance = balance,
        HomeSafety = home_safety,
        BoneTest = bone_test,
    }
}
