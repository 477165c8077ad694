"""The overview: a bottom line, a board, who, three quotes, what next."""

from __future__ import annotations

from dataclasses import replace

from sample_briefing import at, empty_briefing, sample_briefing

from generator.model import BOTTOM_LINE_WORDS, Development, Edit, Overview, Point
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


def test_points_after_the_bottom_line_that_the_board_does_not_have_are_key_points():
    briefing = sample_briefing()
    told = [*briefing.overview.summary, Point("b", (at("The “door policy,” as newspapers call it"),))]
    found = page(replace(briefing, overview=Overview(tuple(told))))
    assert [item.cite.mark for item in found.key_points] == ["¶6.3"]


def test_an_editors_key_points_stand_even_where_the_board_has_them():
    found = page(sample_briefing(edits=(Edit(("key_points",), "Key points: 2 lines"),)))
    assert [item.cite.mark for item in found.key_points] == ["¶4.2", "¶7.1"]


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


def test_what_is_only_claimed_says_so_beside_what_is_planned():
    planned = next(column for column in page().board if column.id == "planned")
    assert [(line.cite.mark, line.note) for line in planned.lines] == [("¶7.2", ""), ("¶6.1", "claimed"), ("¶2.2", "")]


def test_a_line_that_opens_with_a_pronoun_of_nobody_known_comes_after_others():
    briefing = sample_briefing()
    unclear = Development((at("it names nothing that hurts"),), "blocked")
    issue = replace(briefing.issues[0], developments=(unclear, *briefing.issues[0].developments))
    found = page(replace(briefing, issues=(issue, *briefing.issues[1:])))
    blocked = next(column for column in found.board if column.id == "blocked")
    assert [line.cite.mark for line in blocked.lines] == ["¶6.2", "¶5.1", "¶3.1"]


def test_a_column_never_says_that_there_is_nothing_where_only_too_little_may_be_shown():
    briefing = sample_briefing(rights=None)
    found = overview_page(Dossier(briefing, places_of(briefing, root=""), 0.0))
    assert all(column.lines for column in found.board)


def test_the_board_says_last_what_a_quotation_below_it_says():
    briefing = sample_briefing()
    spoken = Development((at("President Tomas Rehn told parliament that the islands"),), "blocked")
    skerry = replace(briefing.issues[1], developments=(spoken, *briefing.issues[1].developments))
    found = page(replace(briefing, issues=(briefing.issues[0], skerry, briefing.issues[2])))
    blocked = next(column for column in found.board if column.id == "blocked")
    assert "¶3.2" in [card.cite.mark for card in found.quotes]
    assert [line.cite.mark for line in blocked.lines] == ["¶6.2", "¶3.2", "¶3.1"]


def test_board_lines_are_short():
    assert all(len(line.text) <= BOARD_CHARACTERS + 2 for column in page().board for line in column.lines)


def test_three_quotes_are_of_different_speakers_and_in_reading_order():
    assert [card.speaker.name for card in page().quotes] == ["Ilse Maran", "Tomas Rehn", "Daria Venn"]


def test_what_to_watch_holds_upcoming_dates_only():
    assert [row.iso for row in page().upcoming] == ["2026-05", "2026-06-12"]


def test_who_matters_starts_with_the_most_salient():
    assert page().actors[0].link.name == "Norland"
    assert page().actors[3].counts == "2 statements, 3 mentions"


def test_an_actor_without_statements_is_told_by_role_or_issues_and_not_by_what_is_not_there():
    norland = page().actors[0]
    assert norland.counts.endswith("mentions")
    assert "no " not in norland.counts
    assert [link.name for link in norland.issues] == ["the Skerry islands"]


def test_an_empty_article_has_an_empty_overview():
    found = page(empty_briefing())
    for nothing in (found.bottom_line, found.key_points, found.quotes, found.upcoming):
        assert not nothing
    assert all(not column.lines for column in found.board)
