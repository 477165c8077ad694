"""Sentences of the cases as a pipeline would hand them over, without a pipeline.

`cases/NAME.yml` is written by hand. `trees/NAME.json` holds the words, tags and trees of its texts; after adding a
case, `python -m tests.extract.trees NAME` writes them with the model that ships in the package. Tests load no model.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.model import Article, Name, Paragraph, Quoted, Span, Text

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of `cases/NAME.yml`, in their order."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "cases" / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def article_of(case: dict[str, Any]) -> Article:
    """Paragraphs are split by blank lines; the first block is a title in a case that is `titled`."""
    string = case["text"]
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", string) if m.group().strip()]
    title = spans.pop(0) if case.get("titled") else None
    return Article(
        slug="case",
        path=Path("case.txt"),
        title=title.of(string) if title else "",
        title_span=title,
        text=string,
        paragraphs=tuple(Paragraph(f"p{n}", span) for n, span in enumerate(spans, 1)),
        sha256="",
        published=published if isinstance(published := case.get("published"), date) else None,
    )


def text_of(name: str, case: dict[str, Any]) -> Text:
    """The case's text with the tree that was kept for it; KeyError when it has to be grown first."""
    kept = json.loads((HERE / "trees" / f"{name}.json").read_text(encoding="utf-8"))[case["text"]]
    rows = [row.split(" ") for row in kept["tokens"]]
    string = case["text"]
    starts, ends = [int(row[0]) for row in rows], [int(row[1]) for row in rows]
    return Text(
        article=article_of(case),
        words=[string[start:end] for start, end in zip(starts, ends, strict=True)],
        starts=starts,
        ends=ends,
        tags=[row[2] for row in rows],
        lemmas=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        deps=[row[5] for row in rows],
        sentences=tuple((first, last) for first, last in kept["sentences"]),
        sentence_of=[n for n, (first, last) in enumerate(kept["sentences"]) for _ in range(first, last)],
        paragraph_of=[int(row[6]) for row in rows],
        names=tuple(Name(*name) for name in kept["names"]),
        quoted=tuple(Quoted(Span(*q[:2]), Span(*q[2:4]), q[4], q[5]) for q in kept["quoted"]),
    )


def span_in(case: dict[str, Any], words: str, after: int = 0) -> Span:
    """Where words of a case stand, first place after an offset; ValueError when they do not."""
    start = case["text"].index(words, after)
    return Span(start, start + len(words))


def grow(name: str) -> None:
    """Write the trees of all cases of a file."""
    from generator.language import analyse_all

    kept = {}
    for text in analyse_all(article_of(case) for case in cases(name)):
        columns = zip(
            text.starts, text.ends, text.tags, text.lemmas, text.heads, text.deps, text.paragraph_of, strict=True
        )
        kept[text.string] = {
            "tokens": [" ".join(map(str, row)) for row in columns],
            "sentences": text.sentences,
            "names": [[n.first, n.last, n.kind] for n in text.names],
            "quoted": [
                [q.span.start, q.span.end, q.outer.start, q.outer.end, q.paragraph, q.is_open] for q in text.quoted
            ],
        }
    path = HERE / "trees" / f"{name}.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for each in sys.argv[1:]:
        grow(each)
