// A page's clock that the journey turns: ten minutes in a few seconds, in steps as small as a frame.

import type { BrowserContext, Page } from '@playwright/test';

/** The morning on which every journey begins (09:00 in Berlin). */
export const MORNING = new Date('2026-11-22T09:00:00+01:00');

const CHUNK_MS = 5_000;

/** Has every page begin on that morning and go on from there, so that no journey depends on the day it is run. */
export async function beginInTheMorning(context: BrowserContext): Promise<void> {
  await context.addInitScript((ahead) => {
    const Real = Date;
    class Shifted extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + ahead);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Real.now() + ahead;
      }
    }
    globalThis.Date = Shifted as DateConstructor;
  }, MORNING.getTime() - Date.now());
}
/** A frame more than what is tapped has to stand still before it counts (src/domain/hand.rs). */
const SETTLES_MS = 640;

/** Timers, frames and the wall clock of a page. Take it before the page opens. */
export class Clock {
  private static readonly taken = new WeakMap<Page, Clock>();
  private stands = false;

  private constructor(private readonly page: Page) {
    Clock.taken.set(page, this);
  }

  /** The clock that was taken of a page, if one was. */
  static of(page: Page): Clock | undefined {
    return Clock.taken.get(page);
  }

  static async take(page: Page, at: Date = MORNING): Promise<Clock> {
    await page.clock.install({ time: at });
    await page.context().addInitScript(smallTimerIds);
    return new Clock(page);
  }

  /** From now on time stands still between the steps. */
  async stand(): Promise<void> {
    const now = await this.page.evaluate(() => Date.now());
    await this.page.clock.pauseAt(now + 1_000);
    this.stands = true;
  }

  /** Lets time pass, frame by frame. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds * 1000; left > 0; left -= CHUNK_MS) {
      await this.page.clock.runFor(Math.min(left, CHUNK_MS));
    }
  }

  /** What a tap changed settles while time passes: where it stands still, it is let go on for as long as that takes. */
  async settle(): Promise<void> {
    if (this.stands) await this.page.clock.runFor(SETTLES_MS);
  }

  /** A closed lid: the clock jumps, and nothing ran meanwhile. */
  async jump(seconds: number): Promise<void> {
    await this.page.clock.fastForward(seconds * 1000);
  }
}

/**
 * Playwright's timers count from 1e12, which WebAssembly's 32 bits cannot hold: a timer that was taken back would come
 * all the same. Browsers count from 1, and so does this.
 */
function smallTimerIds(): void {
  const real = new Map<number, number>();
  let last = 0;
  const scope = window as unknown as Record<string, (...all: unknown[]) => unknown>;
  const pairs = [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ];
  for (const [set, clear] of pairs) {
    const start = scope[set].bind(window);
    const stop = scope[clear].bind(window);
    scope[set] = (...all) => {
      real.set(++last, start(...all) as number);
      return last;
    };
    scope[clear] = (id) => stop(real.get(id as number) ?? id);
  }
}
