"""A dossier in, the pages of one briefing out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.render import linked_data
from generator.render.actors import actor_pages, actors_by_kind
from generator.render.card import card_png
from generator.render.cards import Link
from generator.render.dossier import Dossier
from generator.render.downloads import briefing_json, quotes_csv
from generator.render.environment import render, with_front_matter
from generator.render.escape import Markdown
from generator.render.feeds import SCHEMA
from generator.render.issues import issue_lines, issue_pages
from generator.render.linked_data import as_json
from generator.render.measured import PAGE as MEASURED
from generator.render.measured import headline
from generator.render.overview import overview_page
from generator.render.page import Page
from generator.render.pictures import speakers_picture, strip_picture, timeline_picture
from generator.render.places import Places, relative
from generator.render.quotes import quotes_page
from generator.render.source import SourceCard, source_card, source_page
from generator.render.timeline import needs_a_day, rows
from generator.render.views import ViewsPage, views_page
from generator.render.wording import NOT_STATED, capitalised, clipped, counted, one_line
from generator.settings import Settings

HUBS = (
    ("Overview", "index"),
    ("Issues", "issues/index"),
    ("Actors", "actors/index"),
    ("Quotes", "quotes"),
    ("Analyst views", "views"),
    ("Timeline", "timeline"),
    ("Source and method", "source"),
)
# By template, in the order of the navigation, as assets/js/search.js has it, too.
KINDS_OF_PAGE = {
    "front": "Overview",
    "overview": "Overview",
    "issues": "Issues",
    "issue": "Issues",
    "actors": "Actors",
    "actor": "Actors",
    "quotes": "Quotes",
    "views": "Analyst views",
    "timeline": "Timeline",
    "source": "Source",
    "method": "Source",
    "measured": "Source",
}
# The picture of link previews.
CARD = "card.png"
# What search engines and link previews show of a description.
DESCRIPTION_CHARACTERS = 200
# Of an article's title behind a page's own.
TITLE_CHARACTERS = 60


def briefing_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """All pages and files of one briefing, in reading order; the picture of its link previews where the site's address
    is known, by which they ask for it."""
    with_card = settings.site_url is not None
    places, title = dossier.places, one_line(dossier.briefing.article.title)
    page = partial(_page, dossier, card_file=places.file(CARD) if with_card else "")
    card = source_card(dossier)
    words = _length(card)
    overview = overview_page(dossier)
    yield page(
        places.page("index"),
        "overview",
        title,
        description=clipped(" ".join(item.text for item in overview.bottom_line), DESCRIPTION_CHARACTERS),
        page=overview,
        card=card,
        words_in_words=words,
        source=places.page("source"),
        corrected=dossier.corrected,
        data=linked_data.of_overview(dossier, settings),
    )
    yield page(
        places.page("issues/index"), "issues", "Issues", issues=issue_lines(dossier), picture=strip_picture(dossier)
    )
    for issue in issue_pages(dossier):
        yield page(issue.path, "issue", issue.title, page=issue, parent=Link("Issues", places.page("issues/index")))
    yield page(
        places.page("actors/index"),
        "actors",
        "Actors",
        groups=actors_by_kind(dossier),
        picture=speakers_picture(dossier),
    )
    for actor in actor_pages(dossier):
        yield page(
            actor.path,
            "actor",
            actor.title,
            page=actor,
            parent=Link("Actors", places.page("actors/index")),
            data=linked_data.of_actor(dossier, actor),
        )
    quotes = quotes_page(dossier)
    left_out = len(dossier.whole.quotes) - len(dossier.briefing.quotes)
    summary = (
        f"{capitalised(counted(len(quotes.quoted), 'quotation'))}, "
        f"{counted(len(quotes.reported), 'reported statement')}, "
        f"{counted(len(quotes.terms), 'term in quotation marks', 'terms in quotation marks')}."
    )
    data = Link("briefing.json", places.file("briefing.json"), counted(left_out, "less certain reported statement"))
    yield page(
        places.page("quotes"),
        "quotes",
        "Quotes",
        page=quotes,
        summary=summary,
        less_certain=data if left_out else None,
        data=linked_data.of_quotes(dossier, quotes),
    )
    views = views_page(dossier)
    yield page(
        places.page("views"),
        "views",
        "Analyst views",
        page=views,
        unnamed=_unnamed(views),
    )
    dated = rows(dossier)
    yield page(
        places.page("timeline"),
        "timeline",
        "Timeline",
        rows=dated,
        picture=timeline_picture(dated, dossier.briefing.article.published),
        needs_a_day=needs_a_day(dated),
    )
    source = source_page(dossier)
    yield page(
        places.page("source"),
        "source",
        "Source and method",
        page=source,
        words_in_words=words,
        found=source.found,
        headline=headline(),
        measured=MEASURED,
        downloads=(
            Link("briefing.json", places.file("briefing.json"), "everything on these pages as data"),
            Link("quotes.csv", places.file("quotes.csv"), "quotations and reported statements as a table"),
            Link(SCHEMA, SCHEMA, "what the fields of briefing.json mean, as a JSON Schema"),
        ),
    )
    seed = str(dossier.briefing.article.path)
    yield Page(places.file("briefing.json"), briefing_json(dossier), seed)
    yield Page(places.file("quotes.csv"), quotes_csv(dossier), seed)
    if with_card:
        yield Page(places.file(CARD), card_png(dossier), seed)


def link_to(here: str, target: str) -> Markdown:
    """A link's address on the page `here`; places and addresses hold nothing that Markdown could read."""
    return Markdown(relative(here, target))


def anchor(identifier: str) -> Markdown:
    """An id as it stands in HTML; characters that no id of ours has are left out."""
    return Markdown(re.sub(r"[^\w-]", "", identifier))


def page_meta(title: str, template: str, *, briefing: str = "", description: str = "") -> dict[str, Any]:
    """Front matter: both sidebars give way to the page, whose own links lead everywhere.

    `found_as` is what a search says of a hit and is narrowed by: the kind of page, and the briefing that it belongs to.
    """
    meta: dict[str, Any] = {"title": title}
    if description:
        meta["description"] = description
    kind = KINDS_OF_PAGE[template.removeprefix("all_")]
    return meta | {"hide": ["navigation", "toc"], "found_as": {"kind": kind, "briefing": briefing}}


def _page(
    dossier: Dossier,
    path: str,
    template: str,
    title: str,
    *,
    card_file: str,
    description: str = "",
    data: Mapping[str, Any] | None = None,
    **context: Any,
) -> Page:
    overview = dossier.places.page("index")
    body = render(
        f"{template}.md.j2",
        rel=partial(link_to, path),
        anchor=anchor,
        not_stated=NOT_STATED,
        pages=_bar(dossier.places, path),
        home=Link("All briefings", "index.md") if dossier.places.root else None,
        article=Link(one_line(dossier.briefing.article.title), overview) if path != overview else None,
        **context,
    )
    name = one_line(dossier.briefing.article.title)
    briefing = name if dossier.places.root else ""
    # On a site of several briefings, results of the search and tabs of the browser would else be alike.
    is_one_of_many = dossier.places.root and path != overview
    page_title = f"{title} – {clipped(name, TITLE_CHARACTERS)}" if is_one_of_many else title
    meta = page_meta(page_title, template, briefing=briefing, description=description)
    meta["social"] = {"type": "article" if path == overview else "website", "image": card_file}
    if data is not None:
        meta["linked_data"] = as_json(data)
    return Page(path, with_front_matter(body, meta), str(dossier.briefing.article.path), meta)


def _bar(places: Places, path: str) -> tuple[Link, ...]:
    """Links to the briefing's own pages; the site's navigation leads to them where there is one briefing only.

    The page at hand, and the list that it belongs to, is noted as current.
    """
    if not places.root:
        return ()
    folders = {
        places.page("issues/index"): places.root + "issues/",
        places.page("actors/index"): places.root + "actors/",
    }
    return tuple(
        Link(title, target, "current" if path == target or path.startswith(folders.get(target, "\0")) else "")
        for title, target in ((title, places.page(name)) for title, name in HUBS)
    )


def _length(card: SourceCard) -> str:
    return f"{counted(card.words, 'word')} in {counted(card.paragraphs, 'paragraph')}"


def _unnamed(views: ViewsPage) -> str:
    number = capitalised(counted(len(views.unnamed), "view"))
    return f"{number} of experts whom the article does not name, and whose credentials it does not state: " + (
        ", ".join(views.unnamed_words) + "."
    )
