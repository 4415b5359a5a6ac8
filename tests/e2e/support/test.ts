// The test that every journey is written with: a server per worker, a page on it, and an eye on what goes wrong quietly.

import { type BrowserContext, type Page, expect, test as base } from '@playwright/test';

import { beginInTheMorning } from './clock';
import { withCopy } from './copy';
import { steady, steadyKeys } from './hand';
import { Server } from './server';
import { type Kept, asStorageState } from './store';

export { expect };
export type { BrowserContext, Page };

export type Options = {
  /** What the browser kept from earlier days: keys of localStorage with their text. */
  kept: Kept;
  /** Whether pages have a second copy. A journey that changes what is kept from outside has none: it would be brought back. */
  secondCopy: boolean;
  /** Trouble that the journey provokes on purpose. Anything else fails it. (No list: Playwright reads one as a pair.) */
  provoked: RegExp;
};

type Fixtures = Options & {
  /** Console errors, page errors, CSP violations and requests to strangers, as they come. */
  trouble: Trouble;
  /** The address of a screen: `address('#/move')`. */
  address: (hash?: string) => string;
};

type WorkerFixtures = {
  server: Server;
};

export class Trouble {
  readonly seen: string[] = [];

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.seen.push(`page error: ${error.error().message}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      // A call is asked of the phone, not of the network.
      const isOwn = url.hostname === '127.0.0.1' || ['data:', 'blob:', 'about:', 'tel:'].includes(url.protocol);
      if (!isOwn) this.seen.push(`request to another origin: ${url.href}`);
    });
  }

  except(provoked: RegExp): string[] {
    return this.seen.filter((trouble) => !provoked.test(trouble));
  }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  kept: [{}, { option: true }],
  secondCopy: [true, { option: true }],
  provoked: [/^$/, { option: true }],
  storageState: async ({ server, kept }, use) => {
    await use(asStorageState(server.origin, kept));
  },
  trouble: [
    async ({ context, provoked, secondCopy }, use) => {
      if (!secondCopy) await withCopy(context, 'missing');
      const trouble = new Trouble();
      await trouble.watch(context);
      await beginInTheMorning(context);
      await use(trouble);
      expect(trouble.except(provoked), 'nothing goes wrong quietly').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    steady(page);
    page.context().on('page', steadyKeys);
    steadyKeys(page);
    await use(page);
  },
  address: async ({ server }, use) => {
    await use((hash = '') => server.url + hash);
  },
});
