"""Whatever an editor has corrected says so, with its day, on every page that shows it, and leads to the correction."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from sample_briefing import sample_briefing

from generator.model import Edit
from generator.render.site import render_site
from generator.settings import Settings

DAY = date(2026, 4, 20)
MARK = re.compile(r"\[edited(?: ([^]]*))?\]\([^)]*?(?:#c-[0-9a-f]{6})[^)]*\)")
# One finding of each kind, and the pages that show it.
SHOWN = {
    "a-rehn": ("index", "actors/index", "actors/tomas-rehn", "quotes", "issues/the-skerry-islands"),
    "q-000002": ("index", "quotes", "actors/tomas-rehn", "issues/the-skerry-islands"),
    "i-skerry": ("index", "issues/index", "issues/the-skerry-islands"),
    "f-000002": ("index", "issues/fishing-rights"),
    "bottom_line": ("index",),
    "key_points": ("index",),
}


def pages(edits: tuple[Edit, ...], *, number: int = 1) -> dict[str, str]:
    found = sample_briefing(edits=edits)
    several = [replace(found, article=replace(found.article, slug=f"s{n}")) for n in range(number)]
    site = render_site(several, Settings(site_url="https://example.org/"))
    return {page.path.removesuffix(".md"): page.content for page in site if isinstance(page.content, str)}


def edited(finding: str, *, day: date | None = DAY) -> tuple[Edit, ...]:
    return (Edit((finding,), "Corrected “this” into “that”", 3, day),)


def marks(content: str) -> list[str]:
    return [found[1] or "" for found in MARK.finditer(content)]


@pytest.mark.parametrize("finding", SHOWN)
def test_every_page_that_shows_it_says_so_with_its_day(finding):
    made = pages(edited(finding))
    for page in SHOWN[finding]:
        assert "20 April 2026" in marks(made[page]), page


def test_a_view_and_a_date_say_so():
    found = sample_briefing()
    view, event = found.views[0].id, next(e.id for e in found.events if e.kind == "upcoming" and e.date)
    assert marks(pages(edited(view))["views"]) == ["20 April 2026"]
    made = pages(edited(event))
    assert marks(made["timeline"]) == marks(made["index"]) == ["20 April 2026"]
    # In the picture, too.
    assert made["timeline"].count("edited 20 April 2026") == 2


def test_what_nobody_has_corrected_does_not_say_so():
    assert [page for page, content in pages(()).items() if marks(content)] == []


def test_a_correction_that_is_not_committed_has_no_day():
    assert marks(pages(edited("f-000002", day=None))["index"]) == [""]


def test_statements_that_changed_with_an_actor_say_so():
    edits = (Edit((), "Actor “Port Hale” dropped", 3, DAY, effects=("q-000002",)),)
    assert marks(pages(edits)["quotes"]) == ["20 April 2026"]


def test_an_overview_tells_of_corrections_that_left_nothing_to_mark():
    made = pages((Edit((), "Figure “35 percent” dropped", 3, DAY),))
    assert "by an editor, last on 20 April 2026" in made["index"]
    assert 'class="bf-label bf-label--edited" id="c-' in made["source"]


def test_pages_over_all_briefings_say_so():
    made = pages(edited("a-rehn"), number=2)
    assert marks(made["actors/index"])
    assert marks(made["quotes"])
    made = pages(edited("i-skerry"), number=2)
    assert marks(made["issues/index"])
    assert marks(pages(edited("bottom_line"), number=2)["index"])
    event = next(e.id for e in sample_briefing().events if e.date)
    assert marks(pages(edited(event), number=2)["timeline"])


def test_files_for_other_programs_say_so():
    made = pages(edited("q-000002"))
    rows = list(csv.DictReader(io.StringIO(made["quotes.csv"].removeprefix("\ufeff"))))
    assert {row["id"]: row["edited"] for row in rows if row["edited"]} == {"q-000002": "2026-04-20"}
    (item,) = json.loads(made["feed.json"])["items"]
    assert item["date_modified"] == "2026-04-20T00:00:00Z"
    assert "<updated>2026-04-20T00:00:00Z</updated>" in made["atom.xml"]
    assert "(edited 20 April 2026)" in json.loads(pages(edited("bottom_line"))["feed.json"])["items"][0]["content_text"]
