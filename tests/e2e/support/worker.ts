// The service worker, seen from a page.

import { type Page, expect } from '@playwright/test';

/** Waits until the worker answers for this page. */
export async function expectKeptForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe('activated');
}

/** What the caches of this origin hold: the address of each file with the SHA-256 of its content. */
export async function precached(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))!.arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
        found[request.url] = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      }
    }
    return found;
  });
}
