// What axe finds.

import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Each finding once, with all the places where it was found. */
export class Findings {
  private readonly found = new Map<string, string[]>();

  /** `rules`: which of axe's rules are asked. */
  constructor(
    private readonly page: Page,
    private readonly rules: (axe: AxeBuilder) => AxeBuilder,
  ) {}

  async look(where: string): Promise<void> {
    // What is fading in has not its colours yet.
    await this.page.evaluate(() =>
      Promise.all(document.getAnimations().map((one) => Number.isFinite(one.effect?.getComputedTiming().endTime) && one.finished.catch(() => undefined))),
    );
    const { violations } = await this.rules(new AxeBuilder({ page: this.page })).analyze();
    for (const violation of violations) {
      for (const node of violation.nodes) {
        const what = `${violation.id}: ${node.html.replace(/ href="[^"]*"/, '').slice(0, 80)}: ${node.failureSummary}`;
        this.found.set(what, [...(this.found.get(what) ?? []), where]);
      }
    }
  }

  expectNone(): void {
    expect([...this.found].map(([what, where]) => `${where.join(', ')}: ${what}`)).toEqual([]);
  }
}

/** All rules of WCAG to AA, and those of AAA for contrast and the size of targets. */
export function ofWcag(page: Page): Findings {
  return new Findings(page, (axe) =>
    axe
      .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  );
}
