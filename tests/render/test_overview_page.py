"""The overview: a bottom line, a board, who, three quotes, what next."""

from __future__ import annotations

from dataclasses import replace

from sample_briefing import at, empty_briefing, sample_briefing

from generator.model import BOTTOM_LINE_WORDS, Development, Overview, Point
from generator.render.dossier import Dossier
from generator.render.overview import BOARD_CHARACTERS, overview_page
from generator.render.places import places_of


def page(briefing=None):
    briefing = briefing or sample_briefing()
    return overview_page(Dossier(briefing, places_of(briefing, root="")))


def test_the_bottom_line_keeps_to_sixty_words():
    words = sum(len(item.text.split()) for item in page().bottom_line)
    assert 0 < words <= BOTTOM_LINE_WORDS
    assert len(page().bottom_line) == 3


def test_one_long_point_is_still_a_bottom_line():
    long = " ".join(["word"] * 80)
    briefing = replace(
        sample_briefing(), overview=Overview((Point(long, (at("Ferries"),)), Point("b", (at("Norland"),))))
    )
    assert len(page(briefing).bottom_line) == 1


def test_points_after_the_bottom_line_are_key_points():
    assert [item.cite.mark for item in page().key_points] == ["¶4.2", "¶7.1"]


def test_the_board_sorts_developments_by_what_became_of_them():
    board = {column.id: [line.cite.mark for line in column.lines] for column in page().board}
    assert set(board["happened"]) == {"¶1.1", "¶4.2", "¶7.1"}
    assert set(board["planned"]) == {"¶2.2", "¶6.1", "¶7.2"}
    assert set(board["blocked"]) == {"¶3.1", "¶6.2"}


def test_the_board_says_first_what_the_bottom_line_does_not():
    blocked = next(column for column in page().board if column.id == "blocked")
    assert [line.cite.mark for line in blocked.lines] == ["¶6.2", "¶3.1"]


def test_a_sentence_filed_under_two_issues_stands_on_the_board_once():
    briefing = sample_briefing()
    first, second, *rest = briefing.issues
    again = Development(second.developments[0].spans, "blocked")
    briefing = replace(briefing, issues=(replace(first, developments=(*first.developments, again)), second, *rest))
    blocked = next(column for column in page(briefing).board if column.id == "blocked")
    assert len(blocked.lines) == 2


def test_board_lines_are_short():
    assert all(len(line.text) <= BOARD_CHARACTERS + 2 for column in page().board for line in column.lines)


def test_three_quotes_are_of_different_speakers_and_in_reading_order():
    assert [card.speaker.name for card in page().quotes] == ["Ilse Maran", "Tomas Rehn", "Daria Venn"]


def test_what_to_watch_holds_upcoming_dates_only():
    assert [row.iso for row in page().upcoming] == ["2026-05", "2026-06-12"]


def test_who_matters_starts_with_the_most_salient():
    assert page().actors[0].link.name == "Norland"
    assert page().actors[3].counts == "2 statements, 3 mentions"


def test_an_empty_article_has_an_empty_overview():
    found = page(empty_briefing())
    for nothing in (found.bottom_line, found.key_points, found.quotes, found.upcoming):
        assert not nothing
    assert all(not column.lines for column in found.board)
