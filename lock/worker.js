// Runs the lock beside the page, so that no screen freezes: a passphrase costs a second of work on purpose, and several on
// an old phone. The build puts wasm-bindgen's script in front of this. A page asks for one thing and then ends the worker.

// Told in words that src/browser/lock.rs knows: { ready } when the work begins, then { done } or { failed }.
addEventListener("message", async ({ data: { task, content, passphrase } }) => {
  try {
    // Past the browser's own store: what stands there may be another page in its place.
    const response = await fetch(new URL("WASM", location.href), { cache: "no-cache" });
    if (!response.ok) throw new TypeError(`${response.status}`);
    await wasm_bindgen({ module_or_path: await response.arrayBuffer() });
  } catch (error) {
    console.error("The lock did not arrive:", error);
    return postMessage({ failed: "missing" });
  }
  postMessage({ ready: true });
  try {
    const done = task === "lock" ? lock(content, passphrase) : open(await content.arrayBuffer(), passphrase);
    postMessage({ done });
  } catch (error) {
    if (typeof error === "string") return postMessage({ failed: error });
    console.error("The lock stopped:", error);
    postMessage({ failed: "stopped" });
  }
});

function lock(text, passphrase) {
  return wasm_bindgen.lock(new TextEncoder().encode(text), plain(passphrase));
}

function open(buffer, passphrase) {
  const bytes = new Uint8Array(buffer);
  const opened = (passphrase) => new TextDecoder().decode(wasm_bindgen.open(bytes, passphrase));
  try {
    return opened(plain(passphrase));
  } catch (error) {
    // Another program may have locked it with the very letters that were typed.
    if (error !== "wrong" || plain(passphrase) === passphrase) throw error;
    return opened(passphrase);
  }
}

// A phone's keyboard leaves a space behind a word that it offered, and not each of them writes an accent in the same way:
// nobody could see why a passphrase does not fit.
function plain(passphrase) {
  return passphrase.normalize("NFC").trim();
}
