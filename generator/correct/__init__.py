"""A briefing in, the same briefing with the editor's corrections out."""

from generator.correct.apply import apply_corrections

__all__ = ["apply_corrections"]
