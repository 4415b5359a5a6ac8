// The fonts that the journeys are written in: the project's own, from npm, whatever the machine has. tests/fonts/ says which.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const PACKAGES = path.join(ROOT, 'node_modules');
const WIDER = path.join(ROOT, 'target/xtask/fonts/wider');

/** Chromium without windows, as `cargo xtask test` takes it, or the whole one. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

/** A phone's, a Linux desk's, and a phone's with every letter 25 % wider. */
type Fonts = 'phone' | 'wide' | 'wider';

/** The environment of a browser that has these fonts and no others. */
function withFonts(fonts: Fonts): Record<string, string> {
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: path.join(ROOT, `tests/fonts/${fonts}.conf`) };
}

/** How a browser is started that has these fonts. It is the system's own. */
export function launch(fonts: Fonts, ...more: string[]): { executablePath: string; args: string[]; env: Record<string, string> } {
  return {
    executablePath: process.env.BONEWISE_CHROMIUM ?? SYSTEM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more],
    env: withFonts(fonts),
  };
}

/** Run once before the journeys: makes the wider fonts. */
export default function makeWider(): void {
  mkdirSync(WIDER, { recursive: true });
  for (const file of PHONE) {
    const font = readFileSync(path.join(PACKAGES, file));
    writeFileSync(path.join(WIDER, path.basename(file)), widened(font, 1.25));
  }
}

const PHONE = [
  ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map((one) => `@expo-google-fonts/roboto/${one}/Roboto_${one}.ttf`),
  ...['400Regular', '600SemiBold', '700Bold'].map((one) => `@expo-google-fonts/noto-serif/${one}/NotoSerif_${one}.ttf`),
];

/**
 * A TrueType font whose letters take up `times` the room: in `hmtx` each letter's step to the next is longer, and its
 * outline stands in the middle of it. Heights, and so the lines, stay as they are.
 */
function widened(font: Buffer, times: number): Buffer {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const [hhea, hmtx] = [tables.get('hhea')!, tables.get('hmtx')!];
  const widest = hhea + 10;
  font.writeUInt16BE(Math.round(font.readUInt16BE(widest) * times), widest);
  const letters = font.readUInt16BE(hhea + 34);
  for (let at = hmtx; at < hmtx + 4 * letters; at += 4) {
    const step = font.readUInt16BE(at);
    const wider = Math.round(step * times);
    font.writeUInt16BE(wider, at);
    font.writeInt16BE(font.readInt16BE(at + 2) + Math.round((wider - step) / 2), at + 2);
  }
  return font;
}
