// Ten years of dense use as localStorage holds them. The diary is made by tests/support/diary.rs; `cargo test --test
// ten_years` writes it, which `cargo xtask test` has done before any journey runs.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Kept } from './store';

const ROOT = path.resolve(__dirname, '../../..');
const FILE = path.join(ROOT, 'target/ten-years.json');

/** `plain`: all past months as schema 1 writes them; `folded`: as this version keeps them; `broken`: folded, with a broken bone noticed ten years ago. */
export type TenYears = Record<'plain' | 'folded' | 'broken', Kept>;

export function tenYears(): TenYears {
  if (!existsSync(FILE)) {
    const arguments_ = ['test', '--quiet', '--test', 'ten_years', 'written_for_the_browser'];
    execFileSync('cargo', arguments_, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return JSON.parse(readFileSync(FILE, 'utf8')) as TenYears;
}
