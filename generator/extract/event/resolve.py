"""A date as printed in, the date that it means out, and in words how that was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.extract.event.line import DateWords
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

    `tense` is that of the clause round the date: "past", "present", "open", "future"; "near" for the date of a noun in
    a clause about the future, "" for that of another noun.
    """
    if words.is_decade:
        return None, f"the ten years from {words.year} to {words.year + 9}"
    if words.year:
        return _printed(words), "the day that is known by this date" if words.anchor == "known" else None
    if words.anchor in ("published", "year", "ahead") and anchors.published is None:
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
            # "It came three days after X" tells when X was: three days before what the text was at.
            if words.unit != "day":
                return None, None
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
    count = f"{abs(steps)} {words.unit}s" if abs(steps) > 1 else f"{'one' if rough else 'the'} {words.unit}"
    return f"{rough}{edge}{count} {'before' if steps < 0 else 'after'} {anchor}"


def _weekday(words: DateWords, tense: str, published: date) -> tuple[When, str]:
    """The one before publication or on its day, in a clause about the future the one after it.

    Where the tense does not say, the nearer one; "on Sunday" in a Monday's paper is yesterday.
    """
    assert words.weekday is not None
    name = _DAYS[words.weekday]
    back = (published.weekday() - words.weekday) % 7
    if words.steps == -1:
        is_ahead, back = False, back or 7
    elif words.steps == 1 or tense == "future":
        is_ahead = words.steps == 1 or back > 0
    else:
        is_ahead = tense != "past" and back > {"open": 1, "present": 1, "near": 3}.get(tense, 4)
    day = published + timedelta(days=7 - back if is_ahead else -back)
    place = "of" if day == published else "after" if is_ahead else "before"
    return day_of(day), f"the {name} {place} publication"


def _in_year(words: DateWords, tense: str, published: date) -> tuple[When | None, str | None]:
    """A month, day or season without its year."""
    if words.season:
        if words.steps is None and tense not in ("past", "future"):
            return None, None
        year = _year_of(words.season, 0, words.steps, tense, published)
        return When(year), f"that season of {year}, counted from publication"
    if not words.month:
        return _of_month(words.day, tense, published)
    if words.anchor == "year":
        words = replace(words, year=published.year + (words.steps or 0))
        return _printed(words), "counted from the year of publication"
    year = _year_of(words.month, words.day, words.steps, tense, published)
    if words.day and not is_date(year, words.month, words.day):
        return None, None
    when = When(year, words.month, words.day)
    name = _MONTHS[words.month - 1]
    if when.first_day() <= published <= when.last_day():
        return when, f"the {name} of publication"
    return when, f"the {name} {'before' if when.first_day() < published else 'after'} publication"


# A day's date without its year is near; tense decides only where one side is not five times as far as the other.
# Chosen on news prose: "was set for Sept. 20" in a paper of Sept. 10 lies ahead. A bare month follows its tense.
FARTHER = 5


def _year_of(month: int, day: int, steps: int | None, tense: str, published: date) -> int:
    """The year that puts a month, or a day of it, before, at or after publication as the clause has it."""
    year = published.year
    if steps == 0:
        return year
    distance = (month - published.month) * 30.4 + (day - published.day if day else 0)
    if steps is not None:
        return year + (steps if distance * steps <= 0 else 0)
    against = {"past": 1, "future": -1, "present": -1}.get(tense, 0)
    weight = (FARTHER if day else 100) if against else 1

    def farness(candidate: int) -> float:
        far = distance + (candidate - year) * 365
        return abs(far) * (weight if far * against > 0 else 1)

    return min((year, year - 1, year + 1), key=farness)


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
