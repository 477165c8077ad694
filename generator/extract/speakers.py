"""Attributions and actors in, quotes out: each with the actor that its source stands for."""

from __future__ import annotations

from generator.model import Actor, Attribution, Quote, Text


def name_speakers(text: Text, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """Quotes in reading order."""
    return ()
