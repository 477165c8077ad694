"""A text and its attributions in, the terms out: words in quotation marks that nobody is said to say."""

from __future__ import annotations

from generator.model import Attribution, Term, Text


def find_terms(text: Text, attributions: tuple[Attribution, ...]) -> tuple[Term, ...]:
    """Terms in reading order."""
    return ()
