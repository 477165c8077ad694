"""The search of a large site: Pagefind's index behind the theme's own dialog, asked in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.errors import SettingsError
from generator.plugin import pagefind, runs
from generator.render.one import KINDS_OF_PAGE
from tests.browser.conftest import ARTICLE, POLICY, ROOT
from tests.browser.test_everybody import violations
from tests.conftest import served

# Pagefind compiles WebAssembly, which a policy has to allow by name (docs/hosting.md).
LARGE = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


SECOND = """Two & more <lanterns> for the pier, says "the" harbour master

The pier of Lowport gets two lamps in May. “A lamp is a small thing,” said Jon Aske, the harbour master, on Monday.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site that asks for Pagefind, below a folder, as project pages are."""
    root = tmp_path_factory.mktemp("large")
    (root / "docs").mkdir()
    (root / "seeds").mkdir()
    (root / "seeds" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "seeds" / "harbour.yml").write_text("rights: full\n", encoding="utf-8")
    (root / "seeds" / "second.txt").write_text(SECOND, encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  - about.md\n", "")
    settings = settings.replace("generator/overrides", str(ROOT / "generator/overrides"))
    asked = settings.replace("  - briefing:\n", "  - briefing:\n      search: pagefind\n")
    assert asked != settings
    (root / "mkdocs.yml").write_text(asked, encoding="utf-8")
    runs.run_build(root / "mkdocs.yml", seeds=None, site_dir=root / "www" / "project", strict=True)
    with served(root / "www", Content_Security_Policy=LARGE) as address:
        yield f"{address}project/"


@pytest.fixture
def page(site: str, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page, foreign, errors = context.new_page(), [], []
    page.on("request", lambda request: None if request.url.startswith(site) else foreign.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}timeline.html")
    yield page
    assert (foreign, errors) == ([], [])
    context.close()


def hits(page: Page, query: str) -> list[str]:
    """Addresses of what is found, in the order of the list."""
    page.locator(".md-search__input").fill(query)
    expect(page.locator(".md-search-result__meta:visible")).to_contain_text("matching page")
    return [link.get_attribute("href") or "" for link in page.locator(".md-search-result__link").all()]


@pytest.mark.parametrize("query", ["detente", "détente", "Łukasik", '"tactical pause"', "tactical", "rope"])
def test_what_people_type_is_found(page, query):
    assert hits(page, query)


def test_a_phrase_that_nobody_says_is_not_found(page):
    page.locator(".md-search__input").fill('"pause tactical"')
    expect(page.locator(".md-search-result__meta:visible")).to_have_text("No matching pages")


def test_a_hit_on_a_quotation_lands_on_the_quotation(page, site):
    found = [href for href in hits(page, "lasting peace") if "/quotes.html#q-" in href]
    assert found
    page.locator(f'.md-search-result__link[href="{found[0]}"]').first.click(delay=300)  # as long as a hand takes
    page.wait_for_url("**/quotes.html#q-*")
    card = page.evaluate("document.getElementById(location.hash.slice(1)).closest('.bf-card').textContent")
    assert "lasting peace" in card


def test_what_was_found_stays_when_the_box_loses_the_focus_and_gets_it_back(page):
    found = hits(page, "lasting peace")
    page.locator("h1").first.evaluate("() => document.activeElement.blur()")
    page.wait_for_timeout(500)  # for the theme's own search, which answers the change of focus
    page.locator(".md-search__input").focus()
    page.wait_for_timeout(500)
    assert [link.get_attribute("href") for link in page.locator(".md-search-result__link:visible").all()] == found


def test_the_arrow_keys_walk_the_hits(page):
    found = hits(page, "lasting peace")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == found[1]


def test_enter_opens_the_first_hit(page):
    found = hits(page, "lasting peace")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{found[0]}")


def kinds(page: Page) -> list[str]:
    return page.locator(".bf-kinds label:visible").all_inner_texts()


FOCUSED = "[document.activeElement.type ?? document.activeElement.localName, document.activeElement.value]"


def test_there_is_no_row_of_kinds_before_there_are_hits_of_several(page):
    assert kinds(page) == []
    hits(page, "lasting peace")
    assert [words.split()[0] for words in kinds(page)][:3] == ["All", "Overview", "Issues"]
    page.locator(".md-search__input").fill("zzzz")
    expect(page.locator(".md-search-result__meta:visible")).to_have_text("No matching pages")
    assert kinds(page) == []
    page.locator(".md-search__input").fill("")
    expect(page.locator(".md-search-result__meta:visible")).to_have_text("Type to start searching")
    assert kinds(page) == []


def test_a_kind_narrows_the_hits_to_its_pages_and_says_how_many_these_are(page):
    every = hits(page, "lasting peace")
    number = next(words for words in kinds(page) if words.startswith("Quotes")).split()[-1]
    page.locator(".bf-kinds label", has_text="Quotes").click()
    expect(page.locator(".md-search-result__meta:visible")).to_contain_text(f"{number} matching page")
    found = [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]
    assert found
    assert all("/quotes.html" in href for href in found)
    page.locator(".bf-kinds label", has_text="All").click()
    expect(page.locator(".md-search-result__link")).to_have_count(len(every))


def test_keys_alone_reach_the_row_choose_in_it_and_go_on_to_the_hits(page):
    page.keyboard.press("/")
    hits(page, "lasting peace")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["radio", "All"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".bf-kinds :checked")).to_have_value("Issues")
    expect(page.locator(".bf-kinds :checked")).to_be_focused()
    expect(page.locator(".md-search-result__link:visible").first).to_have_attribute("href", re.compile("/issues/"))
    page.keyboard.press("Tab")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.locator(".bf-kinds :checked").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == ["text", "lasting peace"]
    page.keyboard.press("Tab")
    page.keyboard.type("x")
    assert page.evaluate(FOCUSED) == ["text", "lasting peacex"]


def test_a_kind_without_hits_for_the_next_words_gives_way_to_all(page):
    hits(page, "lasting peace")
    page.locator(".bf-kinds label", has_text="Quotes").click()
    expect(page.locator(".bf-kinds :checked")).to_have_value("Quotes")
    page.locator(".md-search__input").fill("verified")
    expect(page.locator(".bf-kinds :checked")).to_have_value("All")
    assert page.locator(".md-search-result__link").count()


def test_a_hit_says_in_which_briefing_it_stands_and_not_all_pages_of_it_are_hits(page):
    found = hits(page, "lanterns")
    assert not any("actors/" in href and "jon-aske" in href for href in found), "only the link back has the word"
    assert page.locator(".md-search-result__link .bf-quiet").first.inner_text() == SECOND.split("\n")[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_row_of_kinds_is_for_everybody(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.locator("#__search").evaluate("box => box.click()")
    page.locator(".md-search__input").focus()
    hits(page, "lasting peace")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    assert violations(page) == []


def test_the_row_has_the_kinds_of_pages_in_the_order_of_the_navigation():
    script = (ROOT / "generator" / "assets" / "js" / "search.js").read_text(encoding="utf-8")
    listed = re.search(r"const KINDS = (\[.*\]);", script)
    assert listed
    assert json.loads(listed[1]) == [*dict.fromkeys(KINDS_OF_PAGE.values())]


def test_the_index_that_every_page_would_load_is_empty(page, site):
    index = page.evaluate("async (url) => (await (await fetch(url)).json()).docs", f"{site}search/search_index.json")
    assert index == []


@pytest.mark.parametrize(
    ("search", "pages", "chosen"),
    [("material", 5000, False), ("pagefind", 10, True), ("auto", pagefind.MANY_PAGES, False), ("auto", 601, True)],
)
def test_auto_changes_over_where_a_site_grows_large(search, pages, chosen):
    assert pagefind.is_chosen(search, pages) is chosen


def test_a_missing_package_is_named(monkeypatch, caplog):
    monkeypatch.setattr(pagefind, "find_spec", lambda name: None)
    caplog.set_level("INFO", "mkdocs.plugins.generator")
    assert not pagefind.is_chosen("material", 5000)
    assert not pagefind.is_chosen("auto", 50)
    assert caplog.messages == []
    assert not pagefind.is_chosen("auto", 5000)
    assert caplog.messages == [
        "5,000 pages: every reader loads the whole search index; Pagefind would not "
        "(pip install 'briefing-site[pagefind]', or write `search: material`)"
    ]
    assert caplog.records[0].levelname == "INFO", "a warning would fail a strict build"
    with pytest.raises(SettingsError, match=r"needs the package pagefind; pip install 'briefing-site\[pagefind\]'"):
        pagefind.is_chosen("pagefind", 10)


def test_an_index_that_fails_says_why(tmp_path: Path):
    with pytest.raises(pagefind.BuildError, match="Pagefind cannot index the site"):
        pagefind.write_index(tmp_path / "nowhere")
