"""Blocks in; body paragraphs and what scraping left between them out, each with its reason.

The patterns are data: lexicon/en/leftovers.txt. Each is tried on whole, short blocks only, so that no sentence of the
body goes because it holds a word of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from generator import lexicon
from generator.model import Dropped, Span
from generator.read.blocks import lines_of
from generator.read.bylines import find_bare_byline, find_byline, split_names
from generator.read.dates import dateline_kind

# A caption with its credit, a correction or an editor's note may have three sentences; nothing else that is left over
# is so long.
LONGEST = 600
# The longest caption of the benchmarks' articles has 300 characters without its credit.
LONGEST_CAPTION = 420
SHORTEST_CAPTION = 10
# Bylines and datelines stand above the body, below a standfirst or a label or two.
HEAD_BLOCKS = 6
# A byline without "By" stands right below the title, or below a standfirst.
BARE_BYLINE_BLOCKS = 2
# The foot of an article: author contacts, tags, related headlines, comment form.
TAIL_BLOCKS = 15
# Comments follow an article; a form that stands earlier than this share of the blocks is something else.
COMMENTS_AFTER = 0.5
# In the middle of a text a list of related articles is short; a longer run of headlines may be the body's own.
MOST_RELATED_INSIDE = 3
# Headlines, captions and notes may say what somebody says.
_MAY_REPORT = frozenset(
    {"related articles", "caption", "media prompt", "update note", "editor's note", "author's note"}
)
_QUOTES = str.maketrans("‘’“”„", '\'\'"""')
_INVISIBLE = re.compile("[\ufeff\u200b-\u200f\u2060]")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The blocks of one text, told apart."""

    body: tuple[Span, ...]
    dropped: tuple[Dropped, ...]
    bylines: tuple[Span, ...]
    datelines: tuple[Span, ...]
    """Those that say when the article appeared, the surest first."""


def sort_blocks(text: str, blocks: tuple[Span, ...], *, authors: Collection[str] = ()) -> Sorted:
    """Every block is body or dropped. Reasons: those of the list, "byline", "dateline" and "comments".

    `authors` are the names that the page or its sidecar states: a line that holds nothing else is their byline.
    """
    units = [part for block in blocks for unit in _peeled(text, block) for part in _without_credit(text, unit)]
    signed = {name.casefold() for name in authors}
    reasons = [_reason(text, unit, number, len(units), signed) for number, unit in enumerate(units)]
    _drop_related_lists(text, units, reasons)
    _drop_comments(units, reasons)
    labelled = list(zip(units, reasons, strict=True))
    return Sorted(
        body=tuple(unit for unit, reason in labelled if reason is None),
        dropped=tuple(Dropped(unit, reason) for unit, reason in labelled if reason is not None),
        bylines=tuple(unit for unit, reason in labelled if reason == "byline"),
        datelines=_datelines(text, labelled),
    )


def _peeled(text: str, block: Span) -> list[Span]:
    """A block of several lines without the leftovers at its edges, which become units of their own.

    A line is taken off only where the next one starts afresh, so that a wrapped sentence stays whole.
    """
    if text.find("\n", block.start, block.end) < 0:
        return [block]
    lines = lines_of(text, block)
    first, last = 0, len(lines)
    while first < last and _is_leftover(text, lines[first]) and _starts_afresh(text, lines, first + 1):
        first += 1
    while last > first and _is_leftover(text, lines[last - 1]) and _starts_afresh(text, lines, last - 1):
        last -= 1
    body = [Span(lines[first].start, lines[last - 1].end)] if first < last else []
    return lines[:first] + body + lines[last:]


def _without_credit(text: str, unit: Span) -> list[Span]:
    """A caption tells the story too, the credit at its end does not: that becomes a unit of its own."""
    if len(unit) > LONGEST_CAPTION:
        return [unit]
    credit = _credits().search(text, unit.start, unit.end)
    if credit is None or credit.start() - unit.start < SHORTEST_CAPTION:
        return [unit]
    end = credit.start()
    while text[end - 1].isspace():
        end -= 1
    return [Span(unit.start, end), Span(credit.start(), unit.end)]


def _is_leftover(text: str, line: Span) -> bool:
    words = _normal(text, line)
    return words is not None and (
        find_byline(words) is not None or dateline_kind(words) is not None or _anywhere(words) is not None
    )


def _starts_afresh(text: str, lines: list[Span], number: int) -> bool:
    """Whether line `number` is not the rest of a sentence of the line before."""
    if number in (0, len(lines)):
        return True
    before, line = lines[number - 1], lines[number]
    return not text[line.start].islower() and (text[before.end - 1] in '.!?…"”:*' or _is_leftover(text, before))


def _reason(text: str, unit: Span, number: int, count: int, signed: set[str]) -> str | None:
    words = _normal(text, unit)
    if words is None:
        return None
    if not any(c.isalnum() for c in words):
        return "separator"
    if number < HEAD_BLOCKS:
        if dateline_kind(words) is not None:
            return "dateline"
        if find_byline(words) is not None or _names_only(words, signed):
            return "byline"
        if number < BARE_BYLINE_BLOCKS and find_bare_byline(words) is not None:
            return "byline"
    reason = _anywhere(words) or ("photo credit" if _credits().fullmatch(words) else None)
    if reason is None and number >= count - TAIL_BLOCKS:
        reason = "dateline" if dateline_kind(words) is not None else _matching("tail", words)
    if reason is None and number < HEAD_BLOCKS:
        reason = _matching("head", words)
    return reason


def _names_only(words: str, signed: set[str]) -> bool:
    names = split_names(words)
    return bool(names) and signed.issuperset(map(str.casefold, names))


def _anywhere(words: str) -> str | None:
    return _matching("any", words)


def _normal(text: str, unit: Span) -> str | None:
    """One line, straight quotation marks, none around the whole, no full stop at the end; None when it is too long."""
    if len(unit) > LONGEST:
        return None
    words = " ".join(_INVISIBLE.sub("", unit.of(text)).translate(_QUOTES).split())
    if len(words) > 1 and words[0] == words[-1] == '"' and words.count('"') == 2:
        words = words[1:-1]
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def _matching(where: str, words: str) -> str | None:
    """The reason of the first pattern for this place that matches all of `words`."""
    found = _patterns()[where].fullmatch(words)
    if found is None or found.lastgroup is None:
        return None
    reason = _reasons()[found.lastgroup]
    return None if reason not in _MAY_REPORT and _is_prose(words) else reason


def _is_prose(words: str) -> bool:
    return not lexicon.words("leftover_guards").isdisjoint(re.findall(r"[a-z]+", words.lower()))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """One alternation for each place; its named groups tell which line of the list matched."""
    parts: dict[str, list[str]] = {"any": [], "head": [], "tail": [], "credit": []}
    for number, (where, _, pattern) in enumerate(_rules()):
        parts[where].append(f"(?P<r{number}>{pattern})")
    return {where: re.compile("|".join(some) or r"(?!)", re.IGNORECASE) for where, some in parts.items()}


@cache
def _credits() -> re.Pattern[str]:
    """The credit at the end of a caption, after a space or a sentence's end."""
    patterns = "|".join(pattern for where, _, pattern in _rules() if where == "credit")
    return re.compile(rf"(?<![^\s.,;)])(?:{patterns})\.?(?!\S)(?=\s*\Z)", re.IGNORECASE)


@cache
def _reasons() -> dict[str, str]:
    return {f"r{number}": reason for number, (_, reason, _) in enumerate(_rules())}


@cache
def _rules() -> tuple[tuple[str, str, str], ...]:
    found = []
    for line in lexicon.entries("leftovers"):
        where, reason, pattern = line.split("\t", 2)
        found.append((where, reason, pattern))
    return tuple(found)


def _datelines(text: str, labelled: list[tuple[Span, str | None]]) -> tuple[Span, ...]:
    """ "Published …" anywhere, then a plain date above the body (below it, it dates a correction), then "Updated …"."""
    found: dict[str, list[Span]] = {"published": [], "plain": [], "updated": []}
    for number, (unit, reason) in enumerate(labelled):
        kind = dateline_kind(unit.of(text)) if reason == "dateline" else None
        if kind is not None and (number < HEAD_BLOCKS or kind == "published"):
            found[kind].append(unit)
    return tuple(unit for units in found.values() for unit in units)


def _drop_related_lists(text: str, units: list[Span], reasons: list[str | None]) -> None:
    """The headlines below "Read more:" go with it, while they look like headlines."""
    follows, taken = False, 0
    for number, unit in enumerate(units):
        if reasons[number] is not None:
            follows, taken = (
                (follows and reasons[number] != "related articles") or _announces(text, unit, reasons[number]),
                0,
            )
            continue
        is_tail = number >= len(units) - TAIL_BLOCKS and number * 2 > len(units)
        if follows and _looks_like_headline(text, unit) and (is_tail or taken < MOST_RELATED_INSIDE):
            reasons[number], taken = "related articles", taken + 1
        else:
            follows = False


def _announces(text: str, unit: Span, reason: str | None) -> bool:
    """ "Read more:" announces headlines; "Read more: Talks resume" holds its own."""
    words = _normal(text, unit) or ""
    return reason == "related articles" and (words.endswith(":") or ":" not in words)


def _looks_like_headline(text: str, unit: Span) -> bool:
    """Short, no full stop inside, and nearly every long word with a capital."""
    words = _normal(text, unit)
    if words is None or len(words) > 150 or ". " in words:
        return False
    long_words = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    # "Talks Resume as Storm Nears Coast": four of five. Sentences of the body reach a half when full of names.
    return len(long_words) > 1 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words)


def _drop_comments(units: list[Span], reasons: list[str | None]) -> None:
    """What stands below the head of a comment form was not written by the paper."""
    for number, reason in enumerate(reasons):
        if reason == "comment form" and number >= len(units) * COMMENTS_AFTER:
            for later in range(number + 1, len(units)):
                reasons[later] = reasons[later] or "comments"
            return
