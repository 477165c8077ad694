"""A text in, announced happenings without a date out: "plans to speak", "is expected to hold talks soon", "will meet"."""

from __future__ import annotations

from generator.model import Span, Text


def find_announced(text: Text, taken: set[int]) -> list[tuple[int, Span, Span | None]]:
    return []
