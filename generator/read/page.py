"""What a format's reader hands over: the text as it will be kept, and what the format itself says about the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One article before it is cut into title, paragraphs and leftovers."""

    text: str
    """What offsets point into. The first line is the title."""
    metadata: dict[str, Any] = field(default_factory=dict)
    """By the names of a sidecar; not checked yet."""
    lines: dict[str, int] = field(default_factory=dict)
    """Where a field of `metadata` stands in the file, for messages."""
    origin: str = "page"
    """What to call the place that metadata comes from: "front matter" or "page"."""
    if_empty: str = "put the article's text below its title"
    """What to do where no paragraph is found in it."""


def in_paragraphs(title: str | None, blocks: list[str]) -> str:
    """Title and blocks as one text, a blank line between them; a first block that repeats the title is left out."""
    lines = [" ".join(block.split()) for block in blocks]
    heading = " ".join((title or "").split())
    if heading and lines and lines[0].casefold() == heading.casefold():
        lines = lines[1:]
    return "\n\n".join(line for line in (heading, *lines) if line)
