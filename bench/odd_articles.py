"""Does any odd text break the reading? `python -m bench.odd_articles FOLDER [--number 10000]`.

Takes the .txt files below FOLDER in turn and changes each: cut off, shuffled, doubled, on one line, all in quotation
marks, without any, in capitals, in another script, with stray control characters and marks. Every text is read,
briefed and drawn in this process; nothing may raise, and all that tests/soundness.py asks must hold. Prints each fault
with the change and the file that gave it, then counts, words a second and the most memory; exit status 1 with faults.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from generator.errors import BriefingError
from generator.pipeline import brief_all
from generator.read import read_article
from generator.render.site import render_site
from generator.settings import Settings
from tests.soundness import faults_of, faults_of_pages

# Longer ones are for the curve of time and memory (`--curve`).
LONGEST = 6_000
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϙρστθωςχυζ")


def cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(1, len(text) + 1)]


def shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def swapped(text: str, chance: random.Random) -> str:
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def littered(text: str, chance: random.Random) -> str:
    marks = "“”\"'‘’«»()[]{}<>|*_#`~\\\x00\x1b\u202e\u200b\ufeff\ud83d—…:;%$0"
    letters = list(text)
    for _ in range(max(1, len(letters) // 40)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(marks))
    return "".join(letters).encode("utf-8", "ignore").decode()


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": lambda text, chance: text,
    "cut off": cut,
    "words shuffled": shuffled,
    "paragraphs shuffled": swapped,
    "doubled": lambda text, chance: f"{text}\n\n{text}",
    "one line": lambda text, chance: " ".join(text.split()),
    "a line each": lambda text, chance: re.sub(r"(?<=[.!?]) ", "\n", text),
    "all quotes": lambda text, chance: "\n\n".join(f"“{part}”" for part in text.split("\n\n")),
    "no quotes": lambda text, chance: re.sub(r"[“”\"']", "", text),
    "capitals": lambda text, chance: text.upper(),
    "small letters": lambda text, chance: text.lower(),
    "another script": lambda text, chance: text.lower().translate(GREEK),
    "backwards": lambda text, chance: text[::-1],
    "littered": littered,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.odd_articles", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--curve", action="store_true", help="articles of 10,000 to 200,000 words instead")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(options.folder.rglob("*.txt"))]
    names = [path.name for path in sorted(options.folder.rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as scratch:
        if options.curve:
            return curve(texts, Path(scratch))
        return many(texts, names, options.number, Path(scratch))


def many(texts: list[str], names: list[str], number: int, scratch: Path) -> int:
    counts: Counter[str] = Counter()
    words, start = 0, time.perf_counter()
    for each in range(number):
        text, name = texts[each % len(texts)], names[each % len(texts)]
        change = list(CHANGES)[(each // len(texts) + each) % len(CHANGES)]
        changed = CHANGES[change](" ".join(text.split(" ")[:LONGEST]), random.Random(each))
        words += len(changed.split())
        faults = list(faults_in(changed, scratch))
        counts["with faults" if faults else "sound"] += 1
        for fault in faults[:3]:
            print(f"{name}, {change}: {fault}")
    seconds = time.perf_counter() - start
    print(f"{number} articles, {words} words: {dict(counts)}; {words / seconds:.0f} words/s, {peak():.0f} MB")
    return 1 if counts["with faults"] else 0


def faults_in(text: str, scratch: Path) -> list[str]:
    path = scratch / "odd.txt"
    path.write_text(text, encoding="utf-8")
    try:
        briefing = next(iter(brief_all([read_article(path)])))
        return faults_of(briefing) + faults_of_pages(render_site([briefing], Settings()))
    except BriefingError:
        # A sentence for the person at the keyboard: the file holds no paragraph.
        return []
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]


def curve(texts: list[str], scratch: Path) -> int:
    """Seconds and memory of ever longer articles, each made of many texts; the model is loaded before."""
    every = "\n\n".join(texts).split(" ")
    faults_in("A title\n\nA first text, to load the model.", scratch)
    for length in (10_000, 25_000, 50_000, 100_000, 200_000):
        path = scratch / "long.txt"
        path.write_text(" ".join(every[:length]), encoding="utf-8")
        start = time.process_time()
        next(iter(brief_all([read_article(path)])))
        seconds = time.process_time() - start
        print(f"{length:7} words: {seconds:6.2f} s, {length / seconds:6.0f} words/s, {peak():5.0f} MB at most so far")
    return 0


def peak() -> float:
    """MB of memory at the most, as the system counts."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
