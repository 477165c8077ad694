"""Dossiers in, the files out by which other programs follow a site: feeds, llms.txt and the schemas of its data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from xml.etree import ElementTree

from generator.render.cards import ARTICLE, EDITED, Statement
from generator.render.dossier import Dossier
from generator.render.escape import plain
from generator.render.overview import overview_page
from generator.render.page import Page
from generator.settings import Settings

SCHEMA, SIDECAR_SCHEMA = "briefing.schema.json", "sidecar.schema.json"
_ATOM = "http://www.w3.org/2005/Atom"
# Atom wants a date of every entry. That of an article without one is never today's, which would make each build differ.
NO_DATE = "1980-01-01"
# Readers of feeds ask for the newest; all of a large site would be fetched every hour by each of them.
MOST_ENTRIES = 50


def site_files(dossiers: Sequence[Dossier], settings: Settings) -> Iterator[Page]:
    """The schemas, llms.txt, and the feeds where the site's address is known: a feed's links cannot be relative."""
    ordered = _newest_first(dossiers)
    for name in (SCHEMA, SIDECAR_SCHEMA):
        yield Page(name, (files("generator") / "data" / name).read_text(encoding="utf-8"))
    yield Page("llms.txt", llms_txt(ordered))
    if settings.site_url:
        base, title = settings.site_url.rstrip("/") + "/", plain(settings.site_name)
        yield Page("feed.json", json_feed(ordered[:MOST_ENTRIES], base, title=title))
        yield Page("atom.xml", atom(ordered[:MOST_ENTRIES], base, title=title))


def json_feed(dossiers: Sequence[Dossier], base: str, *, title: str) -> str:
    """JSON Feed 1.1 (jsonfeed.org): each briefing with its bottom line, as its overview prints it."""
    items = []
    for dossier in dossiers:
        article = dossier.briefing.article
        item: dict[str, object] = {
            "id": _identifier(dossier, base),
            "url": base + dossier.places.root,
            "title": plain(article.title),
            "content_text": _bottom_line(dossier),
        }
        if article.published:
            item["date_published"] = f"{article.published.isoformat()}T00:00:00Z"
        if dossier.corrected and dossier.corrected.day:
            item["date_modified"] = f"{dossier.corrected.day.isoformat()}T00:00:00Z"
        if article.url:
            item["external_url"] = article.url
        data = {"url": base + dossier.places.file("briefing.json"), "mime_type": "application/json"}
        items.append(item | {"attachments": [data]})
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": base,
        "feed_url": base + "feed.json",
        "language": "en",
        "authors": [{"name": title}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def atom(dossiers: Sequence[Dossier], base: str, *, title: str) -> str:
    """Atom (RFC 4287): the same entries."""
    feed = ElementTree.Element("feed", {"xmlns": _ATOM})
    days = [_day(dossier) for dossier in dossiers]
    _add(feed, "id", base)
    _add(feed, "title", title)
    _add(feed, "updated", f"{max(days, default=NO_DATE)}T00:00:00Z")
    _add(_add(feed, "author"), "name", title)
    _add(feed, "link", rel="self", href=base + "atom.xml")
    _add(feed, "link", rel="alternate", href=base)
    for dossier in dossiers:
        article, entry = dossier.briefing.article, _add(feed, "entry")
        _add(entry, "id", _identifier(dossier, base))
        _add(entry, "title", plain(article.title))
        _add(entry, "updated", f"{_day(dossier)}T00:00:00Z")
        if article.published:
            _add(entry, "published", f"{article.published.isoformat()}T00:00:00Z")
        _add(entry, "link", rel="alternate", href=base + dossier.places.root)
        if article.url:
            _add(entry, "link", rel="via", href=article.url)
        _add(entry, "summary", _bottom_line(dossier))
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def llms_txt(dossiers: Sequence[Dossier]) -> str:
    """What programs that read Markdown are told (llmstxt.org): how to quote from the site, and where its data is."""
    lines = [
        "# Briefing",
        "",
        "> News articles as briefings: who says what about which issue, each statement with its place in the article.",
        "",
        "Each article is one source and has not been verified. Words in `quotes` of kind `indirect` are the article's "
        "paraphrase: never set them in quotation marks. `actors`, dates and issues are resolved by a program; `edits` "
        "lists what an editor has corrected.",
        "",
        "## Briefings",
        "",
    ]
    for dossier in dossiers:
        title = "".join(f"\\{mark}" if mark in "\\[]<>`*_" else mark for mark in plain(dossier.briefing.article.title))
        lines.append(f"- [{title}]({dossier.places.file('briefing.json')}): everything on its pages as data")
    lines += ["", "## Format", "", f"- [JSON Schema]({SCHEMA}): what the fields mean", ""]
    return "\n".join(lines)


def _identifier(dossier: Dossier, base: str) -> str:
    """The same for good: a briefing moves into a folder when a second article comes, and is no new one for that."""
    return f"{base}#{dossier.briefing.article.slug}"


def _day(dossier: Dossier) -> str:
    """When the briefing became what it is: the day of its article, or that of an editor's latest correction."""
    days = [dossier.briefing.article.published, dossier.corrected.day if dossier.corrected else None]
    return max((day.isoformat() for day in days if day), default=NO_DATE)


def _newest_first(dossiers: Sequence[Dossier]) -> list[Dossier]:
    """Undated ones last; those of one day in the order of the seeds."""
    return sorted(dossiers, key=lambda d: -(d.briefing.article.published or date.min).toordinal())


def _bottom_line(dossier: Dossier) -> str:
    return " ".join(_labelled(item) for item in overview_page(dossier).bottom_line)


def _labelled(item: Statement) -> str:
    """A line that is not the article's own says so: there is no colour and no chip in a feed."""
    speaker = item.speaker.name if item.speaker else item.source
    notes = [] if item.label in (ARTICLE, EDITED) else [item.label + (f": {speaker}" if speaker else "")]
    if item.edit:
        notes.append(f"{EDITED} {item.edit.when}".rstrip())
    note = f" ({'; '.join(notes)})" if notes else ""
    return plain(item.text + note)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element
