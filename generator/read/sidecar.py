"""NAME.yml beside an article in; its metadata and the editor's corrections out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.errors import ReadError
from generator.read.metadata import FIELDS, Metadata, check_metadata
from generator.read.safe_yaml import load_fields
from generator.read.source import decode, read_bytes, shown

# A correction of every quote of a long article takes some 40 kB.
MOST_BYTES = 500_000


def sidecar_path(article: Path) -> Path:
    """Where the sidecar of an article stands, whether it is there or not."""
    return article.with_suffix(".yml")


def read_sidecar(article: Path) -> tuple[Metadata, dict[str, Any]]:
    """What the sidecar says, and what it holds beyond metadata, untouched; nothing when there is none."""
    path = sidecar_path(article)
    if not path.exists() and not path.is_symlink():
        return Metadata(), {}
    content = read_bytes(path, most=MOST_BYTES)
    try:
        text = decode(path, content) if content.strip() else ""
    except ReadError as error:
        raise ReadError(shown(path), error.problem, hint=error.hint.split("; ")[-1], line=error.line) from error
    fields, lines = load_fields(path, text)
    return check_metadata(path, fields, lines), {name: value for name, value in fields.items() if name not in FIELDS}
