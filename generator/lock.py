"""One process at a time: whoever holds the lock of a folder works on it, the others wait."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def lock(path: Path, on_wait: Callable[[], None]) -> IO[bytes]:
    """An open file that no other process holds. The system lets go of it when the process ends, however it ends.

    Calls `on_wait` once where another process holds it. Raises OSError where the file cannot be made.
    """
    try:
        import fcntl
    except ImportError:  # Windows: two builds at once are told apart by the rename that fails.
        return path.open("wb")
    waited = False
    while True:
        file = path.open("wb")
        try:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not waited:
                    on_wait()
                    waited = True
                fcntl.flock(file, fcntl.LOCK_EX)
            if _is_still(file, path):
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def unlock(held: IO[bytes], path: Path) -> None:
    """Lets the next one in; the file is gone before anybody can take it for held."""
    path.unlink(missing_ok=True)
    held.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits without a word, for what takes a moment."""
    held = lock(path, lambda: None)
    try:
        yield
    finally:
        unlock(held, path)


def _is_still(file: IO[bytes], path: Path) -> bool:
    """Whoever held it before has removed it: what we hold then may no longer be the file of that name."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
