"""No regular expression of ours takes more than linear time: each is tried on strings made against it.

Every call of `re` in the package is found in its source; a pattern not written out there must be named in BUILT.
"""

from __future__ import annotations

import ast
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.extract.actor import asides
from generator.language import engine
from generator.read import dates, leftovers

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
# Lengths at which a pattern is timed; the small ones find what doubles with each character before it takes hours.
LENGTHS = (8, 12, 16, 20, 24, 28, 32, 36, 100, 1_000, 16_000)
# Seconds for one string. Linear ones take some 0.003 for 16,000 characters; quadratic ones 0.1 and more.
MOST = 0.03
# How a pattern is used: `match` and `fullmatch` begin at one place, all others at each.
ANCHORED = {"match", "fullmatch"}
USES = ANCHORED | {"search", "sub", "subn", "findall", "finditer", "split"}


@dataclass(frozen=True)
class Use:
    where: str
    pattern: re.Pattern[str]
    is_anchored: bool


def schema_patterns() -> Iterator[str]:
    for path in sorted((PACKAGE / "data").glob("*.schema.json")):
        yield from found_in(json.loads(path.read_text(encoding="utf-8")))


def found_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("pattern"), str):
            yield data["pattern"]
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from found_in(each)


# Patterns that are put together when the program runs, by the function that does it.
BUILT: dict[str, Callable[[], list[re.Pattern[str]]]] = {
    "language/engine.py:_load": lambda: [engine._load().tokenizer.infix_finditer.__self__],
    "read/dates.py:_dateline": lambda: [dates._dateline()],
    # Each line of the list: a choice among linear ones is linear.
    "read/leftovers.py:_patterns": lambda: [re.compile(pattern, re.IGNORECASE) for _, _, pattern in leftovers._rules()],
    "read/leftovers.py:_credits": lambda: [leftovers._credits()],
    "extract/actor/asides.py:_any_of": lambda: [asides._any_of(["an", "an an", "an an an"])],
    "correct/shape.py:_faults": lambda: [re.compile(pattern) for pattern in schema_patterns()],
    "correct/places.py:find_places": lambda: [
        re.compile(r"\s+".join(map(re.escape, "an an an an".split())), re.IGNORECASE)
    ],
}


def uses_in(path: Path) -> Iterator[tuple[str, Use | None]]:
    """Every call of `re` with the place of it; None for a pattern that is not written out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(PACKAGE).as_posix()
    owners = {
        id(child): node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for child in ast.walk(node)
    }
    names = {id(node.value): node.targets[0] for node in ast.walk(tree) if isinstance(node, ast.Assign)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr != "escape"):
            continue
        where = f"{name}:{owners.get(id(node), node.lineno)}"
        if not isinstance(node.args[0], ast.Constant):
            yield where, None
            continue
        target = names.get(id(node))
        is_kept = node.func.attr == "compile" and isinstance(target, ast.Name)
        methods = methods_of(tree, target.id) if is_kept else {node.func.attr}
        flags = [a for a in [*node.args[1:], *(k.value for k in node.keywords)] if "re." in ast.unparse(a)]
        # Only flags name `re` in their arguments.
        flag = eval(ast.unparse(flags[-1]), {"re": re}) if flags else 0
        pattern = node.args[0].value
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        yield where, Use(f"{name}:{node.lineno}", re.compile(text, flag), methods <= ANCHORED)


def methods_of(tree: ast.AST, name: str) -> set[str]:
    found = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == name
    }
    assert found & USES, f"{name} is never used"
    return found


def all_uses() -> list[Use]:
    found: list[Use] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for where, use in uses_in(path):
            found += [use] if use else [Use(where, p, where in IS_ANCHORED) for p in BUILT[where]()]
    found.append(Use("mkdocs.yml: separator", re.compile(separator()), False))
    return found


# Of BUILT, those that begin at one place only.
IS_ANCHORED = {"read/dates.py:_dateline", "read/leftovers.py:_patterns"}


def separator() -> str:
    """Of the search, used by a script in the browser on what a reader types."""
    found = re.search(r"separator: '(.*)'", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_every_pattern_is_written_out_or_named_here():
    missing = {where for path in sorted(PACKAGE.rglob("*.py")) for where, use in uses_in(path) if use is None}
    assert missing == set(BUILT)


def test_no_pattern_takes_more_than_linear_time():
    uses = all_uses()
    assert len(uses) > 100
    slow = {}
    for use in uses:
        for string, seconds in slow_strings(use):
            slow[use.where, use.pattern.pattern[:60]] = f"{seconds:.3f} s for {string}"
            break
    assert slow == {}


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|aa)+$", r"<[^>]*>", r"(?:\s*,?\s*)*;", r"a.*b.*c"])
def test_slow_pattern_is_found(pattern):
    """The check itself, with patterns known for it."""
    assert next(slow_strings(Use("here", re.compile(pattern), False)), None)


@pytest.mark.parametrize("pattern", [r"[ \t]+", r"\w{1,9}=", r"<[^<>]*>", r"\bMc([a-z])", r"(?:a|b)+c?"])
def test_plain_pattern_is_not(pattern):
    assert next(slow_strings(Use("here", re.compile(pattern), False)), None) is None


def slow_strings(use: Use) -> Iterator[tuple[str, float]]:
    for make in attacks(use.pattern):
        for length in LENGTHS:
            string = make(length)
            seconds = seconds_of(use, string)
            if seconds > MOST:
                # Not the machine: three times in a row.
                seconds = min(seconds, seconds_of(use, string), seconds_of(use, string))
            if seconds > MOST:
                yield f"{make(12)!r} at {len(string)}", seconds
                break


def seconds_of(use: Use, string: str) -> float:
    start = time.process_time()
    if use.is_anchored:
        use.pattern.match(string)
        use.pattern.fullmatch(string)
    else:
        for _ in use.pattern.finditer(string):
            pass
    return time.process_time() - start


def attacks(pattern: re.Pattern[str]) -> Iterator[Callable[[int], str]]:
    """Strings of any length: each kind of character that the pattern names, over and over; and strings that it matches,
    with one of its repeats made long, once and over and over. Each ends in something that does not belong there."""
    tree = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined]
    for unit in dict.fromkeys([*characters(tree), *pairs(list(dict.fromkeys(characters(tree))))]):
        for tail in TAILS:
            yield lambda n, unit=unit, tail=tail: (unit * (n // len(unit) + 1))[:n] + tail
    for node in (None, *repeats(tree)):
        head = sample(tree, node, 0)
        for tail in TAILS:
            if node is not None:
                yield lambda n, node=node, tail=tail: sample(tree, node, n)[:-1] + tail
            if head:
                # Its beginning over and over: each may look for its end in all that follows.
                for cut in {len(head), len(head) - 1, len(head) // 2} - {0}:
                    yield lambda n, part=head[:cut], tail=tail: (part * (n // len(part) + 1))[:n] + tail


TAILS = ("\0", "\n!")


def pairs(units: list[str]) -> Iterator[str]:
    some = units[:5]
    yield from (one + other for one in some for other in some if one != other)


def characters(tree: Any) -> Iterator[str]:
    """One of each kind that the pattern names."""
    for op, value in tree:
        name = str(op)
        if name == "LITERAL":
            yield chr(value)
        elif name in ("NOT_LITERAL", "ANY"):
            yield "x"
        elif name == "IN":
            yield member(value)
        else:
            for child in children(name, value):
                yield from characters(child)


def repeats(tree: Any) -> Iterator[Any]:
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield value
        for child in children(name, value):
            yield from repeats(child)


def children(name: str, value: Any) -> list[Any]:
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [value[2]]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    return []


def sample(tree: Any, pumped: Any, length: int) -> str:
    """A string that matches; `pumped` is repeated to `length`, all other repeats as seldom as they may, but once."""
    made = ""
    for op, value in tree:
        name = str(op)
        if name == "LITERAL":
            made += chr(value)
        elif name in ("NOT_LITERAL", "ANY"):
            made += "x" if value != ord("x") else "y"
        elif name == "IN":
            made += member(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            unit = sample(value[2], pumped, length)
            most = int(value[1]) if str(value[1]) != "MAXREPEAT" else length
            times = min(most, max(length // max(len(unit), 1), 1)) if value is pumped else max(int(value[0]), 1)
            made += unit * times
        elif name == "BRANCH":
            branches = [child for child in value[1] if any(node is pumped for node in repeats(child))] or value[1]
            made += sample(branches[0], pumped, length)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            made += sample(children(name, value)[0], pumped, length)
    return made


CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": "-"}


def member(items: Any) -> str:
    """A character of a class."""
    negated = str(items[0][0]) == "NEGATE"
    regex = re.compile("[" + "".join(written(item) for item in items) + "]")
    wanted = [chr(item[1]) for item in items if str(item[0]) == "LITERAL"]
    wanted += [chr(item[1][0]) for item in items if str(item[0]) == "RANGE"]
    wanted += [CATEGORIES[str(item[1]).removeprefix("CATEGORY_")] for item in items if str(item[0]) == "CATEGORY"]
    common = "aA1 -.,x\n\u2014" if negated else "".join(wanted)
    return next((char for char in common if regex.match(char)), "a")


def written(item: Any) -> str:
    name, value = str(item[0]), item[1]
    if name == "NEGATE":
        return "^"
    if name == "LITERAL":
        return re.escape(chr(value))
    if name == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    letters = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
    return letters[str(value).removeprefix("CATEGORY_")]
