import { type Locator, type Page, expect } from '@playwright/test';

import { Screen } from './screen';

/** The set-up card before a session. */
export class SetUp extends Screen {
  get ready(): Locator {
    return this.button('I’m ready');
  }

  /** What is folded: the rest of the set-up, the stop rules, and how the coach guides. */
  async openMore(): Promise<void> {
    await this.page.getByText(/^More: /).click();
  }

  async begin(): Promise<Coach> {
    await this.expectOpen('Set up');
    await this.ready.click();
    const coach = new Coach(this.page);
    await expect(coach.readyNow).toBeVisible();
    return coach;
  }
}

/** A session on the screen, running or paused. */
export class Coach extends Screen {
  get readyNow(): Locator {
    return this.button('Ready now');
  }

  get finishNow(): Locator {
    return this.button('Finish now');
  }

  get moreRest(): Locator {
    return this.button('+30 s');
  }

  get pause(): Locator {
    return this.button('Pause');
  }

  get goOn(): Locator {
    return this.button('Continue');
  }

  get stop(): Locator {
    return this.button('Stop session');
  }

  get slower(): Locator {
    return this.button('Slower');
  }

  get faster(): Locator {
    return this.button('Faster');
  }

  get pain(): Locator {
    return this.button('I feel pain');
  }

  get stopQuestion(): Locator {
    return this.page.getByRole('alertdialog', { name: /^Stop here\?/ });
  }

  /** The giant number with the words beside it: "3 of 5". */
  async expectCount(done: number, of: number): Promise<void> {
    await expect(this.main.getByText(new RegExp(`^${done}\\s*of ${of}$`))).toBeVisible();
  }

  /** Three, two, one, before going on; a screen reader hears it too. */
  async expectCountIn(second: number): Promise<void> {
    await expect(this.main.getByText(String(second), { exact: true }).first()).toBeVisible();
  }

  /** The one instruction. */
  async expectSays(words: string | RegExp): Promise<void> {
    await expect(this.main.getByText(words).first()).toBeVisible();
  }

  async expectPaused(words: string | RegExp = /^Paused at/): Promise<void> {
    await expect(this.goOn).toBeVisible();
    await this.expectSays(words);
  }
}

/** The questions after a session. */
export class After extends Screen {
  effort(name: 'Easy' | 'Right' | 'Too hard'): Locator {
    return this.button(name);
  }

  painLevel(level: number): Locator {
    return this.button(`Pain ${level} of 10`);
  }

  get done(): Locator {
    return this.button('Done');
  }

  get call(): Locator {
    return this.link(/^Call \d+/).first();
  }
}

/** From Today to a session that gets ready; the safety questions have been answered before. */
export async function startHeelDrops(page: Page): Promise<Coach> {
  await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  return new SetUp(page).begin();
}
