"""All pages of several sites as HTML: links and anchors resolve, headings are in order, rights are kept."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import markdown
import pytest
from sample_briefing import TEXT, empty_briefing, sample_briefing

from generator.model import Edit
from generator.render.site import render_site
from generator.settings import Settings

HUBS = ("index.md", "issues/index.md", "actors/index.md", "quotes.md", "views.md", "timeline.md", "source.md")


def two_briefings():
    first = sample_briefing()
    return (first, replace(first, article=replace(first.article, slug="other", rights=None)))


SITES = {
    "one": lambda: (sample_briefing(),),
    "no rights": lambda: (sample_briefing(rights=None),),
    "edited": lambda: (sample_briefing(edits=(Edit(("a-rehn", "i-skerry"), "Actor and issue corrected"),)),),
    "nothing found": lambda: (empty_briefing(),),
    "two": two_briefings,
    "none": lambda: (),
}


class Html(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, html: str):
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.text = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_data(self, data):
        self.words.append(data)


@cache
def pages(site):
    return {page.path: page for page in render_site(SITES[site](), Settings())}


@cache
def html(site):
    found = {}
    for path, page in pages(site).items():
        if path.endswith(".md"):
            body = page.content.split("\n---\n", 1)[1]
            found[path] = Html(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))
    return found


@pytest.fixture(params=SITES)
def site(request):
    return request.param


def test_the_hubs_of_the_navigation_are_always_there(site):
    assert set(HUBS) <= set(pages(site))


def test_paths_are_unique_and_stay_below_the_folder(site):
    written = render_site(SITES[site](), Settings())
    assert len({page.path for page in written}) == len(written)
    assert all(not page.path.startswith("/") and ".." not in page.path for page in written)


def test_every_link_and_anchor_resolves(site):
    for path, page in html(site).items():
        for link in page.links:
            if "://" in link:
                continue
            target, _, anchor = link.partition("#")
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert goal in pages(site), f"{path} links to {link}"
            if anchor:
                assert anchor in html(site)[goal].ids, f"{path} links to {link}"


def test_ids_are_unique_on_their_page(site):
    for path, page in html(site).items():
        repeated = {i for i in page.ids if page.ids.count(i) > 1}
        assert not repeated, f"{path}: {repeated}"


def test_headings_are_in_order(site):
    for path, page in html(site).items():
        assert page.headings.count(1) == 1, path
        assert page.headings[0] == 1, path
        assert all(b <= a + 1 for a, b in zip(page.headings, page.headings[1:], strict=False)), path


def test_no_markup_is_left_over(site):
    """An attribute list or a block that Markdown did not take would show as text."""
    for path, page in html(site).items():
        leftover = re.search(r"\{ ?[.#:]|\]\(|<[a-z/]|\*\*|&#|\{\{|\{%|##", page.text)
        assert not leftover, f"{path}: {page.text[max(0, leftover.start() - 40) : leftover.end() + 40]}"


def test_every_quotation_has_a_place_of_its_own():
    assert {quote.id for quote in sample_briefing().quotes} <= set(html("one")["quotes.md"].ids)
    assert {view.id for view in sample_briefing().views} <= set(html("one")["views.md"].ids)


def test_pages_without_full_rights_leave_out_what_is_no_evidence():
    """A sentence in which nothing was found stands on the Source page with full rights, and nowhere without."""
    sentence = "Norland and Estmark call it a beginning, and agree on little else."
    assert sentence in html("one")["source.md"].text
    for path, page in pages("no rights").items():
        assert sentence not in page.content.replace("&#44;", ",").replace("&#46;", "."), path


def test_no_page_without_full_rights_links_to_a_sentence_of_ours():
    assert not any(re.search(r"source\.md#s-", link) for page in html("no rights").values() for link in page.links)


def test_quotation_marks_stand_only_around_what_the_article_quotes():
    """Every “…” on the pages is printed so in the article, or explains the labels."""
    quoted = [re.sub(r"\s+", " ", found) for found in re.findall(r"“([^”]*)", TEXT)]
    for path, page in html("one").items():
        # The page on method explains labels with examples of its own.
        if path != "source.md":
            for words in re.findall(r"“([^”]*)”", page.text):
                assert any(found.startswith(words) for found in quoted), f"{path}: {words}"


def test_an_edited_finding_says_so():
    assert "edited" in html("edited")["actors/tomas-rehn.md"].text
    assert "edited" in html("edited")["issues/the-skerry-islands.md"].text


def test_two_renderings_are_the_same(site):
    assert render_site(SITES[site](), Settings()) == render_site(SITES[site](), Settings())
