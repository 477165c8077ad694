"""What a citation shows before it is followed, on hover and on focus; it can be reached and sent away (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

# Longer than the theme takes to clear a tip away.
A_WHILE = 900


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"])
def page(request, sample: str, chromium: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{sample}quotes.html")
    page.wait_for_function("document.querySelector('.bf-copy')")
    yield page
    context.close()


@pytest.fixture
def cite(page: Page) -> Locator:
    return page.locator(".bf-cite").first


@pytest.fixture
def tip(page: Page) -> Locator:
    return page.locator(".md-tooltip2__inner:visible").filter(has_text="Paragraph")


def away(page: Page, tip: Locator) -> None:
    page.mouse.move(2, 880)
    expect(tip).to_have_count(0)


def test_the_pointer_brings_the_sentence_as_the_article_prints_it(page, cite, tip):
    title = cite.get_attribute("title")
    cite.hover()
    expect(tip).to_have_text(title)
    assert title.startswith("Paragraph ")
    words = page.locator(".bf-card blockquote").first.inner_text().strip("“” \n")
    assert words[:40] in title
    away(page, tip)


def test_the_pointer_can_go_onto_it_and_rest_there(page, cite, tip):
    cite.hover()
    expect(tip).to_be_visible()
    link, box = cite.bounding_box(), tip.bounding_box()
    # As slowly as a hand that is not steady.
    for step in range(21):
        y = link["y"] + link["height"] / 2
        page.mouse.move(link["x"] + link["width"] / 2, y + (box["y"] + box["height"] / 2 - y) * step / 20)
        page.wait_for_timeout(40)
    page.wait_for_timeout(A_WHILE)
    expect(tip).to_be_visible()
    away(page, tip)


def test_the_focus_brings_it_too_and_it_stays_as_long_as_the_focus(page, cite, tip):
    title = cite.get_attribute("title")
    page.locator(".bf-card h3 a").first.focus()
    while not cite.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    expect(tip).to_have_text(title)
    page.wait_for_timeout(A_WHILE)
    expect(tip).to_be_visible()
    page.keyboard.press("Tab")
    expect(tip).to_have_count(0)


@pytest.mark.parametrize("bring", ["hover", "focus"])
def test_escape_sends_it_away_and_the_next_visit_brings_it_back(page, cite, tip, bring):
    getattr(cite, bring)()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(A_WHILE)
    expect(tip).to_have_count(0)
    assert cite.evaluate(f"link => link.matches(':{bring}')"), "pointer and focus have not moved"
    page.mouse.move(2, 880)
    cite.evaluate("link => link.blur()")
    page.wait_for_timeout(A_WHILE)
    getattr(cite, bring)()
    expect(tip).to_be_visible()


def test_it_is_within_the_window_and_large_enough_to_read(page, cite, tip):
    cite.hover()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    assert tip.evaluate("tip => parseFloat(getComputedStyle(tip).fontSize)") >= 12
