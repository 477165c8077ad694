"""Actor pages: what somebody said, what was said about and asked of them, what they did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_briefing import at, sample_briefing

from generator.model import Development
from generator.render.actors import actor_pages, actors_by_kind
from generator.render.dossier import Dossier
from generator.render.issues import issue_lines, issue_pages
from generator.render.places import places_of


@pytest.fixture(scope="module")
def dossier():
    briefing = sample_briefing()
    return Dossier(briefing, places_of(briefing, root=""))


@pytest.fixture(scope="module")
def pages(dossier):
    return {page.title: page for page in actor_pages(dossier)}


def test_own_words_stand_apart_from_paraphrases(pages):
    assert [card.id for card in pages["Tomas Rehn"].said] == ["q-000002"]
    assert [card.id for card in pages["Tomas Rehn"].reported] == ["q-000003"]


def test_a_request_is_asked_of_the_actor_named_first_in_it(pages):
    assert [card.id for card in pages["Estmark"].asked] == ["q-000003"]
    assert [card.id for card in pages["Estmark"].about] == ["q-000006"]


def test_nobody_is_said_to_speak_about_themselves(pages):
    assert all(card.speaker_id != page.id for page in pages.values() for card in page.about)


def test_deeds_are_the_articles_own_statements(pages):
    assert [item.cite.mark for item in pages["Norland"].did] == ["¶3.1"]
    assert all(item.label == "article" for page in pages.values() for item in page.did)


def test_a_name_without_a_shared_word_is_marked_as_ours(pages):
    assert not pages["Ilse Maran"].names[0].is_ours
    assert not pages["Harbor Workers' Union"].names[0].is_ours


def test_what_an_actor_did_is_told_in_lines_that_say_something():
    made = Dossier(sample_briefing(rights=None), places_of(sample_briefing(), root=""), 0.0)
    for page in actor_pages(made):
        assert all(line.label == "article" for line in page.did)
        assert all(len(line.text.split()) > 4 for line in page.did)


def test_companions_are_counted_by_paragraph(pages):
    assert [(link.name, link.note) for link in pages["Daria Venn"].companions] == [("Norland", "1")]


def test_the_index_groups_actors_by_kind(dossier):
    assert [heading for heading, _ in actors_by_kind(dossier)] == ["People", "Governments", "Organizations"]


def test_positions_on_an_issue_are_grouped_by_speaker_unnamed_ones_last(dossier):
    page = next(page for page in issue_pages(dossier) if page.id == "i-skerry")
    assert [(position.words, len(position.cards)) for position in page.positions] == [("Tomas Rehn", 2)]
    assert [status for status, _, _ in page.developments] == ["happened", "planned", "blocked"]
    assert [row.iso for row in page.dates] == ["2023-11", "2026-06-12"]
    assert page.evidence[0].words == "Norland has refused …"


def test_issues_of_the_index_open_with_different_sentences_that_stand_alone():
    briefing = sample_briefing()
    shared = briefing.issues[0].developments[1]
    unclear = Development((at("He urged Estmark to withdraw its patrol boats."),), "happened")
    issues = (
        replace(briefing.issues[0], developments=(shared,)),
        replace(briefing.issues[1], developments=(shared, unclear, *briefing.issues[1].developments)),
    )
    actors = tuple(replace(actor, mentions=()) for actor in briefing.actors)
    made = Dossier(replace(briefing, issues=issues, actors=actors), places_of(briefing, root=""))
    assert [line.lead.cite.mark for line in issue_lines(made)] == ["¶4.2", "¶3.1"]


def test_the_index_tells_what_became_of_an_issue(dossier):
    assert issue_lines(dossier)[1].counts == "1 happened, 1 planned, 1 blocked · 2 statements, 3 actors, 2 paragraphs"
