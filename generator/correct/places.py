"""Words of an editor in, the place in the article where they stand out."""

from __future__ import annotations

import re

from generator.model import Article, Span

# Marks that an editor's keyboard has for those that a paper prints; one character for one, so that offsets stay.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛–—−\u00a0\u202f", '""""""\'\'\'\'---  ')
_OPENING, _CLOSING = "“„«‟‹", "”»›"


def plain(words: str) -> str:
    """For comparing: lower case, straight marks and hyphens, one space between words, no mark at the edges."""
    return " ".join(words.translate(_STRAIGHT).casefold().split()).strip("\"' .,;:…")


def find_places(article: Article, words: str, *, paragraph: str | None = None) -> tuple[Span, ...]:
    """Every place of the title and the paragraphs where the words stand, in reading order.

    Upper and lower case, kinds of quotation marks and dashes, and white space may differ.
    """
    sought = words.translate(_STRAIGHT).split()
    if not sought:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, sought)), re.IGNORECASE)
    blocks = [p.span for p in article.paragraphs if paragraph in (None, p.id)]
    if article.title_span and paragraph is None:
        blocks.insert(0, article.title_span)
    text = article.text.translate(_STRAIGHT)
    found = (m for block in blocks for m in pattern.finditer(text, block.start, block.end))
    return tuple(Span(m.start(), m.end()) for m in found if _is_whole(text, m.start(), m.end()))


def without_marks(text: str, span: Span) -> Span:
    """The span without quotation marks at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in _OPENING + "\"' ":
        start += 1
    while end > start and text[end - 1] in _CLOSING + '" ':
        end -= 1
    return Span(start, end) if start < end else span


def is_in_marks(article: Article, span: Span) -> bool:
    """Whether the article prints the span within quotation marks, as far as its paragraph tells."""
    block = next((p.span for p in article.paragraphs if p.span.covers(span)), span)
    depth = 0
    for mark in article.text[block.start : span.start].replace("''", '"'):
        if mark in _OPENING or (mark == '"' and not depth):
            depth = 1
        elif mark in _CLOSING or mark == '"':
            depth = 0
    before = article.text[block.start : span.start].rstrip()[-1:]
    return bool(depth) or before in ("‘", "'")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Not a part of a longer word."""
    cuts_start = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not cuts_start and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
