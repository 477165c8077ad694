"""Pages in, the same files below docs/ out, and hand-written ones never touched.

A hidden list beside them says which files are ours and what we wrote into each. A file that is not on the list, or
that somebody has changed since, is hand-written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import BuildError, reason_of
from generator.lock import locked
from generator.replace import replace_file

LIST = ".briefing-files.json"
# Beside the list: where files stand until all are written, and what a run holds that is at work.
STAGE, LOCK = ".briefing-new", ".briefing-files.lock"
_HINT = "make it writable or make room, and run it again"


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

    All are written beside before the first is replaced: a disk that is full, or a folder that cannot be written,
    leaves every page as it was. Each is replaced in one step, and the list is right at every moment, so that a killed
    run loses nothing. A second run waits for the first.
    """
    for path in files:
        check_path(path, docs)
    try:
        docs.mkdir(parents=True, exist_ok=True)
        with locked(docs / LOCK):
            return _write(files, docs)
    except OSError as error:
        raise BuildError(error.filename or docs, f"cannot be written ({reason_of(error)})", hint=_HINT) from error


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
    changed = [path for path, digest in digests.items() if _digest_of(docs / path) != digest]
    planned = {path: [*listed.get(path, []), digest] for path, digest in digests.items()}
    with _staged({path: files[path] for path in changed}, docs) as staged:
        _save(docs, {path: listed[path] for path in ours} | planned)
        for path in changed:
            _move(staged[path], docs / path)
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
    replace_file(docs / LIST, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


@contextmanager
def _staged(files: Mapping[str, bytes], docs: Path) -> Iterator[dict[str, Path]]:
    """Where each file stands, written, in a hidden folder that is gone afterwards; and a folder for each to move to."""
    stage = docs / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    made: list[Path] = []
    try:
        stage.mkdir()
        staged = {path: stage / str(number) for number, path in enumerate(files)}
        for path, content in files.items():
            staged[path].write_bytes(content)
        for path in files:
            made += _make((docs / path).parent)
        yield staged
    except OSError:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _make(folder: Path) -> list[Path]:
    """The folders that had to be made, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _move(staged: Path, path: Path) -> None:
    staged.replace(path)


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
