// A folder as a person would choose it: one of the browser's own, and switches for what a drive or a browser may do.

import type { BrowserContext, Page } from '@playwright/test';

export type Files = Record<string, string>;

/** How the browser answers: kept beside what Bonewise keeps, so that it outlives a reload. */
export type Switch = 'permission' | 'fails';

/** Has the browser offer the folder "Synced" when one is to be chosen. To be called before the page opens. */
export async function offerFolder(of: Page | BrowserContext): Promise<void> {
  await of.addInitScript(() => {
    const told = (name: string) => localStorage.getItem(`test:${name}`);
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Synced', { create: true }),
    });
    // An empty page between two has none.
    if (!('FileSystemHandle' in window)) return;
    const handle = FileSystemHandle.prototype as unknown as Record<string, unknown>;
    handle.queryPermission = async () => told('permission') ?? 'granted';
    handle.requestPermission = async () => {
      localStorage.removeItem('test:permission');
      return 'granted';
    };
    const file = FileSystemFileHandle.prototype;
    const createWritable = file.createWritable;
    file.createWritable = function (...given) {
      if (told('fails')) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      return createWritable.apply(this, given);
    };
  });
}

export async function turn(page: Page, which: Switch, value: string | null): Promise<void> {
  await page.evaluate(
    ([name, value]) => (value ? localStorage.setItem(name!, value) : localStorage.removeItem(name!)),
    [`test:${which}`, value],
  );
}

/** What lies in the folder. */
export async function filesIn(page: Page): Promise<Files> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Synced', { create: true });
    const files: Record<string, string> = {};
    for await (const one of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
      // One that is being swapped in at this moment is not there yet.
      const text = await one.getFile().then((file) => file.text()).catch(() => undefined);
      if (text !== undefined) files[one.name] = text;
    }
    return files;
  });
}

/** What the drive brings from another device. */
export async function bring(page: Page, files: Files): Promise<void> {
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Synced', { create: true });
    for (const [name, text] of Object.entries(files)) {
      const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writing.write(text);
      await writing.close();
    }
  }, files);
}
