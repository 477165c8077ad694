"""Whole pages as Markdown. `pytest --update-golden` rewrites them; read that diff as a reader of the site would."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "render"))

from sample_briefing import sample_briefing

from generator.render import one
from generator.render.site import render_site
from generator.settings import Settings

FOLDER = Path(__file__).parent
PAGES = (
    "index.md",
    "issues/index.md",
    "issues/the-skerry-islands.md",
    "actors/index.md",
    "actors/tomas-rehn.md",
    "quotes.md",
    "views.md",
    "timeline.md",
    "source.md",
)


@pytest.fixture
def site(monkeypatch):
    """Benchmark figures change with every run of the benchmarks; the page is tested without them."""
    monkeypatch.setattr(one, "headline", lambda: None)
    return {page.path: page.content for page in render_site([sample_briefing(rights=None)], Settings())}


@pytest.mark.parametrize("path", PAGES)
def test_page_is_as_it_was(path, site, request):
    golden = FOLDER / path.replace("/", "-")
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(site[path], encoding="utf-8")
    assert site[path] == golden.read_text(encoding="utf-8"), "read the difference; then pytest --update-golden"
