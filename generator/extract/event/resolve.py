"""A date as printed in, the date that it means out, and in words how that was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.extract.event.expressions import DateWords
from generator.extract.event.when import When, day_of, is_date, moved

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a date may be counted from."""

    published: date | None
    previous: When | None
    """The last date that was resolved before this one, while it is near in the text."""


def resolve(words: DateWords, tense: str, anchors: Anchors) -> tuple[When | None, str | None]:
    """The date and how it was found; no words for one printed in full, no date where the anchor is missing.

    `tense` is that of the clause round the date: "past", "present", "future" or "".
    """
    if words.is_decade:
        return None, f"the ten years from {words.year} to {words.year + 9}"
    if words.year:
        return _printed(words), None
    if words.anchor in ("published", "ahead") and anchors.published is None:
        return None, None
    if words.unit:
        return _counted(words, anchors)
    assert anchors.published is not None
    if words.weekday is not None:
        return _weekday(words, tense, anchors.published)
    return _in_year(words, tense, anchors.published)


def _printed(words: DateWords) -> When:
    """What stands there; a season and an "early" keep the precision of the year, an end is a month."""
    if words.month:
        return When(words.year, words.month, words.day)
    if words.part in ("end", "start"):
        return When(words.year, 12 if words.part == "end" else 1)
    return When(words.year)


def _counted(words: DateWords, anchors: Anchors) -> tuple[When | None, str | None]:
    """So many units from publication, or from the date before."""
    steps = words.steps or 0
    if words.anchor in ("published", "ahead"):
        assert anchors.published is not None
        anchor, name = day_of(anchors.published), "publication"
    elif anchors.previous is None:
        return None, None
    else:
        anchor, name = anchors.previous, anchors.previous.iso()
        if words.anchor == "event":
            # "three days after X" tells when X was: as many days before what the text was at.
            steps = -steps
    when = moved(anchor, words.unit, steps)
    if when is None:
        return None, None
    if words.part in ("end", "start") and words.unit == "year":
        when = When(when.year, 12 if words.part == "end" else 1)
    return when, _steps_in_words(words, steps, name)


def _steps_in_words(words: DateWords, steps: int, anchor: str) -> str:
    rough = "about " if words.part == "about" else ""
    edge = {"end": "the end of ", "start": "the start of "}.get(words.part, "")
    if steps == 0:
        return f"{edge}the {words.unit} of {anchor}"
    count = f"{abs(steps)} {words.unit}s" if abs(steps) > 1 else f"the {words.unit}" if not rough else f"one {words.unit}"
    return f"{rough}{edge}{count} {'before' if steps < 0 else 'after'} {anchor}"


def _weekday(words: DateWords, tense: str, published: date) -> tuple[When, str]:
    """The one before publication or on its day, in a clause about the future the one after it."""
    assert words.weekday is not None
    name, steps = _DAYS[words.weekday], words.steps
    back = (published.weekday() - words.weekday) % 7
    is_ahead = steps == 1 or (steps != -1 and tense in ("future", "present") and (back != 0 or tense != "present"))
    if steps == -1 and back == 0:
        back = 7
    if not is_ahead:
        day = published - timedelta(days=back)
        return day_of(day), f"the {name} before publication" if back else f"the {name} of publication"
    day = published + timedelta(days=(7 - back) % 7 or (7 if steps == 1 else 0))
    return day_of(day), f"the {name} after publication" if day != published else f"the {name} of publication"


def _in_year(words: DateWords, tense: str, published: date) -> tuple[When | None, str | None]:
    """A month, day or season without its year."""
    if words.season:
        if words.steps is None:
            year = _year_of(words.season, 0, words.steps, tense, published)
        else:
            year = published.year + {0: 0, 1: words.season <= published.month, -1: -(words.season >= published.month)}[words.steps]
        return When(year), f"that season of {year}, counted from publication"
    if not words.month:
        return _of_month(words.day, tense, published)
    if words.steps is not None and words.core != words.last - 1 and not words.day:
        year = published.year + words.steps
        return When(year, words.month), "counted from the year of publication"
    year = _year_of(words.month, words.day, words.steps, tense, published)
    if words.day and not is_date(year, words.month, words.day):
        return None, None
    when = When(year, words.month, words.day)
    name = _MONTHS[words.month - 1]
    if when.first_day() <= published <= when.last_day():
        return when, f"the {name} of publication"
    return when, f"the {name} {'before' if when.first_day() < published else 'after'} publication"


def _year_of(month: int, day: int, steps: int | None, tense: str, published: date) -> int:
    """The year that puts a month, or a day of it, before, at or after publication as the clause has it."""
    year = published.year
    here = (month, day or published.day)
    today = (published.month, published.day)
    if steps == 0:
        return year
    if steps == -1 or (steps is None and tense == "past"):
        is_earlier = here < today or (here == today and steps is None)
        return year if is_earlier else year - 1
    if steps == 1 or tense == "future":
        return year if here > today or (here == today and steps is None) else year + 1
    return min((year, year + 1, year - 1), key=lambda y: abs((y - year) * 365 + (month - today[0]) * 30 + here[1] - today[1]))


def _of_month(day: int, tense: str, published: date) -> tuple[When | None, str | None]:
    """ "on the 15th": of this month, or the one before or after it."""
    steps = 0
    if tense == "past" and day > published.day:
        steps = -1
    if tense == "future" and day < published.day:
        steps = 1
    month = moved(day_of(published), "month", steps)
    if month is None or not is_date(month.year, month.month, day):
        return None, None
    return When(month.year, month.month, day), "the day of that number nearest to publication"
