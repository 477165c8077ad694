"""The quotes page in a real browser: filters, their state in the address, copying, keys; and the plain list."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from sample_briefing import TITLE, sample_briefing

import generator
from generator.render.site import render_site
from generator.settings import Settings

ADDRESS = "https://briefing.example/quotes.html"
WORDS = "“We have opened a door,” … “Nobody has walked through it yet.”"
SCRIPT = (Path(generator.__file__).parent / "assets" / "js" / "briefing.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def html():
    found = {page.path: page.content for page in render_site([sample_briefing()], Settings())}
    body = markdown.markdown(
        found["quotes.md"].split("\n---\n", 1)[1],
        extensions=["attr_list", "md_in_html", "tables", "toc"],
        extension_configs={"toc": {"permalink": "#"}},
    )
    return f'<!doctype html><title>Quotes</title>{body}<script src="/briefing.js"></script>'


@pytest.fixture
def visit(chromium, html):
    """Opens the page at an address below it; closes everything afterwards."""
    contexts = []

    def open_page(rest="", *, scripts=True):
        context = chromium.new_context(java_script_enabled=scripts)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin="https://briefing.example")
        page = context.new_page()
        page.route("**/briefing.js", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript"))
        page.route("**/quotes.html*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS + rest)
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown(page):
    return page.locator(".bf-card[data-kind]:visible").count()


def test_without_scripts_the_page_is_the_whole_list(visit):
    page = visit(scripts=False)
    assert shown(page) == 7
    assert page.locator("select, button").count() == 0


def test_a_filter_shows_what_fits_and_stands_in_the_address(visit):
    page = visit()
    page.get_by_label("Speaker").select_option(label="Tomas Rehn")
    assert shown(page) == 2
    assert page.url == ADDRESS + "?speaker=a-rehn"
    page.get_by_label("Kind").select_option(label="Reported")
    assert shown(page) == 1
    assert page.locator("output").inner_text() == "1 of 7 shown"
    page.get_by_role("button", name="Show all").click()
    assert (shown(page), page.url) == (7, ADDRESS)


def test_an_address_brings_its_filter_back(visit):
    page = visit("?issue=i-protocol&kind=direct")
    assert shown(page) == 2
    assert page.get_by_label("Issue").input_value() == "i-protocol"


def test_an_unknown_filter_hides_nothing(visit):
    assert shown(visit("?speaker=nobody")) == 7


def test_a_permalink_is_shown_whatever_the_filter(visit):
    page = visit("?speaker=a-rehn#q-000005")
    assert page.locator("#q-000005").is_visible()


def ways(page, name):
    """The ways to copy the quotation of `name`, opened."""
    page.get_by_role("button", name=f"Copy: {name}").click()
    return page.locator(".bf-copy__ways:visible")


@pytest.mark.parametrize(
    ("way", "copied"),
    [
        ("text", f"{WORDS} — Ilse Maran, foreign minister, Estmark, ¶2.3"),
        ("link", ADDRESS + "#q-000001"),
        (
            "Markdown",
            f"> {WORDS}\n>\n> — Ilse Maran, foreign minister, Estmark, "
            f"[¶2.3](https://briefing.example/source.md#s-2-3), [{TITLE}]({ADDRESS}#q-000001)\n",
        ),
    ],
)
def test_a_quotation_is_copied_with_its_citation(visit, way, copied):
    page = visit("?speaker=a-maran")
    ways(page, "Ilse Maran").get_by_role("button", name=f"Copy {way}: Ilse Maran").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_a_paraphrase_is_copied_as_one(visit):
    page = visit("?speaker=a-union")
    ways(page, "").get_by_role("button", name="Copy text").click()
    page.get_by_text("Copied").wait_for()
    assert "(reported)" in page.evaluate("navigator.clipboard.readText()")


def test_a_card_shows_one_button_until_somebody_wants_to_copy(visit):
    page = visit("?speaker=a-maran")
    card = page.locator("article").filter(has=page.locator("#q-000001"))
    assert card.locator("button:visible").all_inner_texts() == ["Copy"]
    assert card.locator("button").first.get_attribute("aria-expanded") == "false"


def test_keys_alone_open_the_ways_to_copy_and_fold_them_again(visit):
    page = visit("?speaker=a-maran")
    focused = "document.activeElement.getAttribute('aria-label')"
    page.get_by_role("button", name="Copy: Ilse Maran").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "Copy text: Ilse Maran"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "Copy: Ilse Maran"
    assert page.locator(".bf-copy__ways:visible").count() == 0
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate(focused) == "Copy: Ilse Maran"


def test_arrow_keys_go_from_card_to_card(visit):
    page = visit("?speaker=a-rehn")
    page.locator("#q-000002 a").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('article').querySelector('h3').id") == "q-000003"
