"""Dates of three precisions, and steps between them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class When(NamedTuple):
    """A year, a month or a day; what is 0 is not known."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """ "2023-11-15", "2023-11" or "2023"."""
        parts = f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"
        return "-".join(parts[: 3 if self.day else 2 if self.month else 1])

    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def day_of(day: date) -> When:
    return When(day.year, day.month, day.day)


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def moved(anchor: When, unit: str, steps: int) -> When | None:
    """`anchor` moved by so many units, with the precision of the unit; None where the anchor is less precise.

    A week away is a month: who writes "two weeks ago" does not mean that very day.
    """
    year, month, day = anchor
    try:
        if unit == "day":
            return day_of(date(year, month, day) + timedelta(days=steps)) if day else None
        if unit in ("week", "weekend"):
            return _week(date(year, month, day), steps, is_weekend=unit == "weekend") if day else None
        if unit in ("month", "quarter"):
            months = year * 12 + month - 1 + steps * (3 if unit == "quarter" else 1)
            return _checked(When(months // 12, months % 12 + 1)) if month else None
        if unit in ("year", "decade"):
            return _checked(When(year + steps * (10 if unit == "decade" else 1)))
    except (ValueError, OverflowError):
        return None
    return None


def _week(day: date, steps: int, *, is_weekend: bool) -> When:
    """The month in which the middle of that week (its Wednesday), or its Saturday, lies."""
    monday = day - timedelta(days=day.weekday())
    middle = monday + timedelta(weeks=steps, days=5 if is_weekend else 2)
    # "this week" of a month's last days is this month, whatever its Wednesday.
    return When(day.year, day.month) if steps == 0 else When(middle.year, middle.month)


def _checked(when: When) -> When | None:
    return when if 1 <= when.year <= 9998 else None
