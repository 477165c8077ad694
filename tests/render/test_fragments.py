"""Text fragments: as few words as find the sentence first; tests/browser/test_text_fragments.py follows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render.fragments import Fragments

LONG = "The ferry between the two towns will leave at dawn"


def fragment(text, words, nth=0):
    """Of the `nth` place of `words` in a text of paragraphs, one a line."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return Fragments(text, spans).of(Span(place, place + len(words))).replace("%20", " ")


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        # A short sentence whole, a long one by its ends; a hyphen and a comma have a meaning of their own.
        ("It is a start-up, they say.", "It is a start-up, they say.", 0, "It is a start%2Dup%2C they say."),
        (f"{LONG}, he said.", f"{LONG}, he said.", 0, "The ferry between the two,leave at dawn%2C he said."),
        # Quotation marks at the edges differ from page to page.
        ("“We wait,” he said.", "“We wait,”", 0, "We wait%2C"),
        ("“…”", "“…”", 0, "%E2%80%A6"),
        ("””", "””", 0, "%E2%80%9D%E2%80%9D"),
        # The first of two places needs nothing; the second one what stands before or behind it in its paragraph.
        ("No, he said. We wait.\nYes, she said. We wait.", "We wait.", 0, "We wait."),
        ("No, he said. We wait.\nYes, she said. We wait.", "We wait.", 1, "she said.-,We wait."),
        ("We wait. He left.\nWe wait. She stayed.", "We wait.", 1, "We wait.,-She stayed."),
        # What stands before has to follow at once, marks and all.
        ("We wait. He left.\n“Why? Tell me.” “We wait.”", "“We wait.”", 0, "Tell me.%E2%80%9D-,%E2%80%9CWe wait."),
        # Alone in its paragraph: the paragraph before.
        ("He left.\nWe wait.\nShe stayed.\nWe wait.", "We wait.", 1, "She stayed.-,We wait."),
        # Capitals and kinds of apostrophe do not tell two places apart.
        ("WE DON'T WAIT\nHe left. We don’t wait.", "We don’t wait.", 0, "He left.-,We don%E2%80%99t wait."),
        # A long one that opens as another does needs more words of its own.
        (
            f"{LONG} on Monday, he said.\n{LONG.replace('towns', 'ports')} on Friday, he said.",
            f"{LONG.replace('towns', 'ports')} on Friday, he said.",
            0,
            "The ferry between the two ports,dawn on Friday%2C he said.",
        ),
        # Its last words stand within it earlier, too.
        (
            "Ann Lee said on Monday that she would come back soon and he said that she would come back soon",
            "Ann Lee said on Monday that she would come back soon and he said that she would come back soon",
            0,
            "Ann Lee said on Monday,said that she would come back soon",
        ),
        # Each is what stands before the next.
        ("We wait.\nWe wait.", "We wait.", 1, "We wait.-,We wait."),
    ],
)
def test_a_fragment_is_as_short_as_finds_the_place(text, words, nth, expected):
    assert fragment(text, words, nth) == expected


@given(st.text(alphabet="ab \n.“”-—,'", min_size=1), st.data())
def test_any_place_of_any_text_has_a_fragment_of_its_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = Fragments(text, [Span(0, len(text))])
    if text[start:end].strip():
        parts = made.of(Span(start, end)).split(",")
        assert all(parts)
