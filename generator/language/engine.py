"""Articles in, texts out, by the small English pipeline that ships in `model/` beside this file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.language.lemmas import lemma
from generator.language.marks import find_quoted
from generator.model import Article, Name, Quoted, Span, Text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Entity

MODEL = Path(__file__).parent / "model"
# Longer stretches are analysed in pieces, so that memory stays bounded whatever the article; no sentence of prose
# comes near it.
MAX_PIECE = 8_000
# Paragraphs analysed together. A batch never holds two articles, so that an article's analysis does not depend on its
# neighbours to the last bit of a sum; larger batches gain nothing on one core (measured: 32, 64, 128, 256).
BATCH = 64
# Same length, so that offsets hold; the treebanks know no other apostrophe and no other space.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\xa0": " ", "\n": " ", "\t": " ", "\u2009": " ", "\u202f": " "})


def analyse(article: Article, *, pipeline: str | None = None) -> Text:
    """One article with sentences, tokens, trees, names and quotation marks marked.

    `pipeline` names an installed spaCy pipeline whose names are added to ours.
    """
    return next(analyse_all([article], pipeline=pipeline))


def analyse_all(articles: Iterable[Article], *, pipeline: str | None = None) -> Iterator[Text]:
    """The same for many articles, in their order; lazily, one article at a time."""
    nlp, other = _load(), _load_other(pipeline) if pipeline else None
    for article in articles:
        pieces = list(_pieces(article))
        docs = nlp.pipe((nlp.make_doc(piece.string) for piece in pieces), batch_size=BATCH)
        yield _text(article, list(zip(docs, pieces, strict=True)), other)


@cache
def _load() -> Language:
    import numpy
    import spacy
    from spacy.vectors import Vectors  # type: ignore[import-not-found]
    from thinc.api import NumpyOps

    nlp = spacy.load(MODEL)
    nlp.max_length = 10**9
    # The model is stored without a vocabulary: labels and vectors are all that it needs of one.
    for component in ("tagger", "parser", "ner"):
        for label in nlp.get_pipe(component).labels:  # type: ignore[attr-defined]
            nlp.vocab.strings.add(label)
    table = numpy.load(MODEL / "vectors.npz")
    data = table["vectors"].astype("float32") * table["scales"].astype("float32")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=table["words"].tolist(), attr="LOWER")
    # NumPy's matrix product instead of thinc's BLIS: the same trees, embedding in 1.3 s instead of 3.1 s (80,000 tokens).
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk():  # type: ignore[attr-defined]
            layer.ops = ops
    return nlp


@cache
def _load_other(pipeline: str) -> Language:
    import spacy

    return spacy.load(pipeline)


class _Piece:
    """A paragraph, or a part of a very long one, as the pipeline sees it."""

    def __init__(self, article: Article, span: Span, paragraph: int, quoted: tuple[Quoted, ...]):
        self.paragraph = paragraph
        self.quoted = quoted
        raw = span.of(article.text).translate(_PLAIN)
        chars = list(raw)
        for stretch in quoted:
            _put(chars, stretch.outer.start - span.start, stretch.span.start - span.start, "“")
            if not stretch.is_open:
                _put(chars, stretch.span.end - span.start, stretch.outer.end - span.start, "”")
        # A mark of two characters becomes one: the second is an empty string, and offsets after it shift.
        self.string = "".join(chars)
        self._offsets = [span.start + i for i, c in enumerate(chars) if c]
        self._end = span.end

    def start(self, offset: int) -> int:
        """Offset in the article of a character of `string`."""
        return self._offsets[offset]

    def end(self, offset: int) -> int:
        """Offset in the article just after the character before `offset`."""
        return self._offsets[offset] if offset < len(self._offsets) and self._is_next(offset) else self._after(offset)

    def _is_next(self, offset: int) -> bool:
        return self._offsets[offset] == self._offsets[offset - 1] + 1

    def _after(self, offset: int) -> int:
        if offset < len(self._offsets):
            return self._offsets[offset]
        return self._end


def _put(chars: list[str], start: int, end: int, mark: str) -> None:
    """Write one mark over the characters `[start, end)`, where they lie in this piece."""
    if 0 <= start < len(chars):
        chars[start] = mark
        for i in range(start + 1, min(end, len(chars))):
            chars[i] = ""


def _pieces(article: Article) -> Iterator[_Piece]:
    """Title first, then the paragraphs in reading order."""
    blocks = [(-1, article.title_span)] if article.title_span else []
    blocks += [(n, p.span) for n, p in enumerate(article.paragraphs)]
    for number, span in blocks:
        assert span is not None
        quoted = tuple(find_quoted(article.text, span, number))
        for part in _cut(article.text, span):
            yield _Piece(article, part, number, tuple(q for q in quoted if part.overlaps(q.outer)))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """`span` without white space at its edges, cut after sentence ends or spaces where it is very long."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_PIECE:
        limit = start + MAX_PIECE
        cut = max(text.rfind(mark, start + MAX_PIECE // 2, limit) for mark in (". ", "! ", "? ", "\n"))
        cut = cut + 1 if cut >= 0 else max(text.rfind(" ", start + 1, limit), 0) or limit
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield Span(start, end)


def _text(article: Article, done: list[tuple[Doc, _Piece]], other: Language | None) -> Text:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    sentences: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    paragraph_of: list[int] = []
    names: list[Name] = []
    quoted: dict[int, Quoted] = {}
    for doc, piece in done:
        quoted.update((q.span.start, q) for q in piece.quoted)
        base = len(words)
        kept = [t.i for t in doc if not t.is_space]
        number = {old: base + new for new, old in enumerate(kept)}
        first = base
        for token in doc:
            if token.is_space:
                continue
            here = len(words)
            if token.sent_start == 1 and here > first:
                sentences.append((first, here))
                first = here
            start = piece.start(token.idx)
            end = piece.end(token.idx + len(token.text))
            starts.append(start)
            ends.append(end)
            words.append(article.text[start:end])
            tags.append(token.tag_)
            head = token.head
            heads.append(number.get(head.i, here))
            deps.append(token.dep_)
            sentence_of.append(len(sentences))
            paragraph_of.append(piece.paragraph)
        if len(words) > first:
            sentences.append((first, len(words)))
        names += [
            Name(number[inside[0]], number[inside[-1]] + 1, ent.label_)
            for ent in _entities(doc, other)
            if (inside := [t.i for t in ent if t.i in number])
        ]
    return Text(
        article=article,
        words=words,
        starts=starts,
        ends=ends,
        tags=tags,
        lemmas=[lemma(w, t) for w, t in zip(words, tags, strict=True)],
        heads=heads,
        deps=deps,
        sentences=tuple(sentences),
        sentence_of=sentence_of,
        paragraph_of=paragraph_of,
        names=tuple(names),
        quoted=tuple(quoted[start] for start in sorted(quoted)),
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
