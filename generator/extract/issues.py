"""A text, its actors and quotes in, its issues out."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator.extract.issue.choose import choose_topics
from generator.extract.issue.developments import attributed_stretches, find_developments
from generator.extract.issue.filing import file_sentences
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
from generator.model import Actor, Issue, Quote, Span, Text
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
    attributed = attributed_stretches(text, quotes)
    taken: set[str] = set()
    named = _named(text, topics)
    dealing = deal_with([frozenset(t.paragraphs - {-1}) for t, _, _ in named], len(text.article.paragraphs))
    about = file_sentences(text, [t for t, _, _ in named], dealing)
    involved, said = _actors_by_issue(text, actors, about), _quotes_by_issue(text, quotes, about)
    issues = []
    for number, ((topic, name, phrase), paragraphs) in enumerate(zip(named, dealing, strict=True)):
        here = involved[number]
        issues.append(
            Issue(
                id=stable_id("i", name, taken),
                name=name,
                paragraphs=tuple(text.article.paragraphs[n].id for n in sorted(paragraphs)),
                actors=tuple(sorted(here, key=lambda a: -here[a])[:MOST_ACTORS]),
                quotes=tuple(said[number]),
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


def _actors_by_issue(
    text: Text, actors: tuple[Actor, ...], about: list[frozenset[int]]
) -> defaultdict[int, Counter[str]]:
    """For each issue its actors with their mentions in its sentences, most salient actor first."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for mention in actor.mentions:
            for number in _about(text, mention.span, about):
                found[number][actor.id] += 1
    return found


def _quotes_by_issue(text: Text, quotes: tuple[Quote, ...], about: list[frozenset[int]]) -> defaultdict[int, list[str]]:
    """For each issue what is said in its sentences, in reading order."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for quote in quotes:
        for number in frozenset[int]().union(*(_about(text, span, about) for span in quote.spans)):
            found[number].append(quote.id)
    return found


def _about(text: Text, span: Span, about: list[frozenset[int]]) -> frozenset[int]:
    tokens = text.tokens_in(span)
    return frozenset[int]().union(*(about[s] for s in {text.sentence_of[t] for t in tokens}))


def _sentences(text: Text, topic: Topic) -> list[int]:
    """Those that name the topic, in reading order; the title is none of them."""
    stated = {text.sentence_of[p.first] for p in topic.phrases if text.paragraph_of[p.first] >= 0}
    return sorted(stated)
