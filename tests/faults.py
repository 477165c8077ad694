"""Commands of the program under faults of the machine, each in a process of its own.

`python -m tests.faults` is a worker: it loads the program once, then forks for every line of JSON that it reads, so
that a build under a fault takes a second. `Worker` is the other end of the pipe. For tests/test_faults.py and
bench/faults.py.
"""

from __future__ import annotations

import ctypes
import datetime
import errno
import json
import os
import resource
import shutil
import struct
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.on_disk import LIST

ROOT = Path(__file__).parents[1]
# What asks the disk for room, and what only changes it.
_ASKING = {"os.mkdir", "os.rename", "os.link", "os.symlink"}
_CHANGING = _ASKING | {"os.remove", "os.rmdir", "os.chmod", "os.utime"}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    said: str
    """On standard error."""
    printed: str
    """On standard output."""
    asked: int
    """How often it opened a file for writing, or made or renamed something."""

    @property
    def is_one_sentence(self) -> bool:
        """What a person can read: no traceback, a line that says what is wrong, and the one of MkDocs before it."""
        lines = [line for line in self.said.splitlines() if line.strip()]
        return 1 <= len(lines) <= 3 and lines[-1].endswith(".") and "Traceback" not in self.said


class Worker:
    """Runs commands in `folder`, one after the other."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        environment.pop("SOURCE_DATE_EPOCH", None)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, folder: Path, *command: str | Path, **fault: Any) -> Done:
        """`fault`: one of

        full_after=N    no room from the N-th time on that something asks for it (counted from 0)
        full_at=N       no room this one time
        read_only=True  nothing below the folder can be changed
        largest=N       no file can be longer than this many bytes
        weak=True       root's right to write anywhere is given up: permissions of files count
        clock=SECONDS   what the clock of the machine shows
        set={...}       variables of the environment
        out=PATH        where standard output goes
        """
        self.start(folder, *command, **fault)
        return self.done()

    def start(self, folder: Path, *command: str | Path, **fault: Any) -> None:
        assert self._process.stdin is not None
        request = {"folder": str(folder), "command": [str(word) for word in command], "fault": fault}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def done(self) -> Done:
        """Waits for what was started."""
        assert self._process.stdout is not None
        return Done(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@contextmanager
def worker() -> Iterator[Worker]:
    found = Worker()
    try:
        yield found
    finally:
        found.close()


Tree = dict[str, bytes | None]


def tree(folder: Path) -> Tree:
    """Content of every file below the folder by its path, hidden ones too; None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@dataclass(frozen=True)
class Scene:
    """A folder in which everything was built once, and whose article has changed since."""

    folder: Path
    kept: Path
    """A copy, for `again`."""
    before: Tree

    def again(self) -> None:
        """As it was, permissions included."""
        for path in [self.folder, *self.folder.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder)


COMMANDS: dict[str, tuple[str, ...]] = {
    "build": ("build",),
    "build --offline": ("build", "--offline"),
    "write": ("write",),
    "extract": ("extract", "seeds/harbour.txt", "--output", "out"),
    "new": ("new", "market.txt"),
    "review": ("review", "seeds/harbour.txt", "--write"),
    "pdf": ("pdf",),
}


def scene(worker: Worker, folder: Path, article: str, *commands: str) -> Scene:
    """The last site and whatever else was made by `commands`, then a change in the article."""
    here = folder / "here"
    (here / "seeds").mkdir(parents=True)
    (here / "docs").mkdir()
    (here / "docs" / "mine.md").write_text("# Mine\n\nBy hand.\n")
    settings = (ROOT / "generator" / "default" / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  custom_dir: ../overrides\n", "")
    (here / "mkdocs.yml").write_text(f"{settings}\nsite_url: https://briefings.example/\n", encoding="utf-8")
    (here / "market.txt").write_text(article.replace("Harbour", "Market"))
    (here / "seeds" / "harbour.txt").write_text(article)
    (here / "seeds" / "harbour.yml").write_text("# By hand.\npublisher: The Lindvik Post\n")
    for name in commands:
        done = worker.run(here, *COMMANDS[name])
        assert done.status == 0, done
    (here / "seeds" / "harbour.txt").write_text(article + "\nThe mayor, Per Strand, said the ferry would stay.\n")
    shutil.copytree(here, folder / "kept")
    return Scene(here, folder / "kept", tree(here))


def faults_left(before: Tree, good: Tree, now: Tree, done: Done) -> list[str]:
    """What is wrong after a command that met a fault; `good` is what it leaves where it meets none."""
    if done.status == 0:
        return [] if now == good else [f"status 0, and not all is done: {_differing(now, good)}"]
    found = [] if done.status == 1 and done.is_one_sentence else [f"status {done.status}, {done.said!r}"]
    found += [f"{path} is left over" for path in now if path not in before and path not in good]
    found += [f"{path} is lost" for path in before if path not in now and path in good]
    known = {path: (before.get(path, b"-"), good.get(path, b"-")) for path in now if not path.endswith(LIST)}
    found += [f"{path} is neither" for path, contents in known.items() if now[path] not in contents]
    sites = [{path: content for path, content in each.items() if path.startswith("site/")} for each in (before, good)]
    if {path: content for path, content in now.items() if path.startswith("site/")} not in sites:
        found.append("the site is neither the old one nor the new one")
    return found


def _differing(one: Tree, other: Tree) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path, b"-") != other.get(path, b"-"))[:5]


def serve() -> None:
    from generator.cli import app
    from generator.language.engine import _load
    from generator.plugin import runs  # noqa: F401  Loaded once, here.

    _load()
    for line in sys.stdin:
        request = json.loads(line)
        told, said, printed = os.pipe(), os.memfd_create("said"), os.memfd_create("printed")
        child = os.fork()
        if child == 0:
            os.dup2(printed, 1)
            os.dup2(said, 2)
            os._exit(_child(app, told[1], **request))
        os.close(told[1])
        _, status = os.waitpid(child, 0)
        asked = int(os.read(told[0], 20) or b"0")
        os.close(told[0])
        done = {"status": os.waitstatus_to_exitcode(status), "asked": asked}
        print(json.dumps(done | {"said": _content(said), "printed": _content(printed)}), flush=True)


def _content(file: int) -> str:
    os.lseek(file, 0, os.SEEK_SET)
    words = os.read(file, 1_000_000).decode("utf-8", "replace")
    os.close(file)
    return words


def _child(app: Any, told: int, folder: str, command: list[str], fault: dict[str, Any]) -> int:
    os.chdir(folder)
    os.environ.update(fault.get("set", {}))
    os.environ["TMPDIR"] = folder
    if "out" in fault:
        os.dup2(os.open(fault["out"], os.O_WRONLY), 1)
    if "clock" in fault:
        _set_clock(fault["clock"])
    if fault.get("weak"):
        _give_up_rights()
    if "largest" in fault:
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault["largest"], resource.RLIM_INFINITY))
    asked = _break_disk(folder, fault)
    try:
        app(command, prog_name="briefing")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
        code = 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 120  # As Python ends a program whose last words are lost.
    os.write(told, str(asked[0]).encode())
    return code


def _break_disk(folder: str, fault: dict[str, Any]) -> list[int]:
    """Makes what changes something below the folder fail as `fault` says; a count of how often room was asked for."""
    asked = [0]
    root = os.path.realpath(folder)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if not (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return
        elif event in _CHANGING:
            path = arguments[1] if event in ("os.rename", "os.link", "os.symlink") else arguments[0]
        else:
            return
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.fsdecode(path)
        if not os.path.abspath(name).startswith(root + os.sep):
            return
        if fault.get("read_only"):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), name)
        if event == "open" or event in _ASKING:
            number = asked[0]
            asked[0] += 1
            if number == fault.get("full_at") or number >= fault.get("full_after", 1 << 60):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)

    sys.addaudithook(watch)
    return asked


def _set_clock(now: float) -> None:
    """For all that Python asks: the C library's own clock goes on."""
    start = time.monotonic()

    def clock() -> float:
        return now + time.monotonic() - start

    gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime
    time.time = clock
    time.time_ns = lambda: int(clock() * 1e9)
    time.gmtime = lambda seconds=None: gmtime(clock() if seconds is None else seconds)
    time.localtime = lambda seconds=None: localtime(clock() if seconds is None else seconds)
    time.strftime = lambda form, moment=None: strftime(form, moment or time.localtime())

    class Then(datetime.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromtimestamp(clock(), tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(clock(), datetime.UTC).replace(tzinfo=None)

    class Today(datetime.date):
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(clock())

    for module in list(sys.modules.values()):
        for name, value in list(getattr(module, "__dict__", {}).items()):
            if value is datetime.datetime and module is not datetime:
                setattr(module, name, Then)
            elif value is datetime.date and module is not datetime:
                setattr(module, name, Today)
    datetime.datetime, datetime.date = Then, Today  # type: ignore[misc]


def _give_up_rights() -> None:
    """Root without its capabilities is the owner of its files and no more: what nobody may write, it may not."""
    if os.geteuid() == 0:
        header = struct.pack("Ii", 0x20080522, 0)
        if ctypes.CDLL(None, use_errno=True).capset(header, struct.pack("IIIIII", *[0] * 6)):
            raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    serve()
