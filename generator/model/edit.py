"""What an editor changed in a briefing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Written:
    """Where and when a correction was written into the sidecar."""

    line: int
    """From 1."""
    day: date | None = None
    """Of the commit that wrote the line; None outside a git repository and for what is not committed yet."""
    renumbered: Mapping[str, str] = field(default_factory=dict)
    """Numbers of paragraphs that meant other ones when the line was written: "p3" and the words of its paragraph then.
    Empty outside a git repository."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the sidecar's corrections, applied."""

    findings: tuple[str, ...]
    """Ids of the findings that are not as the program left them; "bottom_line" and "key_points" for the overview."""
    words: str
    """What was changed, for the page: "Actor “Ann Lee”: role “mayor”"."""
    line: int | None = None
    day: date | None = None
    effects: tuple[str, ...] = ()
    """Ids of what changed with them: statements and views that have another speaker now, since an actor is another."""
