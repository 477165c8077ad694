"""Timeline rows and the pictures: everything within its frame, and the table beside it says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sample_briefing import at, empty_briefing, sample_briefing

from generator.model import Actor, Event, Mention, Quote
from generator.render.dossier import Dossier
from generator.render.pictures import MOST_ACTORS, speakers_picture, strip_picture, timeline_picture
from generator.render.places import places_of
from generator.render.timeline import needs_a_day, rows


def dossier(briefing=None):
    briefing = briefing or sample_briefing()
    return Dossier(briefing, places_of(briefing, root=""))


def test_rows_go_from_first_to_last_and_undated_ones_come_last():
    assert [row.iso for row in rows(dossier())] == ["2023-11", "2026-04-13", "2026-05", "2026-06-12", ""]


def test_a_row_says_how_its_date_was_found_and_how_exact_it_is():
    found = rows(dossier())
    assert (found[1].how, found[1].precision, found[1].is_ours) == ("the Monday before publication", "day", True)
    assert (found[0].how, found[0].precision, found[0].is_ours) == ("as printed", "month", False)


def test_relative_words_without_a_day_of_publication_say_why_there_is_no_date():
    briefing = sample_briefing()
    briefing = replace(briefing, article=replace(briefing.article, published=None))
    assert rows(dossier(briefing))[-1].how == "needs the day of publication"
    assert needs_a_day(rows(dossier(briefing)))
    assert not needs_a_day(rows(dossier()))


def dated(*events, published=date(2024, 2, 1)):
    briefing = sample_briefing()
    found = tuple(
        Event(f"e-{n}", iso, words, kind, (at(place),), None, how)
        for n, (iso, words, kind, how, place) in enumerate(events)
    )
    return rows(dossier(replace(briefing, article=replace(briefing.article, published=published), events=found)))


@pytest.mark.parametrize(
    ("how", "iso", "words"),
    [
        ("the week before publication", "2024-01", "week of 22 January 2024"),
        ("the week of publication", "2024-02", "week of 29 January 2024"),
        ("2 weeks after 2015-06-16", "2015-07", "week of 29 June 2015"),
        ("about 3 weeks before publication", "2024-01", "January 2024"),
    ],
)
def test_a_date_counted_in_weeks_is_exact_to_the_week(how, iso, words):
    (row,) = dated((iso, "last week", "past", how, "Ferries"))
    assert row.date == words
    assert row.precision == ("week" if words.startswith("week") else "month")


def test_a_season_is_named():
    (row,) = dated(("2024", "this spring", "upcoming", "that season of 2024, counted from publication", "Ferries"))
    assert (row.date, row.precision) == ("spring 2024", "season")


def test_a_year_that_was_not_over_leaves_open_what_happened():
    (row,) = dated(("2024", "this year", "past", "the year of publication", "Ferries"))
    assert (row.kind, row.status) == ("running", "year not over")
    (row,) = dated(("2023", "last year", "past", "the year before publication", "Ferries"))
    assert row.kind == "happened"
    (row,) = dated(("2024-02-01", "Thursday", "past", "the Thursday of publication", "Ferries"))
    assert row.kind == "happened"


def test_what_is_upcoming_stands_behind_the_day_of_publication():
    found = dated(
        ("2024", "this spring", "upcoming", "that season of 2024, counted from publication", "Ferries"),
        ("2024-01", "last week", "past", "the week before publication", "Talks"),
        ("2024", "this year", "past", "the year of publication", "Norland"),
    )
    assert [row.kind for row in found] == ["happened", "running", "upcoming"]


def test_how_a_date_was_found_is_told_in_words():
    (row,) = dated(("2015-06-18", "two days later", "past", "2 days after 2015-06-16", "Ferries"))
    assert row.how == "2 days after 16 June 2015"


def test_the_day_of_publication_stands_between_past_and_future():
    picture = timeline_picture(rows(dossier()), date(2026, 4, 14))
    assert [mark.kind for mark in picture.marks] == ["happened", "happened", "published", "upcoming", "upcoming"]
    assert picture.kinds == ("happened", "upcoming")


def test_longer_gaps_are_longer():
    picture = timeline_picture(rows(dossier()), date(2026, 4, 14))
    assert [mark.gap for mark in picture.marks] == [0, 4, 1, 2, 2]


def test_one_date_makes_no_timeline():
    assert timeline_picture(rows(dossier())[:1], None) is None


def test_a_date_that_no_calendar_has_is_drawn_all_the_same():
    event = Event("e-x", "2023-02-31", "February 31, 2023", "past", (at("Ferries"),))
    other = Event("e-y", "2023", "2023", "past", (at("Talks"),))
    briefing = replace(sample_briefing(), events=(event, other))
    assert len(timeline_picture(rows(dossier(briefing)), None).marks) == 2


def test_the_matrix_counts_statements_that_mention_somebody():
    picture = speakers_picture(dossier())
    table = {line.name: [(link.name, number) for link, number in line.spoken_of] for line in picture.lines}
    assert table == {"Tomas Rehn": [("Estmark", 1)], "Harbor Workers' Union": [("Estmark", 1)]}
    assert len(picture.cells) == 2


def test_the_matrix_stays_readable_with_many_actors():
    spans = [at(word) for word in ("Ferries", "Kelder", "Strait", "Monday", "first", "time")]
    actors = tuple(
        Actor(f"a-{n}", f"Actor {n}", "person", None, None, (), 0.5, (Mention(spans[n % 6], "name"),))
        for n in range(60)
    )
    quotes = tuple(Quote(f"q-{n}", "indirect", (spans[n % 6],), None, None, f"a-{n + 1}") for n in range(59))
    picture = speakers_picture(dossier(replace(sample_briefing(), actors=actors, quotes=quotes)))
    assert len(picture.rows) == len(picture.columns) == MOST_ACTORS
    assert picture.left_out == 34 + 35
    assert all(
        cell.x + cell.radius <= picture.width and cell.y + cell.radius <= picture.height for cell in picture.cells
    )


def test_the_strip_fills_the_paragraphs_that_the_table_names():
    picture = strip_picture(dossier())
    on = sum(bar.is_on for bar in picture.bars)
    assert on == sum(len(line.cites) for line in picture.lines) == 8
    assert all(bar.x + bar.width <= picture.width for bar in picture.bars)


def test_an_empty_article_has_no_pictures():
    empty = dossier(empty_briefing())
    assert timeline_picture(rows(empty), None) is None
    assert speakers_picture(empty) is None
    assert strip_picture(empty) is None
