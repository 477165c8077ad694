"""An installed pipeline that the settings name adds the names that ours did not see."""

from __future__ import annotations

from pathlib import Path

import spacy

from generator.language import analyse
from generator.model import Article, Paragraph, Span

WORDS = "Officials met Ann Lee in Paris after the green flood had gone."


def article() -> Article:
    return Article("a", Path("a.txt"), "", WORDS, (Paragraph("p1", Span(0, len(WORDS))),), "0" * 64)


def names_of(text):
    return {(text.span(n.first, n.last).of(text.string), n.kind) for n in text.names}


def test_names_of_the_other_pipeline_join_ours(tmp_path):
    other = spacy.blank("en")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "green flood"}, {"label": "GPE", "pattern": "Ann Lee"}])
    other.to_disk(tmp_path / "other")
    ours = names_of(analyse(article()))
    both = names_of(analyse(article(), pipeline=str(tmp_path / "other")))
    assert ("green flood", "ORG") in both - ours
    assert ours <= both
    assert ("Ann Lee", "PERSON") in both


def test_labels_that_name_nothing_here_are_left_out(tmp_path):
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "PRODUCT", "pattern": "green flood"}])
    other.to_disk(tmp_path / "other")
    assert names_of(analyse(article(), pipeline=str(tmp_path / "other"))) == names_of(analyse(article()))
