"""briefing.json keeps to its schema, and a published one gives no text away."""

import json
from importlib.resources import files

import jsonschema
import pytest

from generator.contract import to_data
from generator.language import analyse
from generator.pipeline import brief
from generator.read import read_article

SCHEMA = json.loads((files("generator") / "data" / "briefing.schema.json").read_text(encoding="utf-8"))
ARTICLE = """Harbour plan divides Larne

Mayor Ines Holt said on Tuesday that the harbour would close for repairs. “We cannot wait,” she told reporters.

Analysts say the closure may cost £4 million a year. The port authority rejected the plan.
"""


@pytest.fixture(scope="module")
def briefing(tmp_path_factory):
    path = tmp_path_factory.mktemp("seeds") / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return brief(analyse(read_article(path)))


@pytest.mark.parametrize("with_text", [True, False])
def test_data_keeps_to_the_schema(briefing, with_text):
    validator = jsonschema.Draft202012Validator(SCHEMA)
    errors = [f"{e.json_path}: {e.message}" for e in validator.iter_errors(to_data(briefing, with_text=with_text))]
    assert errors == []


def spans_of(data):
    """Every object with start and end, anywhere below findings."""
    if isinstance(data, dict):
        if {"start", "end"} <= data.keys():
            yield data
        for value in data.values():
            yield from spans_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from spans_of(value)


def test_spans_without_text_carry_their_words_verbatim(briefing):
    data = to_data(briefing, with_text=False)
    found = [s for key, value in data.items() if key != "article" for s in spans_of(value)]
    assert found
    assert all(s["text"] == ARTICLE[s["start"] : s["end"]] for s in found)


def test_published_data_of_an_article_that_is_not_free_leaves_the_text_out(briefing):
    assert "text" not in to_data(briefing, with_text=False)["article"]
    assert to_data(briefing, with_text=True)["article"]["text"] == ARTICLE
