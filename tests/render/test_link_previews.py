"""What link previews and search engines are told of a page."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
import yaml
from PIL import Image
from sample_briefing import sample_briefing

from generator.render import card
from generator.render.card import SIZE, card_png
from generator.render.dossier import Dossier
from generator.render.linked_data import as_json
from generator.render.one import briefing_pages
from generator.render.places import places_of
from generator.settings import Settings

SETTINGS = Settings()


def dossier(**changes):
    briefing = sample_briefing()
    return Dossier(replace(briefing, article=replace(briefing.article, **changes)), places_of(briefing, root=""), 1.0)


def linked(made, path):
    """The JSON-LD of a page, as it stands in its front matter."""
    content = next(page.content for page in briefing_pages(made, SETTINGS) if page.path == path)
    return json.loads(yaml.safe_load(content.split("---")[1])["linked_data"])


def test_the_overview_is_a_report_on_the_article():
    made = dossier(title="A & B </script>", byline=("Jo Writer",), publisher="The Paper", published=date(2026, 4, 14))
    data = linked(made, "index.md")
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Report")
    assert data["isBasedOn"] | {"url": ""} == {
        "@type": "NewsArticle",
        "headline": "A & B </script>",
        "inLanguage": "en",
        "datePublished": "2026-04-14",
        "author": [{"@type": "Person", "name": "Jo Writer"}],
        "publisher": {"@type": "Organization", "name": "The Paper"},
        "url": "",
    }
    assert {entry["@type"] for entry in data["mentions"]} <= {
        "Person",
        "Organization",
        "GovernmentOrganization",
        "Thing",
    }


def test_what_the_article_does_not_state_is_left_out():
    data = linked(dossier(byline=(), publisher=None, published=None, url=None), "index.md")
    assert set(data["isBasedOn"]) == {"@type", "headline", "inLanguage"}


def test_only_words_in_quotation_marks_are_quotations():
    made = dossier()
    parts = linked(made, "quotes.md")["hasPart"]
    direct = [quote for quote in made.briefing.quotes if quote.kind == "direct"]
    assert [part["@id"] for part in parts] == [f"#{quote.id}" for quote in direct]
    speakers = [made.briefing.actor_by_id[q.speaker].name if q.speaker else None for q in direct]
    assert [part.get("creator", {}).get("name") for part in parts] == speakers


def test_an_actor_has_type_role_and_quotations():
    made = dossier()
    person = next(a for a in made.briefing.actors if a.kind == "person" and a.role)
    data = linked(made, made.places.actors[person.id])
    assert (data["@type"], data["name"], data["jobTitle"]) == ("Person", person.name, person.role)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a & b", "\u2028", "ł 🜁"])
def test_nothing_in_the_data_ends_its_element(text):
    written = as_json({"name": text})
    assert not {"<", ">", "&"} & set(written)
    assert written.isascii()
    assert json.loads(written)["name"] == text


@pytest.mark.parametrize(
    "title",
    [
        "Short",
        "Łódź and Győr sign a pact on ferries",
        "A headline that goes on " * 20,
        "W" * 400,
        "北京和华盛顿重启会谈",
        "",
    ],
)
def test_the_card_is_a_small_picture_of_the_agreed_size_and_the_same_each_time(title):
    made = dossier(title=title)
    content = card_png(made)
    assert Image.open(io.BytesIO(content)).size == SIZE
    assert len(content) < 60_000
    assert card_png(made) == content


def test_a_title_in_letters_that_the_fonts_lack_is_not_drawn_as_boxes():
    assert card_png(dossier(title="北京和华盛顿")) == card_png(dossier(title="重启会谈"))


@pytest.mark.parametrize("title", ["Euro zone agrees a €5bn fund", "Cœur de Diyarbakır", "A non‑binding vote … ‰ †"])
def test_what_our_fonts_have_is_drawn_and_never_as_a_box(title):
    assert all(card._holder("source-serif-4", char) for char in title) or card_png(dossier(title=title)) == card_png(
        dossier(title="北京")
    )


def test_what_the_fonts_lack_is_known():
    assert card._holder("source-serif-4", "€")
    assert card._holder("source-serif-4", "ő") == "source-serif-4-latin-ext"
    assert card._holder("source-serif-4", "北") is None


def test_a_card_is_made_only_where_it_can_be_addressed():
    made = dossier()
    assert not any(page.path == "card.png" for page in briefing_pages(made, SETTINGS))
    assert any(page.path == "card.png" for page in briefing_pages(made, Settings(site_url="https://briefing.example/")))
