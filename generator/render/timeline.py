"""A dossier in, the rows of its timeline out; picture and table are both drawn from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator import lexicon
from generator.model import SET_BY_EDITOR, Event
from generator.render.cards import Statement, statement
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.wording import date_in_words, day_in_words, one_line, precision

HAPPENED, UPCOMING, RUNNING = "happened", "upcoming", "running"
UNKNOWN_DAY = "needs the day of publication"
# Resolutions as the reader of dates words them: "the week before publication", "2 weeks after 2015-06-16".
_WEEKS = re.compile(r"(?:the|(?P<count>\d+)) weeks? (?P<side>of|before|after) (?P<of>\S+)")
_ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One dated event."""

    id: str
    number: int
    """Of its row, from 1."""
    iso: str
    """Empty where the date could not be resolved."""
    day: int
    """Where it stands in time: the first day that is meant, of upcoming ones no earlier than publication; 0 undated."""
    date: str
    """In words; says so where it could not be resolved."""
    precision: str
    """"day" | "week" | "month" | "season" | "year"; empty without a date."""
    words: str
    """The date as printed."""
    how: str
    """How the date was found."""
    is_ours: bool
    """Whether the date is our reading of the printed words and not printed itself."""
    kind: str
    """"happened" | "upcoming" | "running": its month or year was not over when the article was published."""
    what: Statement
    edit: EditMark | None = None

    @property
    def is_upcoming(self) -> bool:
        return self.kind == UPCOMING

    @property
    def status(self) -> str:
        """In words: "happened", "upcoming", "year not over"."""
        return f"{self.precision} not over" if self.kind == RUNNING else self.kind


def rows(dossier: Dossier) -> tuple[Row, ...]:
    """Dated events from first to last, then those without a date in reading order; no line twice under one date."""
    published = dossier.briefing.article.published

    def place(event: Event) -> tuple[bool, int, bool, int]:
        is_running = _kind(event, published) == RUNNING
        return event.date is None, _day(event, published), is_running, event.spans[0].start

    events = _joined(sorted(dossier.briefing.events, key=lambda event: (event.date or "", event.spans[0].start)))
    return tuple(_row(dossier, event, number) for number, event in enumerate(sorted(events, key=place), 1))


def needs_a_day(rows: tuple[Row, ...]) -> bool:
    """Whether any date could not be told because the article does not say when it was published."""
    return any(row.how == UNKNOWN_DAY for row in rows)


def _joined(events: list[Event]) -> list[Event]:
    """One event for one line of the article: of several without a date in the same words, the first one printed."""
    dated = {(event.spans, event.kind) for event in events if event.date}
    kept: dict[object, Event] = {}
    for event in events:
        line = (event.spans, event.kind)
        if event.date:
            kept.setdefault((line, event.date), event)
        elif line not in dated:
            kept.setdefault(line, event)
    return list(kept.values())


def _row(dossier: Dossier, event: Event, number: int) -> Row:
    published = dossier.briefing.article.published
    words, exact = _date_in_words(event, published)
    return Row(
        id=event.id,
        number=number,
        iso=event.date or "",
        day=_day(event, published),
        date=words,
        precision=exact,
        words=one_line(event.words),
        how=_how(dossier, event),
        is_ours=bool(event.date and event.resolution and event.resolution != SET_BY_EDITOR),
        kind=_kind(event, published),
        what=statement(dossier, event.spans),
        edit=dossier.edit_of(event.id),
    )


def _kind(event: Event, published: date | None) -> str:
    """The words of an article of May tell of "this year" in whatever tense: whether it has come to pass stays open."""
    if event.kind == "upcoming":
        return UPCOMING
    if event.date and published and not _week(event, published):
        first, last = _first_day(event.date), _last_day(event.date)
        if first <= published.toordinal() < last:
            return RUNNING
    return HAPPENED


def _day(event: Event, published: date | None) -> int:
    if not event.date:
        return 0
    week = _week(event, published)
    day = week.toordinal() if week else _first_day(event.date)
    if not published:
        return day
    today = published.toordinal()
    return {UPCOMING: max(day, today + 1), RUNNING: today}.get(_kind(event, published), day)


def _date_in_words(event: Event, published: date | None) -> tuple[str, str]:
    """The date, and what it is exact to."""
    if not event.date:
        return "not dated", ""
    if week := _week(event, published):
        return f"week of {day_in_words(week)}", "week"
    if "season" in (event.resolution or ""):
        season = next((w for w in event.words.casefold().split() if w in _seasons()), "")
        if season:
            return f"{season} {date_in_words(event.date)}", "season"
    return date_in_words(event.date), precision(event.date)


def _seasons() -> frozenset[str]:
    return frozenset(lexicon.table("seasons"))


def _week(event: Event, published: date | None) -> date | None:
    """The Monday of the week that is meant, where the date was counted in weeks; its month alone would say too much."""
    found = _WEEKS.fullmatch(event.resolution or "")
    if not found or not event.date:
        return None
    anchor = published if found["of"] == "publication" else _calendar_day(found["of"])
    if not anchor:
        return None
    steps = {"of": 0, "before": -1, "after": 1}[found["side"]] * int(found["count"] or 1)
    try:
        return anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=steps)
    except OverflowError:
        return None


def _how(dossier: Dossier, event: Event) -> str:
    if event.date:
        how = event.resolution or "as printed"
        return _ISO.sub(lambda found: date_in_words(found.group()), how)
    if not event.words:
        return "announced without a date"
    if not dossier.briefing.article.published:
        return UNKNOWN_DAY
    return event.resolution or "the words name no certain day, month or year"


def _first_day(iso: str) -> int:
    """The first day that "2023-11" or "2023" means; dates that no calendar has count as their month's first."""
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return date(min(max(year, 1), 9999), min(max(month, 1), 12), 1).toordinal()


def _last_day(iso: str) -> int:
    """The last day that "2023-11" or "2023" means."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) > 2:
        return _first_day(iso)
    year, month = (parts[0], parts[1] + 1) if len(parts) > 1 else (parts[0] + 1, 1)
    year, month = (year + 1, 1) if month > 12 else (year, month)
    return _first_day(f"{year:04}-{month:02}") - 1 if year <= 9999 else date.max.toordinal()


def _calendar_day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
