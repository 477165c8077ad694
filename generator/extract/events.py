"""A text in, its dated and announced events out."""

from __future__ import annotations

from generator.model import Event, Text


def find_events(text: Text) -> tuple[Event, ...]:
    """Events in reading order."""
    return ()
