// What ten years of dense use cost, side by side with an empty diary, in one run: turn about, so that another program on
// the machine spoils both. Nothing is asserted; the figures stand in ARCHITECTURE.md, "Ten years".
//
// MEASURE_DIST: the folder of the release (dist/); MEASURE_ROUNDS: how often each is opened (9).

import { type Browser, type Page, test } from '@playwright/test';
import path from 'node:path';

import { beginInTheMorning } from '../support/clock';
import { FolderServer, DIST } from '../support/server';
import { type Kept, answered, asStorageState } from '../support/store';
import { tenYears } from '../support/ten-years';

const ROUNDS = Number(process.env.MEASURE_ROUNDS ?? 9);
/** Two taps on one thing within 600 ms count once. */
const SETTLE_MS = 700;

type Figures = Record<string, number[]>;

const log = (text: string) => process.stdout.write(`${text}\n`);

test('ten years beside an empty diary', async ({ browser }) => {
  const server = await FolderServer.start(path.resolve(process.env.MEASURE_DIST ?? DIST));
  const diary = tenYears();
  const kinds: [string, Kept][] = [['empty', answered()]];
  for (const kind of ['plain', 'folded'] as const) {
    if (diary[kind]) kinds.push([kind, { ...diary[kind], ...answered() }]);
  }
  const figures = new Map<string, Figures>(kinds.map(([kind]) => [kind, {}]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [kind, kept] of kinds) await start(browser, server.url, kept, figures.get(kind)!, 1);
  }
  for (let round = 0; round < Math.ceil(ROUNDS / 2); round++) {
    for (const [kind, kept] of kinds) await start(browser, server.url, kept, figures.get(kind)!, 4);
  }
  for (const rate of [1, 4]) {
    for (let round = 0; round < 1; round++) {
      for (const [kind, kept] of kinds) await taps(browser, server.url, kept, figures.get(kind)!, rate);
    }
  }
  await server.stop();
  tell(figures);
});

function tell(figures: Map<string, Figures>): void {
  const kinds = [...figures.keys()];
  const names = [...new Set([...figures.values()].flatMap((of) => Object.keys(of)))];
  const cell = (text: string) => text.padStart(16);
  log(`\n${''.padEnd(46)}${kinds.map(cell).join('')}`);
  for (const name of names) {
    const values = kinds.map((kind) => {
      const all = (figures.get(kind)![name] ?? []).sort((one, other) => one - other);
      if (all.length === 0) return '–';
      const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))];
      if (name.startsWith('INP')) return `${at(0.75)}/${at(0.98)}/${at(1)}`;
      return at(0.5).toFixed(at(0.5) < 20 ? 1 : 0);
    });
    log(name.padEnd(46) + values.map(cell).join(''));
  }
}

async function open(browser: Browser, url: string, kept: Kept, rate: number): Promise<Page> {
  const context = await browser.newContext({ storageState: asStorageState(new URL(url).origin, kept) });
  await beginInTheMorning(context);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { tasks: [] as [number, number][], events: [] as PerformanceEventTiming[], ready: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) seen.tasks.push([task.startTime, task.duration]);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => seen.events.push(...(list.getEntries() as PerformanceEventTiming[]))).observe({
      type: 'event',
      durationThreshold: 16,
      buffered: true,
    } as PerformanceObserverInit);
    for (const name of ['instantiate', 'instantiateStreaming'] as const) {
      const real = WebAssembly[name] as (...all: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
      (WebAssembly as unknown as Record<string, unknown>)[name] = async (...all: unknown[]) => {
        const made = await real.apply(WebAssembly, all);
        const memory = (made.instance ?? made).exports?.memory;
        if (memory) (window as unknown as { memory: unknown }).memory ??= memory;
        return made;
      };
    }
    // Ready to use: booted, and the frame that shows it is painted.
    new MutationObserver(() => {
      if (seen.ready === 0 && document.documentElement.dataset.boot === 'ready') {
        requestAnimationFrame(() => setTimeout(() => (seen.ready ||= performance.now()), 0));
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-boot'] });
  });
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as { seen: { ready: number } }).seen.ready > 0);
  return page;
}

function add(to: Figures, name: string, ...values: number[]): void {
  (to[name] ??= []).push(...values);
}

/** From the navigation to the first screen painted. */
async function start(browser: Browser, url: string, kept: Kept, to: Figures, rate: number): Promise<void> {
  const from = Date.now();
  const page = await open(browser, url, kept, rate);
  // What comes after the first screen, too: the later file, folding.
  await page.waitForTimeout(rate === 1 ? 2_500 : 4_000);
  const seen = await page.evaluate(() => {
    const { ready, tasks } = (window as unknown as { seen: { ready: number; tasks: [number, number][] } }).seen;
    const longest = (of: [number, number][]) => Math.max(0, ...of.map(([, ms]) => ms));
    return {
      ready,
      before: longest(tasks.filter(([at]) => at < ready)),
      after: longest(tasks.filter(([at]) => at >= ready)),
      heap: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
      wasm: (window as unknown as { memory: WebAssembly.Memory }).memory.buffer.byteLength / 1e6,
    };
  });
  add(to, `ready to use, ms (${rate}x)`, seen.ready);
  add(to, `longest task until then, ms (${rate}x)`, seen.before);
  add(to, `longest task after it, ms (${rate}x)`, seen.after);
  if (process.env.MEASURE_LOG) log(`${rate}x ${Math.round(seen.ready)} ${Date.now() - from}`);
  if (rate === 1) {
    add(to, 'JS heap, MB', seen.heap);
    add(to, 'WebAssembly memory, MB', seen.wasm);
  }
  await page.context().close();
}

/** The main taps, each settled before the next. */
async function taps(browser: Browser, url: string, kept: Kept, to: Figures, rate: number): Promise<void> {
  const page = await open(browser, url, kept, rate);
  await page.waitForTimeout(rate === 1 ? 3_000 : 6_000);
  const inp: number[] = [];
  const tap = async (name: string, find: string | RegExp, role: 'button' | 'link' = 'button') => {
    const target = page.getByRole(role, { name: find }).first();
    await target.waitFor({ timeout: 4_000 }).catch(() => undefined);
    if ((await target.count()) === 0) return log(`no ${String(find)}`);
    await target.scrollIntoViewIfNeeded();
    await page.waitForTimeout(SETTLE_MS);
    await page.evaluate(() => ((window as unknown as { seen: { events: unknown[] } }).seen.events = []));
    await target.click().catch((error: Error) => log(`${name}: ${error.message.slice(0, 600)}`));
    await page.waitForTimeout(SETTLE_MS * (rate === 1 ? 0.5 : 1));
    const all = await page.evaluate(() =>
      (window as unknown as { seen: { events: PerformanceEventTiming[] } }).seen.events.map((event) => ({
        type: event.name,
        whole: event.duration,
        handler: event.processingEnd - event.processingStart,
      })),
    );
    const whole = Math.max(16, ...all.map((event) => event.whole));
    const handler = Math.max(0, ...all.filter((event) => event.type === 'click').map((event) => event.handler));
    inp.push(whole);
    add(to, `${name}, handler, ms (${rate}x)`, handler);
    add(to, `${name}, INP, ms (${rate}x)`, whole);
  };
  const go = async (hash: string) => {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.waitForTimeout(SETTLE_MS * 2);
  };
  for (let round = 0; round < 2; round++) {
    await go('#/nourish/foods');
    await page.getByRole('searchbox', { name: 'Find a food' }).fill('milk');
    await tap('food', /portion of Low-fat milk/);
    await go('#/today');
    await tap('undo', /^Undo$/);
    await tap('dose', /^I took /);
    await tap('undo of a dose', /^Undo$/);
    await tap('daylight', /Daylight$/);
    await go('#/move/heel-drop/plan');
    await tap('rounds up', 'One round more');
    await tap('rounds down', 'One round fewer');
    await go('#/move/heel-drop');
    await tap('by hand', /without the app/);
    await go('#/today');
    await tap('undo of a session', /^Undo$/);
    await tap('Journal opens', /journal/i, 'link');
  }
  add(to, `INP of all taps, p75/p98/most, ms (${rate}x)`, ...inp);
  await page.context().close();
}
