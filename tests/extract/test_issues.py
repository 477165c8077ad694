"""Issues: which matters an article has, by what names, in which paragraphs, and how they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.extract.common.stems import stem
from generator.extract.issue.phrases import find_phrases
from generator.extract.issues import find_issues
from generator.model import Actor, Issue, Mention, Quote, Text
from tests.extract.trees import cases, span_in, text_of

CASES = {case["case"]: case for case in cases("issues")}


def issues_of(case: dict[str, Any]) -> dict[str, Issue]:
    return {issue.name: issue for issue in find_issues(text_of("issues", case), (), ())}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_an_article_has_the_issues_that_a_briefing_would_file(case):
    found = issues_of(case)
    assert set(case["names"]) <= set(found)
    assert not set(found) & set(case.get("without", []))
    assert bool(found) == bool(case["names"])
    for name, paragraphs in case.get("paragraphs", {}).items():
        assert list(found[name].paragraphs) == paragraphs
    for name, statuses in case.get("status", {}).items():
        assert [development.status for development in found[name].developments] == statuses


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_names_and_developments_stand_in_the_article(case):
    for issue in find_issues(text_of("issues", case), (), ()):
        assert issue.name_span.of(case["text"]).lower() == issue.name.lower()
        assert all(span.of(case["text"]) for d in issue.developments for span in d.spans)


def test_an_issue_knows_its_actors_and_quotations():
    case = CASES["two matters, each with its paragraphs"]
    guards, content = span_in(case, "Guards"), span_in(case, "The border had been closed for a year")
    actor = Actor("a-1", "Guards", "group", None, None, (), 1.0, (Mention(guards, "name"),))
    quote = Quote("q-1", "indirect", (content,), guards, None, "a-1")
    found = {issue.name: issue for issue in find_issues(text_of("issues", case), (actor,), (quote,))}
    assert (found["border"].actors, found["border"].quotes) == (("a-1",), ("q-1",))
    assert (found["fisheries"].actors, found["fisheries"].quotes) == ((), ())
    assert [d.status for d in found["border"].developments][-1] == "claimed"


def test_who_acts_and_what_is_said_goes_by_the_sentence():
    case = CASES["a paragraph on two matters, each in its sentences"]
    last, drown = span_in(case, "the strike would last"), span_in(case, "the flood would drown more cows")
    farmers, guild = span_in(case, "Farmers"), span_in(case, "Guild of Smiths")
    actors = (
        Actor("a-1", "Farmers", "group", None, None, (), 1.0, (Mention(farmers, "name"),)),
        Actor("a-2", "Guild of Smiths", "organization", None, None, (), 1.0, (Mention(guild, "name"),)),
    )
    quotes = tuple(Quote(f"q-{n}", "indirect", (span,), None, None, None) for n, span in enumerate((last, drown), 1))
    found = {issue.name: issue for issue in find_issues(text_of("issues", case), actors, quotes)}
    assert (found["strike"].actors, found["strike"].quotes) == ((), ("q-1",))
    # A sentence that names no issue goes on about the one before it.
    assert (found["flood"].actors, found["flood"].quotes) == (("a-1", "a-2"), ("q-2",))


@pytest.mark.parametrize(("confidence", "status"), [(0.7, "claimed"), (0.4, "happened")])
def test_what_is_hardly_a_statement_is_told_as_what_happened(confidence, status):
    case = CASES["a meeting at which a matter is discussed has happened"]
    quote = Quote("q-1", "indirect", (span_in(case, "the drought in Lund on Monday"),), None, None, None, confidence)
    [issue] = find_issues(text_of("issues", case), (), (quote,))
    assert issue.developments[0].status == status


def test_words_of_an_actors_name_are_in_no_phrase():
    case = CASES["a person is no issue"]
    text = replace(text_of("issues", case), names=())
    named = [text.words[n] for p in find_phrases(text, frozenset({"Maria", "Oduya"})) for n in range(p.first, p.last)]
    assert named
    assert not {"Maria", "Oduya"} & set(named)


@pytest.mark.parametrize(
    ("words", "shared"),
    [
        ("hackers hacking hacked", "hack"),
        ("terrorism terrorists counterterrorism", "terror"),
        ("economy economies economic", "econom"),
        ("policy policies", "policy"),
    ],
)
def test_a_family_of_words_shares_a_stem(words, shared):
    assert {stem(word) for word in words.split()} == {shared}


def test_police_are_no_policy():
    assert stem("police") != stem("policy")


def test_an_empty_text_has_no_issues():
    case = CASES["nothing comes twice"]
    text = text_of("issues", case)
    empty = Text(replace(text.article, text="", paragraphs=()), [], [], [], [], [], [], [], (), [], [])
    assert find_issues(empty, (), ()) == ()
