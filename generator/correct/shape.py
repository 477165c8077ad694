"""Corrections in, what is wrong with their shape out, in sentences; data/sidecar.schema.json says what is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

Keys = tuple[str, ...]
Wrong = tuple[Keys, str, str]
"""Where it stands, what is wrong, what to do."""

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "null": type(None),
}
_IN_WORDS = {
    "object": "fields below it",
    "array": "a list such as [one, two]",
    "string": "text",
    "integer": "a number",
    "null": "null",
}


def find_faults(corrections: dict[str, Any]) -> tuple[Wrong, ...]:
    """Everything that the schema does not allow, in the sidecar's order; empty when all is well."""
    return tuple(_faults(schema(), corrections, ()))


@cache
def schema() -> dict[str, Any]:
    """The sidecar's JSON Schema. `_faults` knows the keywords that it uses; a test holds the two together."""
    data: dict[str, Any] = json.loads((files("generator") / "data" / "sidecar.schema.json").read_text("utf-8"))
    return data


def _faults(rule: dict[str, Any], value: Any, keys: Keys) -> Iterator[Wrong]:
    if "$ref" in rule:
        rule = schema()["$defs"][rule["$ref"].rsplit("/", 1)[-1]]
    name = f"`{keys[-1]}`" if keys else "the sidecar"
    if "const" in rule and (value != rule["const"] or type(value) is not type(rule["const"])):
        yield keys, f"{name} can only be {_plain(rule['const'])}", f"write `{_plain(rule['const'])}`, or leave it out"
    elif "enum" in rule and value not in rule["enum"]:
        yield keys, f"{name} cannot be `{_plain(value)}`", f"write {_either(rule['enum'])}"
    elif "type" in rule and not _is_of(value, rule["type"]):
        types = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
        words = [f"`{rule['pattern'][1:-1]}`" if t == "string" and _is_word(rule) else _IN_WORDS[t] for t in types]
        yield keys, f"{name} is not {' or '.join(words)}", f"write {' or '.join(words)}"
    elif isinstance(value, dict):
        yield from _faults_of_fields(rule, value, keys, name)
    elif isinstance(value, list):
        yield from _faults_of_list(rule, value, keys, name)
    elif isinstance(value, str | int) and not re.search(rule.get("pattern", ""), str(value)):
        yield keys, f"{name} cannot be `{value}`", _hint_for(rule)
    elif isinstance(value, str) and len(value.strip()) < rule.get("minLength", 0):
        yield keys, f"{name} is empty", "write something, or leave it out"


def _faults_of_fields(rule: dict[str, Any], value: dict[str, Any], keys: Keys, name: str) -> Iterator[Wrong]:
    known: dict[str, Any] = rule.get("properties", {})
    others = rule.get("additionalProperties", True)
    if len(value) < rule.get("minProperties", 0):
        yield keys, f"{name} changes nothing", f"write one of {', '.join(known)} below it, or `drop` behind it"
    for field, item in value.items():
        if field in known:
            yield from _faults(known[field], item, (*keys, field))
        elif isinstance(others, dict):
            yield from _faults(others, item, (*keys, field))
        elif others is False:
            close = get_close_matches(field, known, 1)
            hint = f"did you mean `{close[0]}`?" if close else f"these are known: {', '.join(known)}"
            yield (*keys, field), f"`{field}` is no field {'of a sidecar' if not keys else 'here'}", hint.rstrip("?")
    for field in rule.get("required", ()):
        if field not in value:
            yield keys, f"{name} lacks `{field}`", f"add a line `{field}: …` below it"


def _faults_of_list(rule: dict[str, Any], value: list[Any], keys: Keys, name: str) -> Iterator[Wrong]:
    least, most = rule.get("minItems", 0), rule.get("maxItems", len(value))
    if len(value) < least:
        yield keys, f"{name} is an empty list", "write something into it, or leave it out"
    if len(value) > most:
        yield keys, f"{name} has {len(value)} entries", f"leave at most {most}"
    for number, item in enumerate(value):
        yield from _faults(rule.get("items", {}), item, (*keys, str(number)))


def _is_of(value: Any, types: str | list[str]) -> bool:
    named = [types] if isinstance(types, str) else types
    return any(isinstance(value, _TYPES[t]) and not (t == "integer" and isinstance(value, bool)) for t in named)


def _is_word(rule: dict[str, Any]) -> bool:
    return bool(re.fullmatch(r"\^\w+\$", rule.get("pattern", "")))


def _hint_for(rule: dict[str, Any]) -> str:
    if _is_word(rule):
        return f"write `{rule['pattern'][1:-1]}`, or fields below it"
    return "write 2026-03-01, 2026-03 or 2026"


def _either(values: list[Any]) -> str:
    words = [_plain(value) for value in values if value is not None]
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _plain(value: Any) -> str:
    return "true" if value is True else "false" if value is False else "null" if value is None else str(value)
