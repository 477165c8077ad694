"""A text with actors, quotes and issues in, the experts' views out."""

from __future__ import annotations

from generator.model import Actor, Issue, Quote, Text, View


def find_views(
    text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...], issues: tuple[Issue, ...]
) -> tuple[View, ...]:
    """Views in reading order."""
    return ()
