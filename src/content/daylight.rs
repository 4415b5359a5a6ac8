//! What is known about daylight and vitamin D (fact F7). Texts in the namespace `daylight`.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;

ids! {
    /// What is said about daylight.
    DaylightClaim {
        /// Fact F7: the skin makes vitamin D, which is not active yet.
        F7 = "f7",
        /// Why no minutes are named.
        Minutes = "minutes",
        /// Cover up from UV index 3.
        UvIndex = "uv_index",
        /// Never burn, no tanning beds.
        Burn = "burn",
        /// Glass, cloud and dark skin.
        Less = "less",
        /// Food or a supplement is the safer way.
        Safer = "safer",
        /// Who should ask first.
        Ask = "ask",
    }
}

impl DaylightClaim {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let (label, sources): (_, &'static [S]) = match self {
            Self::F7 => (Label::Supported, &[S::VitaminDActive, S::MushroomUv]),
            Self::Minutes => (
                Label::Mixed,
                &[S::SunMinutes, S::AustralianSun, S::VitaminDTargets],
            ),
            Self::UvIndex => (Label::Caution, &[S::WhoUvIndex, S::AustralianSun]),
            Self::Less => (Label::Supported, &[S::SunMinutes]),
            Self::Burn | Self::Safer | Self::Ask => return Grounds::ADVICE,
        };
        Grounds::new(label, sources)
    }
}
