import { defineConfig } from '@playwright/test';

import { launch } from '../support/fonts';

// Measurements for people to read; no test. `npx playwright test -c tests/e2e/measure/playwright.config.ts`, on a machine
// that does nothing else.

export default defineConfig({
  testDir: '.',
  testMatch: /measure\.ts$/,
  outputDir: '../results',
  workers: 1,
  retries: 0,
  timeout: 1_200_000,
  reporter: [['line']],
  use: {
    actionTimeout: 8_000,
    viewport: { width: 360, height: 740 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    launchOptions: launch('phone', '--enable-precise-memory-info'),
  },
});
