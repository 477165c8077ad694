"""A full briefing built by hand from an invented article, so that pages are tested without any extractor."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.model import (
    Actor,
    Article,
    Briefing,
    Development,
    Dropped,
    Edit,
    Event,
    Figure,
    Issue,
    Mention,
    Overview,
    Paragraph,
    Point,
    Quote,
    Span,
    Term,
    View,
)

TITLE = "Norland and Estmark Reopen the Strait, but Not the Question of Who Owns It"

TEXT = Path(__file__).with_name("sample_article.txt").read_text(encoding="utf-8")

URL = "https://paper.example/strait_reopens?id=7"


def sample_briefing(*, rights: str | None = "full", edits: tuple[Edit, ...] = ()) -> Briefing:
    """Every kind of finding at least once; issues, actors and views linked with each other."""
    return Briefing(
        article=_article(rights),
        sentences=_sentences(),
        overview=Overview(
            tuple(
                Point(words, (at(words),))
                for words in (
                    "Ferries crossed the Kelder Strait on Monday for the first time in two years.",
                    "Norland has refused to discuss the Skerry islands, which both countries claim.",
                    "Estmark's foreign minister, Ilse Maran, will visit Norland in May to discuss fishing rights.",
                    "The catch in the strait has fallen by 35 percent since 2019.",
                    "Talks on the Skerry islands collapsed in November 2023.",
                )
            )
        ),
        actors=_actors(),
        quotes=_quotes(),
        terms=(Term("t-000001", (at("door policy"),)),),
        issues=_issues(),
        views=_views(),
        events=_events(),
        figures=(
            Figure("f-000001", "40 ships a day", (at("40 ships a day"),)),
            Figure("f-000002", "35 percent", (at("35 percent"),)),
        ),
        edits=edits,
    )


def empty_briefing(text: str = "", *, title: str = "Untitled") -> Briefing:
    """An article in which nothing at all was found."""
    article = replace(
        _article(None),
        title=title,
        text=text,
        title_span=None,
        paragraphs=(),
        dropped=(),
        byline=(),
        published=None,
        publisher=None,
        url=None,
    )
    return Briefing(article, (), Overview(), (), (), (), (), (), (), ())


def at(words: str, nth: int = 1) -> Span:
    """The `nth` place of `words` in the article's body."""
    start = TEXT.index("\n")
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _article(rights: str | None) -> Article:
    blocks = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", TEXT)]
    return Article(
        slug="strait",
        path=Path("seeds/strait.txt"),
        title=TITLE,
        text=TEXT,
        paragraphs=tuple(Paragraph(f"p{n}", span) for n, span in enumerate(blocks[1:-1], 1)),
        sha256="5f" * 32,
        title_span=blocks[0],
        dropped=(Dropped(blocks[0], "title"), Dropped(blocks[-1], "boilerplate")),
        byline=("Jo Writer", "Sam Editor"),
        published=date(2026, 4, 14),
        published_from="sidecar",
        publisher="The Strait Paper",
        url=URL,
        rights=rights,
    )


def _sentences() -> tuple[Span, ...]:
    """Split at full stops before a capital letter; the article is written so that this suffices."""
    found = []
    for block in re.finditer(r"[^\n]+", TEXT):
        for match in re.finditer(r".+?(?<!Ms)(?<!Mr)\.”?(?= [A-Z“]|$)|.+$", block.group()):
            words = match.group()
            start = block.start() + match.start() + len(words) - len(words.lstrip())
            found.append(Span(start, block.start() + match.end()))
    return tuple(found)[:-1]


def _mentions(names: str, descriptions: str = "") -> tuple[Mention, ...]:
    spans = [(m.start(), m.end(), "name") for m in re.finditer(names, TEXT)]
    if descriptions:
        spans += [(m.start(), m.end(), "description") for m in re.finditer(descriptions, TEXT)]
    return tuple(Mention(Span(start, end), kind) for start, end, kind in sorted(spans))


def _actors() -> tuple[Actor, ...]:
    return (
        Actor("a-norland", "Norland", "government", None, None, (), 1.0, _mentions("Norland")),
        Actor("a-estmark", "Estmark", "government", None, None, (), 0.9, _mentions("Estmark")),
        Actor(
            "a-maran",
            "Ilse Maran",
            "person",
            "foreign minister",
            "Estmark",
            ("Ms. Maran",),
            0.6,
            _mentions("Ilse Maran|Ms. Maran"),
            at("foreign minister"),
        ),
        Actor(
            "a-rehn",
            "Tomas Rehn",
            "person",
            "President",
            None,
            ("Mr. Rehn",),
            0.6,
            _mentions("Tomas Rehn|Mr. Rehn", r"\bHe(?= urged)"),
            at("President"),
        ),
        Actor(
            "a-venn",
            "Daria Venn",
            "person",
            "professor of maritime law",
            "University of Halden",
            (),
            0.4,
            _mentions("Daria Venn"),
            at("professor of maritime law"),
        ),
        Actor(
            "a-union",
            "Harbor Workers' Union",
            "organization",
            None,
            None,
            ("the union",),
            0.3,
            _mentions("Harbor Workers' Union", "the union"),
        ),
        Actor("a-porthale", "Port Hale", "government", None, None, (), 0.2, _mentions("Port Hale(?= has)")),
    )


def _quotes() -> tuple[Quote, ...]:
    rehn, said = at("President Tomas Rehn"), at("said")
    return (
        Quote(
            "q-000001",
            "direct",
            (at("We have opened a door,"), at("Nobody has walked through it yet.")),
            at("Ms. Maran"),
            said,
            "a-maran",
        ),
        Quote("q-000002", "mixed", (at("that the islands were “not on any table."),), rehn, at("told"), "a-rehn"),
        Quote("q-000003", "indirect", (at("Estmark to withdraw its patrol boats"),), at("He"), at("urged"), "a-rehn"),
        Quote(
            "q-000004",
            "indirect",
            (at("the protocol could collapse if the quarrel over fishing is not settled by autumn"),),
            at("Analysts"),
            at("say"),
            None,
        ),
        Quote(
            "q-000005",
            "direct",
            (at("A protocol is cheap when it names nothing that hurts,"), at("It may hold through the summer.")),
            at("Daria Venn, a professor of maritime law at the University of Halden"),
            at("said", 2),
            "a-venn",
        ),
        Quote(
            "q-000006",
            "indirect",
            (at("that its members would refuse to load Estmark's trawlers"),),
            at("The Harbor Workers' Union"),
            at("said", 3),
            "a-union",
            0.8,
        ),
    )


def _issues() -> tuple[Issue, ...]:
    return (
        Issue(
            "i-fishing",
            "fishing rights",
            ("p2", "p4"),
            ("a-maran", "a-estmark"),
            ("q-000004",),
            (
                Development(
                    (Span(at("Estmark's foreign minister").start, at("to discuss fishing rights.").end),),
                    "planned",
                ),
                Development((at("The catch in the strait has fallen by 35 percent since 2019."),), "happened"),
            ),
            at("fishing rights"),
        ),
        Issue(
            "i-skerry",
            "the Skerry islands",
            ("p3", "p7"),
            ("a-norland", "a-rehn", "a-estmark"),
            ("q-000002", "q-000003"),
            (
                Development(
                    (at("Norland has refused to discuss the Skerry islands, which both countries claim."),), "blocked"
                ),
                Development((at("Talks on the Skerry islands collapsed in November 2023."),), "happened"),
                Development(
                    (at("Mr. Rehn plans to address the dispute at a summit in Halden on June 12, 2026."),), "planned"
                ),
            ),
            at("the Skerry islands"),
        ),
        Issue(
            "i-protocol",
            "protocol",
            ("p1", "p2", "p5", "p6"),
            ("a-venn", "a-union"),
            ("q-000001", "q-000005", "q-000006"),
            (
                Development(
                    (at("Ferries crossed the Kelder Strait on Monday for the first time in two years."),), "happened"
                ),
                Development((at("that its members would refuse to load Estmark's trawlers"),), "claimed"),
                Development((at("Port Hale has yet to answer the union."),), "blocked"),
            ),
            at("protocol"),
        ),
    )


def _views() -> tuple[View, ...]:
    credentials = at("a professor of maritime law at the University of Halden and a former negotiator for Norland")
    return (
        View(
            "v-000001", "q-000004", None, "Analysts", None, None, (at("could"), at("if")), ("i-fishing", "i-protocol")
        ),
        View(
            "v-000002",
            "q-000005",
            "a-venn",
            "Daria Venn",
            credentials.of(TEXT),
            credentials,
            (at("may"),),
            ("i-protocol",),
        ),
    )


def _events() -> tuple[Event, ...]:
    return (
        Event(
            "e-000001",
            "2026-04-13",
            "Monday",
            "past",
            (at("Ferries crossed the Kelder Strait on Monday"),),
            at("Monday"),
            "the Monday before publication",
        ),
        Event(
            "e-000002",
            None,
            "last week",
            "past",
            (at("The two governments signed a protocol in Port Hale last week"),),
            at("last week"),
            None,
        ),
        Event(
            "e-000003",
            "2026-05",
            "May",
            "upcoming",
            (at("Ilse Maran, will visit Norland in May"),),
            at("May"),
            "the next May after publication",
        ),
        Event(
            "e-000004",
            "2023-11",
            "November 2023",
            "past",
            (at("Talks on the Skerry islands collapsed in November 2023"),),
            at("November 2023"),
            None,
        ),
        Event(
            "e-000005",
            "2026-06-12",
            "June 12, 2026",
            "upcoming",
            (at("Mr. Rehn plans to address the dispute"),),
            at("June 12, 2026"),
            None,
        ),
    )
