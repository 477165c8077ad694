"""Remembered embeddings are the very ones that the network computes."""

from __future__ import annotations

import numpy
import pytest

from generator.language.engine import _load
from generator.language.remember import MOST_KINDS, remembering


@pytest.fixture(scope="module")
def nlp():
    return _load()


@pytest.fixture
def embed(nlp):
    return nlp.get_pipe("tok2vec").model.layers[0].layers[0]


def test_rows_are_those_of_the_network_whatever_came_before(nlp, embed):
    remembered = remembering(embed)
    docs = [nlp.make_doc(s) for s in ("He can't say that.", "", "They said that he can't.", "He can't say that.")]
    for some in (docs[:1], docs, docs[2:]):
        for got, wanted in zip(remembered.predict(some), embed.predict(some), strict=True):
            numpy.testing.assert_allclose(got, wanted, atol=1e-5)


def test_memory_is_bounded(nlp, embed):
    remembered = remembering(embed)
    memory = remembered.attrs["memory"]
    memory.row_of = {(n, n): n for n in range(MOST_KINDS + 1)}
    remembered.predict([nlp.make_doc("A few new words.")])
    assert len(memory.row_of) == len(memory.rows) == 5


def test_training_through_it_is_refused(nlp, embed):
    with pytest.raises(ValueError, match="predicts only"):
        remembering(embed)([nlp.make_doc("No.")], is_train=True)
