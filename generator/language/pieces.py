"""An article in, the strings that the pipeline reads out: its paragraphs, with a way back to the article's offsets."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.casing import true_cased
from generator.language.marks import find_quoted
from generator.model import Article, Quoted, Span

# Longer stretches are analysed in pieces, so that memory stays bounded whatever the article; no sentence of prose
# comes near it.
MAX_PIECE = 8_000
# Same length, so that offsets hold; the treebanks know no other apostrophe and no other space.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\xa0": " ", "\n": " ", "\t": " ", "\u2009": " ", "\u202f": " "})


class Piece:
    """A paragraph, or a part of a very long one, as the pipeline sees it."""

    def __init__(self, article: Article, span: Span, paragraph: int, quoted: tuple[Quoted, ...]):
        self.paragraph = paragraph
        self.quoted = quoted
        raw = span.of(article.text).translate(_PLAIN)
        if paragraph < 0:
            raw = true_cased(raw, article.text[span.end :])
        chars = list(raw)
        for stretch in quoted:
            _put(chars, stretch.outer.start - span.start, stretch.span.start - span.start, "“")
            if not stretch.is_open:
                _put(chars, stretch.span.end - span.start, stretch.outer.end - span.start, "”")
        # A mark of two characters becomes one: the second is an empty string, and offsets after it shift.
        self.string = "".join(chars)
        self._offsets = [span.start + i for i, c in enumerate(chars) if c]
        self._end = span.end

    def start(self, offset: int) -> int:
        """Offset in the article of a character of `string`."""
        return self._offsets[offset]

    def end(self, offset: int) -> int:
        """Offset in the article just after the character before `offset`."""
        return self._offsets[offset] if offset < len(self._offsets) and self._is_next(offset) else self._after(offset)

    def _is_next(self, offset: int) -> bool:
        return self._offsets[offset] == self._offsets[offset - 1] + 1

    def _after(self, offset: int) -> int:
        if offset < len(self._offsets):
            return self._offsets[offset]
        return self._end


def _put(chars: list[str], start: int, end: int, mark: str) -> None:
    """Write one mark over the characters `[start, end)`, where they lie in this piece."""
    if 0 <= start < len(chars):
        chars[start] = mark
        for i in range(start + 1, min(end, len(chars))):
            chars[i] = ""


def pieces_of(article: Article) -> Iterator[Piece]:
    """Title first, then the paragraphs in reading order."""
    blocks = [(-1, article.title_span)] if article.title_span else []
    blocks += [(n, p.span) for n, p in enumerate(article.paragraphs)]
    for number, span in blocks:
        assert span is not None
        quoted = tuple(find_quoted(article.text, span, number))
        for part in _cut(article.text, span):
            yield Piece(article, part, number, tuple(q for q in quoted if part.overlaps(q.outer)))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """`span` without white space at its edges, cut after sentence ends or spaces where it is very long."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_PIECE:
        limit = start + MAX_PIECE
        cut = max(text.rfind(mark, start + MAX_PIECE // 2, limit) for mark in (". ", "! ", "? ", "\n"))
        cut = cut + 1 if cut >= 0 else max(text.rfind(" ", start + 1, limit), 0) or limit
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield Span(start, end)
