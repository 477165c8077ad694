"""A text in, the topics that its own subheadings name out, each with its section's paragraphs."""

from __future__ import annotations

from itertools import pairwise

from generator.extract.common.stems import stem
from generator.extract.issue.phrases import BROAD, FRAME, MATTER, Phrase, noun_kind
from generator.extract.issue.topics import Topic
from generator.model import Text

# In tokens. A heading is short; what follows it is a paragraph of prose.
LONGEST_HEADING, SHORTEST_PROSE = 7, 12
# One short line is a kicker or a leftover; two make sections.
FEWEST = 2
# What stands under the last heading of a news article is often all the rest of it.
LONG, WIDEST = 8, 0.5
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD", "PRP", "``", "''"})


def find_sections(text: Text) -> list[Topic]:
    """In reading order; empty for an article without subheadings. A section ends where the next one begins."""
    ranges = _paragraph_ranges(text)
    headings = [
        (paragraph, first, last)
        for (paragraph, first, last), following in pairwise(ranges)
        if paragraph >= 0 and following[2] - following[1] >= SHORTEST_PROSE and _is_heading(text, first, last)
    ]
    if len(headings) < FEWEST:
        return []
    size = len(text.article.paragraphs)
    ends = [paragraph for paragraph, _, _ in headings[1:]] + [size]
    return [
        _section(text, first, last, range(paragraph, end))
        for (paragraph, first, last), end in zip(headings, ends, strict=True)
        if end - paragraph <= max(LONG, WIDEST * size)
    ]


def _paragraph_ranges(text: Text) -> list[tuple[int, int, int]]:
    """Index, first and last token (excluded) of each paragraph that has tokens."""
    ranges: list[tuple[int, int, int]] = []
    for first, last in text.sentences:
        paragraph = text.paragraph_of[first]
        if ranges and ranges[-1][0] == paragraph:
            ranges[-1] = (paragraph, ranges[-1][1], last)
        else:
            ranges.append((paragraph, first, last))
    return ranges


def _is_heading(text: Text, first: int, last: int) -> bool:
    """A few words without a verb that begin with a capital letter and hold a word for a matter."""
    tags = text.tags[first:last]
    # "Pause." alone is a word of the story.
    kinds = {MATTER, BROAD} if sum(tag[0] in "NJ" for tag in tags) == 1 else {MATTER, BROAD, FRAME}
    return (
        last - first <= LONGEST_HEADING
        and text.words[first][0].isupper()
        and _FINITE.isdisjoint(tags)
        and text.words[last - 1] not in {"?", ":", ",", "!"}
        and any(noun_kind(lemma) in kinds for lemma in _lemmas(text, first, last))
    )


def _lemmas(text: Text, first: int, last: int) -> list[str]:
    """Of its words as if they were common nouns: headings are printed in capitals."""
    return [form for word in text.words[first:last] for form in (word.lower(), word.lower().removesuffix("s"))]


def _section(text: Text, first: int, last: int, paragraphs: range) -> Topic:
    while last > first + 1 and not text.words[last - 1][-1].isalnum():
        last -= 1
    while first < last - 1 and text.tags[first] in ("DT", "JJR", "JJS"):
        first += 1
    stems = tuple(stem(text.words[n].lower()) for n in range(first, last) if text.tags[n][0] in "NJ")
    phrase = Phrase(first, last, stems, MATTER, is_cued=True)
    return Topic(stems, MATTER, [phrase], set(paragraphs), is_section=True)
