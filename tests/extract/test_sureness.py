"""What a confidence is worth."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench import calibrate
from generator.extract.common.sureness import Sureness, counts, level_of_date, level_of_issue, share
from generator.model import Actor, Briefing, Edit, Event, Issue, Mention, Quote, Span
from generator.pipeline import brief_all
from generator.read import read_article
from tests.render.sample_briefing import empty_briefing, sample_briefing


def sure_of(kind: str, confidence: float) -> float:
    quote = Quote("q-1", kind, (Span(0, 1),), None, None, None, confidence)
    return Sureness(empty_briefing()).of_quote(quote)


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_a_more_confident_extractor_is_never_less_sure(kind):
    found = [sure_of(kind, n / 100) for n in range(101)]
    assert found == sorted(found)
    assert 0 < found[0] <= found[99] < found[100] == 1


def test_words_in_marks_are_surer_than_reported_ones():
    assert sure_of("direct", 0.75) > sure_of("mixed", 0.75) > sure_of("indirect", 0.75)


def person(name: str, number: int, role: str | None = None) -> Actor:
    mentions = tuple(Mention(Span(n, n + 1), "name") for n in range(number))
    return Actor("a-1", name, "person", role, None, (), 0.1, mentions)


def test_an_actor_is_surer_with_a_role_and_with_each_mention():
    sure = Sureness(empty_briefing())
    actors = [person("Moss", 1), person("Lena Moss", 1), person("Moss", 2), person("Moss", 1, "mayor")]
    found = [sure.of_actor(actor) for actor in actors]
    assert found == sorted(set(found))


def test_issues_dates_and_views_have_levels_that_were_counted():
    known = {kind: set(counts(kind)) for kind in ("issues", "dates", "views", "actors", "quotes")}
    issue = Issue("i-1", "dust", ("p1",), (), (), ())
    assert {level_of_issue(issue, rank=n) for n in range(5)} < known["issues"]
    event = Event("e-1", "2024", "May", "past", (Span(0, 1),))
    hows = (None, "the May before publication", "2 weeks before publication", "that season of 2024")
    assert {level_of_date(replace(event, resolution=how)) for how in hows} == known["dates"]
    assert len(known["views"]) == 2


def test_what_an_editor_has_set_is_certain():
    found = sample_briefing()
    ids = [findings[0].id for findings in (found.actors, found.quotes, found.issues, found.views, found.events)]
    sure = Sureness(replace(found, edits=(Edit(tuple(ids), "all"),)))
    chances = [
        sure.of_actor(found.actors[0]),
        sure.of_quote(found.quotes[0]),
        sure.of_issue(found.issues[0]),
        sure.of_view(found.views[0]),
        sure.of_date(found.events[0]),
    ]
    assert chances == [1.0] * 5


def test_the_levels_of_a_kind_tell_something_apart():
    """Else the kind should have no figure, as figures have none."""
    for kind in ("quotes", "actors", "issues", "views", "dates"):
        chances = [share(*each) for each in counts(kind).values()]
        assert max(chances) - min(chances) > 0.05, kind
    assert list(counts("figures")) == ["all"]


ARTICLE = """Mill strike in Sund

Lena Moss, an economist at the University of Tarn, said the strike may cost 400 jobs. It began on 3 May 2024.

The mill shut its gates. Aron Berg walked home.
"""


def briefed(folder: Path) -> Briefing:
    (folder / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    (found,) = brief_all([read_article(folder / "mill.txt")])
    return found


def place(words: str) -> list[int]:
    start = ARTICLE.index(words)
    return [start, start + len(words)]


def gold(**changed: object) -> dict[str, object]:
    marks: dict[str, object] = {"actors": [], "issues": [], "views": [], "events": [], "figures": []}
    return marks | changed


def test_findings_are_judged_by_what_people_have_marked(tmp_path):
    found = briefed(tmp_path)

    def right(kind: str, **marks: object) -> list[bool]:
        return [is_right for judged, _, is_right in calibrate.judge(found, gold(**marks)) if judged == kind]

    assert sum(right("actors", actors=[{"names": ["Moss", "Lena Moss"]}])) == 1
    assert right("views", views=[{"span": place("may cost 400 jobs")}]) == [True]
    assert right("views", views=[{"span": place("Aron Berg walked")}]) == [False]
    assert right("dates", events=[{"span": place("It began"), "dates": ["2024-05"]}]) == [True]
    assert right("dates", events=[{"span": place("It began"), "dates": ["2023-05-03"]}]) == [False]
    assert right("dates") == []
    issue = found.issues[0]
    numbers = [int(p[1:]) for p in issue.paragraphs]
    assert right("issues", issues=[{"names": ["zebra"], "paragraphs": numbers}])[0]
    assert not any(right("issues", issues=[{"names": ["zebra"], "paragraphs": [9]}]))


def test_chances_are_tried_on_articles_that_they_were_not_counted_on():
    judged = [calibrate.Judged(f"a{n:02}", "actors", "once", n >= 5) for n in range(50)]
    judged += [calibrate.Judged(f"a{n:02}", "issues", "small", n // 5 % 2 > 0) for n in range(50)]
    rows = calibrate.table(judged)
    assert [number for *_, number in rows] == [50, 50]
    assert [round(right, 1) for _, right, _ in rows] == [0.5, 0.9]


def test_counts_are_stored_beside_those_of_other_kinds(tmp_path):
    path = tmp_path / "sureness.json"
    calibrate.store("one", {"quotes": {"all": (1, 2)}}, path=path)
    calibrate.store("two", {"actors": {"a": (3, 4), "b": (1, 4)}}, path=path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["quotes"]["benchmark"] == "one"
    assert data["actors"]["levels"][0] == {"level": "a", "right": 3, "of": 4}
