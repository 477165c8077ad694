"""Treebanks in, `lexicon/en/word_counts.txt` out: how common each noun and adjective is in English prose.

    python tools/count_words.py TREEBANK.conllu[.xz]...

Made from the UD treebanks EWT (train), GUM (its openly licensed genres, no news), PUD and from Wikigold.
"""

from __future__ import annotations

import lzma
import math
import sys
from collections import Counter
from pathlib import Path

from generator.extract.common.stems import stem

# Rarer words are as telling as unknown ones; leaving them out keeps the list small.
LEAST = 5
HEADER = """\
# Stems of nouns and adjectives, tab, how common they are: the binary logarithm of their count per million words,
# rounded. Stems that are not here are rare. Source: counted in UD English EWT, GUM (openly licensed genres without
# news) and PUD (Universal Dependencies, CC BY-SA 4.0; PUD CC BY-SA 3.0) and Wikigold (CC BY 4.0; text of Wikipedia,
# CC BY-SA). Licence: CC BY-SA 4.0. Made by tools/count_words.py; edit that, not this.
"""


def main(paths: list[str]) -> None:
    """Count, then write the list beside the others."""
    counts: Counter[str] = Counter()
    total = 0
    for path in map(Path, paths):
        content = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        for line in content.decode("utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) < 5 or not columns[0].isdigit():
                continue
            total += 1
            if columns[4] in {"NN", "NNS", "JJ"} and columns[1].isalpha():
                counts[stem(columns[1].lower())] += 1
    rows = sorted((word, count) for word, count in counts.items() if count >= LEAST)
    target = Path(__file__).parents[1] / "generator" / "lexicon" / "en" / "word_counts.txt"
    body = "".join(f"{word}\t{round(math.log2(count * 1e6 / total))}\n" for word, count in rows)
    target.write_text(HEADER + body, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
