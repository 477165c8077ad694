"""Is a site whole after its build was killed? `python -m bench.kills [--number 200]`.

Two versions of one article are built in turn into the same folder; each build is killed at a random moment of the time
that a whole one takes. After each kill the folder must hold one of the two sites to the byte, and what is hand-written
must be as it was. Prints how many kills hit which moment; exit status 1 at the first site that is neither.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        versions = prepare(folder)
        whole, seconds = {}, 0.0
        for version in versions:
            start = time.perf_counter()
            build(folder, version).wait()
            seconds = max(seconds, time.perf_counter() - start)
            whole[digest(folder / "site")] = version.name
        assert len(whole) == 2, "the two versions must give two sites"
        hand = digest(folder / "docs")
        killed = finished = 0
        for number in range(options.number):
            process = build(folder, versions[number % 2])
            try:
                process.wait(chance.uniform(0, 1.05 * seconds))
                finished += 1
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                killed += 1
            if digest(folder / "site") not in whole or digest(folder / "docs") != hand:
                print(f"kill {number}: the site is neither of the two", file=sys.stderr)
                return 1
    print(f"{killed} builds killed, {finished} finished before; the site was whole each time, docs/ untouched")
    return 0


def prepare(folder: Path) -> list[Path]:
    """Two folders of seeds, and a hand-written page."""
    (folder / "docs").mkdir()
    (folder / "docs" / "mine.md").write_text("# Mine\n\nBy hand.\n", encoding="utf-8")
    versions = [folder / "first", folder / "second"]
    for version in versions:
        shutil.copytree(ROOT / "seeds", version)
    article = next(versions[1].glob("*.txt"))
    article.write_text(article.read_text(encoding="utf-8") + "\n\nA last line was added.\n", encoding="utf-8")
    return versions


def build(folder: Path, seeds: Path) -> subprocess.Popen[bytes]:
    code = "from generator.cli import main; main()"
    command = [sys.executable, "-c", code, "build", "--seeds", str(seeds), "--site-dir", "site"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def digest(folder: Path) -> str:
    """Of every file's path and content, hidden ones left out."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
