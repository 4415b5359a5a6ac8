//! The coach: a session as a state machine over elapsed time, which answers with cues.
//!
//! Invariants: time moves only by [`Coach::handle`], from a clock that is handed in; a repetition counts
//! exactly once, when its last beat begins, and the count is read off the position, so it can neither be
//! invented nor lost; a gap in the clock pauses and is never counted as exercise.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::cue::{Cue, Milestone, Phrase, Shake, Tone};
use super::entry::{Ending, SessionRecord};
use super::routine::{Beat, Plan, Tempo};
use super::saved::{Choice, record, words};

/// A clock that stands still longer than this was asleep (locked screen, closed lid, stopped page), in
/// milliseconds. A slow device draws a frame in far less.
pub const GAP_MS: f64 = 2500.0;
/// The count-down before going on, in milliseconds (DESIGN section 3: counts 3-2-1).
pub const COUNT_IN_MS: f64 = 3000.0;
/// The rest is announced as nearly over this long before its end, in milliseconds.
const REST_ENDING_MS: f64 = 10_000.0;

/// What happens to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Time passed.
    Tick,
    /// Wait.
    Pause(PauseReason),
    /// Go on after a pause.
    Continue,
    /// One step slower.
    Slower,
    /// One step faster.
    Faster,
    /// End this rest, or the time to get ready.
    ReadyNow,
    /// Thirty seconds more of this rest.
    MoreRest,
    /// End the session here.
    Stop,
    /// "I feel pain": end the session here.
    Pain,
}

/// Why a session waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// The person asked for it.
    Asked,
    /// The page was hidden or the device slept.
    Away,
    /// It was read back after a reload or a crash.
    Restored,
    /// Another tab wants to go on with it.
    Moved,
}

words!(PauseReason {
    Asked = "asked",
    Away = "away",
    Restored = "restored",
    Moved = "moved",
});

/// Where in the plan the session stands. Rounds and repetitions count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Taking up the position.
    GetReady,
    /// In a repetition.
    Work {
        /// Which round.
        round: u8,
        /// Which repetition of the round.
        rep: u8,
        /// Which beat of the repetition, counted from 0.
        beat: u8,
    },
    /// Resting after a round.
    Rest {
        /// After which round.
        round: u8,
        /// How long, in milliseconds.
        length_ms: u32,
    },
    /// Nothing is left to do.
    Done,
}

impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::of_choice(Choice::read(from)?).map_err(D::Error::custom)
    }
}

impl Stage {
    fn of_choice(choice: Choice) -> serde_json::Result<Self> {
        match choice.word.as_str() {
            "get_ready" => Ok(Self::GetReady),
            "work" => {
                let mut fields = choice.fields()?;
                Ok(Self::Work {
                    round: fields.take("round")?,
                    rep: fields.take("rep")?,
                    beat: fields.take("beat")?,
                })
            }
            "rest" => {
                let mut fields = choice.fields()?;
                Ok(Self::Rest {
                    round: fields.take("round")?,
                    length_ms: fields.take("length_ms")?,
                })
            }
            "done" => Ok(Self::Done),
            _ => Err(choice.unknown()),
        }
    }
}

/// Whether it runs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The clock runs.
    Running,
    /// It waits.
    Paused(PauseReason),
    /// Counting 3-2-1 before going on.
    CountIn {
        /// Milliseconds left.
        left_ms: f64,
    },
    /// It is over.
    Ended(Ending),
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::of_choice(Choice::read(from)?).map_err(D::Error::custom)
    }
}

impl Status {
    fn of_choice(choice: Choice) -> serde_json::Result<Self> {
        match choice.word.as_str() {
            "running" => Ok(Self::Running),
            "paused" => choice.with().map(Self::Paused),
            "count_in" => Ok(Self::CountIn {
                left_ms: choice.fields()?.take("left_ms")?,
            }),
            "ended" => choice.with().map(Self::Ended),
            _ => Err(choice.unknown()),
        }
    }
}

/// A session in progress. Its serialised form is the snapshot that survives a crash.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coach {
    plan: Plan,
    tempo: Tempo,
    stage: Stage,
    status: Status,
    /// Position within the stage, in milliseconds; within a beat at normal tempo.
    at_ms: f64,
    /// Time spent without pauses, in milliseconds.
    elapsed_ms: f64,
    /// Tones that lie behind: numbers the tones ahead, so that each is scheduled once.
    tones_passed: u64,
    /// The clock's last reading; unknown after a restore.
    #[serde(skip)]
    clock_ms: Option<f64>,
}

record!(Coach { plan, tempo, stage, status, at_ms, elapsed_ms, tones_passed; clock_ms });

/// A tone that is still to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ToneAhead {
    /// Its number in the session, from 0.
    pub number: u64,
    /// How far ahead, in milliseconds.
    pub in_ms: f64,
    /// Its sound.
    pub tone: Tone,
}

/// A cue with its distance from the start of the step that gave it, in milliseconds.
type TimedCue = (f64, Cue);

impl Coach {
    /// A session of this plan, begun at this reading of the clock, with the cues that open it.
    pub fn start(plan: Plan, clock_ms: f64) -> (Self, Vec<Cue>) {
        let plan = plan.sane();
        let coach = Self {
            plan,
            tempo: plan.tempo,
            stage: Stage::GetReady,
            status: Status::Running,
            at_ms: 0.0,
            elapsed_ms: 0.0,
            tones_passed: 0,
            clock_ms: Some(clock_ms),
        };
        (coach, vec![Cue::Say(Phrase::GetReady), Cue::Save])
    }

    /// A session read back from its snapshot: it waits until the person goes on. `None` where the snapshot
    /// does not describe a place in its own plan, or the session had ended.
    pub fn restore(mut snapshot: Self) -> Option<Self> {
        snapshot.plan = snapshot.plan.sane();
        snapshot.clock_ms = None;
        let fits = match snapshot.stage {
            Stage::GetReady => true,
            Stage::Work { round, rep, beat } => {
                (1..=snapshot.plan.rounds).contains(&round)
                    && (1..=snapshot.plan.reps).contains(&rep)
                    && usize::from(beat) < snapshot.plan.beats().len()
            }
            Stage::Rest { round, length_ms } => {
                (1..=snapshot.plan.rounds).contains(&round) && length_ms <= 3_600_000
            }
            Stage::Done => false,
        };
        let sound = snapshot.at_ms >= 0.0
            && snapshot.at_ms <= f64::from(snapshot.stage_ms())
            && (0.0..=86_400_000.0).contains(&snapshot.elapsed_ms);
        let over = matches!(snapshot.status, Status::Ended(_));
        snapshot.status = Status::Paused(PauseReason::Restored);
        (fits && sound && !over).then_some(snapshot)
    }

    /// Brings the session up to the clock's reading, then lets the event happen.
    pub fn handle(&mut self, clock_ms: f64, event: Event) -> Vec<Cue> {
        let mut cues: Vec<Cue> = self
            .pass(clock_ms)
            .into_iter()
            .map(|(_, cue)| cue)
            .collect();
        match event {
            Event::Tick => {}
            Event::Pause(reason) => self.pause(reason, &mut cues),
            Event::Continue => self.go_on(&mut cues),
            Event::Slower => self.tempo = self.tempo.slower(),
            Event::Faster => self.tempo = self.tempo.faster(),
            Event::ReadyNow => self.ready_now(&mut cues),
            Event::MoreRest => {
                if let Stage::Rest { length_ms, .. } = &mut self.stage {
                    *length_ms = length_ms.saturating_add(Plan::MORE_REST_MS).min(3_600_000);
                }
            }
            Event::Stop => self.end(Ending::Stopped, &mut cues),
            Event::Pain => self.end(Ending::Pain, &mut cues),
        }
        cues
    }

    /// The tones of the next `horizon_ms`, each with its number, nearest first.
    pub fn tones_ahead(&self, horizon_ms: f64) -> Vec<ToneAhead> {
        if !matches!(self.status, Status::Running) {
            return Vec::new();
        }
        let mut ghost = self.clone();
        ghost
            .advance(horizon_ms)
            .into_iter()
            .filter_map(|(in_ms, cue)| match cue {
                Cue::Tone(tone) => Some((in_ms, tone)),
                _ => None,
            })
            .zip(self.tones_passed..)
            .map(|((in_ms, tone), number)| ToneAhead {
                number,
                in_ms,
                tone,
            })
            .collect()
    }

    /// Lets the clock's new reading pass. Backward counts as no time, a gap pauses.
    fn pass(&mut self, clock_ms: f64) -> Vec<TimedCue> {
        let last = self.clock_ms.replace(clock_ms).unwrap_or(clock_ms);
        let passed = (clock_ms - last).max(0.0);
        match self.status {
            Status::Running | Status::CountIn { .. } if passed > GAP_MS => {
                let mut cues = Vec::new();
                self.pause(PauseReason::Away, &mut cues);
                cues.into_iter().map(|cue| (0.0, cue)).collect()
            }
            Status::Running => self.advance(passed),
            Status::CountIn { left_ms } => self.count_in(left_ms, passed),
            Status::Paused(_) | Status::Ended(_) => Vec::new(),
        }
    }

    /// Runs the plan on by `passed` milliseconds, over as many beats as lie in them.
    fn advance(&mut self, passed: f64) -> Vec<TimedCue> {
        let mut cues = Vec::new();
        let mut done = 0.0;
        while matches!(self.status, Status::Running) {
            let pace = self.pace();
            let here_ms = (f64::from(self.stage_ms()) - self.at_ms).max(0.0) / pace;
            let step = here_ms.min(passed - done);
            self.marks_within(step, done, &mut cues);
            self.at_ms += step * pace;
            self.elapsed_ms += step;
            done += step;
            if step < here_ms {
                break;
            }
            self.next_stage(done, &mut cues);
        }
        cues
    }

    /// The moments inside a stage: the end of a rest drawing near, and three, two, one.
    fn marks_within(&mut self, step: f64, done: f64, cues: &mut Vec<TimedCue>) {
        if !matches!(self.stage, Stage::GetReady | Stage::Rest { .. }) || self.is_last_rest() {
            return;
        }
        let left = f64::from(self.stage_ms()) - self.at_ms;
        let mut crosses = |at_left: f64, marks: &[Cue]| {
            if left > at_left && left - step <= at_left {
                for cue in marks {
                    cues.push((done + left - at_left, *cue));
                    self.tones_passed += u64::from(matches!(cue, Cue::Tone(_)));
                }
            }
        };
        if matches!(self.stage, Stage::Rest { .. }) {
            crosses(REST_ENDING_MS, &[Cue::Say(Phrase::RestEnding)]);
        }
        for (second, at_left) in [(3, 3000.0), (2, 2000.0), (1, 1000.0)] {
            crosses(
                at_left,
                &[Cue::Say(Phrase::CountIn(second)), Cue::Tone(Tone::Tick)],
            );
        }
    }

    /// Leaves a stage that is over for the one after it.
    fn next_stage(&mut self, done: f64, cues: &mut Vec<TimedCue>) {
        let plan = self.plan;
        let next = match self.stage {
            Stage::GetReady => Stage::Work {
                round: 1,
                rep: 1,
                beat: 0,
            },
            Stage::Work { round, rep, beat } => {
                if usize::from(beat) + 1 < plan.beats().len() {
                    Stage::Work {
                        round,
                        rep,
                        beat: beat + 1,
                    }
                } else {
                    self.after_rep(round, rep)
                }
            }
            Stage::Rest { round, .. } if round < plan.rounds => Stage::Work {
                round: round + 1,
                rep: 1,
                beat: 0,
            },
            Stage::Rest { .. } | Stage::Done => Stage::Done,
        };
        let mut now = Vec::new();
        self.enter(next, &mut now);
        self.tones_passed += now
            .iter()
            .map(|cue| u64::from(matches!(cue, Cue::Tone(_))))
            .sum::<u64>();
        cues.extend(now.into_iter().map(|cue| (done, cue)));
    }

    /// What follows a finished repetition.
    fn after_rep(&self, round: u8, rep: u8) -> Stage {
        if rep < self.plan.reps {
            return Stage::Work {
                round,
                rep: rep + 1,
                beat: 0,
            };
        }
        let work_ms = u32::from(self.plan.reps) * self.plan.rep_ms(self.tempo);
        match self.plan.rest_ms(work_ms) {
            0 => Stage::Done,
            length_ms => Stage::Rest { round, length_ms },
        }
    }

    /// Takes up a stage and gives the cues that belong to its beginning.
    fn enter(&mut self, stage: Stage, cues: &mut Vec<Cue>) {
        self.stage = stage;
        self.at_ms = 0.0;
        match stage {
            Stage::GetReady => {}
            Stage::Work { round, rep, .. } => match self.beat() {
                Some(Beat::Settle) => {
                    let milestone = self.milestone();
                    let tone = match milestone {
                        Some(Milestone::HalfWay) => Tone::Halfway,
                        _ => Tone::Accent,
                    };
                    cues.extend([
                        Cue::Save,
                        Cue::Say(Phrase::Count(rep, milestone)),
                        Cue::Tone(tone),
                        Cue::Vibrate(Shake::Count),
                    ]);
                }
                Some(beat) => {
                    if names_beats(round, rep) {
                        cues.push(Cue::Say(Phrase::Beat(beat)));
                    }
                    if self.is_first_beat() {
                        cues.extend([Cue::Tone(Tone::Tick), Cue::Vibrate(Shake::Beat)]);
                    }
                }
                None => {}
            },
            Stage::Rest { .. } => cues.extend([
                Cue::Say(Phrase::Rest),
                Cue::Tone(Tone::Rest),
                Cue::Vibrate(Shake::Change),
                Cue::Save,
            ]),
            Stage::Done => {
                cues.extend([Cue::Tone(Tone::Finish), Cue::Vibrate(Shake::Change)]);
                self.end(Ending::Completed, cues);
            }
        }
    }

    fn is_first_beat(&self) -> bool {
        matches!(self.stage, Stage::Work { beat: 0, .. })
    }

    /// The word that goes with the repetition that has just counted.
    fn milestone(&self) -> Option<Milestone> {
        let (done, total) = (self.reps_done(), self.plan.total_reps());
        if total >= 6 && total - done == 3 {
            Some(Milestone::LastThree)
        } else if total >= 4 && done == total.div_ceil(2) {
            Some(Milestone::HalfWay)
        } else {
            None
        }
    }

    fn pause(&mut self, reason: PauseReason, cues: &mut Vec<Cue>) {
        if matches!(self.status, Status::Running | Status::CountIn { .. }) {
            self.status = Status::Paused(reason);
            cues.extend([Cue::Say(Phrase::Paused), Cue::Save]);
        }
    }

    /// Counts 3-2-1; a movement that was broken off begins anew, one that had counted is not repeated.
    fn go_on(&mut self, cues: &mut Vec<Cue>) {
        if !matches!(self.status, Status::Paused(_)) {
            return;
        }
        if let Stage::Work { round, rep, .. } = self.stage {
            self.stage = if self.beat() == Some(Beat::Settle) {
                self.after_rep(round, rep)
            } else {
                Stage::Work {
                    round,
                    rep,
                    beat: 0,
                }
            };
            self.at_ms = 0.0;
        }
        if self.stage == Stage::Done {
            self.enter(Stage::Done, cues);
            return;
        }
        self.status = Status::CountIn {
            left_ms: COUNT_IN_MS,
        };
        cues.push(Cue::Say(Phrase::CountIn(3)));
    }

    fn count_in(&mut self, left_ms: f64, passed: f64) -> Vec<TimedCue> {
        let left = left_ms - passed;
        let mut cues = Vec::new();
        for (second, at_left) in [(2, 2000.0), (1, 1000.0)] {
            if left_ms > at_left && left <= at_left {
                cues.push((left_ms - at_left, Cue::Say(Phrase::CountIn(second))));
            }
        }
        if left > 0.0 {
            self.status = Status::CountIn { left_ms: left };
            return cues;
        }
        self.status = Status::Running;
        if self.is_first_beat() {
            let mut now = Vec::new();
            self.enter(self.stage, &mut now);
            // The tone of a beat that begins this very moment cannot be scheduled ahead; it counts as passed.
            self.tones_passed += 1;
            cues.extend(now.into_iter().map(|cue| (left_ms, cue)));
        }
        cues.extend(self.advance(-left));
        cues
    }

    fn ready_now(&mut self, cues: &mut Vec<Cue>) {
        if matches!(self.status, Status::Running)
            && matches!(self.stage, Stage::GetReady | Stage::Rest { .. })
        {
            let mut timed = Vec::new();
            self.next_stage(0.0, &mut timed);
            cues.extend(timed.into_iter().map(|(_, cue)| cue));
        }
    }

    /// Ends the session. One whose repetitions are all done is completed, whatever ended its last rest.
    fn end(&mut self, ending: Ending, cues: &mut Vec<Cue>) {
        if matches!(self.status, Status::Ended(_)) {
            return;
        }
        let all_done = self.reps_done() == self.plan.total_reps();
        let ending = match ending {
            Ending::Stopped if all_done => Ending::Completed,
            other => other,
        };
        self.status = Status::Ended(ending);
        if ending == Ending::Completed {
            cues.push(Cue::Say(Phrase::Finished));
        }
        cues.push(Cue::Ended);
    }

    /// Milliseconds of plan time that pass in one of the clock's.
    fn pace(&self) -> f64 {
        match self.stage {
            Stage::Work { .. } => 100.0 / f64::from(self.tempo.percent()),
            _ => 1.0,
        }
    }

    /// Length of the stage in milliseconds, a beat's at normal tempo.
    fn stage_ms(&self) -> u32 {
        match self.stage {
            Stage::GetReady => Plan::GET_READY_MS,
            Stage::Work { beat, .. } => self
                .plan
                .beats()
                .get(usize::from(beat))
                .map_or(0, |(_, ms)| *ms),
            Stage::Rest { length_ms, .. } => length_ms,
            Stage::Done => 0,
        }
    }
}

/// What a screen reads off a session.
impl Coach {
    /// The plan.
    pub fn plan(&self) -> Plan {
        self.plan
    }

    /// The tempo now.
    pub fn tempo(&self) -> Tempo {
        self.tempo
    }

    /// Where in the plan it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it runs.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The beat it is in, if it is in a repetition.
    pub fn beat(&self) -> Option<Beat> {
        match self.stage {
            Stage::Work { beat, .. } => self
                .plan
                .beats()
                .get(usize::from(beat))
                .map(|(beat, _)| *beat),
            _ => None,
        }
    }

    /// How far the stage has gone, from 0 to 1.
    pub fn progress(&self) -> f64 {
        match self.stage_ms() {
            0 => 1.0,
            length => (self.at_ms / f64::from(length)).clamp(0.0, 1.0),
        }
    }

    /// Milliseconds left in this stage at the tempo of now.
    pub fn stage_left_ms(&self) -> f64 {
        (f64::from(self.stage_ms()) - self.at_ms).max(0.0) / self.pace()
    }

    /// The phrase that the screen shows now.
    pub fn caption(&self) -> Phrase {
        match (self.status, self.stage) {
            (Status::CountIn { left_ms }, _) => Phrase::CountIn(seconds_up(left_ms)),
            (Status::Paused(_), _) => Phrase::Paused,
            (Status::Ended(_), _) | (_, Stage::Done) => Phrase::Finished,
            (_, Stage::GetReady) => Phrase::GetReady,
            (_, Stage::Rest { .. }) => Phrase::Rest,
            (_, Stage::Work { .. }) => self.beat().map_or(Phrase::Paused, Phrase::Beat),
        }
    }

    /// A milestone that the latest repetition reached: said as it counts, and shown beside the instruction, never in its
    /// place, until the next one counts or the round is over.
    pub fn milestone_shown(&self) -> Option<Milestone> {
        self.beat().and_then(|_| self.milestone())
    }

    /// The same in the moment in which it is reached.
    pub fn milestone_now(&self) -> Option<Milestone> {
        self.milestone_shown()
            .filter(|_| self.beat() == Some(Beat::Settle))
    }

    /// Repetitions done so far.
    pub fn reps_done(&self) -> u16 {
        let reps = u16::from(self.plan.reps);
        match self.stage {
            Stage::GetReady => 0,
            Stage::Work { round, rep, .. } => {
                let settled = self.beat() == Some(Beat::Settle);
                u16::from(round - 1) * reps + u16::from(rep - 1) + u16::from(settled)
            }
            Stage::Rest { round, .. } => u16::from(round) * reps,
            Stage::Done => self.plan.total_reps(),
        }
    }

    /// Repetitions done in this round.
    pub fn reps_done_in_round(&self) -> u8 {
        match self.stage {
            Stage::GetReady => 0,
            Stage::Work { rep, .. } => rep - u8::from(self.beat() != Some(Beat::Settle)),
            Stage::Rest { .. } | Stage::Done => self.plan.reps,
        }
    }

    /// The round it is in, or just finished; the first while getting ready.
    pub fn round(&self) -> u8 {
        match self.stage {
            Stage::GetReady => 1,
            Stage::Work { round, .. } | Stage::Rest { round, .. } => round,
            Stage::Done => self.plan.rounds,
        }
    }

    /// Whether this rest closes the session, with no round after it.
    pub fn is_last_rest(&self) -> bool {
        matches!(self.stage, Stage::Rest { round, .. } if round >= self.plan.rounds)
    }

    /// Time spent without pauses, in whole milliseconds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a day at most, never negative
    pub fn elapsed_ms(&self) -> u64 {
        self.elapsed_ms as u64
    }

    /// Time still to go at the tempo of now, in milliseconds.
    pub fn left_ms(&self) -> f64 {
        let work = f64::from(u32::from(self.plan.reps) * self.plan.rep_ms(self.tempo));
        let rest = f64::from(
            self.plan
                .rest_ms(u32::from(self.plan.reps) * self.plan.rep_ms(self.tempo)),
        );
        let rounds = f64::from(self.plan.rounds);
        let after_round = |round: u8| (rounds - f64::from(round)) * (work + rest);
        match self.stage {
            Stage::GetReady => self.stage_left_ms() + rounds * (work + rest),
            Stage::Work { round, rep, beat } => {
                let later_beats: u32 = self
                    .plan
                    .beats()
                    .iter()
                    .skip(usize::from(beat) + 1)
                    .map(|(_, ms)| ms)
                    .sum();
                self.stage_left_ms()
                    + f64::from(later_beats) / self.pace()
                    + f64::from(self.plan.reps - rep) * f64::from(self.plan.rep_ms(self.tempo))
                    + rest
                    + after_round(round)
            }
            Stage::Rest { round, .. } => self.stage_left_ms() + after_round(round),
            Stage::Done => 0.0,
        }
    }

    /// The number of the next tone, for scheduling anew after a change.
    pub fn next_tone(&self) -> u64 {
        self.tones_passed
    }

    /// What the session came to so far.
    pub fn record(&self) -> SessionRecord {
        let reps = self.reps_done();
        let begun = reps.div_ceil(u16::from(self.plan.reps));
        SessionRecord {
            routine: self.plan.routine,
            style: self.plan.style,
            rounds: u8::try_from(begun).unwrap_or(self.plan.rounds),
            planned_rounds: self.plan.rounds,
            reps,
            planned_reps: self.plan.total_reps(),
            active_ms: self.elapsed_ms(),
            ending: match self.status {
                Status::Ended(ending) => ending,
                _ => Ending::Stopped,
            },
        }
    }
}

/// The voice names every beat while the movement is new, then only counts, so that it does not chatter.
fn names_beats(round: u8, rep: u8) -> bool {
    rep == 1 || (round == 1 && rep == 2)
}

/// Whole seconds, counted up: 2001 ms are three.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to 0–255
pub fn seconds_up(ms: f64) -> u8 {
    (ms / 1000.0).ceil().clamp(0.0, 255.0) as u8
}
