"""What holds for the briefing of any text: places lie inside and are verbatim, ids are unique, references resolve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from generator.model import Briefing, Quote, Span
from generator.render.page import Page

KINDS = {
    "actor": {"person", "organization", "government", "group"},
    "mention": {"name", "pronoun", "description"},
    "aside": {"inside", "credit"},
    "quote": {"direct", "mixed", "indirect"},
    "development": {"happened", "planned", "blocked", "claimed"},
    "event": {"past", "upcoming"},
}
_LINK = re.compile(r"\]\(([^)\s]*)\)")
_ANCHOR = re.compile(r"""\{[^}\n]*#([\w-]+)|\bid="([\w-]+)\"""")


def faults_of(briefing: Briefing) -> list[str]:
    """Everything that is wrong with a briefing, a line each."""
    return [*_places(briefing), *_words(briefing), *_identifiers(briefing), *_references(briefing), *_kinds(briefing)]


def faults_of_pages(pages: Sequence[Page]) -> list[str]:
    """Two pages at one path, and links between pages that lead nowhere."""
    content = {page.path: page.content for page in pages}
    found = [] if len(content) == len(pages) else ["two pages have one path"]
    anchors = {path: {a or b for a, b in _ANCHOR.findall(text)} for path, text in content.items()}
    for page in pages:
        if page.path.endswith(".md"):
            for target in dict.fromkeys(_LINK.findall(page.content)):
                if not re.match(r"[a-z]+:", target):
                    found += _dead(page.path, target, anchors)
    return found


def _dead(here: str, target: str, anchors: dict[str, set[str]]) -> Iterator[str]:
    path, _, anchor = target.partition("#")
    parts = here.split("/")[:-1] if path else here.split("/")
    for part in filter(None, path.split("/")):
        if part == "..":
            del parts[-1:]
        else:
            parts.append(part)
    there = "/".join(parts)
    if there not in anchors:
        yield f"{here}: {target} leads nowhere"
    elif anchor and anchor not in anchors[there]:
        yield f"{here}: {target} leads to no anchor"


def _spans(briefing: Briefing) -> Iterator[tuple[str, Sequence[Span | None]]]:
    yield "sentence", briefing.sentences
    yield "paragraph", [p.span for p in briefing.article.paragraphs]
    for point in briefing.overview.summary:
        yield "point", point.spans
    for actor in briefing.actors:
        yield f"mentions of {actor.name}", [mention.span for mention in actor.mentions]
        yield f"asides of {actor.name}", [mention.span for mention in actor.asides]
        yield f"role of {actor.name}", [actor.role_span]
    for quote in briefing.quotes:
        yield f"quote {quote.id}", quote.spans
        yield f"source of {quote.id}", [quote.source]
        yield f"cue of {quote.id}", [quote.cue]
    for finding in (*briefing.terms, *briefing.events, *briefing.figures):
        yield finding.id, finding.spans
    for event in briefing.events:
        yield f"words of {event.id}", [event.words_span]
    for issue in briefing.issues:
        yield f"name of {issue.id}", [issue.name_span]
        for development in issue.developments:
            yield f"development of {issue.id}", development.spans
    for view in briefing.views:
        yield f"credentials of {view.id}", [view.credentials_span]
        yield f"hedges of {view.id}", view.hedges


def _places(briefing: Briefing) -> Iterator[str]:
    size = len(briefing.article.text)
    for where, all_spans in _spans(briefing):
        spans = [span for span in all_spans if span is not None]
        if not all(0 <= span.start < span.end <= size for span in spans):
            yield f"{where}: a span is empty or outside: {spans}"
        if not all(before.start <= after.start for before, after in pairwise(spans)):
            yield f"{where}: not in reading order: {spans}"
    for quote in (*briefing.quotes, *briefing.terms):
        if not quote.spans or any(before.overlaps(after) for before, after in pairwise(quote.spans)):
            yield f"{quote.id}: no span, or two that overlap"


def _words(briefing: Briefing) -> Iterator[str]:
    """What is "as printed" stands in the article, line breaks and runs of spaces aside."""
    text = briefing.article.text
    whole = _plain(text)

    def printed(where: str, words: str | None, spans: Sequence[Span | None] = ()) -> Iterator[str]:
        places = [_plain(span.of(text)) for span in spans if span is not None]
        if words is not None and not (_plain(words) in whole and words.strip()):
            yield f"{where}: {words!r} is not printed"
        elif words is not None and places and not any(_plain(words) in place for place in places):
            yield f"{where}: {words!r} is not what its place prints: {places}"

    for actor in briefing.actors:
        yield from printed(f"role of {actor.name}", actor.role, [actor.role_span])
        yield from printed(f"affiliation of {actor.name}", actor.affiliation)
    for event in briefing.events:
        yield from printed(event.id, event.words or None, [event.words_span])
    for figure in briefing.figures:
        yield from printed(figure.id, figure.words, figure.spans)
    for view in briefing.views:
        # A name in capitals is printed as prose prints it.
        if view.holder_words and _plain(view.holder_words).casefold() not in whole.casefold():
            yield f"holder of {view.id}: {view.holder_words!r} is not printed"
        yield from printed(f"credentials of {view.id}", view.credentials, [view.credentials_span])
    for point in briefing.overview.summary:
        if not point.text.strip() or not point.spans:
            yield f"point {point.text!r} is empty"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _identifiers(briefing: Briefing) -> Iterator[str]:
    findings = (briefing.actors, briefing.quotes, briefing.terms, briefing.issues, briefing.views, briefing.events)
    ids = [finding.id for group in findings for finding in group] + [figure.id for figure in briefing.figures]
    yield from (f"{each} is the id of two findings" for each in {*ids} if ids.count(each) > 1)
    yield from (f"{each!r} is no id" for each in ids if not re.fullmatch(r"[\w-]+", each))


def _references(briefing: Briefing) -> Iterator[str]:
    paragraphs = {paragraph.id for paragraph in briefing.article.paragraphs}

    def known(where: str, ids: Sequence[str | None], there: object) -> Iterator[str]:
        yield from (f"{where}: there is no {each}" for each in ids if each is not None and each not in there)  # type: ignore[operator]
        if len({*ids}) < len(ids):
            yield f"{where}: twice the same in {ids}"

    for quote in briefing.quotes:
        yield from known(quote.id, [quote.speaker], briefing.actor_by_id)
    for issue in briefing.issues:
        yield from known(issue.id, issue.paragraphs, paragraphs)
        yield from known(issue.id, issue.actors, briefing.actor_by_id)
        yield from known(issue.id, issue.quotes, briefing.quote_by_id)
    for view in briefing.views:
        yield from known(view.id, [view.quote], briefing.quote_by_id)
        yield from known(view.id, [view.holder], briefing.actor_by_id)
        yield from known(view.id, view.issues, briefing.issue_by_id)


def _kinds(briefing: Briefing) -> Iterator[str]:
    kinds = [("actor", actor.kind) for actor in briefing.actors]
    kinds += [("mention", mention.kind) for actor in briefing.actors for mention in actor.mentions]
    kinds += [("aside", mention.kind) for actor in briefing.actors for mention in actor.asides]
    kinds += [("quote", quote.kind) for quote in briefing.quotes]
    kinds += [("development", item.status) for issue in briefing.issues for item in issue.developments]
    kinds += [("event", event.kind) for event in briefing.events]
    yield from (f"{kind!r} is no kind of {of}" for of, kind in kinds if kind not in KINDS[of])
    for actor in briefing.actors:
        if not (0 <= actor.salience <= 1 and actor.name.strip() and actor.mentions):
            yield f"{actor.name!r}: nameless, nowhere mentioned or of salience {actor.salience}"
    for quote in briefing.quotes:
        if not 0 <= quote.confidence <= 1:
            yield f"{quote.id}: confidence {quote.confidence}"
    for event in briefing.events:
        if event.date and not _is_date(event.date):
            yield f"{event.id}: {event.date} is no date"
    yield from (
        f"{quote.id}: quoted without marks: {_around(briefing, quote)}"
        for quote in briefing.quotes
        if not _has_marks(briefing, quote)
    )


def _is_date(words: str) -> bool:
    try:
        return bool(date.fromisoformat((words + "-01-01")[:10] if len(words) == 4 else (words + "-01")[:10]))
    except ValueError:
        return False


def _has_marks(briefing: Briefing, quote: Quote) -> bool:
    """Words called direct speech begin behind a mark: nothing but marks and spaces lies between."""
    if quote.kind != "direct":
        return True
    before = briefing.article.text[: quote.spans[0].start].rstrip()
    return bool(before) and not before[-1].isalnum()


def _around(briefing: Briefing, quote: Quote) -> str:
    start = quote.spans[0].start
    return repr(briefing.article.text[max(start - 60, 0) : start] + "▶" + briefing.article.text[start : start + 60])
