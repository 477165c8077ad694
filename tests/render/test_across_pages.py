"""The pages over several briefings: the newest first, and each page tells which briefing it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from sample_briefing import sample_briefing

from generator.render.site import render_site
from generator.settings import Settings


@pytest.fixture(scope="module")
def pages():
    first = sample_briefing()
    newer = replace(first.article, slug="newer", title="The newer one", published=date(2026, 4, 20))
    older = replace(first.article, slug="older", title="The older one", published=date(2025, 1, 2))
    briefings = [replace(first, article=older), replace(first, article=newer)]
    return {page.path: page for page in render_site(briefings, Settings())}


@pytest.mark.parametrize("path", ["index.md", "issues/index.md", "quotes.md", "views.md", "source.md"])
def test_the_newest_briefing_comes_first(pages, path):
    content = pages[path].content
    assert 0 < content.index("The newer one") < content.index("The older one")


def test_the_timeline_opens_with_what_comes_next_and_goes_back_from_there(pages):
    rows = re.findall(r"^\| ([^|<]+?) (?:<|\|)", pages["timeline.md"].content, re.MULTILINE)
    dates = [row for row in rows if row != "Date"]
    upcoming, past = dates[:4], dates[4:]
    assert upcoming == ["May 2026", "May 2026", "12 June 2026", "12 June 2026"]
    assert past == ["13 April 2026", "13 April 2026", "November 2023", "November 2023"]


def test_pages_of_one_kind_are_told_apart_by_their_titles(pages):
    titles = [page.meta["title"] for path, page in pages.items() if path.endswith("timeline.md")]
    assert sorted(titles) == ["Timeline", "Timeline – The newer one", "Timeline – The older one"]


def test_a_page_of_a_briefing_leads_back_to_all_of_them(pages):
    own = pages["briefings/newer/issues/index.md"].content
    assert '[All briefings](../../../index.md) › <span class="bf-quiet">This briefing:</span>' in own
    assert "[The newer one](../index.md)" in own
