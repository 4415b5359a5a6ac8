// What a person reads: the words of the page that are in view, without the names of buttons and tabs, which are looked for and
// not read, and without the mark of how far one has come. (The designer's walk of November 2026 counted so: 575 words to the first repetition.)

import type { Page } from '@playwright/test';

export type Words = { read: number; withButtons: number };

/** The words in view, in the main part of the page. */
export async function wordsInView(page: Page): Promise<Words> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!;
    const range = document.createRange();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const isButton = 'button, a, summary, nav, [role=progressbar]';
    let [read, withButtons] = [0, 0];
    // Words below what stays at the foot are not in view.
    const foot = [...main.querySelectorAll<HTMLElement>('*')].filter((one) => getComputedStyle(one).position === 'sticky' && one.getBoundingClientRect().top > innerHeight / 2);
    const below = (one: Node) => Math.min(innerHeight, ...foot.filter((foot) => !foot.contains(one)).map((foot) => foot.getBoundingClientRect().top));
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (parent.closest('svg, .unseen, [aria-hidden=true]') || !parent.checkVisibility({ visibilityProperty: true })) continue;
      for (const { 0: word, index } of node.textContent!.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { top, height, width } = range.getBoundingClientRect();
        if (width <= 1 || top + height / 2 > below(node) || top + height / 2 < 0) continue;
        withButtons++;
        if (!parent.closest(isButton)) read++;
      }
    }
    return { read, withButtons };
  });
}
