"""A citation opens the publisher's page at the very sentence: its addresses, followed in a real browser."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from generator.pipeline import brief_all
from generator.plugin import runs
from generator.read import read_article
from tests.conftest import served

# Short and long sentences, marks of every kind, hyphens, sentences that open or end as others do, sentences that stand
# twice: after other words, before other words, alone in their paragraph; the title once more as a sentence.
ARTICLE = """Two towns reopen a ferry

The ferry between Lowport and High Sands left at dawn on Monday, the first crossing in more than two years, and some \
300 people stood on the quay to watch it go.

“We have waited long enough,” said Sean O’Brien, the mayor of Lowport. “It is a start-up, not a finish-line – and we \
know it.”

The ferry costs $4.50, or 4,5 euros. The ferry costs less than the bridge, O'Brien said.

Maria Łukasik, a port economist at the University of Vale, said that the line would “pay for itself, and then some” by \
2031 (she had doubted it before).

The council of High Sands will vote next month on a second boat & a new pier.

Two towns reopen a ferry. Asked about the price, Ann Lee, the owner, laughed. “We cannot go lower,” said Ann Lee.

Her brother was asked the same. “We cannot go lower,” said Ann Lee. The bridge, she said, costs more.

“We have waited long enough,” said Sean O’Brien, the mayor of Lowport. He left early.

“We cannot go lower,” said Ann Lee.

The ferry between Lowport and High Sands left at dusk on Friday, said Ann Lee, and nobody at all stood on the quay to \
watch it go.

The owner of the line said that a winter timetable would not pay, and the mayor of Lowport, Sean O’Brien, said that a \
winter timetable would not pay.
"""
# How a publisher may have set what was copied in another way.
SETTINGS = {
    "as copied": {},
    "typewriter marks": {"“": '"', "”": '"', "’": "'", "–": "--"},
    "typographic marks": {'"': "”", "'": "’"},
}
STYLE = "p{margin:2500px 0;line-height:2} ::target-text{background:rgb(255,0,0);color:black}"


@pytest.fixture(scope="module", params=SETTINGS, ids=str)
def paper(request, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The publisher's page: each paragraph far below the one before. Its address, and the folder of the briefing."""
    root = tmp_path_factory.mktemp("paper")
    (root / "seeds").mkdir()
    seed = root / "seeds" / "ferry.txt"
    seed.write_text(ARTICLE, encoding="utf-8")
    (root / "www").mkdir()
    (root / "www" / "ferry.html").write_text(page_of(seed, SETTINGS[request.param]), encoding="utf-8")
    with served(root / "www") as address, pytest.MonkeyPatch.context() as patch:
        seed.with_suffix(".yml").write_text(f"url: {address}ferry.html\nbyline: [Jo Writer]\n", encoding="utf-8")
        patch.chdir(root)
        runs.run_build(None, seeds=root / "seeds", site_dir=root / "site", strict=True)
        yield address + "ferry.html", root / "site"


def page_of(seed: Path, marks: dict[str, str]) -> str:
    """With an id for each sentence, as citations name it, and a link in the middle of each paragraph."""
    (briefing,) = brief_all([read_article(seed)])
    text, blocks = briefing.article.text, [f'<h1 id="title">{briefing.article.title}</h1>']
    for number, paragraph in enumerate(briefing.article.paragraphs, 1):
        inside = [sentence.of(text) for sentence in briefing.sentences if paragraph.span.covers(sentence)]
        for old, new in marks.items():
            inside = [words.replace(old, new) for words in inside]
        spans = [f'<span id="¶{number}.{n}">{linked(words)}</span>' for n, words in enumerate(inside, 1)]
        blocks.append(f"<p>{' '.join(spans)}</p>")
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{"".join(blocks)}'


def linked(sentence: str) -> str:
    words = [html.escape(word) for word in sentence.split()]
    words[len(words) // 2] = f'<a href="#">{words[len(words) // 2]}</a>'
    return " ".join(words)


def cited(site: Path, address: str) -> dict[str, str]:
    """Every address into the publisher's page, with the sentence that it cites."""
    found = {}
    for path in site.rglob("*.html"):
        for href, mark in re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(¶[^<]+)</a>', path.read_text(encoding="utf-8")):
            if html.unescape(href).startswith(address):
                found[html.unescape(href)] = html.unescape(mark)
    return found


# Which sentences have red below their letters: only the browser's own drawing knows what a fragment found.
BOXES = """() => Object.fromEntries([...document.querySelectorAll("[id]")].map((place) =>
  [place.id, [...place.getClientRects()].map(({ left, top, right, bottom }) => [left, top, right, bottom])]))"""


def marked(page: Page, href: str) -> set[str]:
    page.goto("about:blank")
    page.goto(href)
    page.wait_for_timeout(100)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    boxes = page.evaluate(BOXES)
    return {name for name, parts in boxes.items() if any(is_red(picture, part) for part in parts)}


def is_red(picture: Image.Image, box: list[float]) -> bool:
    left, top, right, bottom = map(round, box)
    if bottom <= 0 or top >= picture.height:
        return False
    return any(color == (255, 0, 0) for _, color in picture.crop((left, top, right, bottom)).getcolors(1 << 24) or ())


def test_every_citation_marks_the_sentence_that_it_names_and_no_other(paper, chromium: Browser):
    address, site = paper
    links = cited(site, address)
    assert len({*links.values()}) > 12
    assert {"¶7.2", "¶8.1", "¶9.1", "¶10.1"} <= {*links.values()}, "the repeated ones are cited"
    page = chromium.new_page()
    found = {href: marked(page, href) for href in links}
    page.close()
    assert found == {href: {mark} for href, mark in links.items()}
