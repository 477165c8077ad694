"""What does a page cost its reader? `python -m bench.page_weight SITE`, for a built site.

Serves the folder with gzip and opens every page in Chromium, each with an empty cache. Prints for each kind of page the
requests and the kilobytes on the line (median and largest), then what a second page costs whoever has seen the first,
then every request to another host; exit status 1 where there is one. Needs the development set-up.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import re
import shutil
import sys
import threading
from collections import defaultdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

# What deploy/nginx.conf packs, and from which size on.
PACKED = re.compile(r"text/|application/(javascript|json|xml|atom\+xml)|image/svg")
LEAST = 512
# The kinds of pages by their path, the first that fits.
KINDS = {
    "front page, overview": r"(briefings/[^/]+/)?index\.html",
    "issues": r".*issues/index\.html",
    "an issue": r".*issues/.*",
    "actors": r".*actors/index\.html",
    "an actor": r".*actors/.*",
    "quotes": r".*quotes\.html",
    "analyst views": r".*views\.html",
    "timeline": r".*timeline\.html",
    "source": r".*source\.html",
    "written by hand": r".*",
}


class _Handler(SimpleHTTPRequestHandler):
    """Files as a web server with gzip sends them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        kind, content = self.guess_type(str(path)), path.read_bytes()
        packed = len(content) >= LEAST and PACKED.match(kind) is not None
        body = gzip.compress(content, 6) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def visit(browser: Browser, address: str, *paths: str) -> tuple[int, int, set[str]]:
    """Requests and bytes of the last of the pages, seen one after the other; all that was asked of other hosts."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    foreign: set[str] = set()
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda r: r.url.startswith((address, "data:", "blob:")) or foreign.add(r.url))
    for path in paths:
        sizes.clear()
        page.goto(address + path, wait_until="networkidle")
    context.close()
    # What comes from the cache has no length.
    sent = [size for size in sizes if size]
    return len(sent), round(sum(sent)), foreign


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    foreign: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for path in pages:
            kind = next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path))
            requests, size, others = visit(browser, address, path)
            found[kind].append((requests, size))
            foreign |= others
        second = visit(browser, address, "index.html", "quotes.html")
        browser.close()
    server.shutdown()
    for kind in KINDS:
        if rows := found[kind]:
            sizes = [size / 1000 for _, size in rows]
            most = max(requests for requests, _ in rows)
            print(
                f"{kind:22} {len(rows):4} pages  {most:3} requests  {median(sizes):5.0f} kB,  at most {max(sizes):.0f}"
            )
    print(f"quotes after the front page: {second[0]} requests, {second[1] / 1000:.0f} kB")
    print(f"{len(pages)} pages, {len(foreign)} requests to other hosts", *sorted(foreign), sep="\n")
    return 1 if foreign else 0


if __name__ == "__main__":
    sys.exit(main())
