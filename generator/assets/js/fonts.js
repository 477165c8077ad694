/* Asks for the two fonts of every page at once with the style sheets, not after them: text is seldom drawn twice, and
   lines do not move. Pages opened from a folder have no need of it, and a browser would call it a fault. */

(() => {
  "use strict";

  if (!location.protocol.startsWith("http")) return;
  for (const name of ["source-sans-3-latin-wght-normal", "source-serif-4-latin-wght-normal"]) {
    const href = new URL(`../fonts/${name}.woff2`, document.currentScript.src).href;
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  }
})();
