//! Pages of one app that sleep and wake: whatever they missed, no choice and no answer of another page is lost.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod store_support;

use std::rc::Rc;

use bonewise::domain::day::LocalDay;
use bonewise::domain::safety::{Answer, Question, Safety};
use bonewise::domain::settings::{Settings, TextSize};
use bonewise::store::Store;
use bonewise::store::envelope::seal;
use bonewise::store::faulty::Faulty;
use bonewise::store::memory::MemoryStorage;
use bonewise::store::share::Agreed;
use bonewise::store::storage::{Storage, StorageError};
use proptest::prelude::*;
use store_support::*;

/// A page: what it believes, and what it and the storage agreed on. It is never told what others write.
struct Tab {
    faults: Faulty<MemoryStorage>,
    store: Store,
    settings: Settings,
    safety: Safety,
    agreed: (Agreed, Agreed),
    waits: (bool, bool),
}

impl Tab {
    fn open(disk: &MemoryStorage) -> Self {
        let faults = Faulty::new(disk.clone());
        let store = Store::new(Rc::new(faults.clone()));
        let loaded = store.load(now());
        Self {
            settings: loaded.settings,
            safety: loaded.safety,
            agreed: (Agreed::on_settings(&store), Agreed::on_safety(&store)),
            faults,
            store,
            waits: (false, false),
        }
    }

    fn look_again(&mut self) {
        if let Some(joined) = self.store.joined(&mut self.agreed.0, &self.settings) {
            self.settings = joined;
        }
        if let Some(joined) = self.store.joined(&mut self.agreed.1, &self.safety) {
            self.safety = joined;
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        self.look_again();
        change(&mut self.settings);
        self.waits.0 = true;
        self.flush();
    }

    fn answer(&mut self, question: Question, answer: Answer) {
        self.look_again();
        self.safety.answers.set(question, answer);
        self.waits.1 = true;
        self.flush();
    }

    fn flush(&mut self) {
        self.look_again();
        if self.waits.0 {
            let saved = self.store.save_shared(&mut self.agreed.0, &self.settings);
            self.waits.0 = saved.is_err();
        }
        if self.waits.1 {
            let saved = self.store.save_shared(&mut self.agreed.1, &self.safety);
            self.waits.1 = saved.is_err();
        }
    }
}

#[test]
fn an_allergy_ticked_in_another_page_survives_a_page_that_slept() {
    let disk = MemoryStorage::new();
    let [mut slept, mut awake] = [(); 2].map(|()| Tab::open(&disk));
    awake.set(|settings| settings.person.allergies.sesame = true);
    slept.set(|settings| settings.text = TextSize::Largest);
    for tab in [&mut slept, &mut awake] {
        tab.look_again();
        assert!(tab.settings.person.allergies.sesame);
        assert_eq!(tab.settings.text, TextSize::Largest);
    }
}

#[test]
fn what_waited_here_while_it_could_not_be_written_is_joined_with_what_came_meanwhile() {
    let disk = MemoryStorage::new();
    let [mut full, mut other] = [(); 2].map(|()| Tab::open(&disk));
    full.faults.deny();
    full.set(|settings| settings.person.allergies.milk = true);
    full.answer(Question::Fall, Answer::Yes);
    other.set(|settings| settings.person.allergies.fish = true);
    other.answer(Question::SpineBreak, Answer::Yes);
    full.faults.heal();
    full.flush();
    other.look_again();
    for tab in [&full, &other] {
        assert!(tab.settings.person.allergies.milk && tab.settings.person.allergies.fish);
        let answers = &tab.safety.answers;
        assert_eq!(answers.get(Question::Fall), Some(Answer::Yes));
        assert_eq!(answers.get(Question::SpineBreak), Some(Answer::Yes));
    }
}

#[test]
fn a_save_of_an_older_version_without_a_field_counts_as_its_default() {
    let disk = MemoryStorage::new();
    let old = seal(&serde_json::json!({ "text": "large" })).unwrap();
    disk.write("bonewise:settings", &old).unwrap();
    let [mut slept, mut awake] = [(); 2].map(|()| Tab::open(&disk));
    awake.set(|settings| settings.person.allergies.sesame = true);
    slept.faults.deny();
    slept.set(|settings| settings.knee_sets = 3);
    slept.faults.heal();
    slept.flush();
    assert!(slept.settings.person.allergies.sesame);
    assert_eq!(slept.settings.text, TextSize::Large);
}

#[test]
fn what_cannot_be_read_changes_nothing_here() {
    for text in [
        "",
        "rubbish",
        &seal(&vec![1]).unwrap(),
        "bonewise 9 00000000 {}",
    ] {
        let disk = MemoryStorage::new();
        let mut tab = Tab::open(&disk);
        tab.set(|settings| settings.person.allergies.milk = true);
        disk.write("bonewise:settings", text).unwrap();
        tab.look_again();
        assert!(tab.settings.person.allergies.milk, "{text}");
    }
}

/// What cannot be read is no common ground: against it everything here would count as chosen here.
#[test]
fn a_change_of_another_page_is_taken_in_where_what_stood_there_could_not_be_read() {
    let wrong = [
        serde_json::json!({ "text": 7 }),
        serde_json::json!([1]),
        serde_json::to_value(Safety::default()).unwrap(),
    ]
    .map(|value| seal(&value).unwrap());
    for text in wrong.iter().map(String::as_str).chain(["torn"]) {
        for is_there_first in [true, false] {
            let disk = MemoryStorage::new();
            let spoil = || disk.write("bonewise:settings", text).unwrap();
            if is_there_first {
                spoil();
            }
            let [mut slept, mut awake] = [(); 2].map(|()| Tab::open(&disk));
            if !is_there_first {
                spoil();
            }
            slept.look_again();
            awake.set(|settings| settings.text = TextSize::Largest);
            slept.look_again();
            assert_eq!(slept.settings.text, TextSize::Largest, "{text}");
            slept.set(|settings| settings.knee_sets = 3);
            awake.look_again();
            assert_eq!(awake.settings.text, TextSize::Largest, "{text}");
            assert_eq!(awake.settings.knee_sets, 3, "{text}");
        }
    }
}

#[test]
fn entries_that_were_missed_are_found_single_or_gathered_and_read_once() {
    let disk = MemoryStorage::new();
    let [slept, awake] = [(); 2].map(|()| Store::new(Rc::new(disk.clone())));
    let mut journal = slept.load(now()).journal;
    let mut months = Vec::new();
    for (n, when) in [at(9, 1), at(11, 20), now()].into_iter().enumerate() {
        awake.append(&session(&format!("m{n}"), when)).unwrap();
    }
    // The second fold takes the single entry of September away.
    awake.fold(now()).unwrap();
    awake.fold(now()).unwrap();
    let missed = slept.entries_not_in(&journal, &mut months);
    assert_eq!(missed.len(), 3);
    for entry in missed {
        journal.add(entry);
    }
    assert_eq!(journal, awake.load(now()).journal);
    assert_eq!(slept.entries_not_in(&journal, &mut months), []);
}

#[derive(Debug, Clone)]
enum Step {
    Allergy {
        tab: usize,
        which: usize,
        on: bool,
    },
    Tick {
        tab: usize,
        line: usize,
        on: bool,
    },
    Sets {
        tab: usize,
        sets: u8,
    },
    Answer {
        tab: usize,
        question: usize,
        answer: usize,
    },
    Tallest {
        tab: usize,
        mm: u16,
    },
    Look {
        tab: usize,
    },
    Reopen {
        tab: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let tab = || 0..3_usize;
    let step = prop_oneof![
        4 => (tab(), 0..5_usize, any::<bool>())
            .prop_map(|(tab, which, on)| Step::Allergy { tab, which, on }),
        4 => (tab(), 0..8_usize, any::<bool>())
            .prop_map(|(tab, line, on)| Step::Tick { tab, line, on }),
        2 => (tab(), 2..=3_u8).prop_map(|(tab, sets)| Step::Sets { tab, sets }),
        4 => (tab(), 0..10_usize, 0..3_usize)
            .prop_map(|(tab, question, answer)| Step::Answer { tab, question, answer }),
        1 => (tab(), 1500..1800_u16).prop_map(|(tab, mm)| Step::Tallest { tab, mm }),
        1 => tab().prop_map(|tab| Step::Look { tab }),
        1 => tab().prop_map(|tab| Step::Reopen { tab }),
    ];
    prop::collection::vec(step, 1..80)
}

fn change(settings: &mut Settings, step: &Step) {
    let allergies = &mut settings.person.allergies;
    match step {
        Step::Allergy { which, on, .. } => {
            *[
                &mut allergies.sesame,
                &mut allergies.tree_nuts,
                &mut allergies.fish,
                &mut allergies.shellfish,
                &mut allergies.milk,
            ][*which] = *on;
        }
        Step::Tick { line, on, .. } => settings.checks.home.set(&format!("line{line}"), *on),
        Step::Sets { sets, .. } => settings.knee_sets = *sets,
        Step::Tallest { mm, .. } => settings.checks.tallest_mm = Some(*mm),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// No page ever hears of another's writes, and yet it comes out as if one page had done it all.
    #[test]
    fn three_pages_that_are_never_told_end_as_one_page_would(steps in steps()) {
        let disk = MemoryStorage::new();
        let mut tabs = [(); 3].map(|()| Tab::open(&disk));
        let (mut settings, mut safety) = (Settings::default(), Safety::default());
        for step in &steps {
            change(&mut settings, step);
            match step {
                Step::Allergy { tab, .. } | Step::Tick { tab, .. } | Step::Sets { tab, .. }
                | Step::Tallest { tab, .. } => tabs[*tab].set(|settings| change(settings, step)),
                Step::Answer { tab, question, answer } => {
                    let (question, answer) = (Question::ALL[*question], Answer::ALL[*answer]);
                    safety.answers.set(question, answer);
                    tabs[*tab].answer(question, answer);
                }
                Step::Look { tab } => tabs[*tab].look_again(),
                Step::Reopen { tab } => tabs[*tab] = Tab::open(&disk),
            }
        }
        for tab in &mut tabs {
            tab.look_again();
            prop_assert_eq!(&tab.settings, &settings);
            prop_assert_eq!(&tab.safety, &safety);
        }
    }

    /// Writes fail for a while, now here, now there: what was ticked anywhere is ticked everywhere in the end.
    #[test]
    fn no_tick_and_no_answer_is_lost_to_failing_writes(
        steps in prop::collection::vec((0..3_usize, 0..3_u8, 0..5_usize, any::<bool>()), 1..60),
    ) {
        let disk = MemoryStorage::new();
        let mut tabs = [(); 3].map(|()| Tab::open(&disk));
        let mut ticked = [false; 5];
        let mut answered = [false; 5];
        for (tab, kind, which, flag) in steps {
            let tab = &mut tabs[tab];
            match kind {
                0 => {
                    ticked[which] = true;
                    tab.set(|settings| settings.checks.home.set(&format!("line{which}"), true));
                }
                1 => {
                    answered[which] = true;
                    tab.answer(Question::ALL[which], Answer::Yes);
                }
                _ if flag => tab.faults.fail_after(which, StorageError::Full),
                _ => tab.faults.heal(),
            }
        }
        for tab in &mut tabs {
            tab.faults.heal();
            tab.flush();
        }
        for tab in &mut tabs {
            tab.look_again();
            for which in 0..5 {
                prop_assert_eq!(tab.settings.checks.home.has(&format!("line{which}")), ticked[which]);
                let answer = tab.safety.answers.get(Question::ALL[which]);
                prop_assert_eq!(answer, answered[which].then_some(Answer::Yes));
            }
        }
    }
}

#[test]
fn a_day_of_answers_is_kept_with_them() {
    let disk = MemoryStorage::new();
    let [mut slept, mut awake] = [(); 2].map(|()| Tab::open(&disk));
    awake.safety.answered = LocalDay::new(2026, 11, 22);
    awake.answer(Question::Fall, Answer::No);
    slept.answer(Question::SpineBreak, Answer::No);
    assert_eq!(slept.safety.answered, LocalDay::new(2026, 11, 22));
}
