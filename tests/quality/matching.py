"""What it means that two findings are the same: letters shared, names shared, one to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml

from .gold import Gold, Item, Range

Left = TypeVar("Left")
Right = TypeVar("Right")

_WORDS = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
_HONORIFICS, _STOP = frozenset(_WORDS["honorifics"]), frozenset(_WORDS["stop"])


def letters(text: str, spans: Iterable[Range]) -> frozenset[int]:
    """Offsets of the letters and digits in `spans`: marks, commas and spaces at the edges never matter."""
    return frozenset(n for start, end in spans for n in range(start, end) if text[n].isalnum())


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared letters over all letters of both, 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def pairs(
    left: Sequence[Left], right: Sequence[Right], alike: Callable[[Left, Right], float], least: float
) -> list[tuple[int, int]]:
    """One-to-one pairs (index, index) of items at least `least` alike, best first."""
    ranked = sorted(
        ((alike(one, other), -i, -j) for i, one in enumerate(left) for j, other in enumerate(right)), reverse=True
    )
    used: set[tuple[str, int]] = set()
    found = []
    for score, i, j in ranked:
        if score < least:
            break
        if ("left", i) not in used and ("right", j) not in used:
            used |= {("left", i), ("right", j)}
            found.append((-i, -j))
    return found


def quoted_ranges(gold: Gold) -> list[Range]:
    """What stands in outer quotation marks, marks left out. An open quotation ends with its block."""
    double = r"“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)|«([^»]*)(?:»|$)|''(.*?)(?:''|$)"
    single = r"(?<!\w)‘(.*?)(?:’(?!\w)|$)"
    pattern = re.compile(single if gold.marks == "single" else double, re.DOTALL)
    return [
        (start + match.start(match.lastindex or 0), start + match.end(match.lastindex or 0))
        for start, end in gold.blocks
        for match in pattern.finditer(gold.text[start:end])
    ]


def within(spans: Iterable[Range], ranges: Iterable[Range]) -> list[Range]:
    """The parts of `spans` that lie in `ranges`."""
    limits = list(ranges)
    cut = [(max(s, first), min(e, last)) for s, e in spans for first, last in limits]
    return [(start, end) for start, end in cut if start < end]


def words_of(name: str | None) -> frozenset[str]:
    """Lower-case words without accents, honorifics and plural endings of a possessive."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’]s\b", "", plain)
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - _HONORIFICS


def content_words(phrase: str | None) -> frozenset[str]:
    """Words of a phrase without stop words and plural endings."""
    return frozenset(re.sub(r"(ies|es|s)$", "", word) for word in words_of(phrase) - _STOP)


def is_actor(names: Iterable[str], actor: Item, gold: Gold) -> bool:
    """Whether somebody who goes by `names` is the gold actor.

    A part of a name will do when no other gold actor has it: "Ott" is Sheila Ott, "Dube" is nobody where there are two.
    """
    known = [words_of(name) for name in (actor["name"], *actor["aliases"])]
    others = [words_of(n) for a in gold.actors if a is not actor for n in (a["name"], *a["aliases"])]
    for name in map(words_of, names):
        if name in known:
            return True
        if (
            name
            and any(name < full or full < name for full in known)
            and not any(name <= full or full <= name for full in others)
        ):
            return True
    return False


def names_of(actor: dict[str, Any] | None) -> list[str]:
    """Name and aliases of an actor of briefing.json; nothing for nobody."""
    return [actor["name"], *actor["aliases"]] if actor else []


def ranges(item: dict[str, Any]) -> list[Range]:
    """The spans of a finding of briefing.json."""
    return [(span["start"], span["end"]) for span in item["spans"]]
