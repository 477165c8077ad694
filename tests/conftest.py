"""A real browser and a web server for the tests of whole sites."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

# The same examples in every run, however slow the machine: a failure is never a matter of luck.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium; where it has none, the one that Playwright brought."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-sync", *_QUIET])
        yield browser
        browser.close()


def search_for(page: Page, words: str) -> None:
    """Type into the theme's search box, as hands do: its index is asked when a key goes up."""
    box = page.locator(".md-search__input")
    box.fill(words)
    box.press("End")


@contextmanager
def served(folder: Path, **headers: str) -> Iterator[str]:
    """A web server of the folder's files on a free port of this machine; yields its address, "/" at the end."""

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            super().end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the whole pages in tests/golden")
