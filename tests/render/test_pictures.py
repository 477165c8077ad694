"""Timeline rows and the pictures: everything within its frame, and the table beside it says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sample_briefing import at, empty_briefing, sample_briefing

from generator.model import Actor, Event, Mention, Quote
from generator.render.dossier import Dossier
from generator.render.pictures import MOST_ACTORS, speakers_picture, strip_picture, timeline_picture
from generator.render.places import places_of
from generator.render.timeline import rows


def dossier(briefing=None):
    briefing = briefing or sample_briefing()
    return Dossier(briefing, places_of(briefing, root=""))


def test_rows_go_from_first_to_last_and_undated_ones_come_last():
    assert [row.iso for row in rows(dossier())] == ["2023-11", "2026-04-13", "2026-05", "2026-06-12", ""]


def test_a_row_says_how_its_date_was_found_and_how_exact_it_is():
    found = rows(dossier())
    assert (found[1].how, found[1].precision, found[1].is_ours) == ("the Monday before publication", "day", True)
    assert (found[0].how, found[0].precision, found[0].is_ours) == ("printed in full", "month", False)


def test_relative_words_without_a_day_of_publication_say_why_there_is_no_date():
    briefing = sample_briefing()
    briefing = replace(briefing, article=replace(briefing.article, published=None))
    assert rows(dossier(briefing))[-1].how == "the day of publication is not stated in the supplied text"


def test_the_day_of_publication_stands_between_past_and_future():
    picture = timeline_picture(rows(dossier()), date(2026, 4, 14))
    past = [dot.y for dot in picture.dots if not dot.is_upcoming]
    future = [dot.y for dot in picture.dots if dot.is_upcoming]
    assert max(past) < picture.published_y < min(future)
    assert max(future) < picture.height


def test_one_date_makes_no_timeline():
    assert timeline_picture(rows(dossier())[:1], None) is None


def test_a_date_that_no_calendar_has_is_drawn_all_the_same():
    event = Event("e-x", "2023-02-31", "February 31, 2023", "past", (at("Ferries"),))
    other = Event("e-y", "2023", "2023", "past", (at("Talks"),))
    briefing = replace(sample_briefing(), events=(event, other))
    assert len(timeline_picture(rows(dossier(briefing)), None).dots) == 2


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
