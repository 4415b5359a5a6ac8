//! The whole body from the front and from behind, as a line drawing: the ground of the body map and of other drawings.

use super::Stroke;

/// The sheet that a body stands on.
pub const SHEET: &str = "0 0 100 236";
/// Turns a half of the body into the other half.
pub const MIRRORED: &str = "matrix(-1 0 0 1 100 0)";
/// The outline of one half, the person's left seen from the front. It begins and ends a little beyond the middle, so that no
/// gap is seen between the halves.
pub const HALF: &str = "M49.6 4C57.5 4 61 9.5 60.6 17 60.4 22 58.6 26.5 55.6 29L55.4 34C56 37.5 60 39.3 66 40.6 73 42 77 47 77.4 54 78 62 79.6 68 81 76 83 82 84.6 86 85.6 91 87.6 99 89.4 106 91 113 92.4 117 95 120 95.6 124 96.4 129 95.6 135 93.6 138.4 92 141 89.4 140.6 88.8 138 88.6 134 86.6 128 86.2 122.5 85.8 118 85.6 116 85 114 82.6 107 79.8 99 78 93 76.4 89 75 85 74 80 72.4 73 70.6 66 69.4 59 69.2 66 68 72 67.2 78 66.4 84 66.2 88 66.8 93 68.4 100 70.4 106 71 113 71.8 122 71 136 69.4 148 68.4 157 67.6 164 67.4 170 67.4 175 68.4 180 68 188 67.4 198 64.6 208 64 216 63.8 220 65.4 223 67 226.4 68 229.6 66 232 62 232 58 232 55.6 230.6 55.8 227 56 222 57 218 56.8 213 56 204 54.6 196 54.6 187 54.4 180 55.4 175 55 169 54.4 158 52.6 140 49.6 121";

const FRONT: &str = "M91.6 138.6Q92.6 134 91.4 130M60 47Q55 45.4 52.6 46.6M76.4 83Q79.6 81.4 82.6 84M85.4 113.6L91 112M57 166Q61 163.6 65.4 166.4M57 174.6Q61 177 65.2 174.4M55.4 74.4Q59 76.4 63 73.6";
const BACK: &str = "M91.6 138.6Q92.6 134 91.4 130M50 40V104M57 52Q63 56 60.6 66M76.4 80Q79.6 82.6 82.8 81M85.4 113.6L91 112M52 121Q60 126 68.8 122.4M56.6 170.4Q61 173 66.4 170M59.4 184Q62.4 190 62.6 198";

/// What fills the body, below what is marked on it.
pub const GROUND: [Stroke; 2] = [("line__ground", HALF, ""), ("line__ground", HALF, MIRRORED)];
/// What is drawn on it, seen from the front.
pub const FROM_FRONT: [Stroke; 6] = [
    ("line", HALF, ""),
    ("line", HALF, MIRRORED),
    ("line line--thin", FRONT, ""),
    ("line line--thin", FRONT, MIRRORED),
    (
        "line__hair",
        "M39.4 17C38 7 43 3 50 3 57 3 62 7 60.6 17 59.4 12.6 57 10.4 53 10.6 47.6 11 42 11.4 39.4 17Z",
        "",
    ),
    (
        "line line--thin",
        "M46.4 15.4v1M53.6 15.4v1M46.8 21.6Q50 24 53.2 21.6M49.6 18.4h.8",
        "",
    ),
];
/// The same from behind.
pub const FROM_BEHIND: [Stroke; 5] = [
    ("line", HALF, ""),
    ("line", HALF, MIRRORED),
    ("line line--thin", BACK, ""),
    ("line line--thin", BACK, MIRRORED),
    (
        "line__hair",
        "M39.3 17C38.6 8 43 3 50 3 57 3 61.4 8 60.7 17 60.6 22 59 26.4 56 28.2Q50 30.4 44 28.2C41 26.4 39.4 22 39.3 17Z",
        "",
    ),
];
