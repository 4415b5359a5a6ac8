// What cannot wait for boot.js: the look a person has chosen, before anything is painted, and a true word when a file
// that the start needs does not come.
//
// `cargo xtask build` puts it into the page, without the lines of comments, and its hash into the policy: so it is always
// there when scripts run at all. Syntax of 2009 on purpose: it also speaks for browsers that are too old for boot.js.
// html[data-js] says that it ran; html[data-boot] is explained in boot.js.
(function () {
  "use strict";
  var root = document.documentElement;
  var SLOW_AFTER = 10000;
  var STYLE_WAIT = 5000;
  var LOOK_WAIT = 5000;
  // A stored value of this app is far shorter. What is longer is somebody else's.
  var MOST = 20000;
  var restyled = false;

  root.setAttribute("data-js", "");
  look();
  window.bonewise = { fail: fail, ask: ask };

  if (location.protocol === "file:") fail("file");
  else if (!("noModule" in document.createElement("script"))) fail("old");

  addEventListener("error", function (event) {
    var from = event.target;
    if (from && from.tagName === "SCRIPT") {
      if (isBoot(from.src)) why(from.src);
    } else if (isStyle(from)) {
      if (!restyled) restyle(from);
    } else if (isBoot(event.filename)) why(event.filename, event.error);
  }, true);
  addEventListener("load", function (event) {
    if (event.target === document || isStyle(event.target)) checkStyle();
  }, true);
  addEventListener("load", checkStyle);
  addEventListener("click", function (event) {
    var link = event.target;
    while (link && !(link.getAttribute && link.hasAttribute("data-reload"))) link = link.parentNode;
    if (!link) return;
    // The link leads to this page without its hash; this way the hash stays.
    event.preventDefault();
    location.reload();
  });

  whenParsed(function () {
    id("static").hidden = root.getAttribute("data-boot") !== "failed";
  });
  // A style sheet that hangs holds back the first paint and every script behind it.
  setTimeout(function () {
    var links = document.getElementsByTagName("link");
    for (var n = links.length - 1; n >= 0 && !restyled; n--) if (isStyle(links[n]) && !links[n].sheet) restyle(links[n]);
  }, STYLE_WAIT);
  setTimeout(function () {
    if (!isStarting()) return;
    root.setAttribute("data-slow", "");
    whenParsed(function () {
      if (!isStarting()) return;
      id("slow").hidden = false;
      id("begun").hidden = true;
      id("why").hidden = true;
      id("static").hidden = false;
    });
  }, SLOW_AFTER);

  // As src/state/look.rs puts it on later. The value is read as src/store/envelope.rs writes it, and believed only where
  // it is one of the words that are known.
  function look() {
    var chosen = {};
    try {
      var text = localStorage.getItem("bonewise:settings");
      if (text.length < MOST) chosen = JSON.parse(/^bonewise \d+ [0-9a-f]{8} (\{[\s\S]*\})$/.exec(text)[1]);
    } catch (error) {
      chosen = {};
    }
    put("text", ["large", "largest"]);
    put("contrast", ["normal", "more"]);
    put("likeness", ["curls"]);
    var theme = put("theme", ["light", "dark"]);
    var bar = document.getElementsByName("theme-color");
    for (var n = 0; theme && n < bar.length; n++) bar[n].setAttribute("media", bar[n].id === "bar-" + theme ? "all" : "not all");

    function put(key, words) {
      if (words.indexOf(chosen[key]) < 0) return "";
      root.setAttribute("data-" + key, chosen[key]);
      return chosen[key];
    }
  }

  // The static page with one reason, the first that is given.
  function fail(reason) {
    if (!isStarting()) return;
    root.setAttribute("data-boot", "failed");
    root.removeAttribute("data-slow");
    whenParsed(function () {
      var lines = document.querySelectorAll("[data-why]");
      for (var n = 0; n < lines.length; n++) {
        lines[n].hidden = lines[n].getAttribute("data-why").split(" ").indexOf(reason) < 0;
      }
      id("splash").hidden = true;
      id("why").hidden = false;
      id("static").hidden = false;
      scrollTo(0, 0);
    });
  }

  function isStarting() {
    var state = root.getAttribute("data-boot");
    return !state || state === "starting";
  }

  function isBoot(url) {
    return /\/boot\.js/.test(url || "");
  }

  // Why boot.js has not run: asked for once more, and looked at.
  function why(url, error) {
    if (root.hasAttribute("data-boot")) return;
    ask(url, function (status, isPage, text) {
      if (isPage) fail("page");
      else if (error instanceof SyntaxError && status === 200 && /\/\/ whole\s*$/.test(text)) fail("old");
      else fail("net");
    });
  }

  // Past the browser's own store, so that the next start does not find a damaged file there again.
  function ask(url, done) {
    var request = new XMLHttpRequest();
    request.open("GET", url);
    request.timeout = LOOK_WAIT;
    request.setRequestHeader("cache-control", "no-cache");
    request.onloadend = function () {
      var isPage = /html/.test(request.getResponseHeader("content-type") || "") || /^\s*[<]/.test(request.responseText);
      done(request.status, request.status < 400 && isPage, request.responseText);
    };
    request.send();
  }

  function isStyle(node) {
    return Boolean(node && node.tagName === "LINK" && node.rel === "stylesheet");
  }

  // Once more, past the browser's own store, and in a way that holds nothing back.
  function restyle(link) {
    restyled = true;
    if (!link.sheet && link.parentNode) link.parentNode.removeChild(link);
    ask(link.href, function () {
      var again = link.cloneNode();
      again.media = "print";
      again.onload = function () {
        again.media = "all";
        if (link.parentNode) link.parentNode.removeChild(link);
        checkStyle();
      };
      document.head.appendChild(again);
    });
    checkStyle();
  }

  // style/static.css, the last of the sheets, ends with this mark.
  function checkStyle() {
    whenParsed(function () {
      var isWhole = getComputedStyle(root).getPropertyValue("--whole") !== "";
      id("plain").hidden = isWhole;
      var links = document.querySelectorAll("link[rel=stylesheet]");
      if (!isWhole && !restyled && links.length) restyle(links[links.length - 1]);
    });
  }

  function id(name) {
    return document.getElementById(name);
  }

  // "DOMContentLoaded" waits for boot.js, which may never come.
  function whenParsed(action) {
    if (document.readyState !== "loading") return action();
    document.addEventListener("readystatechange", function once() {
      document.removeEventListener("readystatechange", once);
      action();
    });
  }
})();
