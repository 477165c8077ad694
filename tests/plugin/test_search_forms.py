"""Other ways of typing a word, in the search index."""

from __future__ import annotations

import json

import pytest

from generator.plugin.search_forms import forms, with_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A détente in Łódź, said Sørensen.", ["Lodz", "Sorensen", "detente"]),
        ("The U.S. and the F.B.I. met at 5 p.m. on Monday.", ["FBI", "US", "pm"]),
        ("The UN and the EU agreed.", ["E.U", "U.N"]),
        ("O’Brien met Giscard d'Estaing.", ["OBrien", "dEstaing"]),
        ("Its neighbour’s plan isn’t new, we've heard.", []),
        ("PRESS STATEMENT OF TODAY", ["O.F"]),
        ("Привет, 東京, العربية", []),
        ("", []),
    ],
)
def test_each_word_has_the_forms_in_which_people_type_it(text, expected):
    assert forms(text) == expected


def test_words_stand_apart_where_elements_do():
    index = {"config": {"separator": " "}, "docs": [{"location": "a", "title": "x", "text": "<b>sí</b><p>é&amp;ü</p>"}]}
    found = json.loads(with_forms(json.dumps(index)))
    assert found["docs"][0]["folded"] == "e si u"
    assert found["config"]["fields"]["folded"]["boost"] > 0


def test_what_readers_are_shown_stays_as_it_is():
    entry = {"location": "a", "title": "Détente", "text": "<p>A U.S. plan &lt;b&gt;</p>"}
    found = json.loads(with_forms(json.dumps({"config": {}, "docs": [entry]})))["docs"][0]
    assert {name: found[name] for name in entry} == entry


def test_numbers_of_marks_in_titles_become_the_marks_that_mean_nothing_in_html():
    entry = {"location": "a", "title": "Timeline – A&#46;B &#126;&#60;i&#62; &#38;amp; &#34;", "text": "x"}
    found = json.loads(with_forms(json.dumps({"config": {}, "docs": [entry]})))["docs"][0]
    assert found["title"] == "Timeline – A.B ~&#60;i&#62; &#38;amp; &#34;"
