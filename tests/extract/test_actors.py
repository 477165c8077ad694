"""Actors: each once, under one name, with kind, role, aliases and all its mentions."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.actors import find_actors
from generator.model import Actor, Attribution, Dropped, Mention, Name, Span, Text
from tests.extract.trees import article_of, cases, span_in, text_of


def found_in(case: dict[str, Any]) -> tuple[Actor, ...]:
    """The actors of a case, told who says what where the case has quotations."""
    attributions = tuple(
        Attribution("direct", (span_in(case, item["content"]),), span_in(case, item["source"], after), None)
        for item in case.get("sources", ())
        for after in [case["text"].index(item["content"]) + len(item["content"])]
    )
    return find_actors(text_of("actors", case), attributions)


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case["case"])
def test_actors_are_found_once_with_what_is_printed_of_them(case):
    actors = found_in(case)
    for wanted in case.get("actors", ()):
        same = [actor for actor in actors if actor.name == wanted["name"]]
        assert len(same) == 1, [actor.name for actor in actors]
        actor = same[0]
        for field in ("kind", "role", "affiliation"):
            if field in wanted:
                assert getattr(actor, field) == wanted[field]
        assert set(wanted.get("aliases", ())) <= set(actor.aliases)
        if "inside" in wanted:
            assert [mention.span.of(case["text"]) for mention in actor.asides] == wanted["inside"]
        for field, kind in (("names", "name"), ("pronouns", "pronoun"), ("descriptions", "description")):
            if field in wanted:
                assert sum(mention.kind == kind for mention in actor.mentions) == wanted[field]
    names = {name for actor in actors for name in (actor.name, *actor.aliases)}
    assert names.isdisjoint(case.get("nobody", ()))


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case["case"])
def test_ids_are_unique_and_salience_orders_the_actors(case):
    actors = found_in(case)
    assert len({actor.id for actor in actors}) == len(actors)
    weights = [actor.salience for actor in actors]
    assert weights == sorted(weights, reverse=True)
    assert not weights or (weights[0] == 1 and weights[-1] >= 0)


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case["case"])
def test_roles_and_mentions_are_verbatim(case):
    for actor in found_in(case):
        assert (actor.role_span.of(case["text"]) if actor.role_span else None) == actor.role
        assert all(mention.span.of(case["text"]) for mention in actor.mentions)
        spans = [mention.span for mention in actor.mentions]
        assert spans == sorted(set(spans))


def test_the_credit_of_a_picture_names_who_is_named_in_the_article():
    body = "Senator Maria Lopez opposed the bridge on Monday."
    case = next(case for case in cases("actors") if case["text"].startswith(body))
    credit = "Image: Lopez / Maria Lopez / Mario Lopezson."
    start = len(case["text"])
    text = text_of("actors", case)
    string = f"{text.string}\n\n{credit}"
    dropped = (Dropped(Span(start + 2, len(string)), "photo credit"),)
    article = dataclasses.replace(text.article, text=string, dropped=dropped)
    (actor,) = (a for a in find_actors(dataclasses.replace(text, article=article), ()) if a.name == "Maria Lopez")
    at = string.index("Maria Lopez", start)
    assert actor.asides == (Mention(Span(at, at + len("Maria Lopez")), "credit"),)
    assert actor.mentions == next(a for a in find_actors(text, ()) if a.name == "Maria Lopez").mentions


def test_a_text_without_a_token_has_no_actor():
    case = {"text": ""}
    empty = Text(article_of(case), [], [], [], [], [], [], [], (), [], [])
    assert find_actors(empty, ()) == ()


_WORDS = ("Mr.", "Wong", "Kim", "Jong", "-", "un", "of", "the", "President", "Bank", "and", "for", "'s", "“", "”", "he")
_TAGS = ("NNP", "NN", "NNS", "PRP", "PRP$", "VBD", "IN", "DT", ",", "POS", "CC")
_DEPS = ("nsubj", "obj", "compound", "flat", "appos", "conj", "nmod:poss", "punct", "root")


@given(
    st.lists(
        st.tuples(
            st.sampled_from((*_WORDS, ",", "(", "NATO", "May", "4")),
            st.sampled_from(_TAGS),
            st.sampled_from(_DEPS),
            st.integers(0, 30),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_no_row_of_words_and_tags_raises(rows):
    words = [word for word, *_ in rows]
    starts = [sum(len(w) + 1 for w in words[:n]) for n in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    size = len(words)
    text = Text(
        article=article_of({"text": " ".join(words)}),
        words=words,
        starts=starts,
        ends=ends,
        tags=[tag for _, tag, _, _ in rows],
        lemmas=[word.lower() for word in words],
        heads=[head % size for *_, head in rows],
        deps=[dep for _, _, dep, _ in rows],
        sentences=((0, size),),
        sentence_of=[0] * size,
        paragraph_of=[0] * size,
        names=(Name(0, 1, "PERSON"),),
    )
    actors = find_actors(text, ())
    assert all(0 <= m.span.start < m.span.end <= len(text.string) for actor in actors for m in actor.mentions)


def test_the_same_text_gives_the_same_actors():
    case = cases("actors")[2]
    text = text_of("actors", case)
    assert find_actors(text, ()) == find_actors(dataclasses.replace(text), ())
