"""A text, its actors and quotes in, its issues out."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator.extract.issue.choose import choose_topics
from generator.extract.issue.developments import attributed_stretches, find_developments
from generator.extract.issue.names import name_topic, tells_more
from generator.extract.issue.phrases import PLACE, Phrase, find_phrases
from generator.extract.issue.sections import find_sections
from generator.extract.issue.stretches import deal_with
from generator.extract.issue.topics import (
    Topic,
    find_frame_topics,
    find_recurring_frames,
    find_title_topics,
    find_topics,
)
from generator.model import Actor, Issue, Quote, Text
from generator.model.ids import stable_id

# The actors that an issue's page leads with; the rest are named in its quotations.
MOST_ACTORS = 8
# A country of so much salience is a party to the matters and none of them. Chosen on the briefing benchmark.
PARTY = 0.4


def find_issues(text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]) -> tuple[Issue, ...]:
    """Issues, most important first; none for a text without a noun that comes twice.

    An issue is a topic that the article keeps coming back to (`issue/topics.py`), under the name that it most often
    gets there; paragraphs may belong to several issues or to none (`issue/stretches.py`).
    """
    people = frozenset(w for a in actors if a.kind == "person" for n in (a.name, *a.aliases) for w in n.split())
    parties = frozenset(n for a in actors if _acts(a) for n in (a.name, *a.aliases))
    bodies = frozenset(n for a in actors if a.kind == "organization" for n in (a.name, *a.aliases))
    phrases = [p for p in find_phrases(text, people) if not _is_one_of(text, p, parties if p.kind == PLACE else bodies)]
    topics = choose_topics(
        text,
        [*find_sections(text), *find_topics(text, phrases)],
        of_title=find_title_topics(text, phrases),
        then=(t for t in find_recurring_frames(text, phrases) if tells_more(text, t)),
        instead=find_frame_topics(text, phrases),
    )
    involved, said = _actors_by_paragraph(text, actors), _quotes_by_paragraph(text, quotes)
    attributed = attributed_stretches(text, quotes)
    taken: set[str] = set()
    named = _named(text, topics)
    naming = [frozenset(t.paragraphs - {-1}) for t, _, _ in named]
    dealing = deal_with(naming, len(text.article.paragraphs))
    issues = []
    for (topic, name, phrase), own, paragraphs in zip(named, naming, dealing, strict=True):
        # What is said where only another issue is named is not said about this one.
        telling = sorted(paragraphs - frozenset[int]().union(*naming) | own)
        here = sum((involved[n] for n in telling), Counter[str]())
        issues.append(
            Issue(
                id=stable_id("i", name, taken),
                name=name,
                paragraphs=tuple(text.article.paragraphs[n].id for n in sorted(paragraphs)),
                actors=tuple(sorted(here, key=lambda a: -here[a])[:MOST_ACTORS]),
                quotes=tuple(q for n in telling for q in said[n]),
                developments=find_developments(text, _sentences(text, topic), attributed),
                name_span=text.span(phrase.first, phrase.last),
            )
        )
    return tuple(issues)


def _named(text: Text, topics: list[Topic]) -> list[tuple[Topic, str, Phrase]]:
    """The topics that get a name of their own, with it and the phrase where it is printed."""
    taken: set[str] = set()
    named = ((topic, name_topic(text, topic, taken)) for topic in topics)
    return [(topic, *name) for topic, name in named if name is not None]


def _acts(actor: Actor) -> bool:
    return actor.kind in ("organization", "group") or actor.salience >= PARTY


def _is_one_of(text: Text, phrase: Phrase, names: frozenset[str]) -> bool:
    return text.span(phrase.first, phrase.last).of(text.string) in names


def _actors_by_paragraph(text: Text, actors: tuple[Actor, ...]) -> defaultdict[int, Counter[str]]:
    """For each paragraph its actors with their mentions in it, most salient actor first."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for mention in actor.mentions:
            tokens = text.tokens_in(mention.span)
            if tokens:
                found[text.paragraph_of[tokens[0]]][actor.id] += 1
    return found


def _quotes_by_paragraph(text: Text, quotes: tuple[Quote, ...]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for quote in quotes:
        tokens = text.tokens_in(quote.spans[0]) if quote.spans else range(0)
        if tokens:
            found[text.paragraph_of[tokens[0]]].append(quote.id)
    return found


def _sentences(text: Text, topic: Topic) -> list[int]:
    """Those that name the topic, in reading order; the title is none of them."""
    stated = {text.sentence_of[p.first] for p in topic.phrases if text.paragraph_of[p.first] >= 0}
    return sorted(stated)
