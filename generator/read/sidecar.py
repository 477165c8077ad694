"""NAME.yml beside an article in; its metadata and the editor's corrections out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import ReadError
from generator.model import Written
from generator.read.history import Commit, line_commits
from generator.read.metadata import FIELDS, Metadata, check_metadata
from generator.read.safe_yaml import lines_within, load_fields
from generator.read.source import decode, read_bytes, shown

# A correction of every quote of a long article takes some 40 kB.
MOST_BYTES = 500_000


def sidecar_path(article: Path) -> Path:
    """Where the sidecar of an article stands, whether it is there or not."""
    return article.with_suffix(".yml")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What stands in it; all empty where there is none."""

    metadata: Metadata = field(default_factory=Metadata)
    corrections: dict[str, Any] = field(default_factory=dict)
    """What it holds beyond metadata, untouched but for names, which are text."""
    written: dict[tuple[str, ...], Written] = field(default_factory=dict)
    """See Article."""
    commits: dict[int, Commit] = field(default_factory=dict)
    """That wrote each line."""


def read_sidecar(article: Path) -> Sidecar:
    """The sidecar of an article. Raises ReadError for what is no sidecar."""
    path = sidecar_path(article)
    if not path.exists() and not path.is_symlink():
        return Sidecar()
    content = read_bytes(path, most=MOST_BYTES)
    try:
        text = decode(path, content) if content.strip() else ""
    except ReadError as error:
        raise ReadError(shown(path), error.problem, hint=error.hint.split("; ")[-1], line=error.line) from error
    fields, lines = load_fields(path, text)
    corrections = {name: _named(value) for name, value in fields.items() if name not in FIELDS}
    if not corrections:
        return Sidecar(check_metadata(path, fields, lines))
    places = {keys: line for keys, line in lines_within(path, text).items() if keys[0] in corrections}
    commits = line_commits(path)
    days = {line: commit.day for line, commit in commits.items()}
    written = {keys: Written(line, days.get(line)) for keys, line in places.items()}
    return Sidecar(check_metadata(path, fields, lines), corrections, written, commits)


def _named(value: Any) -> Any:
    """The same with every name as text: YAML reads 2024 and `on` as something else."""
    if isinstance(value, dict):
        return {str(name): _named(item) for name, item in value.items()}
    return [_named(item) for item in value] if isinstance(value, list) else value
