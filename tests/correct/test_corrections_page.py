"""The examples of the page on corrections are ones that we accept."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.correct.shape import find_faults, schema

PAGE = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")
CODE = re.findall(r"```yaml\n(.*?)```", PAGE, re.S)
# One of them is a remark and nothing else.
EXAMPLES = [example for code in CODE if (example := yaml.load(code, Loader=yaml.BaseLoader)) is not None]


def test_examples_keep_to_the_schema():
    assert (len(CODE), len(EXAMPLES)) == (3, 2)
    for example in EXAMPLES:
        # BaseLoader reads everything as text.
        faults = find_faults(_typed(example))
        assert faults == ()


def test_every_field_of_the_schema_has_an_example():
    fields = set(schema()["properties"]) - {"title", "byline", "published", "publisher", "url", "language", "rights"}
    assert fields <= set(EXAMPLES[1])
    for section, rule in (("actors", "actor"), ("quotes", "quote"), ("issues", "issue"), ("views", "view")):
        shown = {name for entry in EXAMPLES[1][section].values() if isinstance(entry, dict) for name in entry}
        assert set(schema()["$defs"][rule]["properties"]) - shown <= {"add"}, section


def _typed(value: object) -> object:
    if isinstance(value, dict):
        return {name: _typed(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    return {"true": True, "null": None}.get(str(value), value)
