//! Devices, tabs, disks that fail, clocks that jump, kills, damage, backups and merges: whatever the order, nothing that
//! was acknowledged and committed is lost, nothing is invented, and all who exchange their backups end with the same.
//!
//! `BONEWISE_SEEDS=1000000 cargo test --release --test simulation` runs a million; `BONEWISE_SEED=123` that one;
//! `BONEWISE_STEPS=60` takes as many steps in each, and `BONEWISE_FIRST=20000` begins there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod sim;
#[path = "store_support/tab.rs"]
mod tab;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use sim::world::World;

const SEEDS: u64 = 1000;
const STEPS: u64 = 16;
const THREADS: u32 = 2;

fn run(seed: u64) -> String {
    let mut world = World::new(seed);
    let steps = number("BONEWISE_STEPS").unwrap_or(STEPS);
    let done = catch_unwind(AssertUnwindSafe(|| world.run(steps)));
    assert!(done.is_ok(), "BONEWISE_SEED={seed}\n{}", world.log);
    world.dump()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_seed_loses_invents_or_forgets_anything() {
    if let Some(seed) = number("BONEWISE_SEED") {
        run(seed);
        return;
    }
    let begin = number("BONEWISE_FIRST").unwrap_or(0);
    let end = begin + number("BONEWISE_SEEDS").unwrap_or(SEEDS);
    let failing = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for first in 0..u64::from(THREADS) {
            let fails = |seed: &u64| catch_unwind(|| run(*seed)).is_err();
            let of_this = (begin + first..end).step_by(THREADS as usize);
            let failing = &failing;
            scope.spawn(move || {
                of_this
                    .filter(fails)
                    .for_each(|seed| failing.lock().unwrap().push(seed));
            });
        }
    });
    let failing = failing.into_inner().unwrap();
    assert!(failing.is_empty(), "seeds {failing:?}");
}

#[test]
fn the_same_seed_twice_gives_the_same_bytes() {
    for seed in 0..20 {
        assert_eq!(run(seed), run(seed), "{seed}");
    }
    assert_ne!(run(1), run(2));
}
