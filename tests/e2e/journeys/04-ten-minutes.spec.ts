// Ten minutes of heel drops on a turned clock: the count, the beats, the journal.

import { After, startHeelDrops } from '../pages/coach';
import { Today } from '../pages/today';
import { Clock } from '../support/clock';
import { answered, sessions, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const ROUNDS = 10;
const REPS = 5;
const GET_READY = 10_000;
const ROUND = 60_000;
const REP = 6_500;
/** The repetition counts when its last beat begins. */
const COUNTS_AT = 5_500;
const WORK = REPS * REP;

test.use({
  kept: {
    ...answered(),
    ...settings({ heel_drop: { routine: 'heel_drop', style: 'gentle', rounds: ROUNDS, reps: REPS, tempo: 'normal' } }),
  },
});

/**
 * The starts of all notes, in milliseconds of the page's clock. The audio clock is read off the page's clock: a real one
 * cannot be turned forward. So this says that every beep is placed on the beat, to the end; that the two clocks of a real
 * device do not drift apart is for tests/web.rs, which uses both.
 */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const starts: number[] = [];
    (window as unknown as { starts: number[] }).starts = starts;
    Object.defineProperty(BaseAudioContext.prototype, 'currentTime', {
      configurable: true,
      get: () => performance.now() / 1000,
    });
    const audio: AudioContext[] = [];
    (window as unknown as { audio: AudioContext[] }).audio = audio;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        audio.push(this);
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when = 0) {
      const at = when * 1000;
      const stop = this.stop.bind(this);
      const place = starts.push(at) - 1;
      // A note that is taken back before it sounds is none.
      this.stop = (end?: number) => {
        if (end === undefined && performance.now() < at) starts[place] = NaN;
        return stop(end);
      };
      return start.call(this, 0);
    };
  });
  return () => page.evaluate(() => (window as unknown as { starts: number[] }).starts.filter((at) => !Number.isNaN(at)));
}

/** Where the beeps of the whole session belong, from its beginning on. Tones of several notes begin with their first. */
function expectedBeeps(): number[] {
  const beeps = [7_000, 8_000, 9_000];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = GET_READY + round * ROUND;
    for (let rep = 0; rep < REPS; rep++) beeps.push(begin + rep * REP, begin + rep * REP + COUNTS_AT);
    beeps.push(begin + WORK);
    if (round < ROUNDS - 1) beeps.push(begin + ROUND - 3_000, begin + ROUND - 2_000, begin + ROUND - 1_000);
  }
  return [...beeps, GET_READY + ROUNDS * ROUND];
}

test('ten rounds count fifty, and every beep lies on its beat to the end', async ({ page, address }) => {
  test.setTimeout(120_000);
  const clock = await Clock.take(page);
  const starts = await listen(page);
  await page.goto(address());
  await expect(new Today(page).startHeelDrops).toBeVisible();
  await clock.stand();
  const coach = await startHeelDrops(page);
  const begun = await page.evaluate(() => performance.now());
  await coach.expectSays('10 rounds of 5. Hold on to your support.');

  await clock.pass(GET_READY / 1000 + 9 * 60 + 1);
  await expect(page.getByText('Round 10 of 10')).toBeVisible();
  await clock.pass(60);
  const after = new After(page);
  await after.expectOpen('Well done');
  await expect(page.getByText('50 done in 10:10.')).toBeVisible();
  expect(await sessions(page)).toEqual([
    expect.objectContaining({ reps: 50, planned_reps: 50, rounds: 10, planned_rounds: 10, ending: 'completed' }),
  ]);

  const heard = (await starts()).map((at) => at - begun);
  const missing = expectedBeeps().filter((beat) => !heard.some((at) => Math.abs(at - beat) <= 20));
  expect(missing, 'beats without a beep within 20 ms').toEqual([]);
  // Second notes of a tone follow within 0.6 s; nothing else may sound.
  const astray = heard.filter((at) => !expectedBeeps().some((beat) => at >= beat - 20 && at <= beat + 600));
  expect(astray, 'beeps that belong to no beat').toEqual([]);
  // Two oscillators for each note: nothing is scheduled twice.
  const first = expectedBeeps().map((beat) => heard.filter((at) => Math.abs(at - beat) <= 20).length);
  expect(Math.max(...first)).toBe(2);
});

test('half an hour hidden: no burst of beeps, and the beat is right again at once', async ({ page, address }) => {
  const clock = await Clock.take(page);
  const starts = await listen(page);
  await page.goto(address());
  await expect(new Today(page).startHeelDrops).toBeVisible();
  await clock.stand();
  const coach = await startHeelDrops(page);
  await clock.pass(GET_READY / 1000 + 8);
  const asleep = await page.evaluate(() => performance.now());
  await clock.jump(1800);
  await clock.pass(1);
  await coach.expectPaused(/^You were away/);
  const awake = await page.evaluate(() => performance.now());
  const meanwhile = (await starts()).filter((at) => at > asleep + 700 && at <= awake);
  expect(meanwhile).toEqual([]);

  await coach.goOn.click();
  // The tap wakes the audio, which has slept for half an hour: three seconds before the first beat.
  await expect.poll(() => page.evaluate(() => (window as unknown as { audio: AudioContext[] }).audio.at(-1)?.state)).toBe('running');
  const goingOn = await page.evaluate(() => performance.now());
  await clock.pass(20);
  const heard = (await starts()).filter((at) => at > goingOn).map((at) => at - goingOn);
  for (const beat of [3_000, 3_000 + COUNTS_AT, 3_000 + REP]) {
    expect(heard.some((at) => Math.abs(at - beat) <= 100), `a beep at ${beat} ms of ${heard.join(', ')}`).toBe(true);
  }
});
