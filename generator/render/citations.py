"""A span in, its citation out: paragraph and sentence in words, and the link that opens the place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlsplit, urlunsplit

from generator.model import Briefing, Span
from generator.render.fragments import Fragments
from generator.render.places import Places
from generator.render.wording import one_line


@dataclass(frozen=True, slots=True)
class Cite:
    """Where in the article something stands."""

    mark: str
    """"¶3.2" for the third paragraph's second sentence; "title"."""
    words: str
    """The same in words: "Paragraph 3, sentence 2"."""
    href: str
    """A page below docs/ with its anchor, or the publisher's address."""
    sentence: str | None
    """What stands there, where the article's rights allow the whole text; else None."""
    is_outside: bool
    """Whether the link leads to the publisher."""


@dataclass(frozen=True)
class Citations:
    """Citations of one briefing."""

    briefing: Briefing
    places: Places

    @property
    def is_full(self) -> bool:
        """Whether the site may carry the whole text."""
        return self.briefing.article.rights == "full"

    def cite(self, span: Span) -> Cite:
        """The sentence in which `span` starts. Text outside every paragraph cites the title."""
        paragraph, sentence = self.position(span)
        if not paragraph:
            mark = words = "title"
        elif sentence:
            mark, words = f"¶{paragraph}.{sentence}", f"Paragraph {paragraph}, sentence {sentence}"
        else:
            mark, words = f"¶{paragraph}", f"Paragraph {paragraph}"
        text = self.briefing.article.text
        whole = self.sentence_of(span)
        url = self.briefing.article.url
        if url and not self.is_full:
            return Cite(mark, words.capitalize(), at_publisher(url, self._fragments.of(whole)), None, True)
        anchor = anchor_of(paragraph, sentence if self.is_full else 0)
        shown = one_line(whole.of(text)) if self.is_full else None
        return Cite(mark, words.capitalize(), self.places.page("source", anchor), shown, False)

    def paragraph(self, number: int) -> Cite:
        """A whole paragraph, counted from 1; always on our Source page."""
        href = self.places.page("source", anchor_of(number, 0))
        return Cite(f"¶{number}", f"Paragraph {number}", href, None, False)

    def position(self, span: Span) -> tuple[int, int]:
        """Paragraph and sentence, counted from 1; paragraph 0 is the title, sentence 0 an unanalysed paragraph."""
        number = bisect_right(self._paragraph_starts, span.start)
        if not number or span.start >= self.briefing.article.paragraphs[number - 1].span.end:
            return 0, 0
        first = self._first_sentences[number - 1]
        return number, max(bisect_right(self._sentence_starts, span.start) - first, 0)

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which `span` starts; `span` itself where none was marked."""
        index = bisect_right(self._sentence_starts, span.start) - 1
        if index < 0 or self.briefing.sentences[index].end <= span.start:
            return span
        return self.briefing.sentences[index]

    @cached_property
    def _fragments(self) -> Fragments:
        return Fragments(self.briefing.article.text, [p.span for p in self.briefing.article.paragraphs])

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.briefing.article.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.briefing.sentences]

    @cached_property
    def _first_sentences(self) -> list[int]:
        """For each paragraph, how many sentences start before it."""
        return [bisect_right(self._sentence_starts, start - 1) for start in self._paragraph_starts]


def anchor_of(paragraph: int, sentence: int) -> str:
    """The Source page's anchor: "s-3-2", "p-3" for a whole paragraph, "title"."""
    if not paragraph:
        return "title"
    return f"s-{paragraph}-{sentence}" if sentence else f"p-{paragraph}"


def at_publisher(url: str, fragment: str) -> str:
    """The publisher's page, scrolled to what the text fragment names and marking it, in browsers that know these."""
    parts = urlsplit(safe_url(url))
    return urlunsplit(parts._replace(fragment=f"{parts.fragment}:~:text={fragment}"))


def safe_url(url: str) -> str:
    """An address in which nothing means anything to Markdown or HTML; already encoded characters stay as they are."""
    return quote(url, safe="/:?#@!$&+,;=%-.~", errors="replace").replace("_", "%5F")
