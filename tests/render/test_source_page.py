"""The page on source and method, and the downloads: what the article's rights allow, and nothing more."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from sample_briefing import TEXT, at, empty_briefing, sample_briefing

from generator.model import Edit, Quote
from generator.render import measured
from generator.render.dossier import Dossier
from generator.render.downloads import briefing_json, quotes_csv
from generator.render.escape import escape
from generator.render.places import places_of
from generator.render.site import render_site
from generator.render.source import shown_share, source_card, source_page
from generator.settings import Settings


def dossier(briefing=None, **options):
    briefing = briefing or sample_briefing(**options)
    return Dossier(briefing, places_of(briefing, root=""))


def test_with_full_rights_every_sentence_has_an_anchor():
    paragraphs = source_page(dossier(rights="full")).paragraphs
    assert [line.anchor for line in paragraphs[0].lines] == ["s-1-1", "s-1-2"]
    assert sum(len(paragraph.lines) for paragraph in paragraphs) == len(sample_briefing().sentences) - 1


def test_without_them_only_first_words_are_listed():
    for paragraph in source_page(dossier(rights=None)).paragraphs:
        assert len(paragraph.lines) == 1
        assert len(paragraph.lines[0].words.removesuffix(" …").split()) <= 8


def test_the_share_of_words_counts_each_word_once():
    whole = replace(
        sample_briefing(), quotes=(Quote("q-1", "direct", (at(TEXT[TEXT.index("\n") + 2 :]),), None, None, None),)
    )
    assert shown_share(dossier(whole)) <= 100
    assert 0 < shown_share(dossier()) < 100
    assert shown_share(dossier(empty_briefing())) == 0


def test_what_is_not_stated_is_said():
    card = source_card(dossier(empty_briefing()))
    assert card.publisher == card.byline == card.published == "not stated in the supplied text"
    assert card.kicker == "Publisher, date and byline not stated in the supplied text"
    assert source_card(dossier()).kicker == "The Strait Paper · 14 April 2026 · by Jo Writer, Sam Editor"


def test_what_was_left_out_is_listed_with_its_reason():
    assert [line.reason for line in source_page(dossier()).dropped] == ["title", "boilerplate"]


def test_corrections_are_listed():
    page = source_page(dossier(edits=(Edit(("i-skerry",), "Issue “Skerry”: name “The islands”", 3, date(2024, 5, 2)),)))
    assert [(item.words, item.when) for item in page.corrections] == [
        ("Issue “Skerry”: name “The islands”", "2 May 2024")
    ]


def test_published_data_leave_the_text_out_unless_rights_are_full():
    assert "text" not in json.loads(briefing_json(dossier(rights=None)))["article"]
    assert json.loads(briefing_json(dossier(rights="full")))["article"]["text"] == TEXT


def test_the_table_of_quotes_has_a_row_for_each():
    found = list(csv.DictReader(io.StringIO(quotes_csv(dossier()).removeprefix("\ufeff"))))
    assert [row["id"] for row in found] == [quote.id for quote in sample_briefing().quotes]
    assert found[1]["words"] == "that the islands were “not on any table."
    assert (found[1]["speaker"], found[1]["paragraph"], found[1]["sentence"]) == ("Tomas Rehn", "3", "2")


def test_no_cell_of_the_table_is_a_formula():
    briefing = sample_briefing()
    actors = tuple(replace(actor, name="=1+1") for actor in briefing.actors)
    found = list(csv.DictReader(io.StringIO(quotes_csv(dossier(replace(briefing, actors=actors))))))
    assert found[0]["speaker"] == "'=1+1"


def test_benchmark_figures_are_shown_in_percent():
    row = measured._measure({"what": "Quotations", "benchmark": "news", "precision": 0.912, "recall": 88.25})
    assert (row.precision, row.recall, row.f1) == ("91.2 %", "88.2 %", "")


def test_source_pages_have_the_first_figures_and_a_page_of_their_own_has_all():
    pages = {page.path: page.content for page in render_site([sample_briefing()], Settings())}
    source, all_of_them = pages["source.md"], pages["measured.md"]
    first = measured.headline()
    assert [row.what for row in first.measures] == list(measured.HEADLINE)
    assert "](measured.md)" in source
    assert source.count(" &#37;") == 2 * len(first.measures)
    for benchmark in measured.benchmarks():
        assert str(escape(benchmark.name)) in all_of_them
        assert all(f"| {escape(row.what)} |" in all_of_them for row in benchmark.measures)


def test_without_benchmark_figures_there_are_none(monkeypatch, tmp_path):
    monkeypatch.setattr(measured, "files", lambda package: tmp_path)
    assert measured.measures() == ()
    assert measured.headline() is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"measures": [1, {}]}'])
def test_a_broken_file_of_figures_shows_none(monkeypatch, tmp_path, content):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "measured.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(measured, "files", lambda package: tmp_path)
    assert measured.measures() == ()
