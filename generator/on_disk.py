"""Pages in, the same files below docs/ out, and hand-written ones never touched.

A hidden list beside them says which files are ours and what we wrote into each. A file that is not on the list, or
that somebody has changed since, is hand-written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import BuildError

LIST = ".briefing-files.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a `write` did; paths below docs/ in the order of the pages."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    """Hand-written files that stand where a page would go."""
    removed: tuple[str, ...]
    """Pages that have lost their article."""


def write_files(files: Mapping[str, bytes], docs: Path) -> Written:
    """Put `files`, by path below `docs`, on disk; remove those of the last time that are not among them.

    Each file is replaced in one step, and the list is right at every moment, so that a killed run loses nothing.
    """
    for path in files:
        check_path(path, docs)
    try:
        return _write(files, docs)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise BuildError(error.filename or docs, f"cannot be written ({reason})", hint="run it again then") from error


def generated_in(docs: Path) -> frozenset[str]:
    """Paths of the files below `docs` that we wrote and that nobody has changed since."""
    return frozenset(path for path, digests in _listed(docs).items() if _digest_of(docs / path) in digests)


def check_path(path: str, docs: Path) -> None:
    """Raises BuildError for a page that would leave its folder: a last line of defence, slugs are clean already."""
    parts = PurePosixPath(path).parts
    is_clean = path.isprintable() and "\\" not in path and ":" not in path and not path.startswith("/")
    if not (parts and is_clean and ".." not in parts and (docs / path).resolve().is_relative_to(docs.resolve())):
        raise BuildError(path, "would be written outside its folder", hint="rename the article")


def _write(files: Mapping[str, bytes], docs: Path) -> Written:
    listed = _listed(docs)
    ours = generated_in(docs)
    kept = tuple(path for path in files if path not in ours and os.path.lexists(docs / path))
    digests = {path: _digest(content) for path, content in files.items() if path not in kept}
    docs.mkdir(parents=True, exist_ok=True)
    planned = {path: [*listed.get(path, []), digest] for path, digest in digests.items()}
    _save(docs, {path: listed[path] for path in ours} | planned)
    changed = [path for path, digest in digests.items() if _digest_of(docs / path) != digest]
    for path in changed:
        _replace(docs / path, files[path])
    removed = tuple(sorted(ours - digests.keys()))
    for path in removed:
        _remove(docs / path, docs)
    _save(docs, {path: [digest] for path, digest in digests.items()})
    return Written(tuple(changed), tuple(path for path in digests if path not in changed), kept, removed)


def _listed(docs: Path) -> dict[str, list[str]]:
    """Digests that each file of ours may have: two while it is being replaced. Empty without a readable list."""
    try:
        data = json.loads((docs / LIST).read_text(encoding="utf-8"))
        files = {str(path): [str(digest) for digest in digests] for path, digests in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    # Somebody may have edited the list: what it names outside the folder is none of ours.
    return {
        path: digests for path, digests in files.items() if ".." not in PurePosixPath(path).parts and path[:1] != "/"
    }


def _save(docs: Path, digests: dict[str, list[str]]) -> None:
    about = "Put here by `briefing write`, which replaces and removes these files unless somebody has changed them."
    data = {"about": about, "files": dict(sorted(digests.items()))}
    _replace(docs / LIST, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)


def _remove(path: Path, docs: Path) -> None:
    path.unlink()
    folder = path.parent
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest_of(path: Path) -> str | None:
    """None for what is no file, links included."""
    if path.is_symlink() or not path.is_file():
        return None
    return _digest(path.read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
