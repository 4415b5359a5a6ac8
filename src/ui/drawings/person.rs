//! The person of the figure, standing still: upright, and bent. Drawn about the hip.

use super::Stroke;
use crate::ui::figure::{CUFF, ELBOW, HAND, HEAD, NECK, Piece, SHIN, SHOE, SLEEVE, THIGH, TRUNK};

/// A piece in its place.
const fn at(piece: Piece, place: &'static str) -> Stroke {
    (piece.0, piece.1, place)
}

const UPRIGHT_HEAD: &str = "translate(1 -39.6)";
const UPRIGHT_ARM: [&str; 2] = [
    "translate(0 -28)rotate(4)",
    "translate(-1.2 -10.6)rotate(-8)",
];
const BENT_HEAD: &str = "translate(18 -34)rotate(12)";
const BENT_ARM: [&str; 2] = [
    "translate(8 -24)rotate(4)",
    "translate(6.8 -6.6)rotate(-14)",
];
const UPRIGHT_TRUNK: [Stroke; 2] = [at(TRUNK[0], ""), at(TRUNK[1], "")];
const BENT_TRUNK: [Stroke; 2] = [
    (
        TRUNK[0].0,
        "M-7 3.6Q-9.6-4-9-10-9-20-1-26 6-31 12.6-28.4 16-26 13.4-21 9.6-16 8.6-10 7.6-2 7.2 3.6 0 5.4-7 3.6Z",
        "",
    ),
    (
        TRUNK[1].0,
        "M4-27.6Q9-25 12-21.6L15-24Q15-29 10.6-29.6 6-29.8 4-27.6Z",
        "",
    ),
];

/// Standing upright.
pub const UPRIGHT: [Stroke; 16] = person(UPRIGHT_HEAD, UPRIGHT_TRUNK, UPRIGHT_ARM);
/// Standing with a bent upper back.
pub const BENT: [Stroke; 16] = person(BENT_HEAD, BENT_TRUNK, BENT_ARM);

/// Everything of a person, from back to front.
const fn person(
    head: &'static str,
    trunk: [Stroke; 2],
    [upper_arm, forearm]: [&'static str; 2],
) -> [Stroke; 16] {
    let [garment, shirt] = trunk;
    [
        at(NECK, head),
        at(THIGH, "rotate(-1)"),
        at(SHOE, "translate(-1.6 48)"),
        at(SHIN, "translate(.4 24)rotate(2.5)"),
        garment,
        shirt,
        at(HEAD[0], head),
        at(HEAD[1], head),
        at(HEAD[2], head),
        at(HEAD[3], head),
        at(HEAD[4], head),
        at(HEAD[5], head),
        at(HAND, forearm),
        at(SLEEVE, upper_arm),
        at(CUFF, forearm),
        at(ELBOW, upper_arm),
    ]
}

/// The head alone, for a body that is looked into.
pub const ONLY_HEAD: [Stroke; 6] = [
    at(HEAD[0], ""),
    at(HEAD[1], ""),
    at(HEAD[2], ""),
    at(HEAD[3], ""),
    at(HEAD[4], ""),
    at(HEAD[5], ""),
];
