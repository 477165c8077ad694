"""A line of an article, or a file name, in; the day that it states out. Only whole, unmistakable dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from generator import lexicon

# A dateline with its clock time, zone and "Updated …" is still shorter than this.
LONGEST_DATELINE = 100
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.])(\d\d)\2(\d\d)(?!\d)")


def parse_date(words: str) -> date | None:
    """The day that a dateline states: "Monday, May 18, 2015", "Published: 3 March 2021, 10:15 GMT", "2021-03-03".

    None for anything else, and for "03/04/2021", which is two days: one in Boston and one in Berlin.
    """
    found = _match(words)
    if found is None or not any(found[year] for year in ("y1", "y2", "y3")):
        return None
    parts = found.groupdict()
    year, month, day = (next((v for k, v in parts.items() if k.startswith(unit) and v), "") for unit in ("y", "m", "d"))
    number = int(month) if month.isdigit() else int(lexicon.table("months")[_month_key(month)])
    return _day(int(year), number, int(day))


def dateline_kind(words: str) -> str | None:
    """ "published" or "updated" as the line's label says, "plain" without one; None when it holds more than a date."""
    found = _match(words)
    if found is None:
        return None
    return lexicon.table("dateline_labels")[found["label"].lower()] if found["label"] else "plain"


def date_in_name(stem: str) -> date | None:
    """The first "2016-09-16" of a file name."""
    days = (_day(int(found[1]), int(found[3]), int(found[4])) for found in _IN_NAME.finditer(stem))
    return next((day for day in days if day and 1800 <= day.year <= 2200), None)


def _match(words: str) -> re.Match[str] | None:
    return _dateline().fullmatch(" ".join(words.split())) if len(words) <= LONGEST_DATELINE else None


@cache
def _dateline() -> re.Pattern[str]:
    """Months and weekdays come from the lexicon; every gap is bounded, so that a line is read once."""
    months = _either(name.rstrip(".") for name in lexicon.table("months"))
    weekdays = _either(name.rstrip(".") for name in lexicon.table("weekdays"))
    label = _either(lexicon.table("dateline_labels"))
    clock = r"(?:,? ?(?:at |\||-|–|—|·)? ?\d{1,2}(?:[:.]\d\d){0,2}(?: ?[ap]\.?m\.?)?(?:,? ?\(?[A-Z]{1,5}T?\)?)?)?"
    return re.compile(
        rf"(?:(?P<label>{label}):? )?(?:on )?(?:(?:{weekdays})\.?,? )?"
        r"(?:"
        rf"(?P<m1>{months})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<m2>{months})\.?,? (?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?:T[\d:.]{1,15}Z?)?"
        r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
        rf"){clock}(?:[ ,]{{1,2}}(?:{weekdays}))?\.?",
        # ASCII: else the long s of old print would match a month and miss its number.
        re.IGNORECASE | re.ASCII,
    )


def _either(words: Iterable[str]) -> str:
    """Longest first, so that "sept" does not hide "september"."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def _month_key(month: str) -> str:
    months = lexicon.table("months")
    low = month.lower()
    return low if low in months else low + "."


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
