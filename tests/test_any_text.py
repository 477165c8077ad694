"""Whatever the text, the whole line holds: nothing raises, places are verbatim, ids and links resolve."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import ReadError
from generator.model import Briefing
from generator.pipeline import brief_all
from generator.read import read_article
from generator.render.site import render_site
from generator.settings import Settings
from tests.soundness import faults_of, faults_of_pages

NAMES = [
    "Ann Lee",
    "Mr. Okafor",
    "Dr. Ilse Maran",
    "Norland",
    "U.S.",
    "the Harbour Board",
    "O’Dell",
    "JOHN DOE",
    "王毅",
]
CUES = ["said", "says", "told reporters", "according to", "asked", "called it", "wrote", "believes", "denied", "said:"]
DATES = ["on Monday", "last week", "in March 2024", "Feb. 30", "2023-11-15", "next year", "30 years ago", "the 1990s"]
NUMBERS = ["$5 million", "35 percent", "99999999999999999999", "one in three", "1,2,3", "½", "٣", "0", "-7°"]
WORDS = "the of that he she they who analysts may not talks ferry prices rise because if island’s refused will".split()
MARKS = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "''",
    "``",
    "«",
    "»",
    "„",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "…",
    " — ",
    "-",
    "(",
    ")",
    "%",
]
BREAKS = ["\n", "\n\n", "\n\n\n", " \n\n ", "\r\n\r\n", "\t", "\xa0", "\u2028"]
ODD = [
    "\u202e",
    "\ufeff",
    "\u200d",
    "\x01",
    "😀",
    "é",
    "漢字。",
    "عرب",
    "<p>",
    "</div>",
    "&amp;",
    "[a](b)",
    "{{ x }}",
    "{#id}",
]
LINES = ["By Ann Lee", "NORTHPORT —", "Q:", "A:", "Mr. Lee:", "* * *", "# ", "| a | b |", "Read more:", "---"]

pieces = st.one_of(*map(st.sampled_from, (WORDS, NAMES, CUES, DATES, NUMBERS, MARKS, BREAKS, ODD, LINES)))
said = st.tuples(
    st.sampled_from(['"', "“", "''", "«", ""]),
    st.lists(st.one_of(pieces, st.sampled_from(WORDS)), max_size=12).map(" ".join),
    st.sampled_from([',"', ".”", "''", "»", ""]),
    st.sampled_from(NAMES),
    st.sampled_from(CUES),
    st.sampled_from([*DATES, "."]),
).map(lambda parts: f"{parts[0]}{parts[1]}{parts[2]} {parts[3]} {parts[4]} {parts[5]}")
texts = st.lists(st.one_of(pieces, pieces, said, st.text(max_size=8)), min_size=1, max_size=60).flatmap(
    lambda parts: st.sampled_from([" ", " ", "", "\n\n"]).map(lambda between: between.join(parts))
)
ALONE = [
    '"' * 3000,
    "“ " * 1500,
    "a" * 5000,
    "Ann Lee said. " * 300,
    "\n\n.".join('"' * 99),
    "漢" * 3000,
    "A.\n\n" * 300,
]


def briefings(contents: list[str], sidecar: str = "") -> list[Briefing]:
    """What is found in each text, those left out that are refused as no article."""
    articles = []
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(contents):
            path = Path(folder, f"any-{number}.txt")
            path.write_bytes(content.encode("utf-8", "replace"))
            path.with_suffix(".yml").write_text(sidecar or "{}")
            try:
                articles.append(read_article(path))
            except ReadError:
                continue
    return list(brief_all(articles))


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    content=texts, sidecar=st.sampled_from(["", "rights: full\n", "published: 2024-03-05\nurl: https://a.example/b"])
)
def test_any_text_gives_a_sound_briefing_and_sound_pages(content: str, sidecar: str) -> None:
    for briefing in briefings([f"A Title\n\n{content}"], sidecar):
        assert faults_of(briefing) == []
        assert faults_of_pages(render_site([briefing], Settings())) == []


@pytest.mark.parametrize("content", ALONE, ids=lambda content: repr(content[:3]))
def test_one_thing_over_and_over_gives_a_sound_briefing(content):
    for briefing in briefings([content]):
        assert faults_of(briefing) == []
        assert faults_of_pages(render_site([briefing], Settings())) == []


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(st.lists(texts, min_size=2, max_size=4))
def test_several_articles_share_a_sound_site(contents: list[str]) -> None:
    found = briefings(contents)
    assert not found or faults_of_pages(render_site(found, Settings())) == []


def test_soundness_sees_what_is_wrong():
    """The check itself: a briefing whose places are shifted by one is found out."""
    text = "A Title\n\n" + " ".join(f"“We wait for {name},” Ann Lee said on Monday." for name in NAMES)
    (briefing,) = briefings([text])
    assert faults_of(briefing) == []
    article = replace(briefing.article, text=briefing.article.text[: len(text) // 2])
    assert faults_of(replace(briefing, article=article)) != []
    assert faults_of(replace(briefing, quotes=briefing.quotes * 2)) != []
    assert faults_of(replace(briefing, actors=())) != []
