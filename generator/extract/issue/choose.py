"""Topics in, heaviest first; those that become issues out: each a matter of its own."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.issue.phrases import MATTER, NAME, PLACE
from generator.extract.issue.topics import Topic
from generator.model import Text

# Three issues and one more for each so many paragraphs, eight for a long article: what the annotators of the briefing
# benchmark did (10 paragraphs: 5 issues; 26 to 36: 7 or 8).
FEWEST, MOST, PARAGRAPHS_FOR_ONE = 3, 8, 5
# What an article names only once and in passing is taken until there are so many issues.
FEW = 3
# An article that deals with many matters one by one may have so many, if the further topics are clear: announced by a
# cue, or heavy. Chosen on the briefing benchmark and on our own gold; the last can be half or double.
MOST_OF_RICH, CLEAR, HEAVY = 14, 0.6, 1.5
# Two topics are one issue when so much of their places is shared: of all, or of the larger one if they share a word.
SAME_PLACES, SAME_PLACES_AND_WORD = 0.5, 0.5
# Countries are often named in one breath and dealt with one by one.
SAME_COUNTRIES = 0.75
# … and when so much of the phrases for one are also those for the other: "mass *deportation raids*".
SAME_PHRASES = 0.5
# A topic in more than so much of the article leaves room for its parts.
WIDE = 0.4


def choose_topics(
    text: Text,
    topics: list[Topic],
    *,
    of_title: Iterable[Topic] = (),
    then: Iterable[Topic] = (),
    instead: Iterable[Topic] = (),
) -> list[Topic]:
    """Most important first. `of_title`: of these the first that is a matter of its own is added, and leads where there
    are few. `then`: less sure ones, while there are fewer than usual. `instead`: for an article without any other.
    """
    most = min(MOST, FEWEST + len(text.article.paragraphs) // PARAGRAPHS_FOR_ONE)
    chosen: list[Topic] = []
    for topic in topics:
        if len(chosen) == MOST_OF_RICH:
            break
        if len(chosen) >= most and not _is_clear(topic):
            continue
        if len(chosen) >= FEW and topic.is_in_passing:
            continue
        _add(text, topic, chosen)
    titled = next((topic for topic in of_title if _is_new(text, topic, chosen)), None)
    if titled is not None:
        chosen.insert(0, titled)
    for topic in then:
        if len(chosen) < most:
            _add(text, topic, chosen)
    for topic in instead if not chosen else ():
        if len(chosen) < FEW - 1 and _is_new(text, topic, chosen):
            chosen.append(topic)
    return chosen


def _add(text: Text, topic: Topic, chosen: list[Topic]) -> None:
    """One more, if it is a matter of its own; where it only has other words for a chosen one, that gets its places."""
    if not _is_new(text, topic, chosen):
        return
    twin = next((other for other in chosen if _share_phrases(topic, other)), None)
    if twin is None:
        chosen.append(topic)
    else:
        twin.paragraphs |= topic.paragraphs


def _share_phrases(a: Topic, b: Topic) -> bool:
    if a.kind in (PLACE, NAME) or a.is_section or b.is_section or set(a.stems) & set(b.stems):
        return False
    shared = len({p.first for p in a.phrases} & {p.first for p in b.phrases})
    return shared >= SAME_PHRASES * min(len(a.phrases), len(b.phrases))


def _is_new(text: Text, topic: Topic, chosen: list[Topic]) -> bool:
    return bool(topic.paragraphs - {-1}) and not any(_is_same(text, topic, other) for other in chosen)


def _is_clear(topic: Topic) -> bool:
    """Whether it is a matter beyond doubt: announced as one, or a word for one that comes back."""
    if topic.is_listed:
        return True
    if topic.weight < CLEAR or not (topic.kind in (MATTER, PLACE) or topic.has_field):
        return False
    return any(p.is_cued for p in topic.phrases) or (len(topic.phrases) > 1 and topic.weight >= HEAVY)


def _is_same(text: Text, a: Topic, b: Topic) -> bool:
    """Whether a reader would file both as one; `b` weighs more."""
    size = len(text.article.paragraphs)
    shared = len(a.paragraphs & b.paragraphs)
    if b.is_section and not a.is_section and a.paragraphs <= b.paragraphs:
        return True
    if shared == len(a.paragraphs) == len(b.paragraphs) == 1 and not set(a.stems) & set(b.stems):
        # Two matters in one paragraph, each announced as one in a sentence of its own.
        one, two = a.phrases[0], b.phrases[0]
        return not (one.is_cued and two.is_cued and text.sentence_of[one.first] != text.sentence_of[two.first])
    if shared and len(a.phrases) == 1 and not a.is_section:
        here = text.sentence_of[a.phrases[0].first]
        if any(text.sentence_of[p.first] == here for p in b.phrases):
            # "Attacks on shipping": named once, and only beside a weightier one.
            return True
    if a.kind == MATTER and len(a.phrases) == 1 and a.paragraphs < b.paragraphs and len(b.paragraphs) <= WIDE * size:
        # "Exports of those chemicals": named once, where a weightier matter is dealt with.
        return True
    if set(a.stems) <= set(b.stems) or set(b.stems) <= set(a.stems):
        # "Taxes" and "tax reform" are two only where the wider one is all over the article.
        wider, closer = (a, b) if len(a.stems) < len(b.stems) else (b, a)
        if len(wider.paragraphs) <= WIDE * size or len(closer.paragraphs - {-1}) < 2 or len(closer.phrases) < 2:
            return True
    if set(a.stems) & set(b.stems):
        return shared > SAME_PLACES_AND_WORD * max(len(a.paragraphs), len(b.paragraphs))
    if a.kind == b.kind == PLACE:
        return shared > SAME_COUNTRIES * len(a.paragraphs | b.paragraphs)
    return shared > SAME_PLACES * len(a.paragraphs | b.paragraphs)
