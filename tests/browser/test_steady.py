"""Nothing moves when our script comes late, and fonts are asked for before the style sheets are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import ROOT

# Adds up what the browser itself counts as moved; 0.1 is where it calls a page restless, 0.01 cannot be seen.
WATCH = """window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  window.moved += entry.value; })).observe({ type: "layout-shift", buffered: true });"""
SECONDS = 0.5
FONTS = {"source-sans-3-latin-wght-normal.woff2", "source-serif-4-latin-wght-normal.woff2"}


def late(page: Page, pattern: str) -> None:
    """Files of this name come half a second later than the others, which do not wait for them."""

    def hold(route: Route) -> None:
        page.wait_for_timeout(SECONDS * 1000)
        route.continue_()

    page.route(pattern, hold)


@pytest.mark.parametrize("width", [360, 412, 768, 1100, 1350])
def test_quotes_stay_where_they_are_when_the_filters_come(chromium: Browser, sample: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 820})
    page = context.new_page()
    page.add_init_script(WATCH)
    late(page, "**/briefing.js")
    page.goto(f"{sample}quotes.html")
    page.locator(".bf-explorer select").first.wait_for()
    page.locator(".bf-copy button").first.wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") < 0.01
    context.close()


def test_page_without_scripts_keeps_no_empty_place(chromium: Browser, sample: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample}quotes.html")
    assert not page.locator(".bf-explorer").is_visible()
    context.close()


def test_fonts_are_asked_for_while_the_style_sheets_are_on_their_way(chromium: Browser, sample: str) -> None:
    context = chromium.new_context()
    page, asked = context.new_page(), set[str]()
    page.on("request", lambda request: asked.add(request.url.rsplit("/", 1)[-1]))
    # Never answered.
    page.route("**/*.css", lambda route: None)
    page.goto(sample, wait_until="commit")
    # By the clock: a page whose style sheets are on their way draws no frames to look at it in.
    page.wait_for_function("document.querySelectorAll('link[rel=preload]').length === 2", polling=50)
    page.wait_for_timeout(200)
    assert asked >= FONTS
    context.close()


def test_pages_opened_from_a_folder_ask_for_nothing_in_vain(chromium: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "js"
    folder.mkdir()
    (folder / "fonts.js").write_bytes((ROOT / "generator/assets/js/fonts.js").read_bytes())
    (tmp_path / "page.html").write_text("<!doctype html><p>Page</p><script async src='js/fonts.js'></script>")
    context = chromium.new_context()
    page, errors = context.new_page(), []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_timeout(200)
    assert errors == []
    assert page.locator("link").count() == 0
    context.close()
