"""A text and its attributions in, the actors out."""

from __future__ import annotations

from generator.model import Actor, Attribution, Text


def find_actors(text: Text, attributions: tuple[Attribution, ...]) -> tuple[Actor, ...]:
    """Actors, most salient first."""
    return ()
