"""Properties of any file: spans lie inside, ordered, apart; nothing is raised but ReadError; time is linear."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import ReadError
from generator.model import Article
from generator.read import READERS
from generator.read.english import may_be_english
from generator.read.safe_yaml import load_fields
from tests.read.seeds import read

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", " ", "\ufeff", "\u2028", "\x85", "\x0c", "\u202e", "\0", "é", "漢字。", "😀"),
        *('"', "“", "”", "''", "---", "title: x", "# ", "<p>", "</p>", "<article>", "[a](b)", "* * *"),
        *("Advertisement", "Read more:", "By Jane Doe", "Monday, May 18, 2015", "Leave a Reply", "Share"),
        *("The wall fell.", "Ferry Prices Rise Again"),
    ]
)
YAML_PIECES = st.sampled_from([*"abc:- \n[]{}&*!'\"|>#?%@,\t01.~", "title: ", "\n  "])
TEXTS = st.one_of(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join), st.text(max_size=200))


def is_sound(article: Article) -> bool:
    spans = [paragraph.span for paragraph in article.paragraphs]
    stretches = sorted([*spans, *(item.span for item in article.dropped)])
    inside = all(0 <= span.start < span.end <= len(article.text) for span in stretches)
    apart = all(before.end <= after.start for before, after in pairwise(stretches))
    ordered = spans == sorted(spans) and list(article.dropped) == sorted(article.dropped, key=lambda item: item.span)
    trimmed = all(span.of(article.text) == span.of(article.text).strip() for span in stretches)
    lost = list(article.text)
    for span in stretches:
        lost[span.start : span.end] = [" "] * len(span)
    return inside and apart and ordered and trimmed and not any(c.isalnum() for c in lost) and article.title != ""


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, ending=st.sampled_from(sorted(READERS)))
def test_every_letter_is_in_one_paragraph_or_dropped(text: str, ending: str, tmp_path: Path) -> None:
    try:
        article = read(tmp_path, text.encode("utf-8", "replace"), name=f"any{ending}")
    except ReadError:
        return
    assert is_sound(article)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300), ending=st.sampled_from(sorted(READERS)))
def test_any_bytes_are_read_or_refused(content: bytes, ending: str, tmp_path: Path) -> None:
    try:
        article = read(tmp_path, content, name=f"any{ending}")
    except ReadError:
        return
    assert is_sound(article)


@settings(max_examples=200, deadline=None)
@given(st.lists(YAML_PIECES, max_size=60).map("".join))
def test_any_yaml_is_read_or_refused(content: str) -> None:
    try:
        fields, lines = load_fields(Path("any.yml"), content)
    except ReadError:
        return
    assert fields.keys() == lines.keys()


@pytest.mark.parametrize(
    "unit",
    ["a", "\n", '"', "“ ", "a\n\n", "Read more:\n\n", "By Jane Doe\n", "Share\n", "\ufeff", "'' \n"],
    ids=repr,
)
def test_large_files_take_linear_time(unit: str, tmp_path: Path) -> None:
    def seconds(size: int) -> float:
        start = time.perf_counter()
        try:
            text = f"Title\n\nThe end.\n\n{unit * (size // len(unit.encode()))}"
            may_be_english([text])
            read(tmp_path, text, sidecar="language: en")
        except ReadError:
            pytest.fail("it is an article")
        return time.perf_counter() - start

    seconds(1_000)
    small, large = seconds(10_000), seconds(80_000)
    # Eight times the text: linear is 8, quadratic 64. Slow machines measure the small one badly, hence the summand.
    assert large < 24 * small + 0.2
