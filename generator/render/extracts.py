"""A briefing in, how much of each of its lines may be printed out, so that no more than a share of the article shows.

An article is somebody's work unless its rights say otherwise. The most telling lines are opened whole, in order of
what a reader needs first, until the share is used up; of every other line only its first words show.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Briefing, Span
from generator.render.citations import Citations

# Enough to recognise a paragraph, too few to stand in for it.
FIRST_WORDS = 5
# Of a line for which the share has no room: as many as leave a fifth of the share to whole lines, if that can be.
FEWEST_WORDS = (8, 6, 4, 3)
LEFT_TO_WHOLE_LINES = 0.2
# Of a line that is opened whole. A long quotation carries a thought; of the article's own sentences the main clause
# is evidence enough.
MOST_QUOTED, MOST_OTHER = 45, 32

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Extracts:
    """Which words of an article may stand on its pages."""

    starts: tuple[int, ...]
    """Where each word of the body starts, in reading order."""
    ends: tuple[int, ...]
    open: bytes
    """For each word, whether it may be printed."""

    def shown(self, span: Span) -> Span:
        """The span up to the first word that may not be printed; at least its first word."""
        word = bisect_right(self.starts, span.start) - 1
        if word < 0 or self.ends[word] <= span.start:
            word += 1
        if word == len(self.starts) or self.starts[word] >= span.end:
            return span
        end = self.ends[word]
        while word < len(self.starts) and self.starts[word] < span.end and self.open[word]:
            end = self.ends[word]
            word += 1
        return Span(span.start, min(end, span.end))

    @property
    def share(self) -> float:
        """Of the body's words, how many may be printed: 0 to 1."""
        return sum(self.open) / len(self.open) if self.open else 0.0


def extracts_of(briefing: Briefing, weak: Iterable[Span], citations: Citations, share: float) -> Extracts:
    """Every line that a page prints gets its first words; `weak` ones, which only the data hold, no more than that.

    In a dense article the first words alone may take more than `share`; nothing else is opened then.
    """
    words = [
        (word.start() + p.span.start, word.end() + p.span.start)
        for p in briefing.article.paragraphs
        for word in _WORD.finditer(p.span.of(briefing.article.text))
    ]
    starts, ends = tuple(start for start, _ in words), tuple(end for _, end in words)
    lines = list(_lines(briefing, citations))
    room = int(share * len(words))

    def places(span: Span, most: int) -> range:
        first = max(bisect_right(starts, span.start) - 1, 0)
        if first < len(ends) and ends[first] <= span.start:
            first += 1
        return range(first, min(bisect_right(starts, span.end - 1), first + most))

    opened: set[int] = set()
    for fewest in FEWEST_WORDS:
        opened = {place for span in _always(briefing) for place in places(span, MOST_OTHER)}
        opened.update(place for p in briefing.article.paragraphs for place in places(p.span, FIRST_WORDS))
        opened.update(place for span, _ in lines for place in places(span, fewest))
        opened.update(place for span in weak for place in places(span, FEWEST_WORDS[-1]))
        if len(opened) <= room * (1 - LEFT_TO_WHOLE_LINES):
            break
    for span, most in lines:
        more = set(places(span, most)) - opened
        if len(opened) + len(more) <= room:
            opened |= more
    return Extracts(starts, ends, bytes(place in opened for place in range(len(words))))


def _always(briefing: Briefing) -> Iterator[Span]:
    """Short pieces that are printed whole: who says it and how, roles, terms, dates, figures, credentials, hedges."""
    for quote in briefing.quotes:
        yield from (span for span in (quote.source, quote.cue) if span)
    for term in briefing.terms:
        yield from term.spans
    for view in briefing.views:
        yield from view.hedges
        yield from (span for span in (view.credentials_span,) if span)
    yield from (actor.role_span for actor in briefing.actors if actor.role_span)
    yield from (event.words_span for event in briefing.events if event.words_span)
    yield from (span for figure in briefing.figures for span in figure.spans)


def _lines(briefing: Briefing, citations: Citations) -> Iterator[tuple[Span, int]]:
    """Everything that pages print as a line, with the most words of it; what a reader needs first comes first."""
    views = {view.quote for view in briefing.views if view.holder}
    direct = sorted((q for q in briefing.quotes if q.kind == "direct"), key=lambda q: q.id not in views)
    developments = [d.spans for i in briefing.issues for d in i.developments[:1]]
    developments += [d.spans for i in briefing.issues for d in i.developments[1:]]
    events = sorted(briefing.events, key=lambda event: event.kind != "upcoming")
    yield from ((span, MOST_OTHER) for point in briefing.overview.summary[:3] for span in point.spans)
    yield from ((span, MOST_QUOTED) for quote in direct[:3] for span in quote.spans)
    yield from ((span, MOST_OTHER) for spans in developments[: len(briefing.issues)] for span in spans)
    yield from ((span, MOST_OTHER) for point in briefing.overview.summary[3:] for span in point.spans)
    yield from ((span, MOST_QUOTED) for quote in direct[3:] for span in quote.spans)
    for kind in ("mixed", "indirect"):
        yield from ((span, MOST_OTHER) for quote in briefing.quotes if quote.kind == kind for span in quote.spans)
    yield from ((span, MOST_OTHER) for event in events for span in event.spans)
    yield from ((span, MOST_OTHER) for spans in developments[len(briefing.issues) :] for span in spans)
    yield from ((citations.sentence_of(figure.spans[0]), MOST_OTHER) for figure in briefing.figures)
