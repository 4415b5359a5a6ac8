// Keeps the app true while the browser translates it.
//
// A translator (Chrome's, Edge's) takes a text out of the page and puts <font> with its own words in the place. The app
// goes on writing into the text that it knows, where nobody sees it, and cannot take away what it never put there.
// So a text that was taken out is put back, empty, before the translator's words; and as soon as the app writes into it,
// moves it or takes it away, the translator's words go, and the app's stand there to be translated anew.

const app = document.getElementById("app");
const held = new WeakMap(); // of a text and of the <font> that stands for it: both, with the text's own words

const watcher = new MutationObserver(look);
watcher.observe(app, { childList: true, characterData: true, subtree: true });

function look(records) {
  const written = new Set(records.filter((one) => one.type === "characterData").map((one) => one.target));
  const fonts = records.flatMap((record) => [...record.addedNodes].filter(isFont).map((font) => ({ font, record })));
  for (const text of written) release(held.get(text), written);
  for (const record of records) {
    for (const node of record.removedNodes) {
      const pair = held.get(node);
      if (pair) {
        release(pair, written);
        // "Show the original" may have put a text of its own there.
        for (const added of record.addedNodes) if (!pair.texts.has(added) && says(pair, added)) added.remove();
      } else if (node.nodeType === Node.TEXT_NODE && !node.isConnected) {
        hold(node, standIn(node, record, fonts));
      }
    }
  }
  watcher.takeRecords(); // what was done here is no news
}

// The <font> that came in a text's place: in one step, or just before or just after the text went.
function standIn(text, record, fonts) {
  const came = (node) => fonts.find(({ font }) => font === node && font.isConnected);
  const swapped = fonts.find((one) => one.record === record);
  const alike = ({ record: other }) =>
    other.target === record.target && other.previousSibling === record.previousSibling && other.nextSibling === record.nextSibling;
  return (swapped || came(record.previousSibling) || came(record.nextSibling) || fonts.find(alike))?.font;
}

function hold(text, font) {
  if (!font?.isConnected || !text.data.trim()) return;
  const pair = held.get(font) || { font, texts: new Map() };
  pair.texts.set(text, text.data);
  held.set(font, pair).set(text, pair);
  text.data = "";
  font.before(text);
}

function release(pair, written) {
  if (!pair) return;
  held.delete(pair.font);
  pair.font.remove();
  for (const [text, words] of pair.texts) {
    held.delete(text);
    if (!written.has(text)) text.data = words;
    // Put in once more, so that the translator sees a new text.
    text.parentNode?.insertBefore(text, text.nextSibling);
  }
}

function says(pair, node) {
  return node.nodeType === Node.TEXT_NODE && [...pair.texts.values()].includes(node.data);
}

function isFont(node) {
  return node.nodeName === "FONT";
}
