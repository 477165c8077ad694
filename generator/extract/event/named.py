"""Words of the calendar in, dates out: months, weekdays, seasons, years and dates in digits."""

from __future__ import annotations

from generator import lexicon
from generator.extract.event.line import DateWords, Line, day_number, part_words, prefixes, with_part, year_number
from generator.extract.event.when import is_date


def read_month(line: Line, at: int) -> DateWords | None:
    """ "Sept. 9", "Friday, Sept. 9, 2016", "9 September", "July 2015", "March of next year", "last May"."""
    if not line.is_capital(at) or at in line.named or line.text.tags[at] == "MD":
        return None
    month = int(lexicon.table("months")[line.low[at]])
    first, last, year, steps, anchor = at, at + 1, 0, None, ""
    day = day_number(line.word(last, at))
    if day:
        last += 1
        if line.word(last, at) in ("-", "–", "—") and day_number(line.word(last + 1, at)):
            last += 2
    elif day_number(line.word(at - 1, at)) and line.word(at - 2, at) not in ("$", "of"):
        day, first = day_number(line.word(at - 1, at)), at - 1
    elif line.word(at - 1, at) == "of" and day_number(line.word(at - 2, at)):
        day, first = day_number(line.word(at - 2, at)), at - 2
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
        elif line.text.tags[at] != "NNP" or not (
            before in prefixes() or before in part_words() or _is_mid(line, first) or _is_attribute(line, at)
        ):
            return None
    elif day and year and not is_date(year, month, day):
        return None
    if day and not year and line.word(last, at) in lexicon.words("attack_words"):
        year = _known(month, day)
        anchor = "known" if year else ""
    if line.word(first - 1, at) == "the" and first < at:
        first -= 1
    is_range = line.word(last, at) in lexicon.words("range_words") and line.word(last + 1, at) in lexicon.table(
        "months"
    )
    if day and is_range and day_number(line.word(last + 2, at)):
        # "from Jan. 23 through March 9, 2014" is one date: its beginning.
        until, last = _year_after(line, last + 3, at)
        year = year or until
    comma = line.word(first - 1, at) == ","
    if day and line.word(first - 1 - comma, at) in lexicon.table("weekdays"):
        first -= 1 + comma
    anchor = anchor or ("" if year else "published")
    return with_part(line, DateWords(first, last, at, year=year, month=month, day=day, steps=steps, anchor=anchor))


def _is_mid(line: Line, first: int) -> bool:
    """ "Mid-September"."""
    return line.word(first - 1, first) == "-" and line.word(first - 2, first) == "mid"


def _is_attribute(line: Line, at: int) -> bool:
    """ "A February rally", "the June hearing", but not "the November Project"."""
    after = line.word(at + 1, at)
    return line.text.heads[at] == at + 1 and line.tag(at + 1, at) in ("NN", "NNS") and after == line.text.words[at + 1]


def _known(month: int, day: int) -> int:
    """The year of a day that the world calls by its date ("the Sept. 11 attacks")."""
    return int(lexicon.table("known_dates").get(f"{month}/{day}", "0"))


def _year_after(line: Line, last: int, at: int) -> tuple[int, int]:
    """The year that follows a day or month, and the token after it; 0 and `last` where none does."""
    for skip in (0, 1):
        if skip and line.word(last, at) not in (",", "of"):
            break
        word = line.word(last + skip, at)
        year = year_number(word if word[4:5].isalnum() else word[:4])
        if year:
            return year, last + skip + 1
    return 0, last


def read_weekday(line: Line, at: int) -> DateWords | None:
    """ "Friday", "last Friday", "Tuesday night"; None where the weekday is part of a fuller date or of a name."""
    text = line.text
    before, after = line.word(at - 1, at), line.word(at + 1, at)
    skip = 1 if after == "," else 0
    if not line.is_capital(at) or at in line.named or before in lexicon.words("named_days"):
        return None
    if line.word(at + 1 + skip, at) in lexicon.table("months") and day_number(line.word(at + 2 + skip, at)):
        return None
    is_part = after in lexicon.words("day_parts")
    if after and line.is_capital(at + 1) and (is_part or text.deps[at] in ("compound", "flat")):
        return None
    if after.endswith("s") and after[:-1] in lexicon.words("day_parts"):
        return None
    weekday = int(lexicon.table("weekdays")[line.low[at]])
    first, steps = _relation(line, at)
    return DateWords(first, at + 1 + is_part, at, weekday=weekday, steps=steps, anchor="published")


def _relation(line: Line, at: int) -> tuple[int, int | None]:
    """Where "last", "next", "this past" before a word begin, and their steps."""
    relations = lexicon.table("date_relations")
    found = relations.get(line.word(at - 1, at), "")
    if not found.endswith("published"):
        return at, None
    first = at - 1
    if line.word(first - 1, at) == "this":
        first -= 1
    return first, int(found.split()[0])


def read_season(line: Line, at: int) -> DateWords | None:
    """ "last spring", "in the spring", "the fall of 2015", "summer 2015"."""
    if line.text.tags[at][:2] != "NN":
        return None
    season = int(lexicon.table("seasons")[line.low[at]])
    year, last = _year_after(line, at + 1, at)
    first, steps = _relation(line, at)
    if not year and steps is None:
        if line.word(at - 1, at) != "the" or line.word(at + 1, at) == "of" or line.tag(at + 1, at)[:2] == "NN":
            return None
        if line.word(at - 2, at) not in prefixes():
            return None
    if line.word(first - 1, at) == "the":
        first -= 1
    anchor = "" if year else "published"
    return with_part(line, DateWords(first, last, at, year=year, season=season, steps=steps, anchor=anchor))


def read_digits(line: Line, at: int) -> DateWords | None:
    """Dates whose core is a number: "2016", "the 1990s", "2016-09-10", "on the 15th"."""
    word = line.low[at]
    year = year_number(word)
    if year:
        return _year(line, at, year)
    if word[-1] == "s" and line.word(at - 1, at) not in ("$", "his", "her", "their"):
        decade = word.removesuffix("s").removesuffix("'").removesuffix("’")
        number = decade.removeprefix("mid-").lstrip("'’")
        if number.isdecimal() and number[-1] == "0" and (len(number) == 4 or (len(number) == 2 and word[0] in "'’")):
            year = int(number) + (1900 if len(number) == 2 else 0)
            first = at - 1 if line.word(at - 1, at) == "the" else at
            if 1000 < year < 2100:
                return with_part(line, DateWords(first, at + 1, at, year=year, is_decade=True))
    if word[-2:] in ("st", "nd", "rd", "th"):
        day = day_number(word)
        before = line.word(at - 2, at)
        is_ordinal = line.word(at + 1, at) == "of" or line.tag(at + 1, at)[:1] in ("N", "J")
        if day and line.word(at - 1, at) == "the" and before in prefixes() - {"in", "of"} and not is_ordinal:
            return DateWords(at - 1, at + 1, at, day=day, anchor="published")
    if word in lexicon.table("known_dates"):
        month, day = (int(part) for part in word.split("/"))
        return DateWords(at, at + 1, at, year=_known(month, day), month=month, day=day, anchor="known")
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


def _year(line: Line, at: int, year: int) -> DateWords | None:
    """A year by itself; a price, a flight number or a count is none."""
    before, after = line.word(at - 1, at), line.word(at + 1, at)
    if line.text.tags[at] not in ("CD", "NNP", "NN") or before in lexicon.words("number_labels"):
        return None
    beyond = line.word(at + 2, at)
    if after in lexicon.words("measures") or after in lexicon.table("time_units"):
        return None
    is_joined = after == "-" and line.text.ends[at] == line.text.starts[at + 1]
    if is_joined and not year_number(beyond):
        return None
    if year < 1900 and before not in prefixes() | {"year"}:
        return None
    last = at + 1
    is_open = after in ("-", "–") or (after in ("to", "through") and before in ("from", "(", "in", ""))
    if (is_open and beyond.isdecimal()) or (before == "between" and after == "and" and year_number(beyond)):
        last = at + 3
    first = at
    if before == "year":
        first -= 2 if line.word(at - 2, at) == "the" else 1
    return with_part(line, DateWords(first, last, at, year=year))
