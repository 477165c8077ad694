"""YAML in, plain data and the lines of its fields out: no tags, no aliases, no deep nesting, no doubled keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.errors import ReadError
from generator.read.source import shown

# Corrections need four levels; anything much deeper is an attack on the parser's stack.
DEEPEST = 20


_Broken = Callable[[str, int | None, str], ReadError]


class _Loader(yaml.SafeLoader):
    """Text, numbers, yes and no, lists and mappings. Dates stay text: what may be one is checked where it is used."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way, and nobody changes it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":value", ":merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def load_fields(path: Path, content: str, *, first_line: int = 1) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields, and the line of the file in which each of the outermost stands; nothing at all is no field.

    Raises ReadError, with the line, for whatever is not a plain mapping. `first_line` is where `content` begins.
    """

    def broken(problem: str, line: int | None, hint: str) -> ReadError:
        return ReadError(shown(path), problem, hint=hint, line=None if line is None else line + first_line)

    try:
        _check_events(content, broken)
        root = yaml.compose(content, Loader=_Loader)
        if root is None:
            return {}, {}
        if not isinstance(root, yaml.MappingNode):
            raise broken("does not hold fields", root.start_mark.line, "write lines such as `title: …`")
        lines = _field_lines(root, broken)
        fields = yaml.load(content, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        raise broken(
            "holds a character that YAML forbids", content.count("\n", 0, error.position), "delete it"
        ) from error
    except yaml.MarkedYAMLError as error:
        raise broken(*_in_words(error)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise broken("holds a value that YAML cannot read", None, "put it in quotation marks") from error
    return fields, {name: line + first_line for name, line in lines.items()}


def lines_within(path: Path, content: str) -> dict[tuple[str, ...], int]:
    """The line of every key and list entry, by the keys that lead there; entries of a list count from "0".

    For content that `load_fields` has accepted. Raises ReadError for a key that stands twice in one place.
    """
    root = yaml.compose(content, Loader=_Loader)
    return dict(_lines_below(path, root, ())) if root is not None else {}


def _lines_below(path: Path, node: yaml.Node, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ReadError(shown(path), "has a name that is no word", hint="put it in quotation marks", line=line)
            if key.value in seen:
                raise ReadError(shown(path), f"says `{key.value}` twice", hint="keep one of the two", line=line)
            seen.add(key.value)
            yield (*keys, key.value), line
            yield from _lines_below(path, value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield (*keys, str(number)), value.start_mark.line + 1
            yield from _lines_below(path, value, (*keys, str(number)))


def _check_events(content: str, broken: _Broken) -> None:
    """One pass over the flat stream, before anything nested is built."""
    depth = documents = 0
    for event in yaml.parse(content, Loader=_Loader):
        line = event.start_mark.line if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise broken(
                "uses an anchor or an alias", line, "write the value out, or put `*` and `&` in quotation marks"
            )
        if getattr(event, "tag", None):
            raise broken("uses a tag", line, "leave out the word that begins with `!`, or put it in quotation marks")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST:
            raise broken(f"is nested more than {DEEPEST} levels deep", line, "write it flatter")
        if documents > 1:
            raise broken("holds several documents", line, "leave out the line `---`")


def _in_words(error: yaml.MarkedYAMLError) -> tuple[str, int | None, str]:
    """What PyYAML stumbled over, its line, and what to do, for somebody who does not know YAML."""
    mark, said = error.problem_mark or error.context_mark, error.problem or error.context or ""
    if error.context_mark and "end of stream" in said and "quoted scalar" in (error.context or ""):
        return "opens a quotation mark that is never closed", error.context_mark.line, "close it on the same line"
    line = mark.line if mark else None
    if "'\\t'" in said:
        return "has a tab where YAML allows only spaces", line, "put spaces in its place"
    if "could not find expected ':'" in said and error.context_mark:
        return "has a line without `: `", error.context_mark.line, "write lines such as `title: …`"
    return f"is not valid YAML ({said})", line, "put text that holds `: ` or `#` in quotation marks"


def _field_lines(root: yaml.MappingNode, broken: _Broken) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, _ in root.value:
        if not isinstance(key, yaml.ScalarNode) or not key.tag.endswith(":str"):
            raise broken("has a field whose name is not a word", key.start_mark.line, "write lines such as `title: …`")
        if key.value in lines:
            raise broken(f"says `{key.value}` twice", key.start_mark.line, "keep one of the two")
        lines[key.value] = key.start_mark.line
    return lines
