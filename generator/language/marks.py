"""A paragraph's string in, its quoted stretches out: which double quotation marks open and which close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Quoted, Span

# Two apostrophes are the New York Times' archive style; two grave accents are TeX's and the Penn Treebank's.
_MARK = re.compile(r"''|``|[\"“”„‟«»]")
_OPENING, _CLOSING = frozenset("“„‟«") | {"``"}, frozenset("”»")


def find_quoted(text: str, paragraph: Span, number: int) -> Iterator[Quoted]:
    """The quoted stretches of one paragraph, in reading order.

    Curly marks and guillemets say themselves whether they open; straight ones are judged by what stands beside them.
    A mark left open ends with its paragraph. Stretches without a letter or digit are left out.
    """
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        opens, closes = _reads(text, mark, paragraph)
        if opened is not None:
            if opens and not closes and mark.group() in _OPENING:
                # “ … “: a nested or repeated opening; the first one stays open until something closes.
                if _is_left_open(text, opened, mark):
                    yield from _stretch(text, opened, mark.start(), mark.start(), number, is_open=True)
                    opened = mark
                continue
            if not closes and opens:
                yield from _stretch(text, opened, mark.start(), mark.start(), number, is_open=True)
                opened = mark
                continue
            yield from _stretch(text, opened, mark.start(), mark.end(), number, is_open=False)
            opened = None
        elif opens:
            opened = mark
    if opened is not None:
        yield from _stretch(text, opened, paragraph.end, paragraph.end, number, is_open=True)


def _reads(text: str, mark: re.Match[str], paragraph: Span) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() in _OPENING:
        # “ typed for ” now and then: it hangs on a word or its comma, and nothing hangs on it.
        closes = after.isspace() and not before.isspace()
        return not closes, closes
    if mark.group() in _CLOSING:
        # ” typed for “ now and then.
        return before.isspace() and not after.isspace(), not before.isspace()
    opens = not after.isspace() and not before.isalnum() and before not in ".,!?"
    return opens, not before.isspace()


def _is_left_open(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """A second opening mark after a sentence's end: the first quotation was never closed."""
    return text[opened.end() : mark.start()].rstrip()[-1:] in (".", "!", "?", "\n")


def _stretch(
    text: str, opened: re.Match[str], end: int, outer_end: int, number: int, *, is_open: bool
) -> Iterator[Quoted]:
    if any(c.isalnum() for c in text[opened.end() : end]):
        yield Quoted(Span(opened.end(), end), Span(opened.start(), outer_end), number, is_open)
