//! Why it matters, in words.

use crate::content::stories::{Group, StoryId};

by_id! {
    /// A fact about why it matters.
    pub fn story(StoryId in stories) {
        W1 = w1,
        W2 = w2,
        W3 = w3,
        W3Why = w3_why,
        W3Do = w3_do,
        Plan = plan,
        W4 = w4,
        W5 = w5,
        W5Article = w5_article,
        W5Depends = w5_depends,
        W6 = w6,
        W6Breaks = w6_breaks,
        UkShare = uk_share,
    }
}

by_id! {
    /// Who was measured.
    pub fn group(Group in stories) {
        Everyone = everyone,
        Women = women,
        Men = men,
    }
}
