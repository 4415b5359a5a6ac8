// A browser that translates the page while it runs, as Chrome does: each text is taken out, and <font><font> with other
// letters stands in its place; what the app puts in anew is translated a moment later.

import type { Page } from '@playwright/test';

/** The words of a page as the app means them: what was translated is read back. */
export async function words(page: Page): Promise<string> {
  return page.evaluate(() => {
    const back = (text: string) =>
      text.replace(/[a-z]/gi, (letter) => {
        const first = letter <= 'Z' ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
      });
    const walker = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!text.data.trim()) continue;
      found.push(text.parentElement!.closest('font') ? back(text.data) : text.data);
    }
    // Two pages' clocks are read one after the other.
    // And the browser gives each of them room of its own.
    const told = found.join(' ').replace(/\s+/g, ' ').replace(/\d+:\d\d/g, '0:00');
    return told.replace(/\d+ [MG]B/g, '0 GB');
  });
}

/** How many texts are translated. */
export async function translated(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('#app font > font').length);
}

/** From the next page on. `inOneStep`: the text is replaced; else the new words are put before it and it is taken out. */
export async function translate(page: Page, inOneStep: boolean): Promise<void> {
  await page.addInitScript((inOneStep) => {
    const swap = (text: Text) => {
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || parent.closest('font,[translate=no],svg,script,style,select,title')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data.replace(/[a-z]/gi, (letter) => {
        const first = letter <= 'Z' ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
      });
      outer.append(inner);
      if (inOneStep) {
        text.replaceWith(outer);
      } else {
        text.before(outer);
        text.remove();
      }
    };
    const waiting = new Set<Text>();
    // A task of its own that no turned clock holds up.
    const soon = new MessageChannel();
    soon.port1.onmessage = () => {
      const texts = [...waiting];
      waiting.clear();
      texts.forEach(swap);
    };
    const collect = (node: Node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let text: Node | null = walker.currentNode; text; text = walker.nextNode()) {
        if (text instanceof Text) waiting.add(text);
      }
      if (waiting.size > 0) soon.port2.postMessage(null);
    };
    new MutationObserver((records) => {
      for (const record of records) record.addedNodes.forEach(collect);
    }).observe(document, { childList: true, subtree: true });
  }, inOneStep);
}
