"""The finished pages in a real browser: on a phone, on a desk, light and dark, and on paper."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import served
from mkdocs.commands.build import build
from mkdocs.config import load_config
from sample_briefing import sample_briefing

import generator
from generator.render.site import render_site
from generator.settings import Settings

ASSETS = Path(generator.__file__).parent / "assets"
PAGES = (
    "index.html",
    "issues/index.html",
    "issues/the-skerry-islands.html",
    "actors/index.html",
    "actors/tomas-rehn.html",
    "quotes.html",
    "views.html",
    "timeline.html",
    "source.html",
)
# What reaches beyond the window, where the page can be scrolled sideways.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => e.outerHTML.slice(0, 80))"""
# Long enough to try every table and chip at the width of a phone.
LONG = "Intergovernmental Commission for the Reconciliation of Straits, Skerries and Sounds"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The sample's site on Material, with our style sheets and scripts, served."""
    folder = tmp_path_factory.mktemp("looks")
    briefing = sample_briefing(rights=None)
    actors = tuple(replace(actor, name=LONG) if actor.id == "a-union" else actor for actor in briefing.actors)
    for page in render_site([replace(briefing, actors=actors)], Settings()):
        target = folder / "docs" / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.content, encoding="utf-8")
    for name in ("css/briefing.css", "js/briefing.js"):
        target = folder / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ASSETS / name).read_bytes())
    (folder / "mkdocs.yml").write_text(
        "site_name: Briefing\nuse_directory_urls: false\n"
        "theme: {name: material, font: false, palette: [\n"
        "  {media: '(prefers-color-scheme: light)', scheme: default, primary: custom, accent: custom},\n"
        "  {media: '(prefers-color-scheme: dark)', scheme: slate, primary: custom, accent: custom}]}\n"
        "markdown_extensions: [attr_list, md_in_html]\nplugins: []\n"
        "extra_css: [css/briefing.css]\nextra_javascript: [js/briefing.js]\n",
        encoding="utf-8",
    )
    log = logging.getLogger("mkdocs")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        build(load_config(str(folder / "mkdocs.yml")))
    finally:
        log.setLevel(before)
    with served(folder / "site") as found:
        yield found


@pytest.fixture(scope="module", params=[(390, "light"), (1280, "dark")], ids=["phone", "desk"])
def window(request, chromium):
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(window, address, path):
    window.goto(address + path)
    assert window.evaluate(TOO_WIDE) == [], path


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_another_host_for_anything(window, address, path):
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(address + path)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_pictures_follow_light_and_dark(chromium, address):
    colours = {}
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address + "timeline.html")
        dot = page.locator(".bf-event--happened .bf-dot").first.evaluate("dot => getComputedStyle(dot).backgroundColor")
        page.goto(address + "actors/index.html")
        colours[scheme] = dot, page.locator("svg .bf-full").first.evaluate("dot => getComputedStyle(dot).fill")
    assert colours["light"][0] != colours["dark"][0]
    assert colours["light"][1] != colours["dark"][1]


def test_the_timeline_prints_each_event_whole_at_any_width(window, address):
    """Words wrap within the line: none is cut off, none reaches into what follows."""
    window.goto(address + "timeline.html")
    events = window.locator(".bf-event")
    bottoms = [events.nth(n).evaluate("e => e.getBoundingClientRect().bottom") for n in range(events.count())]
    texts = window.locator(".bf-what")
    for number, bottom in enumerate(bottoms):
        assert texts.nth(number).evaluate("e => e.getBoundingClientRect().bottom") <= bottom + 1
        assert texts.nth(number).evaluate(
            "e => e.scrollWidth <= e.clientWidth + 1 || getComputedStyle(e).display === 'inline'"
        )
    assert len(bottoms) == 5


def test_the_overview_prints_on_one_page(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address)
    pdf = page.pdf(prefer_css_page_size=True)
    context.close()
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1


@pytest.mark.parametrize("path", PAGES)
def test_no_words_in_print_are_larger_than_the_heading_above_them(chromium, address, path):
    """Sizes that are measured on the screen's root would be 20 pixels for each unit on paper."""
    page = chromium.new_page()
    page.emulate_media(media="print")
    page.goto(address + path)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("article :is(span, p, td, th, li, dd, a, div, figcaption)")]
             .filter((e) => !e.closest("h1, .bf-bar, .bf-text, svg") && e.innerText)
             .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.outerHTML.slice(0, 80)])"""
    )
    page.close()
    assert [words for size, words in sizes if size > 13] == []


def test_the_first_screen_says_what_happened_what_is_blocked_who_and_what_next(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    for heading in ("#bottom-line", "#happened", "#blocked", "#who", "#watch"):
        box = page.locator(heading).bounding_box()
        assert box["y"] + box["height"] < 800, heading
    context.close()


def test_a_table_cell_keeps_to_its_row_on_a_phone(chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + "timeline.html")
    assert page.locator("tbody td").first.evaluate("cell => getComputedStyle(cell).display") == "block"
    context.close()
