"""The sample's site, every kind of page: nothing for axe to find, nothing asked of other hosts, no policy broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import type_into_search

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND = """async (rules) => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations
  .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))"""
HUBS = [
    "",
    "issues/",
    "actors/",
    "quotes.html",
    "views.html",
    "timeline.html",
    "source.html",
    "about.html",
    "data.html",
    "404.html",
]


@pytest.fixture(scope="module", params=[(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def window(request, chromium, sample):
    """A tab, and all that goes wrong in it."""
    width, scheme = request.param
    # The policy holds for the pages and not for us: axe is put in from outside.
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page, wrong = context.new_page(), []
    page.on("request", lambda r: r.url.startswith((sample, "blob:", "data:")) or wrong.append(f"asked for {r.url}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda message: message.type == "error" and wrong.append(f"{page.url}: {message.text}"))
    yield page, wrong
    context.close()


def violations(page):
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return page.evaluate(FIND, RULES)


def first_of(page, folder):
    """An issue's or actor's own page: the first that the index leads to."""
    links = page.locator("article a").evaluate_all("links => links.map((link) => link.href.split('#')[0])")
    return next(link for link in links if re.search(rf"/{folder}/(?!index)[^/]+\.html$", link))


def test_every_kind_of_page_is_for_everybody(window, sample):
    page, wrong = window
    found = {}
    for hub in HUBS:
        page.goto(sample + re.sub(r"/$", "/index.html", hub))
        found[hub] = violations(page)
        if hub.endswith("/"):
            page.goto(first_of(page, hub[:-1]))
            found[page.url] = violations(page)
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert wrong == []


def test_the_search_dialog_and_the_drawer_are_for_everybody_too(window, sample):
    page, wrong = window
    page.goto(sample + "quotes.html")
    if page.viewport_size["width"] < 1000:
        page.locator("label.md-header__button[for='__drawer']").click()
        page.wait_for_timeout(400)
        assert violations(page) == []
        page.goto(sample + "index.html")
    type_into_search(page, "Beijing")
    page.locator(".md-search-result__item").first.wait_for(timeout=5000)
    page.wait_for_timeout(400)
    assert violations(page) == []
    assert wrong == []


def test_the_ways_to_copy_a_quotation_are_for_everybody_too(window, sample):
    page, wrong = window
    page.goto(sample + "quotes.html")
    page.get_by_role("button", name="Copy").first.click()
    assert violations(page) == []
    assert wrong == []


def test_the_overview_of_the_sample_prints_on_one_page(chromium, sample):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(sample)
    pdf = page.pdf(prefer_css_page_size=True)
    context.close()
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1
