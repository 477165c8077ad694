"""Analysed pieces in, the columns of a text out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.language.lemmas import lemma
from generator.language.pieces import Piece
from generator.model import Article, Name, Quoted, Text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Entity

# Read as numbers, a piece at a time: a Python object for each token costs five times as much.
_ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START", "IS_SPACE"]
# Heads come as signed distances in an unsigned column.
_WRAP = 1 << 64


def to_text(article: Article, done: Iterable[tuple[Doc, Piece]], other: Language | None) -> Text:
    """One text from the analysed pieces of an article, in their order; `other` adds names that we did not see."""
    columns = _Columns(article)
    for doc, piece in done:
        columns.add(doc, piece, other)
    return columns.text()


class _Columns:
    """The columns of `Text` while they grow."""

    def __init__(self, article: Article):
        self.article = article
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        self.heads: list[int] = []
        self.deps: list[str] = []
        self.sentences: list[tuple[int, int]] = []
        self.sentence_of: list[int] = []
        self.paragraph_of: list[int] = []
        self.names: list[Name] = []
        self.quoted: dict[int, Quoted] = {}

    def add(self, doc: Doc, piece: Piece, other: Language | None) -> None:
        self.quoted.update((q.span.start, q) for q in piece.quoted)
        rows = doc.to_array(_ATTRIBUTES).tolist()
        strings = doc.vocab.strings
        first = here = len(self.words)
        number: dict[int, int] = {}
        for old, row in enumerate(rows):
            if not row[6]:
                number[old] = here
                here += 1
        text = self.article.text
        for old, (at, length, tag, dep, head, begins, is_space) in enumerate(rows):
            if is_space:
                continue
            here = number[old]
            if begins == 1 and here > first and self.words[-1] != ",":
                # No sentence of prose ends with a comma ("Last year, …").
                self.sentences.append((first, here))
                first = here
            start, end = piece.start(at), piece.end(at + length)
            self.starts.append(start)
            self.ends.append(end)
            word = text[start:end]
            is_lowered = piece.paragraph < 0 and word[0].isupper() and piece.string[at] == word[0].lower()
            self.words.append(word.lower() if is_lowered else word)
            self.tags.append(strings[tag] if tag else "")
            self.deps.append(strings[dep] if dep else "")
            self.heads.append(number.get(old + (head if head < _WRAP >> 1 else head - _WRAP), here))
            self.sentence_of.append(len(self.sentences))
            self.paragraph_of.append(piece.paragraph)
        if len(self.words) > first:
            self.sentences.append((first, len(self.words)))
        for entity in _entities(doc, other):
            inside = [number[t] for t in range(entity.start, entity.end) if t in number]
            if inside:
                self.names.append(Name(inside[0], inside[-1] + 1, entity.label_))

    def text(self) -> Text:
        return Text(
            article=self.article,
            words=self.words,
            starts=self.starts,
            ends=self.ends,
            tags=self.tags,
            lemmas=[lemma(w, t) for w, t in zip(self.words, self.tags, strict=True)],
            heads=self.heads,
            deps=self.deps,
            sentences=tuple(self.sentences),
            sentence_of=self.sentence_of,
            paragraph_of=self.paragraph_of,
            names=tuple(self.names),
            quoted=tuple(self.quoted[start] for start in sorted(self.quoted)),
        )


# What other pipelines call the kinds of name that we know.
_KINDS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "NORP": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def _entities(doc: Doc, other: Language | None) -> list[Entity]:
    """Our names, and in the gaps between them those of the other pipeline."""
    ours = list(doc.ents)
    if other is None:
        return ours
    taken = {t.i for ent in ours for t in ent}
    for ent in other(doc.text).ents:
        span = doc.char_span(ent.start_char, ent.end_char, label=_KINDS.get(ent.label_, ""), alignment_mode="contract")
        if span is not None and span.label_ and not any(t.i in taken for t in span):
            ours.append(span)
    return sorted(ours, key=lambda ent: ent.start)
