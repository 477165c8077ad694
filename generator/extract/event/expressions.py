"""A text in, its dates as printed out: a small grammar over tokens, one matcher a kind of core word.

A library for dates in prose (dateparser) was tried in thought and left out: it reads a string that is a date, finds
none in prose reliably, and takes milliseconds a sentence, where the whole budget is 100 microseconds a word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from generator import lexicon
from generator.extract.common.numbers import number_at
from generator.extract.event.when import is_date
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
    "ahead" (publication, but only in a clause about the future)."""
    part: str = ""
    """ "early", "late", "mid", "start", "end" of it, or "about"."""


def find_dates(text: Text) -> list[DateWords]:
    """Dates in reading order, not overlapping. Durations, ages, habits ("on Fridays") are no dates."""
    line = _Line(text, [word.lower() for word in text.words])
    triggers, found, done = _triggers(), [], 0
    for at, word in enumerate(line.low):
        matcher = triggers.get(word)
        if matcher is None:
            if not ("0" <= word[:1] <= "9" or word[:1] in "'’") or len(word) < 3:
                continue
            matcher = _digits
        if at < done:
            continue
        date = matcher(line, at)
        if date is not None and date.first >= done:
            found.append(date)
            done = date.last
    return found


class _Line:
    """The text with its words in lower case; words beyond a sentence's edges are empty strings."""

    def __init__(self, text: Text, low: list[str]):
        self.text, self.low = text, low
        self.bounds = text.sentences
        self.named = {token for name in text.names if name.kind != "LOC" for token in range(name.first, name.last)}

    def word(self, at: int, beside: int) -> str:
        """The lower-case word `at`, if it stands in the sentence of `beside`."""
        first, last = self.bounds[self.text.sentence_of[beside]]
        return self.low[at] if first <= at < last else ""

    def tag(self, at: int, beside: int) -> str:
        return self.text.tags[at] if self.word(at, beside) else ""

    def is_capital(self, at: int) -> bool:
        return self.text.words[at][:1].isupper()


@cache
def _triggers() -> dict[str, Callable[[_Line, int], DateWords | None]]:
    matchers: dict[str, Callable[[_Line, int], DateWords | None]] = {}
    for name, matcher in (
        ("time_units", _unit),
        ("seasons", _season),
        ("weekdays", _weekday),
        ("months", _month),
        ("day_words", _day_word),
    ):
        matchers.update(dict.fromkeys(lexicon.table(name), matcher))
    return matchers


def _month(line: _Line, at: int) -> DateWords | None:
    """ "Sept. 9", "Friday, Sept. 9, 2016", "9 September", "July 2015", "March of next year", "last May"."""
    if not line.is_capital(at) or at in line.named or line.text.tags[at] == "MD":
        return None
    month = int(lexicon.table("months")[line.low[at]])
    first, last, year, steps, anchor = at, at + 1, 0, None, ""
    day = _day_number(line.word(last, at))
    if day:
        last += 1
        if line.word(last, at) in ("-", "–", "—") and _day_number(line.word(last + 1, at)):
            last += 2
    elif _day_number(line.word(at - 1, at)) and line.word(at - 2, at) not in ("$", "of"):
        day, first = _day_number(line.word(at - 1, at)), at - 1
    elif line.word(at - 1, at) == "of" and _day_number(line.word(at - 2, at)):
        day, first = _day_number(line.word(at - 2, at)), at - 2
    year, last = _year_after(line, last, at)
    if not year and line.word(last, at) == "of" and line.word(last + 2, at) == "year":
        relation = lexicon.table("date_relations").get(line.word(last + 1, at), "")
        if relation.endswith("published"):
            steps, last, anchor = int(relation.split()[0]), last + 3, "year"
    before = line.word(first - 1, at)
    if not day and not year and steps is None:
        relation = lexicon.table("date_relations").get(before, "")
        if relation.endswith("published"):
            steps, first = int(relation.split()[0]), first - 1
        elif (before not in _prefixes() and before not in _parts()) or line.text.tags[at] != "NNP":
            return None
    elif day and year and not is_date(year, month, day):
        return None
    if day and not year and line.word(last, at) in lexicon.words("attack_words"):
        year = _known(month, day)
    if line.word(first - 1, at) == "the" and first < at:
        first -= 1
    is_range = line.word(last, at) in lexicon.words("range_words") and line.word(last + 1, at) in lexicon.table(
        "months"
    )
    if day and is_range and _day_number(line.word(last + 2, at)):
        # "from Jan. 23 through March 9, 2014" is one date: its beginning.
        until, last = _year_after(line, last + 3, at)
        year = year or until
    comma = line.word(first - 1, at) == ","
    if day and line.word(first - 1 - comma, at) in lexicon.table("weekdays"):
        first -= 1 + comma
    anchor = "" if year else anchor or "published"
    return _with_part(line, DateWords(first, last, at, year=year, month=month, day=day, steps=steps, anchor=anchor))


def _known(month: int, day: int) -> int:
    """The year of a day that the world calls by its date ("the Sept. 11 attacks")."""
    return int(lexicon.table("known_dates").get(f"{month}/{day}", "0"))


def _year_after(line: _Line, last: int, at: int) -> tuple[int, int]:
    """The year that follows a day or month, and the token after it; 0 and `last` where none does."""
    for skip in (0, 1):
        if skip and line.word(last, at) not in (",", "of"):
            break
        word = line.word(last + skip, at)
        year = _year_number(word if word[4:5].isalnum() else word[:4])
        if year:
            return year, last + skip + 1
    return 0, last


def _weekday(line: _Line, at: int) -> DateWords | None:
    """ "Friday", "last Friday", "Tuesday night"; None where the weekday is part of a fuller date or of a name."""
    text = line.text
    before, after = line.word(at - 1, at), line.word(at + 1, at)
    skip = 1 if after == "," else 0
    if not line.is_capital(at) or at in line.named or before in lexicon.words("named_days"):
        return None
    if line.word(at + 1 + skip, at) in lexicon.table("months") and _day_number(line.word(at + 2 + skip, at)):
        return None
    is_part = after in lexicon.words("day_parts")
    if after and line.is_capital(at + 1) and (is_part or text.deps[at] in ("compound", "flat")):
        return None
    if after.endswith("s") and after[:-1] in lexicon.words("day_parts"):
        return None
    weekday = int(lexicon.table("weekdays")[line.low[at]])
    first, steps = _relation(line, at)
    return DateWords(first, at + 1 + is_part, at, weekday=weekday, steps=steps, anchor="published")


def _relation(line: _Line, at: int) -> tuple[int, int | None]:
    """Where "last", "next", "this past" before a word begin, and their steps."""
    relations = lexicon.table("date_relations")
    found = relations.get(line.word(at - 1, at), "")
    if not found.endswith("published"):
        return at, None
    first = at - 1
    if line.word(first - 1, at) == "this":
        first -= 1
    return first, int(found.split()[0])


def _season(line: _Line, at: int) -> DateWords | None:
    """ "last spring", "in the spring", "the fall of 2015", "summer 2015"."""
    if line.text.tags[at][:2] != "NN":
        return None
    season = int(lexicon.table("seasons")[line.low[at]])
    year, last = _year_after(line, at + 1, at)
    first, steps = _relation(line, at)
    if not year and steps is None:
        if line.word(at - 1, at) != "the" or line.word(at + 1, at) == "of" or line.tag(at + 1, at)[:2] == "NN":
            return None
        if line.word(at - 2, at) not in _prefixes():
            return None
    if line.word(first - 1, at) == "the":
        first -= 1
    anchor = "" if year else "published"
    return _with_part(line, DateWords(first, last, at, year=year, season=season, steps=steps, anchor=anchor))


def _day_word(line: _Line, at: int) -> DateWords | None:
    """ "yesterday", "tonight", "tomorrow morning"."""
    steps = int(lexicon.table("day_words")[line.low[at]])
    is_part = line.word(at + 1, at) in lexicon.words("day_parts")
    is_name = line.is_capital(at) and line.word(at - 1, at) != "" and line.is_capital(at - 1)
    if is_name or line.word(at + 1, at) in ("'s", "’s"):
        return None
    return DateWords(at, at + 1 + is_part, at, unit="day", steps=steps, anchor="published")


def _unit(line: _Line, at: int) -> DateWords | None:
    """ "last week", "the end of the year", "two years ago", "three days later", "the day after"."""
    unit = lexicon.table("time_units")[line.low[at]]
    if unit in ("hour", "minute", "second", "century"):
        return None
    return _counted(line, at, unit) or _placed(line, at, unit)


def _counted(line: _Line, at: int, unit: str) -> DateWords | None:
    """A number of units with a word that places them: "two years ago", "a day after", "in two weeks"."""
    found = _number_before(line, at)
    if found is None:
        return None
    first, count = found
    offset = lexicon.table("date_offsets").get(line.word(at + 1, at), "")
    last = at + 2
    if not offset and line.word(at + 1, at) == "from" and line.word(at + 2, at) in ("now", "today"):
        offset, last = "1 published", at + 3
    if not offset and line.word(first - 1, at) == "in" and line.low[at] not in ("night", "morning"):
        return DateWords(first - 1, at + 1, at, unit=unit, steps=count, anchor="ahead")
    if not offset or line.word(first - 1, at) in lexicon.words("vague_amounts"):
        return None
    direction, anchor = offset.split()
    steps = count * int(direction)
    if anchor == "event" and line.tag(last, at) in ("", ",", ".", ":", "''", "CC"):
        anchor = "previous"
    part = "about" if line.word(first - 1, at) in lexicon.words("rough_amounts") or unit == "decade" else ""
    first -= part == "about" and line.word(first - 1, at) in lexicon.words("rough_amounts")
    return DateWords(first, last, at, unit=unit, steps=steps, anchor=anchor, part=part)


def _number_before(line: _Line, at: int) -> tuple[int, int] | None:
    """Where the number right before a unit begins, and its value; "a" and "the" are one."""
    before = line.word(at - 1, at)
    if before in ("a", "an", "one", "the") and line.low[at][-1] != "s":
        if before == "the" and line.word(at + 1, at) not in ("before", "after"):
            return None
        return at - 1, 1
    for first in (at - 3, at - 2, at - 1):
        if line.word(first, at):
            number = number_at(line.low, first, at)
            if number is not None and number[1] == at and number[0] == int(number[0]) and 0 < number[0] < 1000:
                return first, int(number[0])
    return None


def _placed(line: _Line, at: int, unit: str) -> DateWords | None:
    """A unit that is near the anchor: "last week", "the previous day", "the end of the year"."""
    before = line.word(at - 1, at)
    if line.low[at][-1] == "s":
        return None
    if before == "the" and line.word(at - 2, at) == "of" and _parts().get(line.word(at - 3, at)) in ("end", "start"):
        return _with_part(line, DateWords(at - 1, at + 1, at, unit=unit, steps=0, anchor="published"))
    found = lexicon.table("date_relations").get(before)
    if found is None:
        return None
    steps, anchor = found.split()
    first = at - 1
    earlier = line.word(first - 1, at)
    if before in ("past", "coming", "upcoming"):
        if earlier != "this":
            return None
        first -= 1
    elif earlier == "the":
        # "over the last year" is a stretch of time, "the next day" a day.
        if anchor == "published" and not (before == "next" and unit == "day"):
            return None
        anchor, first = "previous", first - 1
    elif earlier in ("that", "this") and before == "same":
        first -= 1
    elif anchor == "previous" and before != "that":
        return None
    if before == "that" and line.text.deps[at - 1] != "det":
        return None
    return _with_part(line, DateWords(first, at + 1, at, unit=unit, steps=int(steps), anchor=anchor))


def _digits(line: _Line, at: int) -> DateWords | None:
    """Dates whose core is a number: "2016", "the 1990s", "2016-09-10", "on the 15th"."""
    word = line.low[at]
    year = _year_number(word)
    if year:
        return _year(line, at, year)
    if word[-1] == "s" and line.word(at - 1, at) not in ("$", "his", "her", "their"):
        decade = word.removesuffix("s").removesuffix("'").removesuffix("’")
        number = decade.removeprefix("mid-").lstrip("'’")
        if number.isdecimal() and number[-1] == "0" and (len(number) == 4 or (len(number) == 2 and word[0] in "'’")):
            year = int(number) + (1900 if len(number) == 2 else 0)
            first = at - 1 if line.word(at - 1, at) == "the" else at
            if 1000 < year < 2100:
                return _with_part(line, DateWords(first, at + 1, at, year=year, is_decade=True))
    if word[-2:] in ("st", "nd", "rd", "th"):
        day = _day_number(word)
        before = line.word(at - 2, at)
        is_ordinal = line.word(at + 1, at) == "of" or line.tag(at + 1, at)[:1] in ("N", "J")
        if day and line.word(at - 1, at) == "the" and before in _prefixes() - {"in", "of"} and not is_ordinal:
            return DateWords(at - 1, at + 1, at, day=day, anchor="published")
    if word in lexicon.table("known_dates"):
        return _numeric(at, [int(part) for part in (lexicon.table("known_dates")[word] + "/" + word).split("/")])
    parts = word.split("-") if "-" in word else word.split("/")
    if len(parts) == 3 and all(part.isdecimal() and part.isascii() for part in parts):
        return _numeric(at, [int(part) for part in parts])
    return None


def _numeric(at: int, parts: list[int]) -> DateWords | None:
    """ "2016-09-10", "9/10/2016"; the American order unless that is no date."""
    if parts[0] > 999:
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] + (2000 if parts[2] < 100 else 0)
        orders = [(year, parts[0], parts[1]), (year, parts[1], parts[0])]
    for year, month, day in orders:
        if 1000 < year < 2100 and is_date(year, month, day):
            return DateWords(at, at + 1, at, year=year, month=month, day=day)
    return None


def _year(line: _Line, at: int, year: int) -> DateWords | None:
    """A year by itself; a price, a flight number or a count is none."""
    before, after = line.word(at - 1, at), line.word(at + 1, at)
    if line.text.tags[at] not in ("CD", "NNP", "NN") or before in lexicon.words("number_labels"):
        return None
    beyond = line.word(at + 2, at)
    if after in lexicon.words("measures") or after in lexicon.table("time_units"):
        return None
    if after == "-" and not _year_number(beyond):
        return None
    if year < 1900 and before not in _prefixes() | {"year"}:
        return None
    last = at + 1
    is_open = after in ("-", "–") or (after in ("to", "through") and before in ("from", "(", "in", ""))
    if (is_open and beyond.isdecimal()) or (before == "between" and after == "and" and _year_number(beyond)):
        last = at + 3
    first = at
    if before == "year":
        first -= 2 if line.word(at - 2, at) == "the" else 1
    return _with_part(line, DateWords(first, last, at, year=year))


def _with_part(line: _Line, date: DateWords) -> DateWords:
    """The same with what stands before it: "early", "the end of", "by"."""
    first, part = date.first, date.part
    before = line.word(first - 1, date.core)
    if before == "-" and line.word(first - 2, date.core) == "mid":
        first, part = first - 2, "mid"
    elif before == "of" and line.word(first - 2, date.core) in _parts():
        part, first = _parts()[line.word(first - 2, date.core)], first - 2
    elif before in _parts() and before not in ("end", "start", "close", "beginning"):
        part, first = _parts()[before], first - 1
    if part and line.word(first - 1, date.core) == "the":
        first -= 1
    if line.word(first - 1, date.core) in lexicon.words("date_openers"):
        first -= 1
    return replace(date, first=first, part=part)


def _day_number(word: str) -> int:
    """1 to 31 for "9" and "9th"; 0 for anything else."""
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(digits) if len(digits) in (1, 2) and digits.isdecimal() and 0 < int(digits) < 32 else 0


def _year_number(word: str) -> int:
    """1000 to 2100 for four digits; 0 for anything else."""
    return int(word) if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100 else 0


def _parts() -> dict[str, str]:
    return lexicon.table("date_parts")


def _prefixes() -> frozenset[str]:
    return lexicon.words("date_prefixes")
