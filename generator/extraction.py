"""Article files in, briefing.json out, one article at a time: a thousand need no more memory than one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.contract import to_data
from generator.errors import BriefingError, BuildError, SeveralErrors, reason_of
from generator.model import Article
from generator.pipeline import brief_all
from generator.read import read_article
from generator.replace import replace_file


def extract_all(
    paths: Sequence[Path], output: Path | None, *, pipeline: str | None = None, on_done: Callable[[], None]
) -> None:
    """Print one object, or an array for several; with `output`, write `NAME.json` for each instead.

    Articles that can be read are extracted whatever the others are like; `on_done` is called after each. Raises
    SeveralErrors at the end, with all that could not.
    """
    errors: list[BriefingError] = []
    if output is not None:
        _check_names(paths)
        _make(output)
    objects = _objects(_read(paths, errors, on_done), errors, pipeline)
    if output is not None:
        for path, data in objects:
            _write(output / f"{path.stem}.json", _json(data) + "\n")
    elif len(paths) == 1:
        for _, data in objects:
            print(_json(data))
    else:
        _print_array(data for _, data in objects)
    if errors:
        raise SeveralErrors(errors)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _write(path: Path, content: str) -> None:
    try:
        replace_file(path, content.encode("utf-8"))
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> BuildError:
    return BuildError(path, f"cannot be written ({reason_of(error)})", hint="what was written before it is whole")


def _objects(
    articles: Iterator[Article], errors: list[BriefingError], pipeline: str | None
) -> Iterator[tuple[Path, dict[str, Any]]]:
    try:
        for briefing in brief_all(articles, pipeline=pipeline):
            yield briefing.article.path, to_data(briefing)
    except SeveralErrors as error:
        errors.extend(error.errors)


def _read(paths: Sequence[Path], errors: list[BriefingError], on_done: Callable[[], None]) -> Iterator[Article]:
    for path in paths:
        try:
            yield read_article(path)
        except SeveralErrors as error:
            errors.extend(error.errors)
        except BriefingError as error:
            errors.append(error)
        on_done()


def _check_names(paths: Sequence[Path]) -> None:
    """Two articles of one name would overwrite each other."""
    seen: dict[str, Path] = {}
    for path in paths:
        other = seen.setdefault(path.stem, path)
        if other != path:
            raise BuildError(path, f"has the same name as {other}", hint="extract them into two folders")


def _print_array(objects: Iterator[dict[str, Any]]) -> None:
    """Each object as soon as it is there."""
    mark = "["
    for data in objects:
        print(f"{mark}\n{_json(data)}", end="")
        mark = ","
    print("\n]" if mark == "," else "[]")


def _json(data: dict[str, Any]) -> str:
    # A lone surrogate of a broken page has no place in UTF-8; the escaped form is the same JSON.
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return text if text.isascii() or _is_utf8(text) else json.dumps(data, indent=1)


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
