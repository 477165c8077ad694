"""A built site in, one zip file out that works when it is unpacked anywhere and opened from the disk."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import BuildError, reason_of
from generator.lock import locked
from generator.publish import lock_of
from generator.replace import new_content

# The earliest date that a zip file can hold, and the latest; the time of the build would make each archive differ.
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
_LATEST_SECOND = int(datetime(*_LATEST, tzinfo=UTC).timestamp())


def write_archive(site: Path, archive: Path) -> None:
    """Every file of the site but hidden ones, sorted, below a folder with the site's name; the same bytes each time.

    Files are dated by SOURCE_DATE_EPOCH, else 1980-01-01. An older archive is replaced in whole, or not at all.
    Raises BuildError where it cannot be written.
    """
    try:
        # Another build would take the files away while they are read.
        with locked(lock_of(site)), new_content(archive) as beside:
            _write(site, beside)
    except OSError as error:
        problem = f"the archive cannot be written ({reason_of(error)})"
        raise BuildError(archive, problem, hint="the last one is unchanged") from error


def _write(site: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in sorted(site.rglob("*")):
            inside = path.relative_to(site)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                entry = zipfile.ZipInfo((site.name / inside).as_posix(), _date())
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                out.writestr(entry, path.read_bytes())


def _date() -> tuple[int, int, int, int, int, int]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal():
        return _EARLIEST
    moment = datetime.fromtimestamp(min(int(epoch[:12]), _LATEST_SECOND), UTC).timetuple()[:6]
    return max(_EARLIEST, min(_LATEST, moment))
