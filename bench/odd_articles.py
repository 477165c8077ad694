"""Does any odd text break the reading? `python -m bench.odd_articles FOLDER [--number 10000] [--part 1/2]`.

Takes every file below FOLDER in turn, whatever it holds, and changes each: cut off, shuffled, doubled, on one line, all
in quotation marks, without any, in capitals, in other scripts, with stray control characters and marks. Every text is
read, as plain text, Markdown or a web page, briefed and drawn in this process; nothing may raise, and all that
tests/soundness.py asks must hold. Prints each fault with the change and the file that gave it, then counts, words a
second, the slowest article and the most memory; exit status 1 with faults. `--huge` does the same with one article of
5 MB for each change, `--curve` shows time and memory of ever longer ones.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from generator.errors import BriefingError
from generator.pipeline import brief_all
from generator.read import read_article
from generator.render.site import render_site
from generator.settings import Settings
from tests.soundness import faults_of, faults_of_pages

# Longer ones are for `--curve` and `--huge`.
LONGEST = 3_000
# As much as `read` takes.
HUGE = 5_000_000
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϙρστθωςχυζ")


def cut(text: str, chance: random.Random) -> str:
    return text[: chance.randint(min(1, len(text)), len(text))]


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


def written_in(first: int) -> Callable[[str, random.Random], str]:
    """Each letter as one of another script that begins at this code point; what belongs to words stays so."""
    table = {ord(letter): chr(first + number) for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
    return lambda text, chance: text.lower().translate(table)


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
    "in Arabic letters": written_in(0x0620),
    "in Han characters": lambda text, chance: written_in(0x4E00)(text, chance).replace(" ", ""),
    "in Devanagari": written_in(0x0905),
    "digits only": lambda text, chance: re.sub(r"\w", lambda letter: str(ord(letter[0]) % 10), text),
    "a word a paragraph": lambda text, chance: "\n\n".join(text.split()),
    "backwards": lambda text, chance: text[::-1],
    "littered": littered,
}


# In turn; most articles are plain text.
FORMATS: dict[str, Callable[[str], str]] = {
    "odd.txt": str,
    "odd.md": lambda text: f"---\ntitle: An odd one\n---\n{text}",
    "plain.txt": str,
    "odd.html": lambda text: f"<html><body><article><h1>An odd one</h1>{_paragraphs(text)}</article></body></html>",
    "last.txt": str,
}


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.odd_articles", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--part", default="1/1", help="which of how many processes does its share here: 1/2, 2/2")
    parser.add_argument("--curve", action="store_true", help="articles of 10,000 to 200,000 words instead")
    parser.add_argument("--huge", action="store_true", help="one article of 5 MB for each change instead")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file())
    if options.curve or options.huge:
        paths = [path for path in paths if path.suffix == ".txt"]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    part, parts = map(int, options.part.split("/"))
    with tempfile.TemporaryDirectory() as scratch:
        if options.curve:
            return curve(texts, Path(scratch))
        if options.huge:
            return huge("\n\n".join(texts), Path(scratch))
        return many(texts, [path.name for path in paths], range(part - 1, options.number, parts), Path(scratch))


def many(texts: list[str], names: list[str], numbers: range, scratch: Path) -> int:
    counts: Counter[str] = Counter()
    words, start, slowest = 0, time.perf_counter(), (0.0, "")
    for each in numbers:
        text, name = texts[each % len(texts)], names[each % len(texts)]
        change = list(CHANGES)[(each // len(texts) + each) % len(CHANGES)]
        changed = CHANGES[change](" ".join(text.split(" ")[:LONGEST]), random.Random(each))
        words += len(changed.split())
        began = time.process_time()
        faults = faults_in(changed, scratch, list(FORMATS)[each % len(FORMATS)])
        # Seconds for 10 kB, of articles long enough to tell.
        slowest = max(slowest, ((time.process_time() - began) * 1e4 / max(len(changed), 1e4), f"{name}, {change}"))
        counts["refused in a sentence" if faults is None else "with faults" if faults else "sound"] += 1
        for fault in (faults or [])[:3]:
            print(f"{name}, {change}: {fault}", flush=True)
    seconds = time.perf_counter() - start
    print(f"{len(numbers)} articles, {words} words: {dict(counts)}; {words / seconds:.0f} words/s, {peak():.0f} MB")
    print(f"slowest: {slowest[0]:.2f} s for 10 kB ({slowest[1]})")
    return 1 if counts["with faults"] else 0


def faults_in(text: str, scratch: Path, name: str = "odd.txt") -> list[str] | None:
    """What is wrong; None where the text is no article, said in a sentence for the person at the keyboard."""
    path = scratch / name
    path.write_text(FORMATS.get(name, str)(text), encoding="utf-8")
    try:
        briefing = next(iter(brief_all([read_article(path)])))
        return faults_of(briefing) + faults_of_pages(render_site([briefing], Settings()))
    except BriefingError:
        return None
    except Exception as error:
        traceback.print_exc()
        return [f"{type(error).__name__}: {error}"]


def huge(text: str, scratch: Path) -> int:
    """An article as long as is read at all, for each change."""
    found = 0
    while len(text) < HUGE:
        text += "\n\n" + text
    for name, change in CHANGES.items():
        changed = change(text[:HUGE], random.Random(1)).encode("utf-8")[:HUGE].decode("utf-8", "ignore")
        start = time.process_time()
        faults = faults_in(changed, scratch)
        seconds = time.process_time() - start
        verdict = "refused" if faults is None else f"{len(faults)} faults {faults[:3]}"
        print(f"{name}: {len(changed.split())} words, {seconds:.0f} s, {peak():.0f} MB so far; {verdict}", flush=True)
        found += len(faults or [])
    return 1 if found else 0


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
