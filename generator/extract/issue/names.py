"""A topic in, its name out: the noun phrase that the article uses for it, tidied."""

from __future__ import annotations

from generator.extract.issue.phrases import Phrase
from generator.extract.issue.topics import Topic
from generator.model import Text


def name_topic(text: Text, topic: Topic) -> tuple[str, Phrase]:
    """The name, and the phrase where it is printed."""
    counts: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in topic.phrases:
        counts.setdefault(phrase.stems, []).append(phrase)
    best = max(counts.values(), key=lambda p: (len(p) + (0.6 if len(p[0].stems) == 2 else 0), -p[0].first))
    phrase = best[0]
    return text.span(phrase.first, phrase.last).of(text.string), phrase
