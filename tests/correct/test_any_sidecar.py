"""Whatever a sidecar says, its corrections apply and leave a sound briefing and pages, or are refused in a sentence."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.correct import apply_corrections
from generator.errors import BriefingError, ReadError, SeveralErrors
from generator.model import Briefing
from generator.read import history
from generator.read.safe_yaml import load_fields
from generator.render.site import render_site
from generator.settings import Settings
from tests.correct.test_corrections import ARTICLE, briefing
from tests.hostile.corpus import hostile_briefing, hostile_texts
from tests.soundness import faults_of, faults_of_pages


def found() -> Briefing:
    with tempfile.TemporaryDirectory() as folder:
        return briefing(Path(folder), "")


FOUND = found()
NAMED = [FOUND.actors, FOUND.quotes, FOUND.terms, FOUND.issues, FOUND.views, FOUND.events, FOUND.figures]
IDS = [finding.id for findings in NAMED for finding in findings]
# What an editor writes: names of the article and ids, right and wrong ones, and anything else.
PRINTED = [
    "Nell Brandt",
    "Tom Brandt",
    "Brandt",
    "Idris Vale",
    "Vale",
    "the council",
    "the council of Ardmoor",
    "quarry",
]
PRINTED += ["We need the work", "fairy tale", "Nobody asked us", "2,000 homes", "900 students", "may harm 2,000 homes"]
PRINTED += ["On 3 March", "in May", "said", "voted for the plan", "Ardmoor College", "dust", "Professor", "her brother"]
PLACES = ["p1", "p2", "p3", "p4", "p9", "p2-p3", "p3-p1", "p0"]
words = st.one_of(
    st.sampled_from([*PRINTED, *IDS]),
    st.sampled_from(PLACES),
    st.sampled_from(ARTICLE.split("\n\n")),
    st.text(max_size=12),
)
scalars = st.one_of(words, words, st.none(), st.booleans(), st.integers(-3, 3000), st.floats(allow_nan=False))
some = st.one_of(words, st.lists(words, max_size=3))
KEYS = (
    "add name kind role affiliation also merge split speaker words source cue paragraph paragraphs holder credentials"
)
KEYS += " issues date printed"
KINDS = ["person", "organization", "government", "group", "direct", "mixed", "indirect", "past", "upcoming"]
fields = st.dictionaries(
    st.sampled_from(KEYS.split()),
    st.one_of(
        scalars,
        some,
        st.just(True),
        st.sampled_from(KINDS),
        st.sampled_from(["2026-03-01", "2026-02-30", "2026-13", "0000", "1999"]),
        st.dictionaries(words, st.lists(words, max_size=2), max_size=2),
    ),
    max_size=5,
)


def drawn(section: str, ids: list[str]) -> st.SearchStrategy[Any]:
    """A section whose fields are mostly of the right type."""
    right = {
        "actors": {
            "name": words,
            "kind": st.sampled_from(KINDS[:4]),
            "role": words,
            "also": st.lists(words, max_size=2),
        }
        | {"merge": st.lists(words, min_size=1, max_size=2), "affiliation": st.none() | words, "add": st.just(True)}
        | {"split": st.dictionaries(words, st.lists(words, min_size=1, max_size=2), max_size=2)},
        "quotes": {"add": st.just(True), "speaker": st.none() | words, "kind": st.sampled_from(KINDS[4:7])}
        | {"words": some, "source": words, "cue": words, "paragraph": st.sampled_from(PLACES[:5])},
        "issues": {"add": st.just(True), "name": words, "merge": st.lists(words, min_size=1, max_size=2)}
        | {"paragraphs": st.lists(st.sampled_from(PLACES[:6]), min_size=1, max_size=3)},
        "views": {"add": st.just(True), "holder": st.none() | words, "credentials": st.none() | words}
        | {"issues": st.lists(words, max_size=2)},
        "events": {"add": st.just(True), "kind": st.sampled_from(KINDS[7:]), "printed": words}
        | {"date": st.sampled_from(["2026-03-01", "2026-03", "2026", "2026-02-30", None])},
        "figures": {"add": st.just(True), "words": words},
    }[section]
    good = st.fixed_dictionaries({}, optional=right)  # type: ignore[arg-type]
    entry = st.one_of(good, good, good, st.just("drop"), fields, scalars)
    return st.dictionaries(st.one_of(st.sampled_from([*ids, *PRINTED]), words), entry, min_size=1, max_size=3)


SECTIONS: dict[str, st.SearchStrategy[Any]] = {
    "actors": drawn("actors", [a.id for a in FOUND.actors] + [a.name for a in FOUND.actors]),
    "quotes": drawn("quotes", [q.id for q in FOUND.quotes]),
    "issues": drawn("issues", [i.id for i in FOUND.issues] + [i.name for i in FOUND.issues]),
    "views": drawn("views", [v.id for v in FOUND.views]),
    "events": drawn("events", [e.id for e in FOUND.events]),
    "figures": drawn("figures", [f.id for f in FOUND.figures]),
    "bottom_line": st.one_of(words, scalars, st.lists(words, max_size=2)),
    "key_points": st.lists(st.one_of(words, fields), max_size=4),
}
# One fault refuses a whole sidecar, so short ones are drawn, too.
sidecars = st.one_of(
    st.fixed_dictionaries({}, optional=SECTIONS),
    *(st.fixed_dictionaries({name: section}) for name, section in SECTIONS.items()),
)


def corrected(sidecar: str) -> Briefing | None:
    """None where it is refused, in sentences."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            return apply_corrections(briefing(Path(folder), sidecar))
    except (ReadError, SeveralErrors) as error:
        check_sentences(error)
    return None


def check_sentences(error: BriefingError) -> None:
    said = [str(each) for each in error.errors] if isinstance(error, SeveralErrors) else [str(error)]
    assert said
    assert [line for line in said if not (line.isprintable() and line.endswith("."))] == []


def test_any_correction_applies_or_is_refused_in_a_sentence(monkeypatch):
    # It would ask git for the day of every line, every time.
    monkeypatch.setattr(history, "_git", lambda *_: "")
    applied: list[Briefing] = []

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(sidecars)
    def holds(sidecar: dict[str, Any]) -> None:
        done = corrected(yaml.safe_dump(sidecar, allow_unicode=True))
        if done is not None and done.edits:
            applied.append(done)
            assert faults_of_pages(render_site([done], Settings())) == []

    holds()
    # The property is not one of refusals only.
    assert len(applied) >= 5


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_any_words_in_any_place_of_a_briefing_are_drawn(texts: list[str]) -> None:
    """Templates: no string of a briefing, whatever it holds, stops a page from being drawn."""
    pages = render_site([hostile_briefing([text or "x" for text in texts], 0)], Settings())
    assert len(pages) > 10
    assert all(page.content for page in pages)


PIECES = [
    *hostile_texts(),
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "|",
    "```",
    "***",
    "<!--",
    "[x]: y",
    "~~~",
    "$",
    "&",
    "\n\n",
]


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3))
def test_hostile_words_run_together_are_drawn(texts: list[str]) -> None:
    pages = render_site([hostile_briefing(texts, 0)], Settings())
    assert all(page.content for page in pages)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)))
def test_any_data_in_yaml_is_read_or_refused(data: Any) -> None:
    with suppress(ReadError):
        load_fields(Path("any.yml"), yaml.safe_dump({"title": data}, allow_unicode=True))


def test_what_was_found_is_sound():
    assert faults_of(FOUND) == []
