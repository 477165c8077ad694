"""Articles in, texts out, by the small English pipeline that ships in `model/` beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import SettingsError
from generator.language.columns import to_text
from generator.language.pieces import pieces_of
from generator.model import Article, Text

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"
# Paragraphs analysed together. A batch never holds two articles, so that an article's analysis does not depend on its
# neighbours to the last bit of a sum; larger batches gain nothing on one core (measured: 32, 64, 128, 256).
BATCH = 64
# The ending of a word that is looked at for marks to split off, one at a time. Of the whole word each look would take
# its whole length: 10,000 quotation marks in a row took 20 s. Longer than any suffix but a row of dots.
LONGEST_SUFFIX = 50
# Two quotations with no space between them, as on pages that have lost a line break ("so.”“Your"): else they are one
# word, and the second quotation loses its first one.
_INNER_MARK = r"(?<=\w)[.,!?;:…](?=”“)|”(?=“)|(?<=”)“"


def analyse(article: Article, *, pipeline: str | None = None) -> Text:
    """One article with sentences, tokens, trees, names and quotation marks marked.

    `pipeline` names an installed spaCy pipeline whose names are added to ours.
    """
    return next(analyse_all([article], pipeline=pipeline))


def analyse_all(articles: Iterable[Article], *, pipeline: str | None = None) -> Iterator[Text]:
    """The same for many articles, in their order; lazily, one article at a time."""
    nlp, other = _load(), _load_other(pipeline) if pipeline else None
    for article in articles:
        # Neither pieces nor what the pipeline makes of them are all there at once: of an article of 200,000 words they
        # would take 150 MB.
        pieces, read = tee(pieces_of(article))
        docs = nlp.pipe((nlp.make_doc(piece.string) for piece in read), batch_size=BATCH)
        yield to_text(article, zip(docs, pieces, strict=True), other)


@cache
def _load() -> Language:
    import numpy
    import spacy
    from spacy.vectors import Vectors  # type: ignore[import-not-found]
    from thinc.api import NumpyOps

    from generator.language.remember import remembering

    nlp = spacy.load(MODEL)
    nlp.max_length = 10**9
    suffix_of = nlp.tokenizer.suffix_search  # type: ignore[union-attr]
    nlp.tokenizer.suffix_search = lambda word: suffix_of(word[-LONGEST_SUFFIX:])  # type: ignore[union-attr]
    infixes = nlp.tokenizer.infix_finditer.__self__.pattern  # type: ignore[union-attr]
    nlp.tokenizer.infix_finditer = re.compile(f"{_INNER_MARK}|{infixes}").finditer  # type: ignore[union-attr]
    # The model is stored without a vocabulary: labels and vectors are all that it needs of one.
    for component in ("tagger", "parser", "ner"):
        for label in nlp.get_pipe(component).labels:  # type: ignore[attr-defined]
            nlp.vocab.strings.add(label)
    table = numpy.load(MODEL / "vectors.npz")
    data = table["vectors"].astype("float32") * table["scales"].astype("float32")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=table["words"].tolist(), attr="LOWER")
    # NumPy's matrix product, not BLIS: the same trees, embedding in 1.3 s instead of 3.1 s (80,000 tokens).
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk():  # type: ignore[attr-defined]
            layer.ops = ops
    network = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    network.layers[0] = remembering(network.layers[0])
    return nlp


@cache
def _load_other(pipeline: str) -> Language:
    import spacy

    try:
        return spacy.load(pipeline)
    except OSError as error:
        hint = "install it into the same environment, or leave `pipeline` out"
        raise SettingsError(pipeline, "is no spaCy pipeline that is installed", hint=hint) from error
