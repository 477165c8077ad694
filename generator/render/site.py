"""Briefings in, all pages of the site out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Briefing
from generator.render.across import across_pages, measured_page
from generator.render.dossier import Dossier
from generator.render.feeds import site_files
from generator.render.one import briefing_pages
from generator.render.page import Page
from generator.render.places import places_of
from generator.settings import Settings


def render_site(briefings: Sequence[Briefing], settings: Settings) -> tuple[Page, ...]:
    """Every page, in reading order. The hubs that the navigation of mkdocs.yml names are always among them.

    A single briefing stands at the site's root: its pages are the hubs. Several stand in a folder each, and the hubs
    lead across all of them.
    """
    if len(briefings) == 1:
        only = Dossier(briefings[0], places_of(briefings[0], root=""), settings.extract_share)
        return (*briefing_pages(only, settings), measured_page(), *site_files([only], settings))
    share = settings.extract_share
    dossiers = tuple(Dossier(b, places_of(b, root=f"{FOLDER}/{b.article.slug}/"), share) for b in briefings)
    pages = [page for dossier in dossiers for page in briefing_pages(dossier, settings)]
    return (*across_pages(dossiers), measured_page(), *pages, *site_files(dossiers, settings))


# A folder of its own, so that no article's name can meet a hub's.
FOLDER = "briefings"
