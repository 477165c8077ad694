"""A place of an article in, the text fragment out that opens it on the publisher's page (`#:~:text=`).

A browser takes the first place of the page that fits. A fragment therefore names as few words as find the place, and
more, or words before or after it, where the article has the same words earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from generator.model import Span

# At either end of a sentence; more would break where the page differs from the text we were given by a link or a space.
WORDS = 5
# More of them, where the article has these earlier.
MOST_WORDS = 10
# Around the sentence, where the article has the whole sentence earlier.
LEAST_AROUND, MOST_AROUND = 2, 8
# Publishers and what is copied from them differ in the kind of mark, and not every browser takes one for the other.
_MARKS = "\"'“”„‟‘’‚‛«»‹› "


@dataclass(frozen=True, slots=True)
class _Fragment:
    """Words by their numbers, half open."""

    start: tuple[int, int]
    end: tuple[int, int] | None = None
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True)
class Fragments:
    """Text fragments into one article."""

    text: str
    paragraphs: Sequence[Span]
    """In reading order."""

    def of(self, sentence: Span) -> str:
        """As it stands behind `#:~:text=`, encoded; finds the sentence's first words where nothing tells it apart."""
        ways = list(self._ways(sentence))
        found = next((way for way in ways if self._is_first(way)), ways[0])
        start = self._encoded(found.start, sentence, touches=(found.before is not None, found.after is not None))
        words = [start] + ([self._encoded(found.end, sentence)] if found.end else [])
        if found.before:
            words.insert(0, self._encoded(found.before, touches=(False, True)) + "-")
        if found.after:
            words.append("-" + self._encoded(found.after, touches=(True, False)))
        return ",".join(words)

    def _ways(self, sentence: Span) -> Iterator[_Fragment]:
        """The shortest first; context in the sentence's own paragraph before that in another, as ads stand between."""
        first = bisect_right(self._ends, sentence.start)
        last = max(bisect_left(self._starts, sentence.end), first + 1)
        if last - first <= 2 * WORDS:
            whole = _Fragment((first, last))
        else:
            for number in range(WORDS, min(MOST_WORDS, (last - first) // 2) + 1):
                yield self._from_end_to_end(first, last, number)
            whole = self._from_end_to_end(first, last, WORDS)
        yield whole
        number = bisect_right(self.paragraphs, sentence.start, key=lambda paragraph: paragraph.start) - 1
        own = self.paragraphs[number] if number >= 0 and self.paragraphs[number].covers(sentence) else sentence
        own_first, own_last = bisect_right(self._ends, own.start), bisect_left(self._starts, own.end)
        around = range(LEAST_AROUND, MOST_AROUND + 1)
        before = [(max(first - n, 0), first) for n in around if first]
        after = [(last, min(last + n, len(self._words))) for n in around if last < len(self._words)]
        for is_inside in (True, False):
            yield from (_Fragment(whole.start, whole.end, b) for b in before if (b[0] >= own_first) is is_inside)
            # Behind a range it would tell its end apart, and not its start.
            yield from (_Fragment((first, last), after=a) for a in after if (a[1] <= own_last) is is_inside)

    def _from_end_to_end(self, first: int, last: int, number: int) -> _Fragment:
        """The sentence's first words, and as many of its last as do not stand within it earlier."""
        for length in range(WORDS, last - first - number + 1):
            end = self._words[last - length : last]
            inside = range(first + number, last - length)
            if not any(self._words[n : n + length] == end for n in inside):
                return _Fragment((first, first + number), (last - length, last))
        return _Fragment((first, last))

    def _is_first(self, way: _Fragment) -> bool:
        start = way.before[0] if way.before else way.start[0]
        end = way.after[1] if way.after else way.start[1]
        length = end - start
        if length not in self._seen:
            places: dict[tuple[str, ...], int] = {}
            for number in range(len(self._words) - length + 1):
                places.setdefault(tuple(self._words[number : number + length]), number)
            self._seen[length] = places
        return self._seen[length][tuple(self._words[start:end])] == start

    def _encoded(
        self, pair: tuple[int, int], within: Span | None = None, *, touches: tuple[bool, bool] = (False, False)
    ) -> str:
        """The words without marks at their edges, but for an edge that context `touches`: it has to follow at once."""
        start, end = self._starts[pair[0]], self._ends[pair[1] - 1]
        if within:
            # A sentence that ends in the middle of what white space sets apart, such as at a dash.
            start, end = max(start, within.start), min(end, within.end)
        words = " ".join(self.text[start:end].split())
        bare = words if touches[0] else words.lstrip(_MARKS)
        bare = bare if touches[1] else bare.rstrip(_MARKS)
        # A hyphen has a meaning of its own in a fragment, and `quote` leaves it alone.
        return quote(bare or words, safe="", errors="replace").replace("-", "%2D")

    @cached_property
    def _seen(self) -> dict[int, dict[tuple[str, ...], int]]:
        """Where so many words in a row stand first, by their number; filled as it is asked."""
        return {}

    @cached_property
    def _words(self) -> list[str]:
        """As a browser compares them, or less exactly: what only looks the same costs some words of context."""
        return [re.sub(r"^\W+|\W+$", "", self.text[s:e].casefold().replace("’", "'")) for s, e in self._places]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._places]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._places]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(r"\S+", self.text)]
