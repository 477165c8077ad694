"""The records that the stages hand to each other; all frozen, all without behaviour of a stage."""

from generator.model.article import Article, Dropped, Paragraph
from generator.model.briefing import Briefing
from generator.model.edit import Edit, Written
from generator.model.findings import (
    BOTTOM_LINE_POINTS,
    BOTTOM_LINE_WORDS,
    SET_BY_EDITOR,
    Actor,
    Attribution,
    Development,
    Event,
    Figure,
    Issue,
    Mention,
    Overview,
    Point,
    Quote,
    Term,
    View,
)
from generator.model.span import Span
from generator.model.text import Name, Quoted, Text

__all__ = [
    "BOTTOM_LINE_POINTS",
    "BOTTOM_LINE_WORDS",
    "SET_BY_EDITOR",
    "Actor",
    "Article",
    "Attribution",
    "Briefing",
    "Development",
    "Dropped",
    "Edit",
    "Event",
    "Figure",
    "Issue",
    "Mention",
    "Name",
    "Overview",
    "Paragraph",
    "Point",
    "Quote",
    "Quoted",
    "Span",
    "Term",
    "Text",
    "View",
    "Written",
]
