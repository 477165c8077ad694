"""A text, its actors and quotes in, its issues out."""

from __future__ import annotations

from generator.model import Actor, Issue, Quote, Text


def find_issues(text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]) -> tuple[Issue, ...]:
    """Issues, most important first."""
    return ()
