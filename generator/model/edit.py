"""What an editor changed in a briefing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Written:
    """Where and when a correction was written into the sidecar."""

    line: int
    """From 1."""
    day: date | None = None
    """Of the commit that wrote the line; None outside a git repository and for what is not committed yet."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the sidecar's corrections, applied."""

    findings: tuple[str, ...]
    """Ids of the findings that are not as the program left them; "overview" for bottom line and key points."""
    words: str
    """What was changed, for the page: "Actor “Ann Lee”: role “mayor”"."""
    line: int | None = None
    day: date | None = None
