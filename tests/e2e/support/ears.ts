// What a device lets be heard, imitated: an engine that wants its first word inside a tap, a bell that is counted.

import type { Page } from '@playwright/test';

declare global {
  interface Window {
    heard: { text: string; voice: string }[];
    rings: number;
    shakes: number;
  }
}

/**
 * A voice as on an iPhone: what is spoken before a first `speak` in a trusted click or key is never heard. `begins` is
 * how many milliseconds it takes to begin, `lasts` how long a sentence takes. `dropping`: what comes in the same task as
 * a cut is lost.
 */
export async function likeAniPhone(
  page: Page,
  { voices = ['Daniel'], begins = 0, lasts = 400, dropping = false }: { voices?: string[]; begins?: number; lasts?: number; dropping?: boolean } = {},
): Promise<void> {
  await page.addInitScript(
    ({ voices, begins, lasts, dropping }) => {
      window.heard = [];
      let inTap = false;
      let allowed = false;
      // As a browser sees it: true while the handlers of a trusted tap run, and never a moment longer.
      for (const name of ['click', 'keydown']) {
        addEventListener(
          name,
          (event) => {
            inTap = event.isTrusted;
            const over = new MessageChannel();
            over.port1.onmessage = () => (inTap = false);
            over.port2.postMessage(null);
          },
          true,
        );
      }
      class Utterance extends EventTarget {
        volume = 1;
        rate = 1;
        lang = '';
        voice: { name: string } | null = null;
        constructor(readonly text: string) {
          super();
        }
      }
      let now: Utterance | null = null;
      let cut = false;
      const engine = Object.assign(new EventTarget(), {
        paused: false,
        pending: false,
        speaking: false,
        getVoices: () => voices.map((name) => ({ voiceURI: name, name, lang: 'en-US', localService: true, default: true })),
        resume() {},
        cancel() {
          cut = dropping && engine.speaking;
          const over = new MessageChannel();
          over.port1.onmessage = () => (cut = false);
          over.port2.postMessage(null);
          engine.speaking = false;
          now = null;
        },
        speak(utterance: Utterance) {
          allowed ||= inTap;
          if (!allowed || cut) return;
          if (utterance.text === '' || utterance.volume === 0) return void setTimeout(() => utterance.dispatchEvent(new Event('end')));
          now = utterance;
          engine.speaking = true;
          setTimeout(() => {
            if (now !== utterance) return;
            window.heard.push({ text: utterance.text, voice: utterance.voice?.name ?? '' });
            utterance.dispatchEvent(new Event('start'));
            setTimeout(() => {
              if (now !== utterance) return;
              now = null;
              engine.speaking = false;
              utterance.dispatchEvent(new Event('end'));
            }, lasts);
          }, begins);
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: engine });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    },
    { voices, begins, lasts, dropping },
  );
}

/** Everything that was heard so far. */
export async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => window.heard.map((one) => one.text));
}

/** Counts the notes that begin to sound and the shakes of the phone. */
export async function countRings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.rings = 0;
    window.shakes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      window.rings += 1;
      start.call(this, when);
    };
    Object.defineProperty(Navigator.prototype, 'vibrate', {
      value: (pattern: number[]) => {
        if (pattern.length > 0) window.shakes += 1;
        return true;
      },
    });
  });
}
