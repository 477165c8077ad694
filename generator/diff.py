"""Two versions of a briefing in, what changed between them out, in words.

A version is a briefing.json file (one object, or an array as `briefing extract` prints) or a folder that holds such
files, as a built site does. Published files, which leave the article's text out, are enough.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from generator.errors import BuildError, reason_of

Data = dict[str, Any]
# How much of their words two findings with different ids share that are still one finding, changed.
ALIKE = 0.6
# A line of a report shows so much of a long quotation.
MOST_WORDS = 18


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the report."""

    section: str
    """"Quotes", "Actors" …"""
    what: str
    """"added", "removed" or "changed"."""
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in one briefing, in reading order of its pages; nothing where it is the same."""

    title: str
    changes: tuple[Change, ...]


def compare(old: Path, new: Path) -> tuple[Comparison, ...]:
    """Briefings in the order of the new version, then those that are gone; unchanged ones are left out.

    Raises BuildError where one of the two holds no briefing.
    """
    before, after = _read(old), _read(new)
    compared = []
    for key, data in after.items():
        if key not in before:
            compared.append(Comparison(_title(data), (Change("Briefing", "added", _title(data)),)))
        elif changes := tuple(_changes(before[key], data)):
            compared.append(Comparison(_title(data), changes))
    for key, data in before.items():
        if key not in after:
            compared.append(Comparison(_title(data), (Change("Briefing", "removed", _title(data)),)))
    return tuple(compared)


def as_text(compared: tuple[Comparison, ...]) -> str:
    """For the screen: a block for each briefing, a line for each change."""
    if not compared:
        return "Nothing changed."
    marks = {"added": "+", "removed": "-", "changed": "~"}
    return "\n\n".join(
        "\n".join([c.title, *(f"  {marks[change.what]} {change.section}: {change.words}" for change in c.changes)])
        for c in compared
    )


def as_markdown(compared: tuple[Comparison, ...]) -> str:
    """For a comment on a pull request: a heading for each briefing, a list for each section."""
    if not compared:
        return "No briefing changed.\n"
    lines = []
    for comparison in compared:
        lines += [f"### {_escaped(comparison.title)}", ""]
        sections = dict.fromkeys(change.section for change in comparison.changes)
        for section in sections:
            lines += [f"**{section}**", ""]
            found = [change for change in comparison.changes if change.section == section]
            lines += [f"- {change.what}: {_escaped(change.words)}" for change in found] + [""]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """The words of an article do nothing in a comment: no markup, no mention of a user, no image."""
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]<>()#+!|~@&$:" else char for char in text)


def _read(path: Path) -> dict[str, Data]:
    """Briefings by the folder or the file that holds them, so that both versions give one briefing the same key."""
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    found: dict[str, Data] = {}
    for file in files:
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            if path.is_dir():
                continue
            problem = f"cannot be read ({reason_of(error)})" if isinstance(error, OSError) else "is no briefing.json"
            raise BuildError(file, problem, hint="name a briefing.json or a built site") from error
        for number, each in enumerate(data if isinstance(data, list) else [data]):
            if isinstance(each, dict) and {"schema_version", "article", "quotes", "actors"} <= each.keys():
                key = file.relative_to(path).as_posix() if path.is_dir() else ""
                found[f"{key}#{number}"] = each
    if not found:
        raise BuildError(path, "holds no briefing", hint="name a briefing.json or a built site")
    return found


def _title(data: Data) -> str:
    return str(data["article"].get("title") or "Untitled")


def _changes(old: Data, new: Data) -> Iterator[Change]:
    for field in ("title", "byline", "published", "publisher", "url", "rights"):
        before, after = old["article"].get(field), new["article"].get(field)
        if before != after:
            yield Change("Article", "changed", f"{field}: {_shown(before)} → {_shown(after)}")
    yield from _overview(old, new)
    for kind in _KINDS:
        yield from _findings(kind, old, new)
    known = {edit["words"] for edit in old.get("edits", ())}
    for edit in new.get("edits", ()):
        if edit["words"] not in known:
            yield Change("Corrections", "added", edit["words"])


def _overview(old: Data, new: Data) -> Iterator[Change]:
    before = [point["text"] for point in old["overview"]["summary"]]
    after = [point["text"] for point in new["overview"]["summary"]]
    for text in before:
        if text not in after:
            yield Change("Overview", "removed", text)
    for text in after:
        if text not in before:
            yield Change("Overview", "added", text)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One list of briefing.json."""

    section: str
    key: str
    name: Callable[[Data, Data], str]
    """What a finding is called in the report, from the finding and its briefing."""
    aspects: dict[str, Callable[[Data, Data], object]]
    """What may change about it, by its name in the report."""


def _findings(kind: _Kind, old: Data, new: Data) -> Iterator[Change]:
    before, after = list(old.get(kind.key, ())), list(new.get(kind.key, ()))
    pairs = _paired(kind, old, new, before, after)
    partner = {id(b): a for a, b in pairs}
    gone = [item for item in before if not any(item is a for a, _ in pairs)]
    for item in gone:
        yield Change(kind.section, "removed", kind.name(item, old) + _merged(kind, item, new))
    for item in after:
        earlier = partner.get(id(item))
        if earlier is None:
            yield Change(kind.section, "added", kind.name(item, new))
            continue
        told = []
        for aspect, value in kind.aspects.items():
            was, now = value(earlier, old), value(item, new)
            if was != now and not (value is _whole and _is_shortened(earlier, old, item, new)):
                told.append(f"{aspect}: {_shown(was)} → {_shown(now)}")
        if told:
            yield Change(kind.section, "changed", f"{kind.name(item, new)} ({'; '.join(told)})")


def _paired(kind: _Kind, old: Data, new: Data, before: list[Data], after: list[Data]) -> list[tuple[Data, Data]]:
    """Findings of both versions that are one: of the same id, else of the same name, else of nearly the same words."""
    pairs: list[tuple[Data, Data]] = []
    left, right = list(before), list(after)

    def pair(is_one: Callable[[Data, Data], bool]) -> None:
        for item in list(left):
            match = next((other for other in right if is_one(item, other)), None)
            if match is not None:
                pairs.append((item, match))
                left.remove(item)
                right.remove(match)

    pair(lambda a, b: bool(a.get("id")) and a.get("id") == b.get("id"))
    pair(lambda a, b: kind.name(a, old) == kind.name(b, new))
    pair(lambda a, b: SequenceMatcher(None, kind.name(a, old), kind.name(b, new)).ratio() >= ALIKE)
    return pairs


def _merged(kind: _Kind, item: Data, new: Data) -> str:
    """Where a name that is gone has become another name of somebody."""
    if kind.key != "actors":
        return ""
    into = next((actor["name"] for actor in new["actors"] if item["name"] in actor["aliases"]), None)
    return f" (now a name of {into})" if into else ""


def _words(item: Data, briefing: Data) -> str:
    listed = _whole(item, briefing).split()
    return " ".join(listed[:MOST_WORDS]) + (" …" if len(listed) > MOST_WORDS else "")


def _is_shortened(earlier: Data, old: Data, item: Data, new: Data) -> bool:
    """Whether it is the same place of the same article, of which published data show more or less now."""
    places = [[(s["start"], s["end"]) for s in found.get("spans", ())] for found in (earlier, item)]
    is_same = old["article"].get("sha256") == new["article"].get("sha256")
    return is_same and bool(places[0]) and places[0] == places[1]


def _whole(item: Data, briefing: Data) -> str:
    text = briefing["article"].get("text")
    return " … ".join(s["text"] if "text" in s else text[s["start"] : s["end"]] for s in item.get("spans", ()))


def _standing(issue: Data, briefing: Data) -> str:
    """ "2 happened, 1 planned": how the matter stands, without its sentences."""
    counts = Counter(development["status"] for development in issue["developments"])
    return ", ".join(f"{number} {status}" for status, number in sorted(counts.items()))


def _actor(identifier: str | None, briefing: Data) -> str | None:
    return next((actor["name"] for actor in briefing["actors"] if actor["id"] == identifier), None)


def _quote(item: Data, briefing: Data) -> str:
    """Only words in quotation marks get marks here, too."""
    words = _words(item, briefing)
    return f"“{words}”" if item["kind"] == "direct" else f"{words} [{item['kind']}]"


def _viewed(item: Data, briefing: Data) -> str:
    quote = next((q for q in briefing["quotes"] if q["id"] == item["quote"]), None)
    return _quote(quote, briefing) if quote else str(item["quote"])


def _field(name: str) -> Callable[[Data, Data], object]:
    return lambda item, briefing: item.get(name)


def _shown(value: object) -> str:
    if value in (None, "", []):
        return "none"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


_KINDS = (
    _Kind(
        "Issues",
        "issues",
        lambda i, b: str(i["name"]),
        {
            "name": lambda i, b: i["name"],
            "paragraphs": lambda i, b: i["paragraphs"],
            "developments": _standing,
        },
    ),
    _Kind(
        "Actors",
        "actors",
        lambda a, b: str(a["name"]),
        {field: _field(field) for field in ("name", "kind", "role", "affiliation", "aliases")},
    ),
    _Kind(
        "Quotes",
        "quotes",
        _quote,
        {
            "speaker": lambda q, b: _actor(q["speaker"], b),
            "kind": lambda q, b: q["kind"],
            "words": _whole,
        },
    ),
    _Kind(
        "Analyst views",
        "views",
        _viewed,
        {
            "holder": lambda v, b: _actor(v["holder"], b) or v.get("holder_words"),
            "credentials": lambda v, b: v["credentials"],
        },
    ),
    _Kind(
        "Timeline",
        "events",
        lambda e, b: f"{e['words'] or 'no date printed'}: {_words(e, b)}",
        {"date": lambda e, b: e["date"], "status": lambda e, b: e["kind"]},
    ),
    _Kind("Figures", "figures", lambda f, b: str(f["words"]), {"words": lambda f, b: f["words"]}),
)
