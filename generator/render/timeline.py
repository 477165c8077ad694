"""A dossier in, the rows of its timeline out; picture and table are both drawn from them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Event
from generator.render.cards import Statement, statement
from generator.render.dossier import Dossier
from generator.render.wording import NOT_STATED, date_in_words, one_line, precision


@dataclass(frozen=True, slots=True)
class Row:
    """One dated event."""

    id: str
    number: int
    """Of its dot in the picture, from 1."""
    iso: str
    """Empty where the date could not be resolved."""
    date: str
    """In words; says so where it could not be resolved."""
    precision: str
    """"day" | "month" | "year"; empty without a date."""
    words: str
    """The date as printed."""
    how: str
    """How the date was found."""
    is_ours: bool
    """Whether the date is our reading of the printed words and not printed itself."""
    is_upcoming: bool
    what: Statement

    @property
    def kind(self) -> str:
        return "upcoming" if self.is_upcoming else "happened"


def rows(dossier: Dossier) -> tuple[Row, ...]:
    """Dated events from first to last, then those without a date in reading order; no line twice under one date."""
    events = sorted(
        dossier.briefing.events,
        key=lambda event: (event.date is None, event.date or "", event.spans[0].start),
    )
    return tuple(_row(dossier, event, number) for number, event in enumerate(_joined(events), 1))


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
    return Row(
        id=event.id,
        number=number,
        iso=event.date or "",
        date=date_in_words(event.date) if event.date else "not dated",
        precision=precision(event.date) if event.date else "",
        words=one_line(event.words),
        how=_how(dossier, event),
        is_ours=bool(event.date and event.resolution),
        is_upcoming=event.kind == "upcoming",
        what=statement(dossier, event.spans, id=event.id),
    )


def _how(dossier: Dossier, event: Event) -> str:
    if event.date:
        return event.resolution or "printed in full"
    if not event.words:
        return "announced without a date"
    if not dossier.briefing.article.published:
        return "the day of publication is " + NOT_STATED
    return event.resolution or "the words name no certain day, month or year"
