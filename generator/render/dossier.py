"""A briefing with what all of its pages need: places, citations, and who is mentioned where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator import lexicon
from generator.model import Briefing, Quote, Span
from generator.render.citations import Citations
from generator.render.edited import EditMark, edit_marks, joined
from generator.render.extracts import Extracts, extracts_of
from generator.render.places import Places
from generator.render.selection import selected
from generator.settings import Settings


@dataclass(frozen=True)
class Dossier:
    """One briefing, made ready for its pages."""

    whole: Briefing
    """With what only briefing.json holds."""
    places: Places
    extract_share: float = Settings().extract_share
    """As in `Settings`."""

    @cached_property
    def briefing(self) -> Briefing:
        """What the pages show."""
        return selected(self.whole, self._edited)

    @cached_property
    def extracts(self) -> Extracts:
        kept = self.briefing.quote_by_id
        weak = [span for quote in self.whole.quotes if quote.id not in kept for span in quote.spans]
        return extracts_of(self.briefing, weak, self.citations, self.extract_share)

    def shown(self, span: Span) -> Span:
        """As much of a line as the article's rights allow on a page: all of it, or its first words."""
        return span if self.citations.is_full else self.extracts.shown(span)

    def is_telling(self, spans: tuple[Span, ...]) -> bool:
        """Whether so much of a line may be shown that it says something."""
        shown = self.shown(spans[0])
        words, most = len(shown.of(self.text).split()), len(spans[0].of(self.text).split())
        return shown == spans[0] or (words >= FEWEST_TELLING and words * MOST_CUT >= most)

    def words(self, spans: tuple[Span, ...], *, with_gaps: str = " … ") -> str:
        """The words of the spans as far as they may be shown; an ellipsis where they break off."""
        pieces = []
        for span in spans:
            shown = self.shown(span)
            pieces.append(" ".join(shown.of(self.text).split()))
            if shown != span:
                return with_gaps.join(pieces) + " …"
        return with_gaps.join(pieces)

    @property
    def text(self) -> str:
        return self.whole.article.text

    @cached_property
    def citations(self) -> Citations:
        return Citations(self.whole, self.places)

    def quote_around(self, span: Span) -> Quote | None:
        """The quotation or reported statement within which `span` lies; the shortest one where they nest."""
        last = bisect_right(self._quote_starts, span.start)
        around = [q for start, end, q in self._quote_spans[max(last - NESTED, 0) : last] if span.end <= end]
        return around[-1] if around else None

    def quote_over(self, span: Span) -> Quote | None:
        """The quotation or reported statement that makes up half of `span` or more: "…, analysts say." is analysts'."""
        first = max(bisect_right(self._quote_starts, span.start) - NESTED, 0)
        last = bisect_left(self._quote_starts, span.end)
        shared: dict[str, int] = {}
        for start, end, quote in self._quote_spans[first:last]:
            shared[quote.id] = shared.get(quote.id, 0) + max(min(end, span.end) - max(start, span.start), 0)
        most = max(shared, key=lambda identifier: shared[identifier], default="")
        return self.briefing.quote_by_id[most] if most and 2 * shared[most] >= len(span) > 0 else None

    def actors_in(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """Ids of the actors that are mentioned within the spans, each once, in reading order."""
        found: dict[str, None] = {}
        for span in spans:
            first = bisect_left(self._mention_starts, span.start)
            last = bisect_left(self._mention_starts, span.end)
            found.update((actor, None) for _, end, actor in self._mentions[first:last] if end <= span.end)
        return tuple(found)

    def opener(self, span: Span) -> tuple[str, str]:
        """The pronoun that a line opens with and the id of the actor that it means; empty where there is none."""
        word = span.of(self.text).split(maxsplit=1)[:1]
        if not word or word[0].casefold() not in lexicon.words("pronoun_openers"):
            return "", ""
        place = bisect_left(self._mentions, (span.start, 0, ""))
        start, _, actor = self._mentions[place] if place < len(self._mentions) else (-1, 0, "")
        return word[0], actor if start == span.start else ""

    def stands_alone(self, span: Span) -> bool:
        """Whether a line opens with no pronoun, or with one whose actor is known."""
        word, actor = self.opener(span)
        return bool(actor) or not word

    def edit_of(self, *identifiers: str | None) -> EditMark | None:
        """The mark of the first of these findings that the editor has changed; None where that is none of them."""
        return next((self._edits[identifier] for identifier in identifiers if identifier in self._edits), None)

    @cached_property
    def edits(self) -> tuple[EditMark, ...]:
        """A mark for each correction, in the sidecar's order."""
        return edit_marks(self.whole.edits, self.places.page("source"))

    @cached_property
    def corrected(self) -> EditMark | None:
        """All corrections as one, with the day of the latest; None where there is none."""
        return joined(list(self.edits), self.places.page("source", "corrections")) if self.edits else None

    @cached_property
    def _edits(self) -> dict[str | None, EditMark]:
        found: dict[str | None, list[EditMark]] = {}
        for edit, mark in zip(self.whole.edits, self.edits, strict=True):
            for identifier in dict.fromkeys((*edit.findings, *edit.effects)):
                found.setdefault(identifier, []).append(mark)
        return {identifier: joined(marks) for identifier, marks in found.items()}

    @cached_property
    def _quote_spans(self) -> list[tuple[int, int, Quote]]:
        spans = [(s.start, s.end, quote) for quote in self.briefing.quotes for s in quote.spans]
        return sorted(spans, key=lambda item: (item[0], -item[1]))

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _, _ in self._quote_spans]

    @cached_property
    def _mentions(self) -> list[tuple[int, int, str]]:
        return sorted((m.span.start, m.span.end, a.id) for a in self.briefing.actors for m in a.mentions)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [start for start, _, _ in self._mentions]

    @cached_property
    def _edited(self) -> frozenset[str]:
        return frozenset(finding for edit in self.whole.edits for finding in edit.findings)


# Words of a line that breaks off: fewer are an opening and no news.
FEWEST_TELLING = 8
# A long line of which less than one word in so many shows has not come to its verb yet.
MOST_CUT = 3

# How many quotations that start before a place are looked at: nesting is rarely deeper than three.
NESTED = 8
