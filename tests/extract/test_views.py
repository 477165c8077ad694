"""Views: who speaks as an expert, by which credentials, and how sure."""

from __future__ import annotations

from typing import Any

import pytest

from generator.extract.views import find_views
from generator.model import Actor, Issue, Mention, Quote, Text, View
from tests.extract.trees import cases, span_in, text_of


def found_in(case: dict[str, Any], issues: tuple[Issue, ...] = ()) -> tuple[Text, tuple[View, ...]]:
    """The views of a case with its one actor and its one quotation."""
    text = text_of("views", case)
    actors: tuple[Actor, ...] = ()
    if "actor" in case:
        given = case["actor"]
        role = given.get("role")
        mention = Mention(span_in(case, given["name"]), "name")
        role_span = span_in(case, role) if role else None
        salience = given.get("salience", 0.2)
        actors = (Actor("a-1", given["name"], given["kind"], role, None, (), salience, (mention,), role_span),)
    quote = Quote(
        id="q-1",
        kind=case.get("kind", "indirect"),
        spans=(span_in(case, case["content"]),),
        source=span_in(case, case["source"]),
        cue=span_in(case, case["cue"]) if "cue" in case else None,
        speaker="a-1" if actors else None,
    )
    return text, find_views(text, actors, (quote,), issues)


@pytest.mark.parametrize("case", cases("views"), ids=lambda case: case["case"])
def test_experts_and_nobody_else_hold_views(case):
    text, views = found_in(case)
    if case["view"] is None:
        assert views == ()
        return
    (view,) = views
    assert view.quote == "q-1"
    assert view.holder == ("a-1" if case["view"]["holder"] else None)
    assert view.credentials == case["view"]["credentials"]
    assert (view.credentials_span.of(text.string) if view.credentials_span else None) == view.credentials
    assert [span.of(text.string) for span in view.hedges] == case["view"]["hedges"]


def test_a_view_is_filed_under_the_issues_of_its_quotation_first():
    case = next(case for case in cases("views") if case["case"] == "analysts without a name")
    issues = tuple(
        Issue(id=name, name=name, paragraphs=("p1",), actors=(), quotes=quotes, developments=())
        for name, quotes in (("i-paragraph", ()), ("i-quote", ("q-1",)))
    )
    (view,) = found_in(case, issues)[1]
    assert view.issues == ("i-quote", "i-paragraph")
