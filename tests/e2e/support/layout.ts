// What the eye would notice: things cut off, too small, too close, on top of each other. Measured in the page.

import { type Page, expect } from '@playwright/test';

export type Viewport = { width: number; height: number };

/** Nothing lies beside the screen, and nothing scrolls sideways. */
export async function expectNothingSideways(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const wide: string[] = [];
    const told = new Set<Element>();
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`;
    const root = document.scrollingElement!;
    if (root.scrollWidth > innerWidth) wide.push(`the page is ${root.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('svg') && element.tagName !== 'svg') continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.display === 'none') continue;
      if (box.bottom <= 0) continue; // above the page, as the skip link is until it has the focus
      if (box.right > innerWidth + 0.5 || box.left < -0.5) {
        // What lies inside of it follows from it.
        if (!told.has(element.parentElement!)) wide.push(`${name(element)}: ${Math.round(box.left)} to ${Math.round(box.right)}`);
        told.add(element);
      }
      const scrolls = element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible';
      if (scrolls && element.clientWidth > 0) wide.push(`${name(element)}: ${element.scrollWidth} px in ${element.clientWidth}`);
    }
    return wide;
  });
  expect.soft(found, `${where}: nothing beside the screen`).toEqual([]);
}

/** No words run out of their box or are hidden behind an edge, and no word of a name or a heading is broken in two. */
export async function expectNothingCut(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const cut = new Set<string>();
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      if (!styles.has(element)) styles.set(element, getComputedStyle(element));
      return styles.get(element)!;
    };
    const beside = (words: DOMRect, box: DOMRect) => words.right > box.right + 1 || words.left < box.left - 1;
    const beyond = (words: DOMRect, box: DOMRect) => words.bottom - words.height * 0.18 > box.bottom || words.top + words.height * 0.18 < box.top;
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (!text || parent.closest('svg, select, .unseen, [hidden]') || styleOf(parent).visibility === 'hidden') continue;
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter((line) => line.width > 1);
      if (lines.length === 0) continue;
      let block = parent;
      while (styleOf(block).display === 'inline') block = block.parentElement!;
      if (block.clientWidth <= 1) continue; // for screen readers only
      const own = block.getBoundingClientRect();
      if (lines.some((line) => beside(line, own))) cut.add(`runs out of its box: ${text.slice(0, 60)}`);
      for (let outer: HTMLElement | null = block; outer && outer !== document.body; outer = outer.parentElement) {
        const hides = /hidden|clip/.test(styleOf(outer).overflowX + styleOf(outer).overflowY);
        const box = hides ? outer.getBoundingClientRect() : null;
        if (box && lines.some((line) => beside(line, box) || beyond(line, box))) cut.add(`hidden behind an edge: ${text.slice(0, 60)}`);
      }
      // On the body there is no more room; the list below it has the same names whole.
      if (!parent.closest('nav, h1, h2, h3, button') || parent.closest('.body__map')) continue;
      for (const word of node.textContent!.matchAll(/[^\s-]+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((line) => line.top)).size > 1) cut.add(`broken in two: ${word[0]} of ${text.slice(0, 60)}`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>('button, a, h1, h2, legend, label')) {
      if (element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
        cut.add(`wider than its box: ${(element.innerText || element.ariaLabel || element.tagName).trim().slice(0, 60)}`);
      }
    }
    return [...cut];
  });
  expect.soft(found, `${where}: no words cut off`).toEqual([]);
}

/** The coach: all on one screen, and all of it whole. */
export async function expectOneScreen(page: Page, where: string): Promise<void> {
  await expectWhole(page, where);
  const height = await page.evaluate(() => document.scrollingElement!.scrollHeight - innerHeight);
  expect.soft(height, `${where}: nothing to scroll`).toBeLessThanOrEqual(0);
}

/** The coach, on one screen or scrolled: all buttons whole, large, apart, all words to be read, and none under or over others. */
export async function expectWhole(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const trouble: string[] = [];
    const main = document.querySelector('main')!;
    const round = (value: number) => Math.round(value * 10) / 10;
    scrollTo(0, 0); // places are those on the whole page
    const height = document.scrollingElement!.scrollHeight;

    type Box = { name: string; left: number; right: number; top: number; bottom: number };
    const box = (name: string, rect: DOMRect): Box => {
      const { left, right, top, bottom } = rect;
      return { name, left, right, top, bottom };
    };
    const place = (one: Box) => [one.left, one.top, one.right, one.bottom].map(round).join(', ');
    const outside = (one: Box) => one.left < -0.5 || one.top < -0.5 || one.right > innerWidth + 0.5 || one.bottom > height + 0.5;
    const overlap = (one: Box, other: Box) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;

    const controls = [...main.querySelectorAll<HTMLElement>('button, a[href]')].map((element) => ({
      element,
      ...box(element.innerText.trim(), element.getBoundingClientRect()),
    }));
    for (const one of controls) {
      if (outside(one)) trouble.push(`"${one.name}" is outside: ${place(one)}`);
      if (one.bottom - one.top < 55.5) trouble.push(`"${one.name}" is ${round(one.bottom - one.top)} px high`);
      if (one.right - one.left < 55.5) trouble.push(`"${one.name}" is ${round(one.right - one.left)} px wide`);
      if (one.element.scrollWidth > one.element.clientWidth + 1) trouble.push(`"${one.name}" is cut`);
      one.element.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = one.element.getBoundingClientRect();
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!middle || !one.element.contains(middle)) trouble.push(`"${one.name}" is covered`);
    }
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
        const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
        if (Math.max(across, down) < 7.5) trouble.push(`"${one.name}" and "${other.name}" are ${round(Math.max(across, down))} px apart`);
      }
    }

    scrollTo(0, 0);

    // Every piece of text as it is drawn.
    const words: Box[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      const own = parent.getBoundingClientRect();
      if (!text || own.width <= 1 || own.height <= 1 || getComputedStyle(parent).visibility === 'hidden') continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < 15) trouble.push(`"${text}" is ${round(size)} px small`);
      if (parent.closest('button, a')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // Letters do not fill their line: above and below them a fifth of its height is empty.
      const rect = range.getBoundingClientRect();
      const slack = rect.height * 0.18;
      words.push({ name: text.slice(0, 40), left: rect.left, right: rect.right, top: rect.top + slack, bottom: rect.bottom - slack });
    }
    for (const [index, one] of words.entries()) {
      if (outside(one)) trouble.push(`the words "${one.name}" are outside: ${place(one)}`);
      for (const other of [...words.slice(index + 1), ...controls]) {
        if (overlap(one, other)) trouble.push(`the words "${one.name}" overlap "${other.name}"`);
      }
    }
    const figure = main.querySelector('svg:not(button svg, a svg)')?.getBoundingClientRect();
    if (!figure || figure.height < 56) trouble.push(`the figure is ${round(figure?.height ?? 0)} px high`);
    if (figure) {
      const drawn = box('the figure', figure);
      if (outside(drawn)) trouble.push(`the figure is outside: ${place(drawn)}`);
      for (const one of controls) if (overlap(drawn, one)) trouble.push(`the figure overlaps "${one.name}"`);
    }
    return trouble;
  });
  expect.soft(found, where).toEqual([]);
}
