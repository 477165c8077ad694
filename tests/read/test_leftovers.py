"""What scraping leaves behind is dropped with its reason, and no sentence of an article goes with it."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import lexicon
from generator.read import leftovers
from tests.read.seeds import body, dropped, read

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "leftovers.yml").read_text(encoding="utf-8"))
PROSE = [f"The engineers said on day {n} that the wall would hold the water back." for n in range(1, 41)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"][:50])
def test_leftovers_are_told_from_prose(case: dict[str, Any], tmp_path: Path) -> None:
    at = {"head": 0, "middle": len(PROSE) // 2, "foot": len(PROSE)}[case["where"]]
    article = read(tmp_path, "\n\n".join(["A title", *PROSE[:at], case["words"], *PROSE[at:]]))
    assert dropped(article).get(case["words"]) == case["reason"]
    assert (case["words"] in body(article)) == (case["reason"] is None)
    assert [words for words in body(article) if words != case["words"]] == PROSE


def test_headlines_below_read_more_go_with_it(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "A title\n\nThe first paragraph is short.\n\nRead more:\n\nFerry Prices to Rise in Spring\n\n"
        "Old Bridge Closed Again\n\nThe second paragraph is short, too.",
    )
    assert body(article) == ["The first paragraph is short.", "The second paragraph is short, too."]
    assert dropped(article)["Old Bridge Closed Again"] == "related articles"


def test_comments_below_their_form_are_not_the_papers_words(tmp_path: Path) -> None:
    article = read(
        tmp_path, "\n\n".join(["A title", *PROSE, "2 Comments", "joe99", "I have never read such nonsense."])
    )
    assert body(article) == PROSE
    assert dropped(article)["I have never read such nonsense."] == "comments"


def test_leftover_lines_at_the_edge_of_a_block_are_taken_off(tmp_path: Path) -> None:
    article = read(tmp_path, "A title\n\nAdvertisement\nThe wall fell.\nSource link\n\nThe second paragraph goes on.")
    assert body(article) == ["The wall fell.", "The second paragraph goes on."]


def test_wrapped_line_that_is_one_word_stays_in_its_sentence(tmp_path: Path) -> None:
    article = read(tmp_path, "A title\n\nHe said so in a long post on\nFacebook\n\nThe second paragraph goes on.")
    assert body(article)[0] == "He said so in a long post on\nFacebook"


def test_every_rule_has_a_known_place_a_reason_and_no_repeat_without_bound() -> None:
    for line in lexicon.entries("leftovers"):
        where, reason, pattern = line.split("\t")
        assert where in ("any", "head", "tail", "credit"), line
        assert re.fullmatch(r"[a-z' ]+", reason), line
        plain = re.sub(r"\[[^\]]+\]", "C", re.sub(r"\\.", "E", pattern))
        assert not re.search(r"(?<![+}])[*+](?!\+)", plain), line


@pytest.mark.parametrize(
    "unit", ["Watch ", "share ", "By A. ", "a, ", "( ", "x.com/", "Copyright ", "Jane ", "read more ", "- ", "@a", "© "]
)
def test_no_rule_is_slow_on_any_block(unit: str) -> None:
    words = (unit * leftovers.LONGEST)[: leftovers.LONGEST - 1] + "!"
    credit = f"Photo by {words}"[: leftovers.LONGEST]
    # Warm: the patterns are compiled once.
    [leftovers._matching(where, "x") for where in ("any", "head", "tail", "credit")]
    start = time.perf_counter()
    for where in ("any", "head", "tail", "credit"):
        leftovers._matching(where, words)
        leftovers._matching(where, credit)
    # Some 0.2 ms each; a pattern that backtracks without bound takes seconds at this length.
    assert time.perf_counter() - start < 0.3


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Ferries wait in the harbour on Monday.", "(Ann Lee/AFP/Getty Images)"),
        ("The old bridge before the storm.", "Image: Ann Lee"),
        ("Mayor Ines Holt at the gate,", "file photo"),
    ],
)
def test_caption_stays_and_its_credit_goes(caption: str, credit: str, tmp_path: Path) -> None:
    article = read(tmp_path, "\n\n".join(["A title", PROSE[0], f"{caption} {credit}", PROSE[1]]))
    assert body(article) == [PROSE[0], caption, PROSE[1]]
    assert dropped(article)[credit] == "photo credit"
