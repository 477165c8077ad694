"""Topics in, heaviest first; those that become issues out: each a matter of its own."""

from __future__ import annotations

from generator.extract.issue.topics import Topic
from generator.model import Text

# Three issues and one more for each so many paragraphs, eight for a long article: what the annotators of the briefing
# benchmark did (10 paragraphs: 5 issues; 26 to 36: 7 or 8).
FEWEST, MOST, PARAGRAPHS_FOR_ONE = 3, 8, 5
# Two topics are one issue when so much of their places is shared: of all, or of the larger one if they share a word.
SAME_PLACES, SAME_PLACES_AND_WORD = 0.5, 0.5
# A topic in more than so much of the article leaves room for its parts.
WIDE = 0.4


def choose_topics(text: Text, topics: list[Topic]) -> list[Topic]:
    """Most important first."""
    most = min(MOST, FEWEST + len(text.article.paragraphs) // PARAGRAPHS_FOR_ONE)
    chosen: list[Topic] = []
    for topic in topics:
        if len(chosen) == most:
            break
        if topic.paragraphs - {-1} and not any(
            _is_same(topic, other, len(text.article.paragraphs)) for other in chosen
        ):
            chosen.append(topic)
    return chosen


def _is_same(a: Topic, b: Topic, size: int) -> bool:
    """Whether a reader would file both as one; `size` is the article's number of paragraphs."""
    shared = len(a.paragraphs & b.paragraphs)
    if set(a.stems) <= set(b.stems) or set(b.stems) <= set(a.stems):
        # "Taxes" and "tax reform" are two only where the wider one is all over the article.
        wider, closer = (a, b) if len(a.stems) < len(b.stems) else (b, a)
        if len(wider.paragraphs) <= WIDE * size or len(closer.paragraphs - {-1}) < 2 or len(closer.phrases) < 2:
            return True
    if set(a.stems) & set(b.stems):
        return shared > SAME_PLACES_AND_WORD * max(len(a.paragraphs), len(b.paragraphs))
    return shared > SAME_PLACES * len(a.paragraphs | b.paragraphs)
