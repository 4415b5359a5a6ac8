// What Bonewise keeps, read and written from outside, by docs/backup-format.md.

import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Kept = Record<string, string>;

export type SessionRecord = {
  kind: 'session';
  routine: string;
  style: string;
  rounds: number;
  planned_rounds: number;
  reps: number;
  planned_reps: number;
  active_ms: number;
  ending: string;
};

export type Kind =
  | SessionRecord
  | { kind: 'felt'; session: string; effort?: string; pain?: number }
  | { kind: 'pain'; session: string; place: string }
  | { kind: 'food'; food: string; halves: number }
  | { kind: 'daylight' }
  | { kind: 'habit'; habit: string }
  | { kind: 'height'; mm: number }
  | { kind: 'chair_stand'; stands: number; used_arms: boolean }
  | { kind: 'balance'; held: number }
  | { kind: 'note'; places: string[]; pain: number | null; signs: string[] }
  | { kind: 'jar'; grams: number; made: string }
  | { kind: 'dose'; grams: number; jar?: string }
  | { kind: 'jar_gone'; jar: string }
  | { kind: 'sign'; symptom: string }
  | { kind: 'retract'; entry: string }
  | { kind: 'put_back'; over: string[] };

export type Entry = { id: string; at: number; day: string; kind: Kind };

/** An entry as it is written: its kind is an object with one field, named after it. */
type Written = Omit<Entry, 'kind'> & { kind: Record<string, object> };

function named(written: Record<string, object>): Kind {
  const [kind, told] = Object.entries(written)[0];
  return { kind, ...told } as Kind;
}

/** The text form of a value. */
export function seal(value: unknown, schema = 1): string {
  const json = JSON.stringify(value);
  return `bonewise ${schema} ${crc32(`${schema} ${json}`)} ${json}`;
}

/** The value in a text; a wrong checksum is an error. */
export function open<T>(text: string): T {
  const [mark, schema, checksum, ...json] = text.split(' ');
  const rest = json.join(' ');
  if (mark !== 'bonewise' || checksum !== crc32(`${schema} ${rest}`)) throw new Error(`not a whole value: ${text}`);
  return JSON.parse(rest) as T;
}

/** All of localStorage. */
export async function everything(page: Page): Promise<Kept> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The journal's entries, oldest first. */
export async function journal(page: Page): Promise<Entry[]> {
  const kept = await everything(page);
  return Object.keys(kept)
    .filter((key) => key.startsWith('bonewise:entry:'))
    .map((key) => open<Written>(kept[key]))
    .map((entry) => ({ ...entry, kind: named(entry.kind) }))
    .sort((one, other) => one.at - other.at);
}

/** The sessions in the journal, oldest first. */
export async function sessions(page: Page): Promise<SessionRecord[]> {
  const entries = await journal(page);
  return entries.map((entry) => entry.kind).filter((kind): kind is SessionRecord => kind.kind === 'session');
}

const QUESTIONS = [
  'recent_break',
  'spine_break',
  'new_pain',
  'heart_or_breath',
  'break_after_50',
  'osteoporosis',
  'fall',
  'dizzy',
  'joints',
  'no_support',
] as const;

/** The safety questions answered with no, but for those named: two days before the morning of every journey. */
export function answered(
  except: Partial<Record<(typeof QUESTIONS)[number], 'yes' | 'not_sure'>> = {},
  on = '2026-11-20',
): Kept {
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, except[question] ?? 'no']));
  return { 'bonewise:safety': seal({ answers, answered: on, clearance: null, asked: 2 }) };
}

/** Three easy sessions, which open the firm styles. */
export function easySessions(): Kept {
  return { ...entry('easy1', '2026-11-19'), ...entry('easy2', '2026-11-20'), ...entry('easy3', '2026-11-21') };
}

export function settings(chosen: Record<string, unknown>): Kept {
  return { 'bonewise:settings': seal(chosen) };
}

/** An entry of the journal under its key. */
export function entry(id: string, day: string, kind: Partial<SessionRecord> = {}): Kept {
  const session = {
    routine: 'heel_drop',
    style: 'gentle',
    rounds: 2,
    planned_rounds: 2,
    reps: 10,
    planned_reps: 10,
    active_ms: 118_000,
    ending: 'completed',
    ...kind,
  };
  return noted(id, day, { session }, Date.parse(`${day}T09:00:00Z`));
}

/** Any other entry, by its kind as it is written. */
export function noted(id: string, day: string, kind: Record<string, object>, at = Date.parse(`${day}T07:00:00Z`)): Kept {
  return { [`bonewise:entry:${day.slice(0, 7)}:${id}`]: seal({ id, at, day, kind }) };
}

/** A file of tests/fixtures: a key, a tab and a value in each line. */
export function fixture(name: string): Kept {
  const text = readFileSync(path.resolve(__dirname, '../../fixtures', name), 'utf8');
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const tab = line.indexOf('\t');
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
}

/** A backup file of what is kept, by docs/backup-format.md. */
export function backup(kept: Kept, changed: Record<string, unknown> = {}): string {
  const of = (key: string) => (kept[key] ? open<unknown>(kept[key]) : null);
  const entries = Object.keys(kept)
    .filter((key) => key.startsWith('bonewise:entry:'))
    .map(of);
  const file = {
    bonewise: 'backup',
    version: 1,
    schema: 2,
    made: { at: Date.parse('2026-11-20T09:00:00Z'), day: '2026-11-20' },
    count: entries.length,
    entries,
    settings: of('bonewise:settings'),
    safety: of('bonewise:safety'),
    raw: {},
    ...changed,
  };
  return JSON.stringify({ ...file, checksum: crc32(JSON.stringify(inOrder(file))) });
}

/** With the names of each object in order of their code points. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}

export function asStorageState(origin: string, kept: Kept) {
  const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
  return { cookies: [], origins: localStorage.length > 0 ? [{ origin, localStorage }] : [] };
}

function crc32(text: string): string {
  let sum = 0xffffffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
