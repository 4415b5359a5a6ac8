// Without a network, in any folder, and from one version to the next.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Exercise } from '../pages/exercise';
import { expectArrived } from '../pages/screen';
import { Today } from '../pages/today';
import { DIST, FolderServer, Server } from '../support/server';
import { sessions } from '../support/store';
import { type Page, expect, test } from '../support/test';
import { expectKeptForOffline, precached } from '../support/worker';

test.use({ serviceWorkers: 'allow', provoked: /ERR_CONNECTION_REFUSED/ });

/** Files for the host alone, which the app does not ask for. */
const NOT_OF_THE_APP = ['404.html', '_headers', 'sw.js'];

async function built(): Promise<string[]> {
  const found = await readdir(DIST, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map((file) => path.relative(DIST, path.join(file.parentPath ?? file.path, file.name)));
}

function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

for (const prefix of ['/', '/any/folder']) {
  test(`the app starts at ${prefix} with the server gone, from exactly what the build made`, async ({ page }) => {
    const server = await Server.start({ prefix });
    try {
      await page.goto(`${server.url}#/move/heel-drop`);
      await new Exercise(page).didByHand.click();
      await expectKeptForOffline(page);

      const expected: Record<string, string> = {};
      for (const file of await built()) {
        if (NOT_OF_THE_APP.includes(file)) continue;
        const url = server.url + (file === 'index.html' ? '' : file.split(path.sep).join('/'));
        expected[url] = sha256(await readFile(path.join(DIST, file)));
      }
      expect(await precached(page)).toEqual(expected);

      await server.stop();
      for (const hash of ['', '#/journal', '#/know/get-help']) {
        await page.goto(`${server.url}${hash}`);
        await page.reload();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectArrived(page);
      }
      await page.goto(server.url);
      await page.reload();
      await new Today(page).expectHeelDrops('10 done today');
    } finally {
      await server.stop();
    }
  });
}

test('a new version arrives by itself and keeps everything', async ({ page }) => {
  const old = await mkdtemp(path.join(tmpdir(), 'bonewise-old-'));
  const server = await FolderServer.start(old);
  try {
    await makeOlderVersion(old);
    await page.goto(server.url);
    await page.goto(`${server.url}#/move/heel-drop`);
    await new Exercise(page).didByHand.click();
    await expectKeptForOffline(page);
    expect(await version(page)).toBe('before');

    server.folder = DIST;
    const next = (await manifestOf(DIST)).version;
    await page.reload();
    await new Today(page).expectHeelDrops('10 done today');
    // The page came from the version before; the new one is fetched behind it and takes over whole.
    expect(await version(page)).toBe('before');
    await expect
      .poll(() => page.evaluate(() => caches.keys()), { timeout: 30_000 })
      .toContainEqual(expect.stringContaining(next));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await page.reload();
    await new Today(page).expectHeelDrops('10 done today');
    expect(await version(page)).toBe('new');
    expect(await sessions(page)).toHaveLength(1);

    await server.stop();
    await page.reload();
    await new Today(page).expectHeelDrops('10 done today');
    expect(await version(page)).toBe('new');
  } finally {
    await server.stop().catch(() => undefined);
    await rm(old, { recursive: true, force: true });
  }
});

/** A copy of the build as an earlier one: another page, another script under the same name, another version. */
async function makeOlderVersion(folder: string): Promise<void> {
  await cp(DIST, folder, { recursive: true });
  const files = await readdir(folder);
  const script = files.find((file) => /^bonewise-.*\.js$/.test(file))!;
  await writeFile(path.join(folder, script), `${await readFile(path.join(folder, script), 'utf8')}\n// before\n`);
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  await writeFile(path.join(folder, 'index.html'), page.replace('</title>', '</title><meta name="build" content="before">'));

  const manifest = await manifestOf(folder);
  manifest.version = '0000000000000000';
  for (const file of manifest.files) {
    const name = file.url === './' ? 'index.html' : file.url;
    file.hash = sha256(await readFile(path.join(folder, name))).slice(0, file.hash.length);
  }
  const worker = await readFile(path.join(folder, 'sw.js'), 'utf8');
  await writeFile(path.join(folder, 'sw.js'), worker.replace(MANIFEST, `const MANIFEST = ${JSON.stringify(manifest)};`));
}

const MANIFEST = /const MANIFEST = (\{.*\});/;

type Manifest = { version: string; files: { url: string; hash: string }[] };

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(MANIFEST.exec(await readFile(path.join(folder, 'sw.js'), 'utf8'))![1]) as Manifest;
}

async function version(page: Page): Promise<'before' | 'new'> {
  const before = await page.evaluate(() => document.head.querySelector('meta[name=build]') !== null);
  return before ? 'before' : 'new';
}
