//! Icons: strokes on a grid of 24. They stand beside words and are never read out.

use leptos::prelude::*;

use crate::content::symptoms::SymptomId;

/// One of the icons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each is named after what it shows
pub enum Icon {
    Mark,
    Home,
    Move,
    Bowl,
    Book,
    Calendar,
    Sliders,
    Phone,
    Pause,
    Play,
    Tick,
    Plus,
    Minus,
    Heel,
    Knee,
    Shield,
    Speaker,
    Scales,
    Question,
    Leaf,
    Cross,
    Warning,
    Info,
    Left,
    Sun,
    Pencil,
    Search,
    People,
    Wave,
    Together,
    LowBack,
    BentBack,
    Chest,
    Leg,
    WristAndHip,
    Pill,
    Glass,
    Cup,
    Clipboard,
}

/// A small person from behind: head, arms, trunk and legs.
const PERSON: &str = "M14.3 3.8a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0M6.5 15.5V10.5Q6.5 8.2 8.8 8.2H15.2Q17.5 8.2 17.5 10.5V15.5M9.3 12V22M14.7 12V22M12 17.5V22";

impl Icon {
    /// The sign of the guide that a page is about, as a small body with the place.
    pub fn of(sign: SymptomId) -> Self {
        match sign {
            SymptomId::BackPain => Self::LowBack,
            SymptomId::Stoop => Self::BentBack,
            SymptomId::SqueezedChest => Self::Chest,
            SymptomId::PressedNerves => Self::Leg,
            SymptomId::EasyBreaks => Self::WristAndHip,
            SymptomId::PainMedicine => Self::Pill,
        }
    }

    /// The place on the body that is meant, drawn in the colour of places.
    fn place(self) -> Option<&'static str> {
        match self {
            Self::LowBack => Some("M12 14.2v.01"),
            Self::BentBack => Some("M11.4 9.3Q7.4 10.8 7.8 15.4"),
            Self::Chest => Some("M10.6 11.6h2.8"),
            Self::Leg => Some("M12.4 13L14.7 16V20.6"),
            Self::WristAndHip => Some("M17.5 15.4v.01M9.4 16.6v.01"),
            _ => None,
        }
    }

    /// The path on the grid of 24.
    fn path(self) -> &'static str {
        match self {
            Self::Mark => {
                "M8.6 2c1 0 1.7.4 2.1 1.1C11.1 2.4 11.8 2 12.8 2c1.6 0 2.7 1.2 2.7 2.7 0 1.3-.8 2.2-1.5 3.2-.6 1-.8 2-.7 3 .1.8.4 1.4 1 2l2.7 2.7c.6.6 1.2.8 1.9 1.2.6.3 1 .8 1 1.4 0 .5-.4.8-.9.8h-4.2c-1 0-1.8-.4-2.5-1.2l-1.3-1.4c-.5-.5-.9-.7-1.6-.7-1.6 0-2.5-1.1-2.3-2.6.1-1.1.5-2 .4-3.2 0-.9-.4-1.6-.8-2.2-.5-.9-.8-1.8-.8-3C5.9 3.2 7 2 8.6 2ZM5 22.2h14.5"
            }
            Self::Home => "M4 11l8-7 8 7v9H4zM10 20v-6h4v6",
            Self::Move => "M15 4a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9 21l2-7-2-3 3-4 3 4h3M11 14l4 2v5",
            Self::Bowl => {
                "M3 11h18a9 9 0 0 1-6 8.5V21H9v-1.5A9 9 0 0 1 3 11ZM8 7c0-2 2-2 2-4M14 7c0-2 2-2 2-4"
            }
            Self::Book => "M4 5c3-2 6-1 8 1 2-2 5-3 8-1v14c-3-2-6-1-8 1-2-2-5-3-8-1ZM12 6v14",
            Self::Calendar => {
                "M7 5h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3ZM4 10h16M9 3v4M15 3v4"
            }
            Self::Sliders => {
                "M4 7h9.4M18.6 7H20M4 17h1.4M10.6 17H20M18.6 7a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0M10.6 17a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0"
            }
            Self::Phone => "M5 4h4l2 5-3 2a11 11 0 0 0 5 5l2-3 5 2v4c-9 2-17-6-15-15Z",
            Self::Pause => "M8 5v14M16 5v14",
            Self::Play => "M8 5l11 7-11 7z",
            Self::Tick => "M5 12l5 5L19 7",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Heel => {
                "M10 3v10c0 2-3 2-4 4l9 3.5c3 1 5 .5 5-1s-3-2-5-3c-1.5-1-1-3-1-5V3M3 21.5V13M3 13l-1.8 2M3 13l1.8 2"
            }
            Self::Knee => "M12 4a2 2 0 1 1-4 0 2 2 0 0 1 4 0M9 8l-2 6 6 2-1 5M9 9l5 3 3-1",
            Self::Shield => "M12 3l7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2 2 4-4",
            Self::Speaker => "M4 9h4l5-4v14l-5-4H4zM17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11",
            Self::Scales => {
                "M12 4v16M8 20h8M5 7h14M5 7l-3 6a3 3 0 0 0 6 0zM19 7l-3 6a3 3 0 0 0 6 0z"
            }
            Self::Question => {
                "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0"
            }
            Self::Leaf => "M5 19c0-9 5-14 15-14 0 10-5 15-13 13M5 21c1-5 4-8 9-10",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Warning => "M12 4l9 16H3zM12 10v4M12 17v.01",
            Self::Info => "M12 11v5M12 8v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0",
            Self::Left => "M15 5l-7 7 7 7",
            Self::Sun => {
                "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
            }
            Self::Pencil => "M5 19l1-5L16.5 3.5l4 4L10 18zM14 6l4 4M12 21h8",
            Self::Search => "M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0M15.3 15.3L21 21",
            Self::Wave => "M2.5 14c3-6 6.5-6 9.5-2s6.5 4 9.5-2",
            Self::Together => {
                "M15 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0M21 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0"
            }
            Self::People => {
                "M11 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0M2.5 20c0-5 2-7 5.5-7s5.5 2 5.5 7M19 8.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M16.5 14c3 0 5 1.5 5 6"
            }
            Self::LowBack | Self::Chest | Self::Leg | Self::WristAndHip => PERSON,
            Self::BentBack => {
                "M19.5 6.6a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0M14.6 9.6Q9.6 9 10.4 15.4L10 22M10.6 16Q12.4 18 12.6 22M13 11.4L14.4 16"
            }
            Self::Pill => {
                "M6 18a4 4 0 0 1 0-5.6L12.4 6A4 4 0 0 1 18 11.6L11.6 18A4 4 0 0 1 6 18ZM9.2 9.2l5.6 5.6"
            }
            Self::Glass => "M6 3h12l-1.6 18H7.6ZM6.6 9.5Q9.5 7.6 12 9.5T17.4 9.5",
            Self::Cup => {
                "M4 8h12v6a6 6 0 0 1-12 0ZM16 9.5h1.5a2.6 2.6 0 0 1 0 5.2H16M3 22h14M8 4.6V3M12 4.6V3"
            }
            Self::Clipboard => "M8 4.5H6V21h12V4.5h-2M9 3h6v3.4H9ZM9 11h6M9 15.5h4",
        }
    }
}

/// An icon, as decoration beside words.
#[component]
pub fn IconView(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=icon.path()></path>
            {icon.place().map(|place| view! { <path class="icon__place" d=place></path> })}
        </svg>
    }
}
