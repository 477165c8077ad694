"""A file in, the commit of each of its lines out, and files as they were at a commit; where git knows."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

# A blame of a sidecar takes some 20 ms; a repository that does not answer in this time has no dates for us.
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Commit:
    id: str
    day: date
    """As it was where the author sat."""


def line_commits(path: Path) -> dict[int, Commit]:
    """Commits by line number from 1; empty outside a repository or without git.

    Lines that are not committed have none, nor those whose commit a shallow clone leaves out.
    """
    blame = _git(path, "blame", "--porcelain", "--", path.name)
    if not blame:
        return {}
    is_shallow = _git(path, "rev-parse", "--is-shallow-repository").strip() == "true"
    days: dict[str, date | None] = {}
    found: dict[int, Commit] = {}
    commit, line, seconds = "", 0, 0
    for row in blame.splitlines():
        words = row.split(" ")
        if row.startswith("\t"):
            if day := days.get(commit):
                found[line] = Commit(commit, day)
        elif len(words[0]) in (40, 64) and len(words) > 2:
            commit, line = words[0], int(words[2])
        elif words[0] == "author-time":
            seconds = int(words[1])
        elif words[0] == "author-tz" and commit.strip("0"):
            days[commit] = _day(seconds, words[1])
        elif words[0] == "boundary" and is_shallow:
            days[commit] = None
    return found


def content_at(path: Path, commit: str) -> bytes | None:
    """What the file held at that commit; None where it was not there, or holds the same now."""
    shown = _run(path, "show", f"{commit}:./{path.name}")
    return shown if shown and shown != path.read_bytes() else None


def _git(path: Path, *arguments: str) -> str:
    return _run(path, *arguments).decode("utf-8", "replace")


def _run(path: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(path.parent), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def _day(seconds: int, zone: str) -> date | None:
    """`zone` as git writes it: "+0130"."""
    try:
        minutes = int(zone[:1] + "1") * (int(zone[1:3]) * 60 + int(zone[3:5]))
        return datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes))).date()
    except (ValueError, OverflowError, OSError):
        return None
