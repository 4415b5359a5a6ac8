// A browser of its own whose plug can be pulled: all its processes are killed at once, and what it had not brought to the
// disk by then is gone.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Browser, type Page, chromium } from '@playwright/test';

import { launch } from './fonts';
import { steady } from './hand';

export class Killable {
  private child?: ChildProcess;
  private browser?: Browser;

  private constructor(private readonly profile: string) {}

  /** With a fresh profile. */
  static async make(): Promise<Killable> {
    return new Killable(await mkdtemp(path.join(tmpdir(), 'bonewise-killed-')));
  }

  /** Starts the browser on its profile and opens an address. */
  async open(address: string): Promise<Page> {
    const { executablePath, args, env } = launch('phone');
    const child = spawn(
      executablePath!,
      [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`, '--no-first-run', '--lang=en-US', 'about:blank'],
      // A group of its own, so that nothing of it survives.
      { detached: true, env: { ...env, TZ: 'Europe/Berlin' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.child = child;
    const endpoint = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr!.on('data', (part: Buffer) => {
        said += part.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said);
        if (found) resolve(found[1]);
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`The browser ended before it listened. It said: ${said}`)));
    });
    this.browser = await chromium.connectOverCDP(endpoint);
    const context = this.browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize({ width: 360, height: 740 });
    steady(page);
    await page.goto(address);
    return page;
  }

  /** Pulls the plug. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.browser?.close().catch(() => undefined);
  }

  /** The end: the browser and its profile go. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
