"""A dossier in, what schema.org calls its pages out: JSON-LD for search engines and for reference managers.

It says no more than the pages do: what the article states, what is quoted of it, and what this site resolved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model import Actor
from generator.render.actors import ActorPage
from generator.render.cards import QUOTED, QuoteCard
from generator.render.dossier import Dossier
from generator.render.escape import Markdown, plain
from generator.render.quotes import QuotesPage
from generator.settings import Settings

_TYPES = {"person": "Person", "organization": "Organization", "government": "GovernmentOrganization", "group": "Thing"}
# Those that a reader meets first; a long list tells no machine more.
MOST_MENTIONED = 12
# What ends a script element or opens a comment, whatever stands around it.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def as_json(data: Mapping[str, Any]) -> Markdown:
    """Ready for a script element: nothing in it can end the element, and no tool reads it as Markdown."""
    text = json.dumps({"@context": "https://schema.org"} | dict(data), ensure_ascii=True, separators=(",", ":"))
    return Markdown(text.translate(_ESCAPES))


def of_overview(dossier: Dossier, settings: Settings) -> dict[str, Any]:
    """The briefing as a Report based on a NewsArticle, with the matters and the actors that it is about.

    It is dated by its article, as in feeds and sitemap, and the site is its creator: no person wrote it.
    """
    briefing = dossier.briefing
    found: dict[str, Any] = {"@type": "Report", "name": plain(briefing.article.title), "inLanguage": "en"}
    if settings.site_url:
        found["url"] = f"{settings.site_url.rstrip('/')}/{dossier.places.root}"
    if briefing.article.published:
        found["datePublished"] = briefing.article.published.isoformat()
    if dossier.corrected and dossier.corrected.day:
        found["dateModified"] = dossier.corrected.day.isoformat()
    return found | {
        "creator": {"@type": "Organization", "name": plain(settings.site_name)},
        "isBasedOn": _article(dossier),
        "about": [{"@type": "Thing", "name": plain(issue.name)} for issue in briefing.issues],
        "mentions": [_actor(actor) for actor in briefing.actors[:MOST_MENTIONED]],
    }


def of_quotes(dossier: Dossier, page: QuotesPage) -> dict[str, Any]:
    """The quotations as Quotations of their speakers; paraphrases are none, and are left out."""
    actors = dossier.briefing.actor_by_id
    quoted = [card for card in page.quoted if card.label == QUOTED]
    return {
        "@type": "CollectionPage",
        "name": "Quotes",
        "isBasedOn": _article(dossier),
        "hasPart": [{"@id": f"#{card.id}"} | _quotation(card, actors.get(card.speaker_id)) for card in quoted],
    }


def of_actor(dossier: Dossier, page: ActorPage) -> dict[str, Any]:
    """The actor, with role and affiliation as the article prints them, and the quotations of its own words."""
    actor = dossier.briefing.actor_by_id[page.id]
    quoted = [card for card in page.said if card.label == QUOTED]
    own = {"@reverse": {"creator": [_quotation(card, None) for card in quoted]}} if quoted else {}
    return _actor(actor) | own


def _article(dossier: Dossier) -> dict[str, Any]:
    article = dossier.briefing.article
    found: dict[str, Any] = {"@type": "NewsArticle", "headline": plain(article.title), "inLanguage": article.language}
    if article.published:
        found["datePublished"] = article.published.isoformat()
    if article.byline:
        found["author"] = [{"@type": "Person", "name": plain(name)} for name in article.byline]
    if article.publisher:
        found["publisher"] = {"@type": "Organization", "name": plain(article.publisher)}
    if article.url:
        found["url"] = article.url
    return found


def _actor(actor: Actor) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": _TYPES[actor.kind], "name": plain(actor.name)}
    if actor.aliases:
        found["alternateName"] = [plain(name) for name in actor.aliases]
    if actor.kind == "person" and actor.role:
        found["jobTitle"] = plain(actor.role)
    if actor.kind == "person" and actor.affiliation:
        found["affiliation"] = {"@type": "Organization", "name": plain(actor.affiliation)}
    return found


def _quotation(card: QuoteCard, speaker: Actor | None) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Quotation", "text": plain(" … ".join(card.parts))}
    if speaker is not None:
        found["creator"] = _actor(speaker)
    return found
