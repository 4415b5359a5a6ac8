// Keeps Bonewise on the device, so that it starts without a network.
//
// It precaches exactly the files of one build and nothing else. `cargo xtask build` replaces the manifest below by
// { version, files: [{ url, hash }] }: url relative to this file ("./" is the page), hash the leading hexadecimal digits of
// the file's SHA-256. A version is installed whole or not at all; until then the version before it goes on.

const MANIFEST = { version: "dev", files: [] };

const HASH = "x-bonewise-hash";
const SCOPE = new URL(self.registration.scope);
// Caches belong to the whole origin: the folder in the name keeps a second Bonewise next door apart. A path has no space.
const OURS = ` ${SCOPE.pathname}`;
const CURRENT = `bonewise-${MANIFEST.version}${OURS}`;

// Pages that were open when this version took over: they finish loading with the files they began with, because
// one name can stand for different bytes in two builds.
const olderPages = new Set();

if (MANIFEST.version === "dev") {
  // While developing it only takes the place of a release that was served from the same address, and does nothing.
  self.addEventListener("install", () => self.skipWaiting());
} else {
  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== SCOPE.origin) return;
    if (!url.pathname.startsWith(SCOPE.pathname)) return;
    if (event.request.mode === "navigate") {
      // Routes live in the hash, so the app has one address. Any other may be a second Bonewise in a folder below.
      const path = url.pathname.slice(SCOPE.pathname.length);
      if (path === "" || path === "index.html") event.respondWith(answer(event, SCOPE.href));
    } else {
      event.respondWith(answer(event, url.origin + url.pathname));
    }
  });
}

async function install() {
  const older = await ownCaches();
  const cache = await caches.open(CURRENT);
  try {
    await Promise.all(MANIFEST.files.map((file) => take(file, cache, older)));
  } catch (error) {
    if (!older.includes(CURRENT)) await caches.delete(CURRENT);
    console.info("Bonewise could not be kept for use without a network:", error);
    throw error;
  }
  await self.skipWaiting();
}

// Puts one file into the cache: from an older cache when its content is the same, else from the network.
async function take({ url, hash }, cache, older) {
  const address = new URL(url, SCOPE).href;
  for (const name of older) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (kept && kept.headers.get(HASH) === hash) return cache.put(address, kept);
  }
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const body = await response.arrayBuffer();
  // A host half way through an upload must not leave us with a mixture, for ever.
  if (!(await digest(body)).startsWith(hash)) throw new Error(`${url}: not the file of this version`);
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(HASH, hash);
  // A new response also sheds a redirect, which may not answer a navigation.
  return cache.put(address, new Response(body, { headers }));
}

async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate() {
  for (const page of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) olderPages.add(page.id);
  const others = (await ownCaches()).filter((name) => name !== CURRENT);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name))); // the last one is the version before
  await self.clients.claim();
}

// This folder's caches, oldest first.
async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith("bonewise-") && name.endsWith(OURS));
}

// Nothing fetched here is stored: what is not in the build is not kept.
async function answer(event, address) {
  const names = (await ownCaches()).filter((name) => name !== CURRENT);
  // A navigation's clientId is the page being left.
  if (event.request.mode !== "navigate" && olderPages.has(event.clientId)) names.push(CURRENT);
  else names.unshift(CURRENT);
  for (const name of names) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(event.request);
}
