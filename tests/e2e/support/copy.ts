// The second copy, read and disturbed from outside.

import type { BrowserContext, Page } from '@playwright/test';

import type { Kept } from './store';

/** What the second copy holds: keys with their text. */
export async function copied(page: Page): Promise<Kept> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open('bonewise');
        opening.onerror = () => reject(opening.error);
        // Where there was none, none is to be left.
        opening.onupgradeneeded = () => opening.transaction!.abort();
        opening.onsuccess = () => {
          const database = opening.result;
          const texts = database.transaction('texts').objectStore('texts');
          const [names, all] = [texts.getAllKeys(), texts.getAll()];
          all.onsuccess = () => {
            database.close();
            resolve(Object.fromEntries(names.result.map((name, at) => [String(name), String(all.result[at])])));
          };
        };
      }).catch(() => ({})),
  );
}

/** Takes a value out of both copies. */
export async function forget(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        localStorage.removeItem(name);
        const opening = indexedDB.open('bonewise');
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction(['texts', 'heads'], 'readwrite');
          for (const store of ['texts', 'heads']) change.objectStore(store).delete(name);
          change.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    name,
  );
}

/** How IndexedDB can be away. */
export type Away = 'missing' | 'denied' | 'silent' | 'failing';

/** Has pages find IndexedDB like this. */
export async function withCopy(pages: Page | BrowserContext, away: Away): Promise<void> {
  await pages.addInitScript((away) => {
    if (away === 'missing') {
      Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });
      return;
    }
    IDBFactory.prototype.open = function () {
      if (away === 'denied') throw new DOMException('The operation is insecure.', 'SecurityError');
      const request = new EventTarget() as IDBOpenDBRequest;
      if (away === 'failing') {
        Object.defineProperty(request, 'error', { value: new DOMException('Internal error.', 'UnknownError') });
        setTimeout(() => request.onerror?.(new Event('error')));
      }
      return request;
    };
  }, away);
}
