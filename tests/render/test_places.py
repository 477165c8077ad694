"""Paths and links between pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_briefing import sample_briefing

from generator.render.places import places_of, relative, slug


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("index.md", "quotes.md#q-1", "quotes.md#q-1"),
        ("actors/rehn.md", "source.md#s-1-1", "../source.md#s-1-1"),
        ("actors/rehn.md", "actors/maran.md", "maran.md"),
        ("briefings/a/actors/x.md", "briefings/b/index.md", "../../b/index.md"),
        ("quotes.md", "quotes.md#q-1", "#q-1"),
        ("quotes.md", "quotes.md", "quotes.md"),
        ("quotes.md", "https://paper.example/a", "https://paper.example/a"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(here, target, link):
    assert relative(here, target) == link


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Tomas Rehn", "tomas-rehn"),
        ("Café de l’Été", "cafe-de-lete"),
        ("../../etc", "etc"),
        ("東京", ""),
        ("x" * 99, "x" * 48),
    ],
)
def test_a_slug_holds_latin_letters_digits_and_hyphens_only(name, wanted):
    assert slug(name) == wanted


def test_two_actors_of_one_name_and_one_without_latin_letters_have_pages_of_their_own():
    briefing = sample_briefing()
    names = ("index", "Ann Lee", "ann lee", "東京", "../..", "README", "Ann-Lee")
    actors = tuple(replace(actor, name=name) for actor, name in zip(briefing.actors, names, strict=True))
    paths = places_of(replace(briefing, actors=actors), root="").actors
    assert len(set(paths.values())) == len(names)
    assert "actors/index.md" not in paths.values()
    assert all(path.startswith("actors/") and ".." not in path for path in paths.values())
