"""Hostile articles, built and opened in a real Chromium: everything shows literally, and nothing runs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build import Built
from generator.plugin import plugin, runs
from generator.render.site import render_site
from generator.settings import Settings
from tests.conftest import search_for, served
from tests.hostile.corpus import hostile_briefing, hostile_texts, known_elements

TEXTS = hostile_texts()
# Three to a briefing, each in the title of one of its pages at least: a page for each alone would take minutes.
GROUPS = [TEXTS[start : start + 3] for start in range(0, len(TEXTS), 3)]
# All that a page of ours needs; what the pages' hosts are told to send.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
KNOWN = known_elements()
# Runs in Chromium on a page of the site: parses every page as Chromium does, and lists what has no place there.
INSPECT = """async ([paths, known]) => {
  const allowed = new Set(known), found = [], titles = {};
  const isData = (element) => {
    if (!["application/json", "application/ld+json"].includes(element.type)) return false;
    try { JSON.parse(element.textContent); return true; } catch { return false; }
  };
  for (const path of paths) {
    const html = await (await fetch(path)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    titles[path] = [page.title, page.querySelector("h1")?.textContent ?? "", page.querySelector("article").textContent];
    for (const element of page.querySelectorAll("*")) {
      const name = element.localName;
      if (!allowed.has(name)) found.push(`${path}: <${name}>`);
      if (name === "script" && !element.src.includes("/assets/") && !isData(element))
        found.push(`${path}: script ${element.textContent.slice(0, 80)}`);
      if (name === "meta" && element.httpEquiv) found.push(`${path}: meta ${element.httpEquiv}`);
      for (const { name: key, value } of element.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$/i.test(key)) found.push(`${path}: ${name} ${key}=${value}`);
        if (/^(href|src|action|xlink:href)$/i.test(key)) {
          const scheme = (value.match(/^[^/?#]*:/) ?? [""])[0].toLowerCase();
          if (!["", "http:", "https:"].includes(scheme)) found.push(`${path}: ${name} ${key}=${value}`);
          if (name !== "a" && scheme) found.push(`${path}: ${name} loads ${value}`);
        }
      }
    }
  }
  return [found, titles];
}"""


def seen(text: str) -> str:
    """The characters of `text` that a reader can see, in their order."""
    hidden = {"Cc", "Zs", "Zl", "Zp", "Cs"}
    acting = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    return "".join(mark for mark in text if unicodedata.category(mark) not in hidden and mark not in acting)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Briefings of all hostile texts, built by MkDocs from hand-made findings: no extractor picks what gets there."""
    root = tmp_path_factory.mktemp("hostile")
    briefings = tuple(hostile_briefing(texts, number) for number, texts in enumerate(GROUPS))
    pages = render_site(briefings, Settings())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "build", lambda settings, known: Built(briefings, pages))
        patch.chdir(root)
        runs.run_build(None, seeds=None, site_dir=root / "site", strict=True)
    return root / "site"


@pytest.fixture(scope="module")
def visited(hostile_site: Path, chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab on the hostile site, and all that has gone wrong in it since it was opened."""
    with served(hostile_site) as address:
        wrong: list[str] = []
        yield watched(chromium, address, wrong), wrong


def watched(chromium: Browser, address: str, wrong: list[str]) -> Page:
    page = chromium.new_page()
    page.expose_function("hit", lambda *_: wrong.append(f"hit() ran on {page.url}"))
    page.on("dialog", lambda dialog: (wrong.append(f"dialog on {page.url}"), dialog.dismiss()))
    page.on("request", lambda r: r.url.startswith((address, "blob:", "data:")) or wrong.append(f"request {r.url}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda message: message.type == "error" and wrong.append(f"{page.url}: {message.text}"))
    page.goto(address + "index.html")
    return page


def html_files(site: Path) -> list[str]:
    return sorted("/" + path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_every_page_holds_our_elements_only(hostile_site, visited):
    page, wrong = visited
    paths = [path for path in html_files(hostile_site) if path != "/404.html"]
    assert len(paths) > 15 * len(GROUPS)
    found, pages = page.evaluate(INSPECT, [paths, sorted(KNOWN)])
    assert found == []
    assert wrong == []
    for number, texts in enumerate(GROUPS):
        folder = f"/briefings/hostile-{number}/"
        for text in texts:
            titles = [seen(title) for path, (title, heading, _) in pages.items() if path.startswith(folder)]
            headings = [seen(heading) for path, (_, heading, _) in pages.items() if path.startswith(folder)]
            assert any(seen(text) in title for title in titles), f"{text!r} shows in no page title"
            assert any(seen(text) in heading for heading in headings), f"{text!r} shows in no heading"
            for name in ("index", "actors/index", "issues/index", "quotes", "timeline", "source"):
                # Names of issues begin with a capital letter, whatever the article prints.
                body = seen(pages[f"{folder}{name}.html"][2]).casefold()
                assert seen(text).casefold() in body, f"{text!r} does not show on {name}"


def test_nothing_runs_on_any_kind_of_page(hostile_site, visited):
    page, wrong = visited
    address = page.url.removesuffix("index.html")
    names = ("index", "quotes", "actors/index")
    pages = [f"briefings/hostile-{number}/{name}.html" for number in range(len(GROUPS)) for name in names]
    hubs = [path[1:] for path in html_files(hostile_site) if not path.startswith("/briefings/")]
    actors = [path[1:] for path in html_files(hostile_site) if "/hostile-3/" in path]
    for path in [*hubs, *actors, *pages]:
        page.goto(address + path)
        # What waits for a pointer or the keyboard gets it.
        page.evaluate("for (const e of document.querySelectorAll('article *')) e.dispatchEvent(new Event('mouseover'))")
    assert wrong == []


@pytest.mark.parametrize("words", ["hit", "elsewhere", "heading", "quoted", "danger", "etc", "config"])
def test_search_results_show_literally(visited, words):
    page, wrong = visited
    page.goto(page.url)
    search_for(page, words)
    results = page.locator(".md-search-result__item")
    results.first.wait_for(state="attached")
    shown = page.locator(".md-search-result__list")
    assert words in shown.inner_text().lower()
    names = shown.evaluate("list => [...new Set([...list.querySelectorAll('*')].map(e => e.localName))]")
    assert set(names) <= KNOWN | {"article"}
    assert not shown.evaluate(
        "list => [...list.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))"
    )
    assert wrong == []


def test_search_finds_a_hostile_title_as_it_is_written(visited):
    page, _ = visited
    page.goto(page.url)
    search_for(page, "gone marked")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    assert "*em* **strong** __strong__ _em_ ~~gone~~ ==marked==" in page.locator(".md-search-result__list").inner_text()


def test_pages_keep_to_a_strict_policy(hostile_site, chromium):
    with served(hostile_site, Content_Security_Policy=POLICY) as address:
        wrong: list[str] = []
        page = watched(chromium, address, wrong)
        for path in ("quotes.html", "briefings/hostile-0/index.html", "briefings/hostile-0/quotes.html", "404.html"):
            page.goto(address + path)
        search_for(page, "hit")
        page.locator(".md-search-result__item").first.wait_for(state="attached")
        assert wrong == []


def test_published_data_keeps_to_its_format(hostile_site):
    for path in hostile_site.rglob("briefing.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in hostile_site.rglob("quotes.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], (
                f"a formula in {path}"
            )
