// Nothing cut, nothing overlapping, nothing beside the screen: from a page at 400 % to a desk, at the largest text, and
// in letters of other widths. What is tagged @letters runs in each font (see playwright.config.ts), the rest in a phone's.

import { After, type Coach, SetUp } from '../pages/coach';
import { GetHelp } from '../pages/get-help';
import { expectArrived } from '../pages/screen';
import { Clock } from '../support/clock';
import { type Viewport, expectNothingCut, expectNothingSideways, expectOneScreen, expectWhole } from '../support/layout';
import { SCREENS } from '../support/screens';
import { answered, entry, settings } from '../support/store';
import { type Page, expect, test } from '../support/test';

const TEXTS = ['normal', 'largest'] as const;

/** Phones, upright and lying, a tablet, a desk. */
const DEVICES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
];
/** The desk's page at 200 % and 400 %; and lower still. */
const ZOOMED = [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
  { width: 640, height: 256 },
  { width: 455, height: 212 },
  { width: 320, height: 180 },
];
/** In other letters: the narrowest, the ordinary, the lowest. */
const SAMPLED = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 320, height: 256 },
];

const isPhonesLetters = () => test.info().project.name === 'journeys';

/** Looks at what is on the screen in each size and each text size, without a reload. */
async function inEach(page: Page, sizes: Viewport[], look: (where: string) => Promise<void>, texts: readonly string[] = TEXTS): Promise<void> {
  for (const text of texts) {
    await page.evaluate((text) => (document.documentElement.dataset.text = text), text);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await look(`${size.width}×${size.height}, ${text} text`);
    }
  }
}

test.use({ kept: { ...answered(), ...entry('earlier', '2026-11-20') } });

for (const text of TEXTS) {
  // In other letters the largest text is the hardest.
  test(`every screen fits: ${text} text`, { tag: text === 'largest' ? '@letters' : '@phone' }, async ({ page, address }) => {
    test.setTimeout(180_000);
    const widths = new Map([...(isPhonesLetters() ? [...ZOOMED, ...DEVICES] : SAMPLED)].map((size) => [size.width, size]));
    for (const { hash, heading } of SCREENS) {
      await page.goto(address(hash));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expectArrived(page);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await inEach(page, [...widths.values()], async (where) => {
        await expectNothingSideways(page, `${hash}, ${where}`);
        await expectNothingCut(page, `${hash}, ${where}`);
      }, [text]);
    }
  });
}

/** On a device the coach never scrolls; at 400 %, or in wide letters, all of it can be reached and read. */
async function expectCoachWhole(page: Page, what: string): Promise<void> {
  if (isPhonesLetters()) {
    await inEach(page, DEVICES, (where) => expectOneScreen(page, `${what}, ${where}`));
    await inEach(page, ZOOMED, (where) => expectWhole(page, `${what}, ${where}`));
  } else {
    await inEach(page, SAMPLED, (where) => expectWhole(page, `${what}, ${where}`));
  }
}

/** From getting ready to the question that Stop asks. */
async function expectWholeToTheStop(page: Page, coach: Coach): Promise<void> {
  await expectCoachWhole(page, 'getting ready');
  await coach.readyNow.click();
  await expect(coach.slower).toBeVisible();
  await expectCoachWhole(page, 'moving');
  await coach.pause.click();
  await coach.expectPaused();
  await expectCoachWhole(page, 'paused');
  await coach.stop.click();
  await expect(coach.stopQuestion).toBeVisible();
  await expectCoachWhole(page, 'asked to stop');
}

async function expectPageWhole(page: Page, what: string): Promise<void> {
  await inEach(page, isPhonesLetters() ? [...DEVICES, ...ZOOMED] : SAMPLED, async (where) => {
    await expectNothingSideways(page, `${what}, ${where}`);
    await expectNothingCut(page, `${what}, ${where}`);
  });
}

test('the coach stays on one screen, and scrolls where it must', { tag: '@letters' }, async ({ page, address }) => {
  test.setTimeout(180_000);
  const clock = await Clock.take(page);
  await page.goto(address());
  await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  await new SetUp(page).expectOpen('Set up');
  await expectPageWhole(page, 'set-up');
  const coach = await new SetUp(page).begin();
  await clock.stand();
  await expectWholeToTheStop(page, coach);
  await coach.button('No, go back').click();
  await coach.goOn.click();
  await clock.pass(1);
  await expectCoachWhole(page, 'counting in');
  await clock.pass(39);
  await expect(coach.moreRest).toBeVisible();
  await expectCoachWhole(page, 'resting');
  await coach.readyNow.click();
  await clock.pass(40);
  await expectCoachWhole(page, 'the last rest');
  await coach.finishNow.click();
  await new After(page).expectOpen('Well done');
  await expectPageWhole(page, 'after');
});

test('so it does with the note on a dark screen', async ({ page, address }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined }));
  const clock = await Clock.take(page);
  await page.goto(address());
  await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
  const coach = await new SetUp(page).begin();
  await clock.stand();
  await expect(page.getByText('Your screen may go dark.')).toBeVisible();
  await expectWholeToTheStop(page, coach);
});

test('the ring of the kitchen timer is whole, and both its buttons can be reached', { tag: '@letters' }, async ({ page, address }) => {
  test.setTimeout(120_000);
  const clock = await Clock.take(page);
  await page.goto(address('#/nourish/cook'));
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Start 5 minutes' }).click();
  await clock.jump(300);
  await clock.pass(1);
  const ring = page.getByRole('alert').filter({ hasText: 'The timer has rung' });
  await expect(ring).toBeVisible();
  await inEach(page, isPhonesLetters() ? [...DEVICES, ...ZOOMED] : SAMPLED, async (where) => {
    await expectNothingCut(page, where);
    const box = (await ring.boundingBox())!;
    const { width, height } = page.viewportSize()!;
    expect.soft(box.x, where).toBeGreaterThanOrEqual(0);
    expect.soft(box.y, where).toBeGreaterThanOrEqual(0);
    expect.soft(box.x + box.width, where).toBeLessThanOrEqual(width);
    expect.soft(box.y + box.height, where).toBeLessThanOrEqual(height);
    for (const name of ['1 minute more', 'Stop the ring']) {
      const button = ring.getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      await expect(button, where).toBeInViewport({ ratio: 1 });
      await button.click({ trial: true });
    }
  });
});

test.describe('a phone lying down with a notch', () => {
  const NOTCH = 47;
  test.use({ viewport: { width: 844, height: 390 } });

  /** No words and no control of the page lie under the notch, on either side. */
  async function expectClear(page: Page, where: string): Promise<void> {
    const under = await page.evaluate((notch) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('button, a, h1, h2, p, b, li, input, label')) {
        if (element.closest('.unseen')) continue;
        const range = document.createRange();
        range.selectNodeContents(element);
        const rects = element.matches('button, input') ? [element.getBoundingClientRect()] : [...range.getClientRects()];
        for (const rect of rects) {
          if (rect.width <= 1 || rect.bottom <= 0 || rect.top >= innerHeight) continue;
          if (rect.left < notch - 0.5 || rect.right > innerWidth - notch + 0.5) found.push(`${element.textContent!.trim().slice(0, 40)}: ${rect.left} to ${rect.right}`);
        }
      }
      return found;
    }, NOTCH);
    expect(under, where).toEqual([]);
  }

  test('nothing lies under it: the frame, the coach, the ring', async ({ page, address }) => {
    const device = await page.context().newCDPSession(page);
    await device.send('Emulation.setSafeAreaInsetsOverride', { insets: { left: NOTCH, right: NOTCH, bottom: 21 } });
    const clock = await Clock.take(page);
    await page.goto(address('#/nourish/cook'));
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Start 5 minutes' }).click();
    for (const text of TEXTS) {
      for (const hash of ['#/today', '#/know/get-help', '#/nourish/cook']) {
        await page.goto(address(hash));
        await expectArrived(page);
        await page.evaluate((text) => (document.documentElement.dataset.text = text), text);
        await expectClear(page, `${hash}, ${text} text`);
      }
    }
    await page.goto(address('#/today'));
    await page.getByRole('button', { name: 'Start heel raises', exact: true }).click();
    const coach = await new SetUp(page).begin();
    await coach.pause.click();
    await expectClear(page, 'the coach');
    await clock.pass(300);
    await expect(page.getByRole('alert').filter({ hasText: 'The timer has rung' })).toBeVisible();
    await expectClear(page, 'the ring');
  });
});

test('the letters are the project\u2019s own, whatever fonts the machine has', { tag: '@letters' }, async ({ page, address }) => {
  await page.goto(address('#/today'));
  const device = await page.context().newCDPSession(page);
  await device.send('DOM.enable');
  await device.send('CSS.enable');
  const { root } = await device.send('DOM.getDocument', { depth: -1 });
  const fontsOf = async (selector: string) => {
    const { nodeId } = await device.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await device.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map((font) => font.postScriptName.replace(/-.*/, ''));
  };
  const wide = test.info().project.name === 'wide letters';
  expect(await fontsOf('h1')).toEqual([wide ? 'DejaVuSerif' : 'NotoSerif']);
  expect(await fontsOf('nav a')).toEqual([wide ? 'DejaVuSans' : 'Roboto']);
  // As wide as they are meant to be: "Nourish" at 100 px.
  const width = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = '400 100px sans-serif';
    return pen.measureText('Nourish').width;
  });
  const phone = 348;
  const times = { 'wide letters': 1.1, 'wider letters': 1.25 }[test.info().project.name] ?? 1;
  expect(width / phone).toBeGreaterThan(times - 0.02);
  expect(width / phone).toBeLessThan(times + 0.05);
});

test.describe('Get help at the largest text', () => {
  test.use({ kept: settings({ text: 'largest' }) });

  test('the call stands on the first screen of a phone, whole', async ({ page, address }) => {
    await page.goto(address());
    await page.getByRole('banner').getByRole('link', { name: 'Get help' }).click();
    const help = new GetHelp(page);
    await help.expectOpen('Get help');
    await expect(help.call).toHaveAttribute('href', 'tel:112');
    await expect(help.call).toBeInViewport({ ratio: 1 });
    const box = (await help.call.boundingBox())!;
    const tabs = (await page.getByRole('navigation', { name: 'Main parts' }).boundingBox())!;
    expect.soft(box.y + box.height).toBeLessThanOrEqual(tabs.y);
    expect.soft(box.height).toBeGreaterThanOrEqual(56);
  });
});
