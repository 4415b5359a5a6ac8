// Getting about: titles, focus, tabs, Back, links that lead nowhere, and help from everywhere.

import { GetHelp } from '../pages/get-help';
import { Screen } from '../pages/screen';
import { SCREENS } from '../support/screens';
import { answered } from '../support/store';
import { expect, test } from '../support/test';

test.use({ kept: answered() });

test('every screen has its title, one heading, its tab, and help in one tap', async ({ page, address }) => {
  const screen = new Screen(page);
  for (const { hash, heading, title, tab, wayOut } of SCREENS) {
    await page.goto(address(hash));
    await screen.expectOpen(heading);
    await expect(screen.heading).toHaveCount(1);
    await expect(page, hash).toHaveTitle(`${title} – Bonewise`);
    if (wayOut) {
      await expect(page.getByRole('navigation', { name: 'Main parts' }), hash).toBeHidden();
      await expect(screen.link(wayOut), hash).toBeVisible();
    }
    for (const name of wayOut ? [] : ['Today', 'Move', 'Nourish', 'Know', 'Journal']) {
      const isRoot = hash === `#/${name.toLowerCase()}`;
      if (name === tab) await expect(screen.tab(name), hash).toHaveAttribute('aria-current', isRoot ? 'page' : 'true');
      else await expect(screen.tab(name), hash).not.toHaveAttribute('aria-current');
    }
    await expect(page.getByRole('banner').getByRole('link', { name: 'Settings' })).toBeVisible();
    await screen.help.click();
    await screen.expectOpen('Get help');
    await expect(new GetHelp(page).call).toBeInViewport({ ratio: 1 });
  }
});

test('the heading takes the focus after every step, Back and Forward too', async ({ page, address }) => {
  await page.goto(address());
  const screen = new Screen(page);
  await expect(screen.heading).toBeVisible();
  for (const tab of ['Move', 'Nourish', 'Know', 'Journal', 'Today']) {
    await screen.tab(tab).click();
    await expect(page).toHaveURL(new RegExp(`#/${tab.toLowerCase()}$`));
    await expect(screen.heading).toBeFocused();
  }
  await page.goBack();
  await screen.expectOpen('Journal');
  await expect(screen.heading).toBeFocused();
  await page.goBack();
  await screen.expectOpen('Know');
  await page.goForward();
  await screen.expectOpen('Journal');
  await expect(screen.heading).toBeFocused();
  await expect(page).toHaveTitle('Journal – Bonewise');
});

test('a new screen begins at its top', async ({ page, address }) => {
  await page.goto(address('#/move/heel-drop'));
  await new Screen(page).expectOpen('Heel drops');
  await page.evaluate(() => scrollTo(0, 1500));
  await new Screen(page).tab('Journal').click();
  await new Screen(page).expectOpen('Journal');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('every page but the five tabs has a way back above its heading, to the page that it belongs to', async ({ page, address }) => {
  const tabs = ['#/today', '#/move', '#/nourish', '#/know', '#/journal'];
  for (const { hash, heading, title, tab } of SCREENS.filter(({ hash }) => !/safety|no.such/.test(hash))) {
    await page.goto(address(hash));
    const screen = new Screen(page);
    await screen.expectOpen(heading);
    const back = screen.main.getByRole('link', { name: /^Back to / });
    if (tabs.includes(hash)) {
      await expect(back, title).toHaveCount(0);
      continue;
    }
    const [box, below] = [(await back.boundingBox())!, (await screen.heading.boundingBox())!];
    expect.soft(box.height, title).toBeGreaterThanOrEqual(56);
    expect.soft(box.y + box.height / 2, title).toBeLessThan(below.y);
    const name = (await back.textContent())!.replace('Back to', '').trim();
    await back.click();
    const parent = SCREENS.find((screen) => screen.title === name)!;
    await screen.expectOpen(parent.heading);
    if (tab) expect.soft(parent.tab, title).toBe(tab);
    await expect(screen.heading).toBeFocused();
  }
});

test('the skip link comes first, shows itself, and leads to the main part without changing the screen', async ({ page, address }) => {
  await page.goto(address('#/move'));
  const screen = new Screen(page);
  await screen.expectOpen('Move');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the main part' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(screen.main).toBeFocused();
  await expect(page).toHaveURL(/#\/move$/);
  await page.keyboard.press('Tab');
  await expect(screen.main.getByRole('link').first()).toBeFocused();
});

test('every control that has the focus shows it', async ({ page, address }) => {
  await page.goto(address('#/settings'));
  await new Screen(page).expectOpen('Settings');
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return true;
      const rings = [element, element.nextElementSibling, element.parentElement].filter((one) => one !== null);
      return rings.some((one) => {
        const style = getComputedStyle(one as Element);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
      });
    });
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(shown, name).toBe(true);
  }
});

test('a link that leads nowhere says so kindly and shows the way home', async ({ page, address }) => {
  await page.goto(address('#/know/<b>nothing'));
  const screen = new Screen(page);
  await screen.expectOpen('This page is not here');
  await screen.link('Go to Today').click();
  await expect(page).toHaveURL(/#\/today$/);
  await expect(screen.heading).toBeFocused();
});

test('the country of the call can be chosen, and is kept', async ({ page, address }) => {
  await page.goto(address('#/know/get-help'));
  const help = new GetHelp(page);
  await expect(help.call).toHaveAttribute('href', 'tel:112');
  await help.country.selectOption('GB');
  await expect(help.call).toHaveAttribute('href', 'tel:999');
  await page.reload();
  await expect(help.call).toHaveAttribute('href', 'tel:999');
  await expect(help.country).toHaveValue('GB');
});

test.describe('a browser without a country', () => {
  test.use({ locale: 'en' });

  test('calls 112', async ({ page, address }) => {
    await page.goto(address('#/know/get-help'));
    await expect(new GetHelp(page).call).toHaveAttribute('href', 'tel:112');
  });
});

test('what a person sets works at once and stays', async ({ page, address }) => {
  await page.goto(address('#/settings'));
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBe(19);
  await page.getByRole('radio', { name: 'Largest' }).check();
  expect(await size()).toBe(26);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await paper()).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await new Screen(page).expectOpen('Settings');
  expect(await size()).toBe(26);
  expect(await paper()).toBe(dark);
});

test('the system’s own dark page and reduced motion are followed', async ({ page, address }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address());
  await new Screen(page).expectOpen(/.+/);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 23, 21)');
});
