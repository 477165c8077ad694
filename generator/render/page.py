"""One page of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page, or a file that is published as it is."""

    path: str
    """Below docs/, with "/" as separator: "us-china/issues/fentanyl.md"."""
    content: str | bytes
    """Markdown with YAML front matter for ".md"; the very file for anything else (briefing.json, card.png)."""
    seed: str | None = None
    """The seed that it was made from, for the edit link; None for pages over several articles."""
    meta: dict[str, Any] = field(default_factory=dict)
    """Front matter of a Markdown page."""
