import { defineConfig } from '@playwright/test';

import { launch } from './support/fonts';
import type { Options } from './support/test';

// Run by `cargo xtask test`, or alone: `npx playwright test -c tests/e2e/playwright.config.ts -g "a few words"`;
// `--no-deps` runs the frames without all the rest before them.
// Nothing is downloaded: the browser is the system's own, the app is what stands in dist/, the fonts are npm packages.

export default defineConfig<Options>({
  testDir: './journeys',
  outputDir: './results',
  fullyParallel: true,
  // A journey waits as much as it works: a tap has to settle, a page to come. So two cores have time for three.
  workers: 3,
  // A browser that hangs once is not a fault of the app. What passes only the second time is listed as flaky: look into it.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // Long, because no journey is about the speed of a machine: they only end what hangs.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './support/fonts.ts',
  projects: [
    { name: 'journeys', testIgnore: /frames/ },
    // What has to hold in any letters: wide ones, ones 25 % wider than a phone's, and a person's own least size.
    { name: 'wide letters', grep: /@letters|@paper/, use: { launchOptions: launch('wide') } },
    { name: 'wider letters', grep: /@letters/, use: { launchOptions: launch('wider') } },
    { name: 'letters of 24 px at least', grep: /@letters/, use: { launchOptions: launch('phone', '--blink-settings=minimumFontSize=24') } },
    // Frames are measured when nothing else runs any more.
    { name: 'frames', testMatch: /frames/, dependencies: ['journeys', 'wide letters', 'wider letters', 'letters of 24 px at least'] },
  ],
  use: {
    // What hangs says so by its name, before the whole journey ends.
    actionTimeout: 40_000,
    navigationTimeout: 60_000,
    // A phone of the kind that many of our people have.
    viewport: { width: 360, height: 740 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // The service worker has journeys of its own; elsewhere it would only fetch every file once more.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'off',
    launchOptions: launch('phone'),
  },
});
