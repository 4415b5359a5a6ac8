//! Why it matters: the facts W1–W6, and how many people are concerned (evidence 1.1–1.3).
//!
//! Texts in the namespace `stories`; a note that belongs to one is `<key>_note` and rests on the same.

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;

ids! {
    /// A fact about why it matters.
    StoryId {
        /// W1: Liu and the wheelchair.
        W1 = "w1",
        /// W2: Chen, standing.
        W2 = "w2",
        /// W3: everyday strain was enough.
        W3 = "w3",
        /// What everyday strain can do.
        W3Why = "w3_why",
        /// What to do then.
        W3Do = "w3_do",
        /// The three parts of the article's plan.
        Plan = "plan",
        /// W4: how many have weak or thin bones.
        W4 = "w4",
        /// W5: the year after a broken hip.
        W5 = "w5",
        /// The 35.4 percent that the article names.
        W5Article = "w5_article",
        /// What the year after a broken hip depends on.
        W5Depends = "w5_depends",
        /// W6: more common with age.
        W6 = "w6",
        /// W6: so do breaks.
        W6Breaks = "w6_breaks",
        /// How many break a bone, UK.
        UkShare = "uk_share",
    }
}

impl StoryId {
    /// What it rests on.
    pub fn grounds(self) -> Grounds {
        let sources: &'static [S] = match self {
            Self::W1 | Self::W2 | Self::W3 | Self::Plan | Self::W5Article => return Grounds::STORY,
            Self::W3Do | Self::W6Breaks => return Grounds::ADVICE,
            Self::W3Why => &[S::SpineEveryday, S::SpineSevere],
            Self::W4 | Self::W6 => &[S::BoneSurvey],
            Self::W5 => {
                return Grounds::new(
                    Label::Caution,
                    &[
                        S::HipUspstf,
                        S::HipItaly,
                        S::HipJournal,
                        S::HipKorea,
                        S::HipProgramme,
                    ],
                );
            }
            Self::W5Depends => &[S::HipDementia],
            Self::UkShare => &[S::UkFractures],
        };
        Grounds::new(Label::Supported, sources)
    }
}

ids! {
    /// Whom a survey measured.
    Group {
        /// Women and men.
        Everyone = "everyone",
        /// Women.
        Women = "women",
        /// Men.
        Men = "men",
    }
}

/// How many of a group, in tenths of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// With osteoporosis.
    pub osteoporosis: u16,
    /// With low bone mass.
    pub low: u16,
}

impl Group {
    /// US adults of 50 and over, measured 2017–2018, adjusted for age: NCHS Data Brief 405 ([`S::BoneSurvey`]).
    pub fn shares(self) -> Shares {
        let (osteoporosis, low) = match self {
            Self::Everyone => (126, 431),
            Self::Women => (196, 515),
            Self::Men => (44, 335),
        };
        Shares { osteoporosis, low }
    }
}

impl Shares {
    /// Of 100 people, in whole people: with osteoporosis, with low bone mass, with neither. They add up to 100.
    pub fn of_hundred(self) -> [u16; 3] {
        let whole = |tenths: u16| (tenths + 5) / 10;
        let (osteoporosis, low) = (whole(self.osteoporosis), whole(self.low));
        [osteoporosis, low, 100 - osteoporosis - low]
    }

    /// The rest: with neither, in tenths of a percent.
    pub fn neither(self) -> u16 {
        1000 - self.osteoporosis - self.low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_drawn_as_whole_people_that_add_up_to_a_hundred() {
        for (group, people) in [
            (Group::Everyone, [13, 43, 44]),
            (Group::Women, [20, 52, 28]),
            (Group::Men, [4, 34, 62]),
        ] {
            assert_eq!(group.shares().of_hundred(), people, "{group:?}");
            let Shares { osteoporosis, low } = group.shares();
            assert_eq!(osteoporosis + low + group.shares().neither(), 1000);
        }
    }
}
