"""The files by which other programs follow a site."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from sample_briefing import TITLE, sample_briefing

from generator.render.site import render_site
from generator.settings import Settings

ADDRESS = "https://briefing.example/site/"
ATOM = "{http://www.w3.org/2005/Atom}"


def files(briefings, site_url=ADDRESS):
    return {page.path: page.content for page in render_site(briefings, Settings(site_url=site_url))}


def several():
    old = sample_briefing(rights=None)
    new = replace(
        old, article=replace(old.article, slug="newer", title="A & <b>B</b>\x07 ]]>", published=date(2026, 5, 1))
    )
    undated = replace(old, article=replace(old.article, slug="undated", published=None))
    return [undated, old, new]


def test_without_an_address_there_are_no_feeds():
    found = files([sample_briefing()], None)
    assert "feed.json" not in found
    assert "atom.xml" not in found
    assert {"llms.txt", "briefing.schema.json"} <= set(found)


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.rstrip("/")])
def test_links_are_whole_and_lead_to_what_is_there(address):
    found = files([sample_briefing()], address)
    item = json.loads(found["feed.json"])["items"][0]
    assert item["url"] == ADDRESS
    assert item["attachments"][0]["url"] == ADDRESS + "briefing.json"
    assert item["title"] == TITLE


def test_both_feeds_have_the_same_entries_newest_first():
    found = files(several())
    items = json.loads(found["feed.json"])["items"]
    entries = ElementTree.fromstring(found["atom.xml"]).findall(ATOM + "entry")
    assert [entry.findtext(ATOM + "id") for entry in entries] == [item["id"] for item in items]
    assert [entry.findtext(ATOM + "summary") for entry in entries] == [item["content_text"] for item in items]
    assert items[0]["url"] == ADDRESS + "briefings/newer/"
    assert items[0]["title"] == entries[0].findtext(ATOM + "title") == "A & <b>B</b> ]]>"
    assert "date_published" not in items[-1]


def test_feeds_carry_the_bottom_line_and_never_the_article():
    briefing = sample_briefing(rights=None)
    found = files([briefing])
    text = " ".join(briefing.article.text.split())
    for name in ("feed.json", "atom.xml", "llms.txt"):
        carried = " ".join(found[name].split())
        last = briefing.article.paragraphs[-1].span.of(briefing.article.text)
        assert " ".join(last.split()) not in carried
        assert len(carried) < len(text) + 1500


def test_every_file_that_llms_txt_names_is_there():
    found = files(several())
    linked = [line.split("](")[1].split(")")[0] for line in found["llms.txt"].splitlines() if line.startswith("- [")]
    assert len(linked) == 4
    assert set(linked) <= set(found)


def test_the_schema_is_linked_from_the_source_page_and_valid_json():
    found = files([sample_briefing()])
    assert "(briefing.schema.json)" in found["source.md"]
    assert json.loads(found["briefing.schema.json"])["type"] == "object"
