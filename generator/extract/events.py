"""A text in, its dated and announced events out."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.event.announced import find_announced
from generator.extract.event.clause import clause_of
from generator.extract.event.expressions import DateWords, find_dates
from generator.extract.event.resolve import Anchors, resolve
from generator.extract.event.tense import tense_at
from generator.extract.event.when import When
from generator.model import Event, Span, Text
from generator.model.ids import stable_id

# How many paragraphs a date stays the anchor of "two years later": past that, another story is being told.
NEAR = 3


def find_events(text: Text) -> tuple[Event, ...]:
    """Events in reading order: what is dated, and what is announced without a date.

    Relative dates are resolved against `article.published` or the date before them in the text, never against the day
    of the build; what cannot be resolved keeps its words and has no date. Durations, ages, habits and "today" in
    somebody's mouth are left out.
    """
    dated = _dated(text)
    announced = find_announced(text, {text.sentence_of[event.at] for event in dated if event.kind == "upcoming"})
    found = [*dated, *(_Found(at, None, "upcoming", span, words, None) for at, span, words in announced)]
    taken: set[str] = set()
    return tuple(_event(text, item, taken) for item in sorted(found, key=lambda item: item.at))


@dataclass(frozen=True, slots=True)
class _Found:
    """An event before it has its id."""

    at: int
    date: When | None
    kind: str
    span: Span
    words: Span | None
    resolution: str | None


@dataclass(slots=True)
class _Memory:
    """What dates before this one were resolved to."""

    previous: When | None = None
    paragraph: int = -1
    weekdays: dict[int, tuple[When | None, str | None]] = field(default_factory=dict)


def _dated(text: Text) -> list[_Found]:
    memory, found = _Memory(), []
    quoted = [stretch.span for stretch in text.quoted]
    for words in find_dates(text):
        span = text.span(words.first, words.last)
        if words.unit == "day" and words.anchor == "published" and any(q.covers(span) for q in quoted):
            continue
        tense = tense_at(text, words.core)
        if _is_passing(words, tense):
            continue
        date, resolution = _resolved(text, words, tense, memory)
        kind = _kind(text, date, tense)
        found.append(_Found(words.core, date, kind, clause_of(text, words.core), span, resolution))
    return found


def _is_passing(words: DateWords, tense: str) -> bool:
    """ "today" for these times, and "in two weeks" for how long something took."""
    if words.anchor == "ahead":
        return tense != "future"
    is_today = words.unit == "day" and words.steps == 0 and words.anchor == "published"
    return is_today and words.first == words.last - 1 and tense == "present"


def _resolved(text: Text, words: DateWords, tense: str, memory: _Memory) -> tuple[When | None, str | None]:
    """The date; remembered for those that are counted from it."""
    paragraph = text.paragraph_of[words.core]
    if paragraph - memory.paragraph > NEAR:
        memory.previous = None
    is_attribute = text.deps[words.core] in ("compound", "nmod:poss", "nmod:unmarked", "nmod:desc")
    if words.weekday is not None and words.steps is None and is_attribute and words.weekday in memory.weekdays:
        date, resolution = memory.weekdays[words.weekday]
    else:
        if is_attribute and tense == "present":
            tense = "past"
        date, resolution = resolve(words, tense, Anchors(text.article.published, memory.previous))
    if words.weekday is not None:
        memory.weekdays.setdefault(words.weekday, (date, resolution))
    if date is not None:
        memory.previous, memory.paragraph = date, paragraph
    return date, resolution


def _kind(text: Text, date: When | None, tense: str) -> str:
    """What begins after publication is upcoming, what ended before it is past; the tense decides the rest."""
    published = text.article.published
    if date is not None and published is not None:
        if date.first_day() > published:
            return "upcoming"
        if date.last_day() < published:
            return "past"
    return "upcoming" if tense == "future" else "past"


def _event(text: Text, item: _Found, taken: set[str]) -> Event:
    words = item.words.of(text.string) if item.words else ""
    return Event(
        id=stable_id("e", words + " " + item.span.of(text.string), taken),
        date=item.date.iso() if item.date else None,
        words=words,
        kind=item.kind,
        spans=(item.span,),
        words_span=item.words,
        resolution=item.resolution,
    )
