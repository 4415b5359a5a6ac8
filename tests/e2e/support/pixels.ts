// What is really painted: pixels of a control, before and after, and of a drawing.

import type { Locator, Page } from '@playwright/test';

/** What stands in the box of an element now, with nothing pointed at. */
export async function picture(of: Locator): Promise<Buffer> {
  const page = of.page();
  await page.mouse.move(0, 0);
  return of.screenshot({ animations: 'disabled' });
}

/** How many pixels of two pictures of one element differ so that an eye sees it. */
export async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([one, other]) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height);
      };
      const [before, after] = [await pixels(one), await pixels(other)];
      if (before.width !== after.width || before.height !== after.height) return before.width * before.height;
      let count = 0;
      for (let at = 0; at < before.data.length; at += 4) {
        const apart = [0, 1, 2].map((part) => Math.abs(before.data[at + part] - after.data[at + part]));
        if (Math.max(...apart) > 64) count++;
      }
      return count;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** A part of an element by shares of its width and height: left, top, right, bottom. */
export type Part = [number, number, number, number];

/** The greatest contrast that any two pixels of a part of a picture have, as WCAG reckons it; 1 where all is one colour. */
export async function contrastWithin(page: Page, image: Buffer, part: Part = [0, 0, 1, 1]): Promise<number> {
  return page.evaluate(
    async ([base64, part]) => {
      const bytes = Uint8Array.from(atob(base64 as string), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      canvas.drawImage(image, 0, 0);
      const [left, top, right, bottom] = part as number[];
      const [x, y] = [Math.round(left * image.width), Math.round(top * image.height)];
      const { data } = canvas.getImageData(x, y, Math.max(1, Math.round(right * image.width) - x), Math.max(1, Math.round(bottom * image.height) - y));
      const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      let [darkest, lightest] = [1, 0];
      for (let at = 0; at < data.length; at += 4) {
        const light = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
        darkest = Math.min(darkest, light);
        lightest = Math.max(lightest, light);
      }
      return (lightest + 0.05) / (darkest + 0.05);
    },
    [image.toString('base64'), part] as const,
  );
}

/** As a browser prints that leaves out all grounds, which is what browsers do unless asked. */
export async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after { background: none !important; box-shadow: none !important }');
    document.adoptedStyleSheets = [sheet];
  });
}
