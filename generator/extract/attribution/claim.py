"""What the finders hand to each other: one statement, in token numbers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attribution.tree import Range


@dataclass(slots=True)
class Claim:
    """Somebody's words or thoughts. Working state of this package: `pieces` grow as quoted stretches join."""

    source: Range | None
    cue: Range | None
    pieces: list[Range]
    """Content in reading order, not overlapping."""
    confidence: float
    frame: str
    """The construction: a frame of cue_verbs.txt, or the name of the rule that found it."""
