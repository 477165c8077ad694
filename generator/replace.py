"""A file's new content in; the file holds it whole or is as it was, whatever happens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Writes the file, in one step for whoever reads it. Raises OSError that names it; nothing is left beside it."""
    with new_content(path) as beside, beside.open("wb") as out:
        out.write(content)
        # What an editor has written must survive a power cut, too.
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def new_content(path: Path) -> Iterator[Path]:
    """A hidden neighbour to be written, which takes the file's place where the block ends well. Raises as above.

    Its name is this process's own: two runs that write the same file leave it as one of them meant it.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield beside
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror or type(error).__name__, str(path)) from error
    finally:
        # The disk may refuse that, too; what went wrong first is told.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def add_file(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, in whole or not at all. Raises FileExistsError where it is."""
    out = path.open("xb")
    try:
        with out:
            out.write(content)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
