"""Units of time in, dates out that are counted from somewhere: "last week", "two years ago", "the day after"."""

from __future__ import annotations

from generator import lexicon
from generator.extract.common.numbers import number_at
from generator.extract.event.line import DateWords, Line, part_words, with_part


def read_day_word(line: Line, at: int) -> DateWords | None:
    """ "yesterday", "tonight", "tomorrow morning"."""
    steps = int(lexicon.table("day_words")[line.low[at]])
    is_part = line.word(at + 1, at) in lexicon.words("day_parts")
    is_name = line.is_capital(at) and line.word(at - 1, at) != "" and line.is_capital(at - 1)
    if is_name or line.word(at + 1, at) in ("'s", "’s"):
        return None
    return DateWords(at, at + 1 + is_part, at, unit="day", steps=steps, anchor="published")


def read_unit(line: Line, at: int) -> DateWords | None:
    """ "last week", "the end of the year", "two years ago", "three days later", "the day after"."""
    unit = lexicon.table("time_units")[line.low[at]]
    if unit in ("hour", "minute", "second", "century"):
        return None
    return _counted(line, at, unit) or _placed(line, at, unit)


def _counted(line: Line, at: int, unit: str) -> DateWords | None:
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


def _number_before(line: Line, at: int) -> tuple[int, int] | None:
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


def _placed(line: Line, at: int, unit: str) -> DateWords | None:
    """A unit that is near the anchor: "last week", "the previous day", "the end of the year"."""
    before = line.word(at - 1, at)
    if line.low[at][-1] == "s":
        return None
    if (
        before == "the"
        and line.word(at - 2, at) == "of"
        and part_words().get(line.word(at - 3, at)) in ("end", "start")
    ):
        return with_part(line, DateWords(at - 1, at + 1, at, unit=unit, steps=0, anchor="published"))
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
    return with_part(line, DateWords(first, at + 1, at, unit=unit, steps=int(steps), anchor=anchor))
