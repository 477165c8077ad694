"""A text in, its title line and its blocks out: what stands between blank lines, or line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Span

# The longest headline of 940 US news articles has 141 characters; a longer first line is a paragraph.
LONGEST_TITLE = 300
_LINE = re.compile(r"[^\n\r]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
_SENTENCE_ENDS = frozenset(".!?…:;\"”'’»)]*")


def find_title(text: str) -> tuple[Span | None, int]:
    """The first line that holds anything, and where the rest begins; None when that line is too long for a title."""
    for line in _LINE.finditer(text):
        span = trimmed(text, Span(line.start(), line.end()))
        if len(span):
            return (span, line.end()) if len(span) <= LONGEST_TITLE else (None, line.start())
    return None, len(text)


def find_blocks(text: str, start: int) -> tuple[Span, ...]:
    """Everything from `start` on, in paragraphs, trimmed of white space; none of them is empty.

    Blank lines part paragraphs; a block of whole sentences, one a line, is a paragraph a line. A text without blank
    lines has a paragraph a line, unless its lines are broken in mid-sentence like those of an e-mail.
    """
    blocks = list(_blocks_of_lines(text, start))
    if len(blocks) == 1:
        return tuple(blocks[0]) if not _is_wrapped(text, blocks[0]) else (_joined(blocks[0]),)
    found: list[Span] = []
    for lines in blocks:
        found += lines if all(ends_sentence(text, line) for line in lines) else [_joined(lines)]
    return tuple(found)


def lines_of(text: str, block: Span) -> list[Span]:
    """The lines within a span that hold anything, trimmed."""
    found = (trimmed(text, Span(m.start(), m.end())) for m in _LINE.finditer(text, block.start, block.end))
    return [line for line in found if len(line)]


def ends_sentence(text: str, span: Span) -> bool:
    return text[span.end - 1] in _SENTENCE_ENDS


def trimmed(text: str, span: Span) -> Span:
    """Without white space and invisible marks at either end."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end)


def _blocks_of_lines(text: str, start: int) -> Iterator[list[Span]]:
    """The lines between blank lines. A blank line may hold spaces and invisible marks."""
    lines: list[Span] = []
    for line in lines_of(text, Span(start, len(text))):
        if lines and max(text.count(end, lines[-1].end, line.start) for end in "\n\r") > 1:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """More than half of the lines but the last stop in mid-sentence."""
    broken = sum(not ends_sentence(text, line) for line in lines[:-1])
    return broken * 2 > len(lines) - 1


def _joined(lines: list[Span]) -> Span:
    return Span(lines[0].start, lines[-1].end)
