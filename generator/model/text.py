"""An article with sentences, tokens, trees, names and quotation marks marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.model.article import Article
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as the recogniser saw it; `first` and `last` are token numbers, `last` excluded."""

    first: int
    last: int
    kind: str
    """"PERSON", "ORG" or "LOC"."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between one pair of double quotation marks, in one paragraph."""

    span: Span
    """Marks left out."""
    outer: Span
    """Marks included."""
    paragraph: int
    """Index into `Article.paragraphs`; -1 is the title."""
    is_open: bool = False
    """No closing mark: it ends with its paragraph, often because the next one continues it."""


@dataclass(frozen=True)
class Text:
    """Columns of equal length, one entry a token; sentences, names and quoted stretches beside them.

    Token columns are lists for speed; nobody changes them. Universal Dependencies labels, Penn Treebank tags.
    """

    article: Article
    words: list[str]
    """As printed; those of a headline in capitals as running text would print them."""
    starts: list[int]
    ends: list[int]
    """Offsets into `article.text`."""
    tags: list[str]
    """Penn Treebank: "NNP", "VBD" …"""
    lemmas: list[str]
    """Lower case; derived from word and tag."""
    heads: list[int]
    """Token number of the head; a root is its own head."""
    deps: list[str]
    """Universal Dependencies: "nsubj", "nsubj:pass", "ccomp", "parataxis", "flat", "root" …"""
    sentences: tuple[tuple[int, int], ...]
    """Token ranges `[first, last)` in reading order. A sentence never leaves its paragraph."""
    sentence_of: list[int]
    """Index into `sentences`, for each token."""
    paragraph_of: list[int]
    """Index into `article.paragraphs`, for each token; -1 for the title's tokens, which come first."""
    names: tuple[Name, ...] = ()
    """In reading order, not overlapping."""
    quoted: tuple[Quoted, ...] = ()
    """In reading order, not overlapping."""

    def __len__(self) -> int:
        return len(self.words)

    @property
    def string(self) -> str:
        return self.article.text

    def span(self, first: int, last: int) -> Span:
        """From the first character of token `first` to the last one of token `last - 1`."""
        return Span(self.starts[first], self.ends[last - 1])

    def sentence_span(self, sentence: int) -> Span:
        return self.span(*self.sentences[sentence])

    def tokens_in(self, span: Span) -> range:
        """Numbers of the tokens that overlap `span`; empty when it holds none."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def sentence_at(self, span: Span) -> int | None:
        """The sentence in which `span` starts; None when no token of it was analysed."""
        tokens = self.tokens_in(span)
        return self.sentence_of[tokens[0]] if tokens else None

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of each token, in reading order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head != token:
                found[head].append(token)
        return found

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last token (excluded) of each token's subtree."""
        left = list(range(len(self.heads)))
        right = [n + 1 for n in left]
        waiting = [0] * len(left)
        for token, head in enumerate(self.heads):
            if head != token:
                waiting[head] += 1
        # Leaves first: a token is done when all its dependents are.
        done = [token for token, dependents in enumerate(waiting) if not dependents]
        for token in done:
            head = self.heads[token]
            if head == token:
                continue
            if left[token] < left[head]:
                left[head] = left[token]
            if right[token] > right[head]:
                right[head] = right[token]
            waiting[head] -= 1
            if not waiting[head]:
                done.append(head)
        return list(zip(left, right, strict=True))
