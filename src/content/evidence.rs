//! How sure a statement is, and what it rests on.

use super::sources::SourceId;

ids! {
    /// The evidence label of a statement. The screen shows it as a word with an icon.
    Label {
        /// Studies or clinical guidance back it.
        Supported = "supported",
        /// Studies disagree, or back only a part of it.
        Mixed = "mixed",
        /// Two things occur together; that one brings about the other is not shown.
        AssociationOnly = "association_only",
        /// An idea of Chinese medicine, told as culture.
        Traditional = "traditional",
        /// No study is known that shows it.
        NotShown = "not_shown",
        /// Useful for some and harmful for others.
        Caution = "caution",
        /// What the article tells of one person. It could not be checked.
        Story = "story",
        /// Background knowledge or a careful choice of ours, without a source that was read: worded as
        /// advice and without figures.
        GeneralAdvice = "general_advice",
    }
}

/// What a statement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// How sure it is.
    pub label: Label,
    /// Where it was read; empty for general advice and for a story, and for nothing else.
    pub sources: &'static [SourceId],
}

impl Grounds {
    /// General advice.
    pub const ADVICE: Self = Self::new(Label::GeneralAdvice, &[]);

    /// A story from the article.
    pub const STORY: Self = Self::new(Label::Story, &[]);

    /// A statement with this label, read in these sources.
    pub const fn new(label: Label, sources: &'static [SourceId]) -> Self {
        Self { label, sources }
    }
}
