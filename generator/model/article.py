"""What a seed says: one article with its metadata, its body and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.edit import Written
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph; ids are "p1", "p2" … in reading order."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the text that belongs to no paragraph, and why: "title", "byline", "boilerplate", "caption" …"""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Metadata that neither article nor sidecar states is None or empty."""

    slug: str
    """Lower-case name of its pages' folder; unique within a site, [a-z0-9-] only."""
    path: Path
    """The seed, as given."""
    title: str
    text: str
    """All that offsets point into (shared contract: decoded, line ends `\\n`, nothing else changed)."""
    paragraphs: tuple[Paragraph, ...]
    """Body paragraphs in reading order: no title, no boilerplate."""
    sha256: str
    """Of the file's bytes."""
    title_span: Span | None = None
    """Where the title stands in `text`; None when it comes from metadata only."""
    dropped: tuple[Dropped, ...] = ()
    byline: tuple[str, ...] = ()
    published: date | None = None
    published_from: str | None = None
    """Where the date was found: "sidecar", "front matter", "page", "dateline", "file name"."""
    publisher: str | None = None
    url: str | None = None
    """http or https only."""
    language: str = "en"
    rights: str | None = None
    """"full": the whole text may be published. Anything else: single sentences and quotations only."""
    corrections: dict[str, Any] = field(default_factory=dict)
    """What the editor's sidecar says beyond metadata; empty without a sidecar."""
    written: dict[tuple[str, ...], Written] = field(default_factory=dict)
    """Where each field and entry of `corrections` stands in the sidecar, by its keys from the outermost in."""
