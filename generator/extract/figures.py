"""A text in, its figures out."""

from __future__ import annotations

from generator.model import Figure, Text


def find_figures(text: Text) -> tuple[Figure, ...]:
    """Figures in reading order."""
    return ()
