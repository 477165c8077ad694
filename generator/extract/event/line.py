"""What the date grammar works on: a text with its words in lower case; and what it yields: dates as printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import lexicon
from generator.model import Text


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as printed, in tokens `[first, last)`, before anything is counted from anywhere."""

    first: int
    last: int
    core: int
    """The token that the grammar started from; the clause round it is the event."""
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int | None = None
    """Monday is 0."""
    season: int = 0
    """The middle month of the season."""
    is_decade: bool = False
    unit: str = ""
    """ "day", "week" … for dates that are counted from an anchor."""
    steps: int | None = None
    """So many units, or years of a month and weeks of a weekday, from the anchor; None: not said."""
    anchor: str = ""
    """ "published", "year" (of publication), "previous" (date named in the text), "event" (the happening that follows),
    "ahead" (publication, but only in a clause about the future), "known" (the world calls the day by that date)."""
    part: str = ""
    """ "early", "late", "mid", "start", "end" of it, or "about"."""


class Line:
    """The text with its words in lower case; words beyond a sentence's edges are empty strings."""

    def __init__(self, text: Text, low: list[str]):
        self.text, self.low = text, low
        self.bounds = text.sentences
        weekdays = lexicon.table("weekdays")
        self.named = {
            token
            for name in text.names
            if name.kind != "LOC" and not (name.last == name.first + 1 and low[name.first] in weekdays)
            for token in range(name.first, name.last)
        }

    def word(self, at: int, beside: int) -> str:
        """The lower-case word `at`, if it stands in the sentence of `beside`."""
        first, last = self.bounds[self.text.sentence_of[beside]]
        return self.low[at] if first <= at < last else ""

    def tag(self, at: int, beside: int) -> str:
        return self.text.tags[at] if self.word(at, beside) else ""

    def is_capital(self, at: int) -> bool:
        return self.text.words[at][:1].isupper()


def with_part(line: Line, date: DateWords) -> DateWords:
    """The same with what stands before it: "early", "the end of", "by"."""
    first, part = date.first, date.part
    before = line.word(first - 1, date.core)
    if before == "-" and line.word(first - 2, date.core) == "mid":
        first, part = first - 2, "mid"
    elif before == "of" and line.word(first - 2, date.core) in part_words():
        part, first = part_words()[line.word(first - 2, date.core)], first - 2
    elif before in part_words() and before not in ("end", "start", "close", "beginning"):
        part, first = part_words()[before], first - 1
    if part and line.word(first - 1, date.core) == "the":
        first -= 1
    if line.word(first - 1, date.core) in lexicon.words("date_openers"):
        first -= 1
    return replace(date, first=first, part=part)


def day_number(word: str) -> int:
    """1 to 31 for "9" and "9th"; 0 for anything else."""
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(digits) if len(digits) in (1, 2) and digits.isdecimal() and 0 < int(digits) < 32 else 0


def year_number(word: str) -> int:
    """1000 to 2100 for four digits; 0 for anything else."""
    return int(word) if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100 else 0


def part_words() -> dict[str, str]:
    return lexicon.table("date_parts")


def prefixes() -> frozenset[str]:
    return lexicon.words("date_prefixes")
