//! Devices with tabs, clocks and disks that fail, moved by one seed.

pub mod disk;
pub mod expected;
pub mod random;
pub mod world;
