"""Briefings in, all pages of the site out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Briefing
from generator.render.environment import render, with_front_matter
from generator.render.page import Page
from generator.settings import Settings


def render_site(briefings: Sequence[Briefing], settings: Settings) -> tuple[Page, ...]:
    """Every page, in reading order. The hubs that the navigation of mkdocs.yml names are always among them."""
    pages = []
    for path, title in HUBS.items():
        body = render("overview.md.j2", title=title, briefings=briefings)
        pages.append(Page(path, with_front_matter(body, {"title": title}), meta={"title": title}))
    return tuple(pages)


HUBS = {
    "index.md": "Overview",
    "issues/index.md": "Issues",
    "actors/index.md": "Actors",
    "quotes.md": "Quotes",
    "views.md": "Analyst views",
    "timeline.md": "Timeline",
    "source.md": "Source and method",
}
