//! Sine and cosine for a drawing.
//!
//! The standard library's are exact for every angle, however large, and that is 8 kB of program before the first screen.
//! A drawing that is rounded to tenths needs a thousandth of that exactness.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// The sine of an angle in radians, to a millionth.
pub fn sine(angle: f64) -> f64 {
    let turned = angle - TAU * (angle / TAU + 0.5).floor();
    // The sine mirrors itself at a quarter turn, so that the series is asked for small angles only.
    let small = if turned > FRAC_PI_2 {
        PI - turned
    } else if turned < -FRAC_PI_2 {
        -PI - turned
    } else {
        turned
    };
    let square = small * small;
    // Taylor's series up to the eleventh power: at a quarter turn it is wrong by 0.000 000 06.
    let series = [-110.0, -72.0, -42.0, -20.0, -6.0]
        .into_iter()
        .fold(1.0, |inner, divisor| 1.0 + square / divisor * inner);
    small * series
}

/// The cosine of an angle in radians, to a millionth.
pub fn cosine(angle: f64) -> f64 {
    sine(angle + FRAC_PI_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_right_to_a_millionth_over_several_turns() {
        for step in -4_000..=4_000 {
            let angle = f64::from(step) / 200.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-6, "sine of {angle}");
            assert!(
                (cosine(angle) - angle.cos()).abs() < 1e-6,
                "cosine of {angle}"
            );
        }
    }
}
