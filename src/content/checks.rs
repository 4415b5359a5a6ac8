//! The checks a person can do at home.

ids! {
    /// A check.
    CheckId {
        /// Body height, against the tallest and against earlier measurements.
        Height = "height",
        /// The 30-second chair stand.
        ChairStand = "chair_stand",
        /// The 4-stage balance.
        Balance = "balance",
        /// The home safety checklist.
        HomeSafety = "home_safety",
        /// Who should ask for a bone-density test.
        BoneTest = "bone_test",
    }
}
