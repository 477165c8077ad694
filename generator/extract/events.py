"""A text in, its dated and announced events out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from generator import lexicon
from generator.extract.event.announced import find_announced
from generator.extract.event.clause import clause_of
from generator.extract.event.expressions import find_dates
from generator.extract.event.line import DateWords
from generator.extract.event.resolve import Anchors, resolve
from generator.extract.event.tense import tense_at
from generator.extract.event.when import When
from generator.model import Event, Span, Text
from generator.model.ids import stable_id

# How many paragraphs a date stays the anchor of "two years later": past that, another story is being told.
NEAR = 3
# A sentence with no more than this beside its date (a full stop) tells nothing.
ALONE = 1
# A date at most this many tokens after "the day after" is what that is counted from ("Monday's debate").
BESIDE = 3
# Plans told with a date more than so many days old are history.
OLD = 60
# A day without its year, so many days or fewer before publication, belongs to the news and not to an older story.
RECENT = 45
# A dateline ("DES MOINES, Iowa, Aug. 10 (UPI) —") stands in the first words of the body; longer ones are rare.
DATELINE = 12


def find_events(text: Text) -> tuple[Event, ...]:
    """Events in reading order: what is dated, and what is announced without a date.

    Relative dates are resolved against `article.published` or the date before them in the text, never against the day
    of the build; what cannot be resolved keeps its words and has no date. Durations, ages, habits and "today" in
    somebody's mouth are left out.
    """
    dated = _dated(text)
    told = {text.sentence_of[event.at] for event in dated if event.kind == "upcoming"}
    old: dict[int, list[Span]] = {}
    for event in dated:
        if event.kind != "upcoming" and _is_old(text, event.date):
            old.setdefault(text.sentence_of[event.at], []).append(event.span)
    announced = (item for item in find_announced(text, told) if not _is_old_story(text, item.at, old))
    found = dated + [_Found(a.at, None, "upcoming", a.span, a.words, None) for a in announced]
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
    dates = find_dates(text)
    for number, words in enumerate(dates):
        span = text.span(words.first, words.last)
        if words.unit == "day" and words.anchor == "published" and any(q.covers(span) for q in quoted):
            continue
        tense = tense_at(text, words.core)
        if _is_passing(text, words, tense):
            continue
        if words.anchor == "event" and number + 1 < len(dates) and dates[number + 1].first - words.last < BESIDE:
            # "the day after Monday's debate"
            after = dates[number + 1]
            _resolved(text, after, tense_at(text, after.core), memory)
            words = replace(words, anchor="previous")
        date, resolution = _resolved(text, words, tense, memory)
        is_undated = text.article.published is None and words.anchor == "published"
        if date is None and not words.is_decade and not is_undated:
            continue
        kind = "past" if (words.steps or 0) < 0 else _kind(text, date, tense)
        at = words.last if words.anchor == "event" else words.core
        found.append(_Found(words.core, date, kind, clause_of(text, at), span, resolution))
    return found


def _is_passing(text: Text, words: DateWords, tense: str) -> bool:
    """Dates that date no happening: "today" for these times, "in two weeks" for how long something took, the place and
    date that open an agency report, "the 2016 race" in 2016."""
    first, last = text.sentences[text.sentence_of[words.core]]
    if words.first - first + last - words.last <= ALONE:
        return True
    if words.anchor == "ahead":
        return tense not in ("future", "open")
    if words.unit == "day" and words.steps == 0 and words.anchor == "published" and words.core == words.last - 1:
        head = text.heads[words.core]
        return text.tags[head] != "VBD" and tense != "future"
    if words.day and text.paragraph_of[words.core] == 0 and words.last < len(text) and text.words[words.last] in "(—–-":
        return words.core - first < DATELINE
    published = text.article.published
    is_bare_year = words.year and not words.month and not words.season and words.first == words.last - 1
    if not is_bare_year or not published or not _is_attribute(text, words.core):
        return False
    # The 2016 election is still to come in 2015; a 2016 candidate stands there.
    is_person = text.lemmas[text.heads[words.core]] in lexicon.words("people_nouns")
    return words.year == published.year or (words.year > published.year and is_person)


def _is_attribute(text: Text, token: int) -> bool:
    """Whether the date stands before the noun that it belongs to: "Friday's test", "the 2012 campaign"."""
    return text.heads[token] > token and text.tags[text.heads[token]][:1] == "N"


def _resolved(text: Text, words: DateWords, tense: str, memory: _Memory) -> tuple[When | None, str | None]:
    """The date; remembered for those that are counted from it."""
    paragraph = text.paragraph_of[words.core]
    if paragraph - memory.paragraph > NEAR:
        memory.previous = None
    tense = _of_date(text, words, tense)
    if words.weekday is not None and words.steps is None and tense == "" and words.weekday in memory.weekdays:
        date, resolution = memory.weekdays[words.weekday]
    else:
        published, previous = text.article.published, memory.previous
        if words.part in ("end", "start") and words.steps == 0 and tense == "past" and previous:
            # "By the end of the year, he had …" in the story of an earlier year.
            words = replace(words, anchor="previous")
        goes_on = _goes_on(words, tense, memory, paragraph, published)
        if goes_on and previous is not None:
            # "On Nov. 12, 2012, … On Nov. 14, …"
            words = replace(words, year=previous.year)
        date, resolution = resolve(words, tense, Anchors(published, previous))
        if goes_on and date is not None:
            resolution = f"in {date.year}, the year of the date before it"
    if words.weekday is not None:
        memory.weekdays.setdefault(words.weekday, (date, resolution))
    if date is not None:
        memory.previous, memory.paragraph = date, paragraph
    return date, resolution


def _goes_on(words: DateWords, tense: str, memory: _Memory, paragraph: int, published: date | None) -> bool:
    """Whether a day without its year goes on with the story of an earlier year that was told just before."""
    previous = memory.previous
    if not words.day or not words.month or words.year or words.steps is not None or previous is None:
        return False
    is_near = paragraph - memory.paragraph <= 1 and tense in ("past", "")
    if not is_near or published is None or previous.year >= published.year:
        return False
    # A day of the last weeks is news.
    since = (published.month - words.month) % 12 * 30 + published.day - words.day
    return not 0 <= since <= RECENT and bool(previous.day or previous.month == words.month)


def _of_date(text: Text, words: DateWords, tense: str) -> str:
    """The tense that counts for the date: a noun's date ("Friday's test") has none of its own, unless past."""
    before = text.words[words.first - 1].lower() if words.first else ""
    if before == "earlier" or text.words[words.first].lower() == "since":
        return "past"
    head = text.heads[words.core]
    if words.first <= head < words.last:
        # "Monday afternoon"
        head = text.heads[head]
    is_nouns = text.tags[head][:1] == "N" and not any(text.deps[child] == "cop" for child in text.children[head])
    beside = words.first - 2 if words.first > 1 and text.words[words.first - 1] in ("on", "for", "in") else head
    if _is_coming(text, head) or _is_coming(text, beside):
        return "future"
    if not is_nouns or tense == "past":
        return tense
    return "near" if tense == "future" else ""


def _is_coming(text: Text, noun: int) -> bool:
    """ "A planned *rally* on Saturday"."""
    return any(text.words[child].lower() in lexicon.words("coming_adjectives") for child in text.children[noun])


def _kind(text: Text, date: When | None, tense: str) -> str:
    """What begins after publication is upcoming, what ended before it is past; the tense decides the rest."""
    published = text.article.published
    if date is not None and published is not None:
        if date.first_day() > published:
            return "upcoming"
        if date.last_day() < published:
            return "past"
    return "upcoming" if tense == "future" else "past"


def _is_old_story(text: Text, token: int, old: dict[int, list[Span]]) -> bool:
    """Whether a token stands in a clause of long ago; another clause of its sentence may still tell news."""
    at = text.starts[token]
    return any(span.start <= at < span.end for span in old.get(text.sentence_of[token], ()))


def _is_old(text: Text, date: When | None) -> bool:
    """Whether it is long past, so that what was planned then is no news."""
    published = text.article.published
    return bool(date and published and date.last_day() < published - timedelta(days=OLD))


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
