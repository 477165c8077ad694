"""A text, its actors and quotes in, its issues out."""

from __future__ import annotations

from generator.extract.issue.phrases import Phrase, find_phrases
from generator.extract.issue.topics import Topic, find_topics
from generator.model import Actor, Issue, Quote, Text
from generator.model.ids import stable_id


def find_issues(text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]) -> tuple[Issue, ...]:
    """Issues, most important first."""
    people = frozenset(w for a in actors if a.kind == "person" for n in (a.name, *a.aliases) for w in n.split())
    phrases = list(find_phrases(text, people))
    topics = _chosen(text, find_topics(text, phrases))
    taken: set[str] = set()
    issues = []
    for topic in topics:
        name, phrase = _name(text, topic)
        issues.append(
            Issue(
                stable_id("i", name, taken),
                name,
                tuple(f"p{n + 1}" for n in sorted(topic.paragraphs) if n >= 0),
                (),
                (),
                (),
                text.span(phrase.first, phrase.last),
            )
        )
    return tuple(issues)


def _chosen(text: Text, topics: list[Topic]) -> list[Topic]:
    most = min(8, 3 + len(text.article.paragraphs) // 5)
    chosen: list[Topic] = []
    for topic in topics:
        if len(chosen) == most:
            break
        if not topic.paragraphs - {-1}:
            continue
        if any(_same(topic, other) for other in chosen):
            continue
        chosen.append(topic)
    return chosen


def _same(a: Topic, b: Topic) -> bool:
    shared = len(a.paragraphs & b.paragraphs)
    alike = shared / max(1, len(a.paragraphs | b.paragraphs))
    if set(a.stems) & set(b.stems):
        return shared > 0.35 * max(len(a.paragraphs), len(b.paragraphs))
    return alike > 0.6


def _name(text: Text, topic: Topic) -> tuple[str, Phrase]:
    counts: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in topic.phrases:
        counts.setdefault(phrase.stems, []).append(phrase)
    best = max(counts.values(), key=lambda p: (len(p) + (0.6 if len(p[0].stems) == 2 else 0), -p[0].first))
    phrase = best[0]
    return text.span(phrase.first, phrase.last).of(text.string), phrase
