"""A text in, its attributions out: who (source), by which words (cue), what (content)."""

from __future__ import annotations

from generator.model import Attribution, Text


def find_attributions(text: Text) -> tuple[Attribution, ...]:
    """Attributions in reading order."""
    return ()
