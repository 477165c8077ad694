"""A citation opens the publisher's page at the sentence: its addresses, followed in a real browser."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.plugin import runs
from tests.conftest import served

# Short and long sentences, marks of every kind, hyphens, repeated openings, a sentence that ends in an abbreviation.
ARTICLE = """Two towns reopen a ferry

The ferry between Lowport and High Sands left at dawn on Monday, the first crossing in more than two years, and some \
300 people stood on the quay to watch it go.

“We have waited long enough,” said Sean O’Brien, the mayor of Lowport. “It is a start-up, not a finish-line – and we \
know it.”

The ferry costs $4.50, or 4,5 euros. The ferry costs less than the bridge, O'Brien said.

Maria Łukasik, a port economist at the University of Vale, said that the line would “pay for itself, and then some” by \
2031 (she had doubted it before).

The council of High Sands will vote next month on a second boat & a new pier.
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory):
    """The publisher's page: each paragraph far below the one before. Its address, and the address of the briefing."""
    root = tmp_path_factory.mktemp("paper")
    (root / "www").mkdir()
    blocks = [f"<p>{html.escape(block)}</p>" for block in ARTICLE.strip().split("\n\n")[1:]]
    page = '<!doctype html><meta charset="utf-8"><style>p{margin:2500px 0}</style>' + "".join(blocks)
    (root / "www" / "ferry.html").write_text(page, encoding="utf-8")
    (root / "seeds").mkdir()
    (root / "seeds" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    with served(root / "www") as address, pytest.MonkeyPatch.context() as patch:
        (root / "seeds" / "ferry.yml").write_text(f"url: {address}ferry.html\n", encoding="utf-8")
        patch.chdir(root)
        runs.run_build(None, seeds=root / "seeds", site_dir=root / "site", strict=True)
        yield address + "ferry.html", root / "site"


def cited(site: Path, address: str) -> dict[str, str]:
    """Every address into the publisher's page, with the paragraph that it cites."""
    found = {}
    for path in site.rglob("*.html"):
        for href, mark in re.findall(r'<a[^>]*href="([^"]*)"[^>]*>¶([^<]+)</a>', path.read_text(encoding="utf-8")):
            if html.unescape(href).startswith(address):
                found[html.unescape(href)] = html.unescape(mark).split(".")[0]
    return found


def test_every_citation_opens_the_place_that_it_names(paper, chromium: Browser):
    address, site = paper
    links = cited(site, address)
    assert {*links.values()} == {"1", "2", "3", "4", "5"}
    for href, paragraph in links.items():
        page = chromium.new_page()
        page.goto(href)
        page.wait_for_timeout(150)
        seen = page.evaluate(
            """() => [...document.querySelectorAll("p")].findIndex((p) => {
                const box = p.getBoundingClientRect();
                return box.bottom > 0 && box.top < innerHeight;
            }) + 1"""
        )
        assert str(seen) == paragraph, href
        page.close()
