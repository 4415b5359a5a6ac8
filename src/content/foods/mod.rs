//! Foods that bring calcium or vitamin D, with their figures, and what is known about some of them.
//!
//! Figures are whole numbers per 100 g as they were read, so that each can be checked against its source; a portion
//! is computed from them. Invariant: what a source does not tell is `None`, never nought.
//!
//! Texts in the namespace `foods`: `<food>`, `<food>_portion`, and the claims under their keys.

mod claims;

pub use claims::Claim;

use super::evidence::{Grounds, Label};
use super::sources::SourceId as S;
use crate::domain::eating::Eating;
use crate::domain::person::Allergies;

ids! {
    /// A kind of food.
    Group {
        /// Of milk.
        Dairy = "dairy",
        /// Fish and shellfish.
        Fish = "fish",
        /// Beans and tofu.
        Beans = "beans",
        /// Leaves.
        Greens = "greens",
        /// Nuts and seeds.
        Nuts = "nuts",
        /// What is left.
        Other = "other",
    }
}

ids! {
    /// A food. Its key is how the journal spells it, so a key never changes.
    Food {
        /// Milk, 1 % fat.
        Milk = "milk",
        /// Plain low-fat yogurt.
        Yogurt = "yogurt",
        /// Cheddar cheese.
        Cheddar = "cheddar",
        /// Tinned sardines with their bones.
        Sardines = "sardines",
        /// Tinned pink salmon with its bones.
        TinnedSalmon = "tinned_salmon",
        /// Cooked pink salmon.
        FreshSalmon = "fresh_salmon",
        /// Small dried fish, eaten whole.
        DriedFish = "dried_fish",
        /// Japanese small dried fish.
        Niboshi = "niboshi",
        /// Sakura shrimp, dried raw.
        SakuraShrimp = "sakura_shrimp",
        /// Small shrimp dried in the shell.
        DriedShrimp = "dried_shrimp",
        /// Cooked, peeled shrimp.
        CookedShrimp = "cooked_shrimp",
        /// Tofu set with calcium sulfate.
        Tofu = "tofu",
        /// Tofu set with nigari and calcium sulfate.
        TofuNigari = "tofu_nigari",
        /// Soymilk with added calcium.
        Soymilk = "soymilk",
        /// Bok choy, cooked.
        BokChoy = "bok_choy",
        /// Collards, cooked.
        Collards = "collards",
        /// Kale, cooked.
        Kale = "kale",
        /// Almonds.
        Almonds = "almonds",
        /// Whole sesame seeds.
        Sesame = "sesame",
        /// Orange juice with added calcium.
        OrangeJuice = "orange_juice",
        /// A boiled egg.
        Egg = "egg",
        /// Ordinary dried shiitake.
        Shiitake = "shiitake",
        /// Portabella exposed to UV light.
        PortabellaUv = "portabella_uv",
        /// Maitake.
        Maitake = "maitake",
    }
}

/// What some must not eat, in a food.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allergen {
    /// Milk.
    Milk,
    /// Fish.
    Fish,
    /// Shellfish.
    Shellfish,
    /// Sesame.
    Sesame,
    /// Tree nuts.
    TreeNuts,
}

/// What is known of a food.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Its kind.
    pub group: Group,
    /// The allergen in it, if it has one of those a person can note.
    pub allergen: Option<Allergen>,
    /// The grams in a portion.
    pub grams: u16,
    /// Milligrams of calcium in 100 g.
    calcium_100: u16,
    /// International units of vitamin D in 100 g.
    vitamin_d_100: Option<u16>,
    /// Milligrams of sodium in 100 g.
    sodium_100: Option<u16>,
    /// Where they were read.
    pub source: S,
}

impl Figures {
    /// Milligrams of calcium in a portion, as the source has it.
    pub fn calcium_mg(self) -> u16 {
        self.in_a_portion(self.calcium_100)
    }

    /// International units of vitamin D in a portion; 40 are a microgram.
    pub fn vitamin_d_iu(self) -> Option<u16> {
        self.vitamin_d_100.map(|per_100| self.in_a_portion(per_100))
    }

    /// Milligrams of sodium in a portion; 1 g of salt holds 393.
    pub fn sodium_mg(self) -> Option<u16> {
        self.sodium_100.map(|per_100| self.in_a_portion(per_100))
    }

    fn in_a_portion(self, per_100: u16) -> u16 {
        let whole = (u32::from(per_100) * u32::from(self.grams) + 50) / 100;
        u16::try_from(whole).unwrap_or(u16::MAX)
    }
}

impl Group {
    /// What to mind with medicines, told where foods of the kind are tapped: greens hold vitamin K, which works against
    /// warfarin; milk, and soymilk or juice with calcium, weaken some tablets.
    pub fn care(self) -> &'static [Claim] {
        match self {
            Self::Greens => Claim::AT_GREENS,
            Self::Dairy | Self::Beans | Self::Other => Claim::AT_CALCIUM,
            Self::Fish | Self::Nuts => &[],
        }
    }
}

impl Food {
    /// The most sodium in a portion that counts as little salt, in milligrams: a careful choice of ours.
    pub const LOW_SODIUM_MG: u16 = 140;

    /// The food of a key; `None` for one that this version does not know.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|food| food.key() == key)
    }

    /// Its figures.
    #[rustfmt::skip]
    pub fn figures(self) -> Figures {
        use Allergen as A;
        use Group as G;
        let (group, allergen, grams, calcium_100, vitamin_d_100, sodium_100, source) = match self {
            // Dried fish is sold with very different amounts of salt, so the one figure of the table would mislead.
            // USDA SR28, by NDB number. Columns: grams in a portion; per 100 g: calcium mg, vitamin D IU, sodium mg.
            /* 01082 */ Self::Milk => (G::Dairy, Some(A::Milk), 244, 125, Some(48), Some(44), S::UsdaSr28),
            /* 01117 */ Self::Yogurt => (G::Dairy, Some(A::Milk), 170, 183, Some(1), Some(70), S::UsdaSr28),
            /* 01009 */ Self::Cheddar => (G::Dairy, Some(A::Milk), 28, 721, Some(24), Some(621), S::UsdaSr28),
            /* 15088 */ Self::Sardines => (G::Fish, Some(A::Fish), 85, 382, Some(193), Some(307), S::UsdaSr28),
            /* 15260 */ Self::TinnedSalmon => (G::Fish, Some(A::Fish), 85, 283, Some(580), Some(381), S::UsdaSr28),
            /* 15212 */ Self::FreshSalmon => (G::Fish, Some(A::Fish), 85, 8, Some(522), Some(90), S::UsdaSr28),
            /* 35184 */ Self::DriedFish => (G::Fish, Some(A::Fish), 10, 1600, None, None, S::UsdaSr28),
            Self::Niboshi => (G::Fish, Some(A::Fish), 10, 2200, None, None, S::Niboshi),
            Self::SakuraShrimp => (G::Fish, Some(A::Shellfish), 10, 2000, None, None, S::DriedShrimp),
            Self::DriedShrimp => (G::Fish, Some(A::Shellfish), 10, 7100, None, None, S::DriedShrimp),
            /* 15151 */ Self::CookedShrimp => (G::Fish, Some(A::Shellfish), 85, 91, Some(4), Some(947), S::UsdaSr28),
            /* 16427 */ Self::Tofu => (G::Beans, None, 124, 350, Some(0), Some(7), S::UsdaSr28),
            /* 16126 */ Self::TofuNigari => (G::Beans, None, 126, 201, Some(0), Some(12), S::UsdaSr28),
            /* 16139 */ Self::Soymilk => (G::Beans, None, 243, 123, Some(43), Some(47), S::UsdaSr28),
            /* 11117 */ Self::BokChoy => (G::Greens, None, 170, 93, Some(0), Some(34), S::UsdaSr28),
            /* 11162 */ Self::Collards => (G::Greens, None, 190, 141, Some(0), Some(15), S::UsdaSr28),
            /* 11234 */ Self::Kale => (G::Greens, None, 130, 72, Some(0), Some(23), S::UsdaSr28),
            /* 12061 */ Self::Almonds => (G::Nuts, Some(A::TreeNuts), 28, 269, Some(0), Some(1), S::UsdaSr28),
            /* 12023 */ Self::Sesame => (G::Nuts, Some(A::Sesame), 9, 975, Some(0), Some(11), S::UsdaSr28),
            /* 09211 */ Self::OrangeJuice => (G::Other, None, 249, 140, Some(0), Some(2), S::UsdaSr28),
            /* 01129 */ Self::Egg => (G::Other, None, 50, 50, Some(87), Some(124), S::UsdaSr28),
            /* 11268 */ Self::Shiitake => (G::Other, None, 15, 11, Some(154), Some(13), S::UsdaSr28),
            /* 11998 */ Self::PortabellaUv => (G::Other, None, 84, 3, Some(446), Some(9), S::UsdaSr28),
            /* 11993 */ Self::Maitake => (G::Other, None, 70, 1, Some(1123), Some(1), S::UsdaSr28),
        };
        Figures { group, allergen, grams, calcium_100, vitamin_d_100, sodium_100, source }
    }

    /// What its figures rest on.
    pub fn grounds(self) -> Grounds {
        let sources: &'static [S] = match self {
            Self::Niboshi => &[S::Niboshi],
            Self::SakuraShrimp | Self::DriedShrimp => &[S::DriedShrimp],
            _ => &[S::UsdaSr28],
        };
        Grounds::new(Label::Supported, sources)
    }

    /// Whether only half of its calcium counts, because much of it is bound (sesame) or how much of it is taken up is
    /// not known (shells): a careful choice of ours.
    pub fn counts_half(self) -> bool {
        matches!(self, Self::Sesame | Self::SakuraShrimp | Self::DriedShrimp)
    }

    /// The milligrams of calcium that count in a portion.
    pub fn counted_mg(self) -> u16 {
        let on_paper = self.figures().calcium_mg();
        if self.counts_half() {
            on_paper / 2
        } else {
            on_paper
        }
    }

    /// Whether the person noted that it must not be eaten.
    pub fn is_forbidden(self, to: Allergies) -> bool {
        match self.figures().allergen {
            Some(Allergen::Milk) => to.milk,
            Some(Allergen::Fish) => to.fish,
            Some(Allergen::Shellfish) => to.shellfish,
            Some(Allergen::Sesame) => to.sesame,
            Some(Allergen::TreeNuts) => to.tree_nuts,
            None => false,
        }
    }

    /// Whether the filters let it pass. What holds an unknown amount of salt is not taken to hold little.
    pub fn passes(self, filters: &Eating) -> bool {
        let figures = self.figures();
        let kept_out = match figures.allergen {
            Some(Allergen::Milk) => filters.dairy_free,
            Some(Allergen::Fish) => filters.no_fish || filters.vegetarian,
            Some(Allergen::Shellfish) => filters.no_shellfish || filters.vegetarian,
            _ => false,
        };
        let is_low = figures
            .sodium_mg()
            .is_some_and(|mg| mg <= Self::LOW_SODIUM_MG);
        !kept_out && (is_low || !filters.low_salt)
    }
}

/// The milligrams of calcium that count in a portion of the food of a key.
pub fn counted_mg(key: &str) -> Option<u16> {
    Food::of_key(key).map(Food::counted_mg)
}
