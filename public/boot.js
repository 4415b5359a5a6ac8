// Starts Bonewise, and says so plainly when it cannot start or has crashed.
//
// html[data-boot] is what style/static.css shows: absent (this file has not run) -> "starting" -> "ready", which only
// the app sets, after mounting -> "crashed"; or "failed" when it never began. Every word shown stands in index.html.
// What is not seen is hidden by its attribute too, because the style may be what did not arrive. early.js shows the static
// page. The last line of this file says that all of it has arrived.

const root = document.documentElement;
const id = (name) => document.getElementById(name);
const AGAIN_WITHIN = 20_000; // a crash this soon after the start counts as the same crash again
const CRASH_KEY = "bonewise:crashed"; // session only
const LOOK_WAIT = 5_000;

let startedAt = null;

id("reload").addEventListener("click", () => location.reload());
id("to-help").addEventListener("click", (event) => {
  event.preventDefault(); // the hash belongs to the app's routes
  id("help").scrollIntoView();
  id("help").focus({ preventScroll: true });
});

// The panic hook's own event comes first; the other two catch a trap that no hook saw.
addEventListener("bonewise:crash", (event) => crash(event.detail && event.detail.message));
addEventListener("error", (event) => isTrap(event.error) && crash(event.error));
addEventListener("unhandledrejection", (event) => isTrap(event.reason) && crash(event.reason));
silenceAppAfterCrash();

start();

async function start() {
  if (root.dataset.boot) return; // early.js has said already why it cannot be
  root.dataset.boot = "starting";
  if (typeof WebAssembly !== "object") return fail("wasm", "no WebAssembly");
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  try {
    const bytes = fetch(wasm);
    bytes.catch(() => {}); // reported below, where it is awaited
    const app = await import(new URL(js, document.baseURI).href);
    const response = await bytes;
    if (!response.ok) throw new TypeError(`${wasm}: ${response.status}`);
    await app.default({ module_or_path: response });
  } catch (error) {
    if (isTrap(error)) crash(error);
    else fail(await reasonFor(error, js, wasm), error);
    return;
  }
  id("splash").hidden = true;
  id("static").hidden = true;
  startedAt = performance.now();
  setTimeout(forgetCrash, AGAIN_WITHIN);
  whenIdle(registerWorker);
}

// The error alone does not tell a file that was cut off from a browser that is too old: so the files are looked at again.
async function reasonFor(error, js, wasm) {
  if (error instanceof EvalError) return "old"; // the policy's words for WebAssembly are not known to it
  const files = await Promise.all([look(js, isWholeScript), look(wasm, isWholeWasm)]);
  if (files.includes("page")) return "page";
  if (files.includes("damaged")) return "net";
  if (error instanceof WebAssembly.CompileError || error instanceof SyntaxError) return "old";
  // import() and fetch() both reject with TypeError when a file does not come; a pair of two versions does not link.
  return error instanceof TypeError || error instanceof WebAssembly.LinkError ? "net" : "other";
}

// Past the browser's own store, so that the next start does not find a damaged file there again.
async function look(address, isWhole) {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), LOOK_WAIT);
  try {
    const response = await fetch(address, { cache: "reload", signal: limit.signal });
    if (!response.ok) return "damaged";
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (/html/.test(response.headers.get("content-type")) || bytes[0] === 60 /* < */) return "page";
    return isWhole(bytes) ? "whole" : "damaged";
  } catch {
    return "damaged";
  }
}

// wasm-bindgen ends its script with the exports; what ends otherwise was cut off.
function isWholeScript(bytes) {
  return /export \{[^}]*\};?\s*$/.test(new TextDecoder().decode(bytes.slice(-200)));
}

// A module is a head of eight bytes and then sections, each with its length; the last ends where the file does.
function isWholeWasm(bytes) {
  if (String.fromCharCode(...bytes.slice(0, 4)) !== "\0asm") return false;
  let at = 8;
  while (at < bytes.length) {
    let length = 0;
    let byte = 128;
    at += 1;
    for (let place = 1; byte >= 128; place *= 128) {
      byte = bytes[at] || 0;
      at += 1;
      length += (byte % 128) * place;
    }
    at += length;
  }
  return at === bytes.length;
}

function fail(reason, error) {
  console.error("Bonewise could not start:", error);
  if (window.bonewise) window.bonewise.fail(reason);
  else root.dataset.boot = "failed"; // a host whose policy forbids early.js
}

// A trap leaves the wasm in an unknown state: it must not run again in this page. Out of stack comes as RangeError.
function isTrap(error) {
  if (typeof WebAssembly !== "object" || !error) return false;
  return error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /wasm/.test(error.stack));
}

function crash(cause) {
  if (root.dataset.boot === "crashed" || root.dataset.boot === "failed") return;
  root.dataset.boot = "crashed";
  if (cause) console.error("Bonewise stopped:", cause);
  stopEverything();

  const early = startedAt === null || performance.now() - startedAt < AGAIN_WITHIN;
  const again = early && crashedBefore();
  rememberCrash();

  // The app's own nodes go: their listeners lead into the wasm, and an open modal dialog would lie above the overlay.
  const keep = [id("crash"), id("static"), id("splash")];
  for (const node of [...document.body.children]) if (!keep.includes(node)) node.remove();
  // The app may have hidden these from the keyboard while it ran.
  for (const node of [root, document.body, ...keep]) node.removeAttribute("inert");

  const overlay = id("crash");
  if (again) {
    root.dataset.again = "";
    id("again").hidden = false;
    id("static").hidden = false;
    id("why").remove(); // it did start; the advice below is what is wanted
    overlay.removeAttribute("aria-modal");
  }
  id("splash").hidden = true;
  overlay.hidden = false;
  scrollTo(0, 0);
  id("reload").focus({ preventScroll: true });
  // Promises already under way may set new timers.
  setTimeout(stopEverything, 200);
}

// The page cannot list its timers, but their ids count up from one.
function stopEverything() {
  for (let n = setTimeout(() => {}); n > 0; n--) clearTimeout(n); // intervals share these ids
  for (let n = requestAnimationFrame(() => {}); n > 0; n--) cancelAnimationFrame(n);
  attempt(() => {
    for (let n = requestIdleCallback(() => {}); n > 0; n--) cancelIdleCallback(n);
  });
  attempt(() => speechSynthesis.cancel());
  attempt(() => navigator.vibrate(0));
}

// The app also listens on window and document. This file ran first, so its listeners are called first.
function silenceAppAfterCrash() {
  const types = "click pointerdown keydown input change focusin focusout blur hashchange popstate storage " +
    "visibilitychange pagehide pageshow resume focus beforeunload resize online offline message";
  for (const type of types.split(" ")) {
    addEventListener(type, (event) => {
      if (root.dataset.boot !== "crashed") return;
      const own = event.target instanceof Element && event.target.closest("#crash, #static");
      if (!own) event.stopImmediatePropagation();
    }, true);
  }
}

function crashedBefore() {
  return attempt(() => sessionStorage.getItem(CRASH_KEY)) === "1";
}

function rememberCrash() {
  attempt(() => sessionStorage.setItem(CRASH_KEY, "1"));
}

function forgetCrash() {
  attempt(() => sessionStorage.removeItem(CRASH_KEY));
}

// Storage, speech and vibration may be missing, or forbidden by throwing.
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function whenIdle(action) {
  const idle = () => (window.requestIdleCallback || setTimeout)(action);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

async function registerWorker() {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  try {
    await navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" });
  } catch (error) {
    console.info("Bonewise will not start without a network:", error);
  }
}
// whole
