// How much a page asks of a person: screens to scroll, words to read, controls to choose from. What is folded does not count.

import type { Page } from '@playwright/test';

/** The most screens of a phone, 360×740 with normal text, that a page may be long. A page that was made short gets a row here. */
export const LONGEST: Record<string, number> = {
  '#/know/get-help': 4,
  '#/know/symptoms': 3,
  '#/know/symptoms/back-pain': 3.5,
  '#/know/symptoms/stoop': 3.5,
  '#/know/symptoms/squeezed-chest': 3.5,
  '#/know/symptoms/pressed-nerves': 3.5,
  '#/know/symptoms/easy-breaks': 3.5,
  '#/know/symptoms/pain-medicine': 3.5,
  '#/know/facts': 4,
  '#/know/traditional': 5,
  '#/nourish/habits': 4,
  '#/nourish/jar': 3,
  '#/nourish/recipe': 3,
  '#/nourish/good-to-know': 3,
  '#/move/heel-drop': 3,
  '#/move/knee-bend': 3,
  '#/move/heel-drop/plan': 3,
  '#/move/knee-bend/plan': 3.3,
  '#/move/heel-drop/steps': 5,
  '#/move/knee-bend/steps': 5,
  '#/move/heel-drop/known': 5,
  '#/move/knee-bend/known': 5,
};

export type Length = { screens: number; words: number; controls: number };

/** Of the page that is open, as it is. */
export async function lengthOf(page: Page): Promise<Length> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!;
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen');
    let words = 0;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isSeen(node.parentElement!)) words += node.textContent!.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    }
    const controls = [...main.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(isSeen).length;
    return { screens: document.scrollingElement!.scrollHeight / innerHeight, words, controls };
  });
}

/** The table for people to read. */
export function asTable(lengths: Map<string, Length>): string {
  const row = (cells: string[]) => cells.map((cell, at) => (at === 0 ? cell.padEnd(34) : cell.padStart(9))).join('');
  const rows = [...lengths].map(([hash, { screens, words, controls }]) =>
    row([hash, screens.toFixed(1), LONGEST[hash]?.toString() ?? '', String(words), String(controls)]),
  );
  return [row(['page', 'screens', 'at most', 'words', 'controls']), ...rows].join('\n');
}
