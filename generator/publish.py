"""A site built beside the old one takes its place in one step, or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from generator.errors import BuildError, reason_of
from generator.lock import lock, unlock


class Stage:
    """The folder in which a site is built, from `open` to `publish` or `discard`.

    It is a hidden neighbour of the site's folder, so that the swap is a rename. A build that is killed leaves the old
    site as it was; the next build removes what is left over.
    """

    def __init__(self, site: Path):
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}.new")
        self._old = self.site.with_name(f".{self.site.name}.old")
        self._lock = lock_of(site)
        self._held: IO[bytes] | None = None

    def open(self, on_wait: Callable[[], None]) -> None:
        """An empty folder, ours alone. Calls `on_wait` once where another build is at work, and waits for it.

        Raises BuildError where the site's folder holds something else than a site, or cannot be written.
        """
        try:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self._held = lock(self._lock, on_wait)
            if self._old.exists() and not self.site.exists():
                self._old.rename(self.site)
            _check_replaceable(self.site)
            for leftover in (self.folder, self._old):
                _remove(leftover)
            self.folder.mkdir()
        except OSError as error:
            self._release()
            raise unwritable(self.site, error) from error
        except BuildError:
            self._release()
            raise

    def publish(self) -> None:
        """The new site takes the old one's place. Hidden files of the old one (.git, .nojekyll) are carried over."""
        try:
            if self.site.exists():
                _carry_hidden(self.site, self.folder)
                _swap(self.folder, self.site, self._old)
            else:
                self.folder.rename(self.site)
        except OSError as error:
            raise unwritable(self.site, error) from error
        finally:
            self.discard()

    def discard(self) -> None:
        """Whatever stands beside the site is removed, and the next build may begin. May be called twice."""
        if self._held is None:
            return
        for leftover in (self.folder, self._old):
            if self.site.exists() or leftover is self.folder:
                _remove(leftover)
        self._release()

    def _release(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            unlock(held, self._lock)


def lock_of(site: Path) -> Path:
    """The file that a build of this site holds."""
    whole = site.resolve()
    return whole.with_name(f".{whole.name}.lock")


def _check_replaceable(site: Path) -> None:
    """A folder with something else in it is somebody's work."""
    if not site.exists():
        return
    if not site.is_dir():
        raise BuildError(site, "is a file", hint="name a folder for the site")
    names = {entry.name for entry in site.iterdir() if not entry.name.startswith(".")}
    if names and not names & {"index.html", "404.html", "sitemap.xml"}:
        raise BuildError(site, "holds something else than a site", hint="name a new or an empty folder for the site")


def _carry_hidden(site: Path, new: Path) -> None:
    for entry in site.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True)
        else:
            shutil.copy2(entry, target, follow_symlinks=False)


def _swap(new: Path, site: Path, old: Path) -> None:
    """Both folders change names at once where the system can do that; else one after the other, which `open` mends."""
    if _exchange(new, site):
        return
    site.rename(old)
    new.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _remove(folder: Path) -> None:
    """Folders that were made read-only, too: they would stand in the way of the next build."""
    for path, _, _ in os.walk(folder):
        with suppress(OSError):
            os.chmod(path, 0o700)
    shutil.rmtree(folder, ignore_errors=True)


def unwritable(site: Path, error: OSError) -> BuildError:
    """The sentence for a build that the disk has ended."""
    problem = f"the site cannot be written ({reason_of(error)})"
    return BuildError(site, problem, hint="the last good site is unchanged")
