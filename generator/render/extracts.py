"""A briefing in, how much of each of its lines may be printed out, so that no more than a share of the article shows.

An article is somebody's work unless its rights say otherwise. The most telling lines are opened whole, in order of
what a reader needs first, until the share is used up; of every other line only its first words show.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import BOTTOM_LINE_WORDS, Briefing, Quote, Span
from generator.render.citations import Citations
from generator.render.leading import carrying_quotes, developments_in_turn
from generator.render.phrases import break_before, closes

# Enough to recognise a paragraph, too few to stand in for it.
FIRST_WORDS = 3
# The most of a line, in words. A long quotation carries a thought; of the article's own sentences the main clause is
# evidence enough.
MOST_QUOTED, MOST_OTHER = 45, 32
# Of lines on the board and of what to watch: what its columns show without growing past a screen.
MOST_ON_BOARD = 22
# The least of a line: enough to find it again.
FEWEST = 3
# So many key points are opened before the quotations that do not carry the story.
FEWEST_POINTS = 2

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Extracts:
    """Which words of an article may stand on its pages."""

    starts: tuple[int, ...]
    """Where each word of the body starts, in reading order."""
    ends: tuple[int, ...]
    open: bytes
    """For each word, whether it may be printed."""
    closes: bytes
    """For each word, whether a phrase is whole with it, so that a line may break off behind it."""

    def shown(self, span: Span) -> Span:
        """The span up to the first word that may not be printed, or to the phrase before; at least its first word."""
        first = after = _word_at(span.start, self.starts, self.ends)
        if first == len(self.starts) or self.starts[first] >= span.end:
            return span
        while after < len(self.starts) and self.starts[after] < span.end and self.open[after]:
            after += 1
        if after < len(self.starts) and self.starts[after] < span.end:
            after = break_before(first, after, self.closes)
        return Span(span.start, min(self.ends[max(after - 1, first)], span.end))

    @property
    def share(self) -> float:
        """Of the body's words, how many may be printed: 0 to 1."""
        return sum(self.open) / len(self.open) if self.open else 0.0


def extracts_of(briefing: Briefing, weak: Iterable[Span], citations: Citations, share: float) -> Extracts:
    """Line after line whole, the most telling first, until the share is used up; a few words of every other one.

    What room is then left goes to those others, as many words to each. Of `weak` lines, which only the data hold, one
    word is printed. In a dense article the first words alone may take more than `share`.
    """
    words = [
        Span(word.start() + p.span.start, word.end() + p.span.start)
        for p in briefing.article.paragraphs
        for word in _WORD.finditer(p.span.of(briefing.article.text))
    ]
    starts, ends = tuple(word.start for word in words), tuple(word.end for word in words)
    closing = closes([word.of(briefing.article.text) for word in words])
    room = int(share * len(words))

    def places(span: Span, most: int) -> range:
        first = _word_at(span.start, starts, ends)
        last = bisect_right(starts, span.end - 1)
        return range(first, last if last <= first + most else break_before(first, first + most, closing))

    leading, others = list(_leading(briefing)), list(_others(briefing, citations))
    needed = {place for span in _always(briefing) for place in places(span, MOST_OTHER)}
    needed.update(place for p in briefing.article.paragraphs for place in places(p.span, FIRST_WORDS))
    needed.update(place for span in weak for place in places(span, 1))
    needed.update(place for span, _ in (*leading, *others) for place in places(span, FEWEST))
    opened = _filled(needed, (set(places(*line)) for line in (*leading, *others)), room)
    for most in range(MOST_OTHER, FEWEST, -1):
        more = {place for span, _ in others for place in places(span, most)}
        if len(opened | more) <= room:
            opened |= more
            break
    return Extracts(starts, ends, bytes(place in opened for place in range(len(words))), closing)


def _word_at(place: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> int:
    """The number of the word at or behind a place of the text."""
    word = max(bisect_right(starts, place) - 1, 0)
    return word + 1 if word < len(ends) and ends[word] <= place else word


def _filled(opened: set[int], lines: Iterable[set[int]], room: int) -> set[int]:
    """With every line, in their order, that there is still room for."""
    filled = set(opened)
    for line in lines:
        if len(filled) + len(line - filled) <= room:
            filled |= line
    return filled


def _always(briefing: Briefing) -> Iterator[Span]:
    """Short pieces that are printed whole: who says it and how, roles, terms, dates, figures, credentials, hedges."""
    for quote in briefing.quotes:
        yield from (span for span in (quote.source, quote.cue, quote.stands_for) if span)
    for term in briefing.terms:
        yield from term.spans
    for view in briefing.views:
        yield from view.hedges
        yield from (span for span in (view.credentials_span,) if span)
    yield from (actor.role_span for actor in briefing.actors if actor.role_span)
    yield from (event.words_span for event in briefing.events if event.words_span)
    yield from (span for figure in briefing.figures for span in figure.spans)


def _leading(briefing: Briefing) -> Iterator[tuple[Span, int]]:
    """The lines that the overview stands on, with the most words of each; then what people said, which is cited."""
    points, bottom = briefing.overview.summary, briefing.overview.bottom_line_length
    upcoming = [event.spans[0] for event in briefing.events if event.kind == "upcoming"]
    yield from ((span, BOTTOM_LINE_WORDS) for point in points[:bottom] for span in point.spans)
    columns = [_distinct(briefing, *statuses) for statuses in (("happened",), ("planned", "claimed"), ("blocked",))]
    yield from ((span, MOST_QUOTED) for quote in carrying_quotes(briefing) for span in quote.spans)
    yield from ((span, MOST_ON_BOARD) for turn in range(2) for column in columns for span in column[turn : turn + 1])
    yield from ((span, MOST_ON_BOARD) for span in upcoming[:2])
    # Key points are what the board does not have already.
    told = {span.start for column in columns for span in column[:3]}
    fresh = [span for point in points[bottom:] for span in point.spans[:1] if span.start not in told]
    yield from ((span, MOST_OTHER) for span in fresh[:FEWEST_POINTS])
    experts = _of_experts(briefing)
    quotes = [q for q in (*experts, *briefing.quotes) if q.kind != "indirect"]
    yield from ((span, MOST_QUOTED) for quote in quotes for span in quote.spans)
    yield from ((span, MOST_OTHER) for quote in experts for span in quote.spans)
    yield from ((span, MOST_OTHER) for span in fresh[FEWEST_POINTS:])
    yield from ((span, MOST_OTHER) for point in points[bottom:] for span in point.spans)
    yield from ((span, MOST_ON_BOARD) for span in upcoming[2:4])
    yield from ((span, MOST_ON_BOARD) for i in briefing.issues for d in i.developments[:1] for span in d.spans)


def _distinct(briefing: Briefing, *statuses: str) -> list[Span]:
    """The first spans of a column's lines, each once; those that the bottom line says already come last."""
    bottom = {s for point in briefing.overview.summary[: briefing.overview.bottom_line_length] for s in point.spans}
    found = dict.fromkeys(spans[0] for _, _, spans in developments_in_turn(briefing, statuses))
    return sorted(found, key=lambda span: span in bottom)


def _others(briefing: Briefing, citations: Citations) -> Iterator[tuple[Span, int]]:
    """All else that pages print as a line; what a reader needs first comes first."""
    events = sorted(briefing.events, key=lambda event: event.kind != "upcoming")
    yield from ((span, MOST_OTHER) for quote in briefing.quotes for span in quote.spans)
    yield from ((span, MOST_OTHER) for event in events for span in event.spans)
    yield from ((span, MOST_OTHER) for i in briefing.issues for d in i.developments[1:] for span in d.spans)
    yield from ((citations.sentence_of(figure.spans[0]), MOST_OTHER) for figure in briefing.figures)


def _of_experts(briefing: Briefing) -> list[Quote]:
    """What their views rest on, those of named ones first."""
    found = [briefing.quote_by_id[v.quote] for v in briefing.views if v.quote in briefing.quote_by_id]
    named = {view.quote for view in briefing.views if view.holder}
    return sorted(found, key=lambda quote: quote.id not in named)
