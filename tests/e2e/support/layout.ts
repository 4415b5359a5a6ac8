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
  expect(found, `${where}: nothing beside the screen`).toEqual([]);
}

/** No button's or link's words are cut off. */
export async function expectNothingCut(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, legend, label')]
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => (element.innerText || element.ariaLabel || element.tagName).trim().slice(0, 60)),
  );
  expect(found, `${where}: no words cut off`).toEqual([]);
}

/** The coach: all on one screen, all buttons whole, large, apart, and no words under or over one another. */
export async function expectOneScreen(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const trouble: string[] = [];
    const main = document.querySelector('main')!;
    const round = (value: number) => Math.round(value * 10) / 10;
    if (document.scrollingElement!.scrollHeight > innerHeight) {
      trouble.push(`scrolls: ${document.scrollingElement!.scrollHeight} px in ${innerHeight}`);
    }

    type Box = { name: string; left: number; right: number; top: number; bottom: number };
    const box = (name: string, rect: DOMRect): Box => {
      const { left, right, top, bottom } = rect;
      return { name, left, right, top, bottom };
    };
    const place = (one: Box) => [one.left, one.top, one.right, one.bottom].map(round).join(', ');
    const outside = (one: Box) => one.left < -0.5 || one.top < -0.5 || one.right > innerWidth + 0.5 || one.bottom > innerHeight + 0.5;
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
      const middle = document.elementFromPoint((one.left + one.right) / 2, (one.top + one.bottom) / 2);
      if (!middle || !one.element.contains(middle)) trouble.push(`"${one.name}" is covered`);
    }
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
        const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
        if (Math.max(across, down) < 7.5) trouble.push(`"${one.name}" and "${other.name}" are ${round(Math.max(across, down))} px apart`);
      }
    }

    // Every piece of text as it is drawn.
    const words: Box[] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      const own = parent.getBoundingClientRect();
      if (!text || own.width <= 1 || own.height <= 1 || getComputedStyle(parent).visibility === 'hidden') continue;
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
  expect(found, where).toEqual([]);
}
