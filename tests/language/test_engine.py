"""Texts keep the article's offsets whatever its marks, spaces and lengths."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language import analyse, analyse_all, engine
from generator.language.columns import to_text
from generator.language.pieces import MAX_PIECE, pieces_of
from generator.model import Article, Paragraph, Span


def article(*paragraphs: str) -> Article:
    text, spans = "Title", []
    for number, paragraph in enumerate(paragraphs, 1):
        start = len(text) + 2
        text += f"\n\n{paragraph}"
        spans.append(Paragraph(f"p{number}", Span(start, start + len(paragraph))))
    return Article("a", Path("a.txt"), "Title", text, tuple(spans), "0" * 64, title_span=Span(0, 5))


def assert_columns_agree(text):
    columns = (
        text.starts,
        text.ends,
        text.tags,
        text.lemmas,
        text.heads,
        text.deps,
        text.sentence_of,
        text.paragraph_of,
    )
    assert {len(column) for column in columns} == {len(text.words)}
    for number, word in enumerate(text.words):
        assert text.string[text.starts[number] : text.ends[number]] == word
        first, last = text.sentences[text.sentence_of[number]]
        assert first <= number < last
        assert first <= text.heads[number] < last
    assert list(text.starts) == sorted(text.starts)
    assert [q.span for q in text.quoted] == sorted(q.span for q in text.quoted)


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("''", "''"), ("``", "''"), ("«", "»")])
def test_marks_of_any_kind_are_read_alike_and_keep_their_offsets(opening, closing):
    text = analyse(article(f"{opening}We wait,{closing} said Ann Lee, the mayor. {opening}That is all.{closing}"))
    assert_columns_agree(text)
    assert [q.span.of(text.string) for q in text.quoted] == ["We wait,", "That is all."]
    said = text.words.index("said")
    assert text.tags[said] == "VBD"
    assert text.words[text.words.index("Lee") - 1] == "Ann"


def test_title_comes_first_and_sentences_stay_in_their_paragraphs():
    text = analyse(article("One came. Two went.", "Three stayed."))
    assert text.paragraph_of[0] == -1
    assert [text.span(*s).of(text.string) for s in text.sentences] == [
        "Title",
        "One came.",
        "Two went.",
        "Three stayed.",
    ]


def test_very_long_paragraph_is_cut_and_nothing_is_lost():
    long = article("The harbour closed again. " * (3 * MAX_PIECE // 26))
    assert all(len(piece.string) <= MAX_PIECE for piece in pieces_of(long))
    text = analyse(long)
    assert_columns_agree(text)
    assert text.words.count("harbour") == long.text.count("harbour")


def test_an_article_is_read_alike_alone_and_among_others():
    one, other = article("Ann Lee said that the harbour would close."), article("Rain fell on Monday.", "It stopped.")
    together = list(analyse_all([other, one, other]))
    alone = analyse(one)
    assert (together[1].heads, together[1].deps, together[1].names) == (alone.heads, alone.deps, alone.names)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet="ab Z.,“”\"'`«»\u00a0\u200b\t9éß中-—?!:()\r", min_size=1, max_size=60), min_size=1, max_size=3
    )
)
def test_any_text_keeps_its_offsets(paragraphs):
    assert_columns_agree(analyse(article(*paragraphs)))


def test_long_article_is_never_in_memory_as_a_whole_while_it_is_analysed(monkeypatch):
    """Pieces and the pipeline's documents are made as they are used; all of 200,000 words would take 150 MB."""
    made, most_ahead = 0, 0

    def counted(of):
        nonlocal made
        for piece in pieces_of(of):
            made += 1
            yield piece

    def watched(of, done, other):
        nonlocal most_ahead
        pairs = []
        for used, pair in enumerate(done, start=1):
            most_ahead = max(most_ahead, made - used)
            pairs.append(pair)
        return to_text(of, pairs, other)

    monkeypatch.setattr(engine, "pieces_of", counted)
    monkeypatch.setattr(engine, "to_text", watched)
    text = analyse(article(*["One came."] * (5 * engine.BATCH)))
    assert len(text.sentences) == 1 + 5 * engine.BATCH
    assert made == 1 + 5 * engine.BATCH
    assert most_ahead <= 2 * engine.BATCH


def test_two_quotations_without_a_space_between_them_keep_their_words():
    text = analyse(article("He wrote “we are less likely than the native-born.”“Your facts are wrong,” Ramos wrote."))
    assert_columns_agree(text)
    at = text.words.index("Your")
    assert text.words[at - 4 : at] == ["born", ".", "”", "“"]
