"""The sentences that can stand alone in, what speaks for each one beside its words out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.extract.common.stems import stem
from generator.extract.summary.sentences import Candidate, is_deck
from generator.model import Actor, Event, Span, Text

# Factors, 1 is neutral. Fitted by logistic regression on what the annotators of 49 articles chose (the dev benchmark,
# 24 more annotated by us, our own gold), every article scored by weights learnt from the others, then rounded. Each
# moved alone by a third costs up to three points of a hundred; near values score the same.
OPENS_PARAGRAPH = 1.8
# It tells what happened or is to happen at a named time.
HAPPENS = 1.5
# All words of the headline are worth this much more.
HEADLINE = 0.8
# The end of a long article says what follows from it.
ENDS = 2.2
SHORT = 0.75
NAMES_BYSTANDER = 0.7
HISTORY = 0.65
# In words: shorter sentences are asides more often than not.
SHORT_WORDS = 14
# The first so many actors carry the story; a person past them is a voice or a bystander.
LEADING_ACTORS = 8
# The last tenth of an article of at least so many paragraphs is its end.
LONG_ARTICLE, END = 7, 0.9
# In days: what happened longer ago is history.
OLD = 120
_TELLING = frozenset("NJVC")


def find_merits(
    text: Text, candidates: Iterable[Candidate], actors: tuple[Actor, ...], events: tuple[Event, ...]
) -> dict[int, float]:
    """For each candidate's sentence what it is worth beside its words; 1 is neutral.

    Where an article tells a scene first, its lead shares no word with the headline, and the sentence that does comes
    to the front: no other sign of a feature is needed.
    """
    headlines = _headlines(text)
    happening, history = _dated(text, events)
    persons = (actor for actor in actors[LEADING_ACTORS:] if actor.kind == "person")
    bystanders = _sentences(text, (m.span for person in persons for m in person.mentions if m.kind == "name"))
    count = len(text.article.paragraphs)
    merits = {}
    for candidate in candidates:
        first, last = text.sentences[candidate.sentence]
        paragraph = text.paragraph_of[first]
        merit = 1 + HEADLINE * _headline_share(text, first, last, headlines)
        merit *= OPENS_PARAGRAPH if candidate.opens else 1.0
        merit *= ENDS if count >= LONG_ARTICLE and paragraph >= END * count else 1.0
        merit *= SHORT if candidate.words < SHORT_WORDS else 1.0
        merit *= NAMES_BYSTANDER if candidate.sentence in bystanders else 1.0
        merit *= HAPPENS if candidate.sentence in happening else 1.0
        merit *= HISTORY if candidate.sentence in history else 1.0
        merits[candidate.sentence] = merit
    return merits


def _headlines(text: Text) -> list[frozenset[str]]:
    """Stems of the title, and of the title with a second headline under it; empty where there is no title."""
    title, deck = set[str](), set[str]()
    for first, last in text.sentences:
        if text.paragraph_of[first] > 0:
            break
        is_title = text.paragraph_of[first] < 0
        if is_title or is_deck(text, first, last):
            (title if is_title else deck).update(_stems(text, first, last))
    return [frozenset(stems) for stems in (title, title | deck) if stems]


def _stems(text: Text, first: int, last: int) -> set[str]:
    """Of nouns, adjectives, verbs and numbers; "have" and "be" are in every headline."""
    return {
        stem(text.words[n].lower())
        for n in range(first, last)
        if text.tags[n][0] in _TELLING and len(text.words[n]) > 1 and text.lemmas[n] not in ("be", "have")
    }


def _headline_share(text: Text, first: int, last: int, headlines: list[frozenset[str]]) -> float:
    """The part of the headline's words that a sentence takes up, of the headline it is nearest to."""
    stems = _stems(text, first, last)
    return max((len(stems & headline) / len(headline) for headline in headlines), default=0.0)


def _dated(text: Text, events: tuple[Event, ...]) -> tuple[set[int], set[int]]:
    """Sentences that tell what is coming or has just been, and those that tell what is long past.

    Without a date of publication nothing counts as long past.
    """
    published = text.article.published
    old = [e for e in events if e.kind == "past" and e.date and published and _is_history(e.date, published)]
    olden = {e.id for e in old}
    happening = _sentences(text, (span for e in events if e.id not in olden for span in e.spans))
    return happening, _sentences(text, (span for e in old for span in e.spans))


def _is_history(words: str, published: date) -> bool:
    """Whether a date, a month or a year is over for longer than OLD; taken as the end of the month or year."""
    whole = words + "-12-28"[len(words) - len("2023") :]
    return date.fromisoformat(whole) < published - timedelta(days=OLD)


def _sentences(text: Text, spans: Iterable[Span]) -> set[int]:
    return {sentence for span in spans if (sentence := text.sentence_at(span)) is not None}
