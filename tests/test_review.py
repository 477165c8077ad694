"""What an editor is asked to look at, and the lines that help to correct it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.read import read_article
from generator.review import CLOSING, OPENING, Doubt, Review, review_article

ARTICLE = """Mill strike enters third week

Owen Tarr, who leads the union, met the owners last spring. “Nobody has called us since,” a voice said.

“They will walk again,” it read. Police were there.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def doubt(sureness: float, identifier: str) -> Doubt:
    lines = (f"{identifier}:", '  speaker: "Owen Tarr"', "  kind: direct")
    return Doubt(sureness, "62 % sure", "“They: will # walk,” it read.", "p2", "quotes:", lines)


def uncovered(stub: str) -> object:
    return yaml.safe_load("\n".join(line.removeprefix("# ") for line in stub.splitlines()[1:-1]))


def test_doubts_come_least_sure_first_and_no_more_than_asked_for(article):
    doubts = review_article(article, most=20).doubts
    assert doubts
    assert [d.sureness for d in doubts] == sorted(d.sureness for d in doubts)
    assert len(review_article(article, most=1).doubts) == 1


def test_an_article_without_its_day_is_asked_for_it_once(article):
    found = [d for d in review_article(article, most=20).doubts if d.section.startswith("published")]
    assert [d.why for d in found] == ["the day of publication is not stated, and 1 date, “last spring”, counts from it"]
    article.with_suffix(".yml").write_text("published: 2024-05-02\n", encoding="utf-8")
    assert not [d for d in review_article(article, most=20).doubts if d.section.startswith("published")]


def test_the_stub_is_all_remarks_and_a_correction_once_they_are_uncovered(article):
    stub = Review(article, (doubt(0.6, "q-1"), doubt(0.7, "q-2"))).stub
    assert yaml.safe_load(stub) is None
    fields = {"speaker": "Owen Tarr", "kind": "direct"}
    assert uncovered(stub) == {"quotes": {"q-1": fields, "q-2": fields}}


def test_the_stub_of_an_article_uncovered_changes_nothing_but_the_labels(article):
    article.with_suffix(".yml").write_text("published: 2024-05-02\n", encoding="utf-8")
    review = review_article(article, most=20)
    text = yaml.safe_dump({"published": "2024-05-02"}) + "\n".join(
        line.removeprefix("# ") for line in review.stub.splitlines()[1:-1]
    )
    article.with_suffix(".yml").write_text(text, encoding="utf-8")
    assert read_article(article).corrections
    assert review_article(article, most=20).doubts == ()


def test_writing_twice_leaves_one_review_and_what_the_editor_wrote(article):
    sidecar = article.with_suffix(".yml")
    sidecar.write_text("# mine\npublished: 2024-05-02\n", encoding="utf-8")
    Review(article, (doubt(0.6, "q-1"),)).write()
    Review(article, (doubt(0.7, "q-2"),)).write()
    text = sidecar.read_text(encoding="utf-8")
    assert text.startswith("# mine\npublished: 2024-05-02\n\n")
    assert (text.count(OPENING), text.count(CLOSING), "q-1" in text) == (1, 1, False)
    assert read_article(article).corrections == {}


def test_actors_issues_views_and_dates_are_listed_with_what_they_are_worth(article):
    article.write_text(ARTICLE + "\nMarlow came in May.\n", encoding="utf-8")
    article.with_suffix(".yml").write_text("published: 2024-05-02\n", encoding="utf-8")
    review = review_article(article, most=40)
    by_section = {d.section: d for d in review.doubts}
    assert "% sure that “" in by_section["issues:"].why
    assert "is a matter of its own, in p" in by_section["issues:"].why
    assert next(d.why for d in review.doubts if "Marlow" in d.why).endswith("is an actor, and a person")
    assert any(re.match(r"\d\d% sure that “May” means 2024-05", d.why) for d in review.doubts)


def test_what_found_no_room_is_counted_and_a_kind_without_signs_is_named(article):
    every = len(review_article(article, most=40).doubts)
    text = review_article(article, most=1).text
    assert f"{every - 1} surer ones are left out" in text
    assert "Figures are not in this list: " in text
