"""What is left after a fault at every moment of every command? `python -m bench.faults [--step 1]`.

The disk is full from the n-th time on that something asks it for room, or this one time, for every n; and a small disk
(tmpfs, where this user may mount one) has room for more and more bytes, so that writing fails in the midst of a file.
After each: the old content or the new one, whole, nothing left over, exit status 1 and a sentence. Then two commands at
once, the same and different ones. Prints the counts; exit status 1 with faults.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import COMMANDS, Done, Scene, Tree, Worker, faults_left, scene, tree, worker
from tests.plugin.test_plugin import ARTICLE

# The small disk holds the folder and this much more than nothing.
ROOM, STEPS = 3_000_000, 30
PAIRS = [("build", "build"), ("build --offline", "build --offline"), ("build --offline", "pdf"), ("write", "write")]
PAIRS += [("write", "build"), ("extract", "extract"), ("pdf", "pdf"), ("review", "review")]
ROUNDS = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__.splitlines()[0])
    parser.add_argument("--step", type=int, default=1, help="of the moments tried, to try fewer")
    options = parser.parse_args()
    found = 0
    with worker() as first, worker() as second, tempfile.TemporaryDirectory() as scratch:
        made = scene(first, Path(scratch), ARTICLE, "build --offline", "write", "extract", "pdf")
        good, asked = {}, {}
        for name, command in COMMANDS.items():
            made.again()
            asked[name] = first.run(made.folder, *command).asked
            good[name] = tree(made.folder)
        for name in COMMANDS:
            for kind in ("full_after", "full_at"):
                moments = range(0, asked[name], options.step)
                found += report(f"{name}, {kind}", disk_full(first, made, name, kind, moments, good[name]))
        found += report("small disk", small_disk(first, made, good))
        for pair in PAIRS:
            found += report(f"{' and '.join(pair)} at once", at_once(first, second, made, pair, good))
    return 1 if found else 0


def report(what: str, runs: Iterator[tuple[Done, list[str]]]) -> int:
    """Prints how the runs ended; how many of them were at fault."""
    ends: Counter[str] = Counter()
    for done, faults in runs:
        ends["AT FAULT" if faults else "whole and new" if done.status == 0 else "whole, with a sentence"] += 1
        for fault in faults:
            print(f"  {what}: {fault}")
    print(f"{what}: {dict(ends)}", flush=True)
    return ends["AT FAULT"]


def disk_full(
    shop: Worker, made: Scene, name: str, kind: str, moments: range, good: Tree
) -> Iterator[tuple[Done, list[str]]]:
    for moment in moments:
        made.again()
        done = shop.run(made.folder, *COMMANDS[name], **{kind: moment})
        yield done, faults_left(made.before, good, tree(made.folder), done)


def small_disk(shop: Worker, made: Scene, good: dict[str, Tree]) -> Iterator[tuple[Done, list[str]]]:
    """With more and more room beside a file that takes the rest."""
    with tempfile.TemporaryDirectory() as place, mounted(Path(place)) as disk:
        if disk is None:
            return
        for name in COMMANDS:
            for step in range(STEPS):
                here = Scene(disk / "here", made.kept, made.before)
                shutil.rmtree(here.folder, ignore_errors=True)
                (disk / "ballast").unlink(missing_ok=True)
                shutil.copytree(made.kept, here.folder)
                free = shutil.disk_usage(disk).free - ROOM * step // STEPS
                (disk / "ballast").write_bytes(bytes(free))
                done = shop.run(here.folder, *COMMANDS[name])
                yield done, faults_left(here.before, good[name], tree(here.folder), done)


@contextmanager
def mounted(place: Path) -> Iterator[Path | None]:
    """A disk of 16 MB; None where this user may not mount one."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "briefing", str(place)], capture_output=True)
    if done.returncode:
        print("small disk: left out, for it cannot be mounted here")
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def at_once(
    first: Worker, second: Worker, made: Scene, pair: tuple[str, str], good: dict[str, Tree]
) -> Iterator[tuple[Done, list[str]]]:
    both = made.before | {
        path: content for name in pair for path, content in good[name].items() if made.before.get(path, b"-") != content
    }
    for _ in range(ROUNDS):
        made.again()
        first.start(made.folder, *COMMANDS[pair[0]])
        second.start(made.folder, *COMMANDS[pair[1]])
        ends = [first.done(), second.done()]
        now = tree(made.folder)
        for done in ends:
            yield done, faults_left(made.before, both, now, done)


if __name__ == "__main__":
    sys.exit(main())
