"""An editor's corrections outlive small edits of the article; what they name and is gone stops the build."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from generator.errors import SeveralErrors
from generator.model import Briefing
from generator.pipeline import brief_all
from generator.read import read_article
from generator.render.overview import other_names

ARTICLE = """Ferry strike shuts the harbour of Sund

The ferries of Sund stayed in port on Monday after talks between the owners and the crews broke down.

“We will not sail for less than a living wage,” said Karin Holm, who leads the Seafarers’ Union. \
Holm said the crews would vote again in May.

Transport Minister Aron Berg urged both sides to return to the table. \
“The island needs its boats,” Berg told parliament on Tuesday.

The strike may cost 400 jobs, said Lena Moss, an economist at the University of Tarn. \
She said the price of food would rise.

The Sund Line carries 12,000 passengers a day and called the demands a “fantasy budget”.

The mayor of Sund, Piet Roos, opened the old airfield in 2019. The “kite field” has been used twice since then.
"""
# Every section, and every verb that each has.
SIDECAR = """actors:
  Karin Holm: {role: head of the Seafarers’ Union, affiliation: Seafarers’ Union, kind: person, also: [the crews]}
  Aron Berg: {name: Aron B. Berg}
  Sund Line: {add: true, kind: organization}
  Piet Roos: {split: {The mayor: ["The mayor of Sund, Piet Roos"]}}
  University of Tarn: drop
  the island: {add: true, kind: group}
quotes:
  "We will not sail for less": {speaker: Aron Berg, kind: direct}
  "The island needs its": {words: needs its boats}
  "The strike may cost": drop
  "stayed in port on Monday": {add: true, speaker: null, paragraph: The ferries of Sund stayed}
terms:
  kite field: drop
issues:
  airfield trips: {add: true, paragraphs: ["The mayor of Sund, Piet Roos", "The Sund Line carries"]}
views:
  "the price of food would": {add: true, holder: Lena Moss, credentials: an economist, issues: [airfield trips]}
events:
  "opened the old airfield": {add: true, printed: in 2019, date: 2019-06, kind: past}
figures:
  12,000 passengers a day: {words: 12 thousand passengers a day}
  used twice: {add: true}
bottom_line:
- The ferries of Sund stayed in port on Monday
- {text: Nobody sails., evidence: The island needs its boats}
key_points:
- The “kite field” has been used twice since then.
"""


def briefed(folder: Path, article: str, sidecar: str = SIDECAR) -> Briefing:
    (folder / "strike.txt").write_text(article, encoding="utf-8")
    (folder / "strike.yml").write_text(sidecar, encoding="utf-8")
    (found,) = brief_all([read_article(folder / "strike.txt")])
    return found


def refused(folder: Path, article: str, sidecar: str = SIDECAR) -> list[str]:
    with pytest.raises(SeveralErrors) as caught:
        briefed(folder, article, sidecar)
    return [str(error).removeprefix(f"{folder}{os.sep}") for error in caught.value.errors]


def edits_of(briefing: Briefing) -> list[tuple[tuple[str, ...], str]]:
    """What each is about, and how it begins: later words are those of the article."""
    return [(edit.findings, edit.words[:36]) for edit in briefing.edits]


def ids_of(briefing: Briefing) -> set[str]:
    kinds = (briefing.actors, briefing.quotes, briefing.issues, briefing.views, briefing.events, briefing.figures)
    return {finding.id for findings in kinds for finding in findings}


BLOCKS = ARTICLE.strip().split("\n\n")
ADDED = "Rain fell for most of the day, and the lamps of the harbour went on early."
CHANGES = {
    "a paragraph before all": "\n\n".join([BLOCKS[0], ADDED, *BLOCKS[1:]]),
    "a paragraph in the middle": "\n\n".join([*BLOCKS[:4], ADDED, *BLOCKS[4:]]),
    "a sentence behind one": ARTICLE.replace("vote again in May.", "vote again in May. The night was cold."),
    "a word in a quotation": ARTICLE.replace("less than a living wage", "less than a decent living wage"),
    "a word in a sentence": ARTICLE.replace("the crews broke down", "the crews had broken down"),
    "other marks": ARTICLE.replace("“", '"').replace("”", '"').replace("’", "'"),
    "lines broken": ARTICLE.replace("after talks between", "after talks\nbetween"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_corrections_and_ids_outlive(change, tmp_path):
    assert CHANGES[change] != ARTICLE
    before, after = briefed(tmp_path, ARTICLE), briefed(tmp_path, CHANGES[change])
    assert len(before.edits) >= 19
    assert edits_of(after) == edits_of(before)
    assert {i for i in ids_of(before) if i in str(edits_of(before))} <= ids_of(after)
    assert len(ids_of(before) - ids_of(after)) <= 1


@pytest.mark.parametrize(
    ("gone", "line", "problem"),
    [
        ("Karin Holm", 2, "there is no actor `Karin Holm`; did you mean"),
        ("the crews", 2, "`the crews` does not stand in the article; copy it from there"),
        ("Aron Berg", 3, "there is no actor `Aron Berg`; did you mean"),
        ("University of Tarn", 6, "there is no actor `University of Tarn`"),
        ("The island", 7, "`the island` does not stand in the article; add `also: […]`"),
        ("We will not sail", 9, "there is no quotation `We will not sail for less`"),
        ("boats,” Berg", 10, "the words `needs its boats` do not stand"),
        ("The strike may cost", 11, "there is no quotation `The strike may cost`"),
        ("stayed in port", 12, "the words `stayed in port on Monday` do not stand"),
        ("kite field", 14, "there is no term `kite field`; "),
        ("The Sund Line", 16, "the words `The Sund Line carries` stand in no paragraph"),
        ("the price of food", 18, "there is no quotation `the price of food would`"),
        ("opened the old airfield", 20, "the words `opened the old airfield` do not stand"),
        ("in 2019", 20, "the words `in 2019` do not stand"),
        ("12,000 passengers", 22, "there is no figure `12,000 passengers a day`"),
        ("used twice", 23, "the words `used twice` do not stand"),
        ("The ferries of Sund", 25, "this sentence does not stand in the article; copy it"),
        ("has been used", 28, "this sentence does not stand in the article; copy it"),
    ],
)
def test_what_a_correction_names_and_is_gone_is_said_with_line_and_what_to_do(gone, line, problem, tmp_path):
    briefed(tmp_path, ARTICLE)
    told = refused(tmp_path, ARTICLE.replace(gone, "Quietly they"))
    assert any(said.startswith(f"strike.yml:{line}: {problem}") for said in told), told


def commit(folder: Path) -> None:
    who = {f"GIT_{w}_{what}": "x" for w in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = os.environ | who
    if not (folder / ".git").exists():
        subprocess.run(["git", "-C", str(folder), "init", "-q"], check=True, env=env)
    for arguments in (["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=env)


NUMBERED = """issues:
  airfield trips:
    add: true
    paragraphs:
    - p6
    - p1-p2
bottom_line:
- text: Nobody sails.
  evidence: p3
"""


def test_a_number_that_meant_another_paragraph_when_it_was_written_is_refused(tmp_path):
    briefed(tmp_path, ARTICLE, NUMBERED)
    commit(tmp_path)
    assert briefed(tmp_path, CHANGES["a word in a quotation"], NUMBERED).edits
    told = refused(tmp_path, CHANGES["a paragraph in the middle"], NUMBERED)
    assert told == [
        "strike.yml:5: p6 was the paragraph `The mayor of Sund, Piet Roos, opened the old airfield in …` when this "
        "line was written, and is another now; write its first words `The mayor of Sund, Piet Roos,` (it is p7 now), "
        "which stay right when the article changes."
    ]
    told = refused(tmp_path, CHANGES["a paragraph before all"], NUMBERED)
    assert [re.sub(r" was .*", "", said) for said in told] == [
        "strike.yml:5: p6",
        "strike.yml:6: p1",
        "strike.yml:9: p3",
    ]


def test_a_number_written_anew_means_the_article_of_now(tmp_path):
    briefed(tmp_path, ARTICLE, NUMBERED)
    commit(tmp_path)
    anew = NUMBERED.replace("p6", "p7").replace("p1-p2", "p2-p3").replace("evidence: p3", "evidence: p4")
    found = briefed(tmp_path, CHANGES["a paragraph before all"], anew)
    assert found.issues[-1].paragraphs == ("p2", "p3", "p7")
    commit(tmp_path)
    assert briefed(tmp_path, CHANGES["a paragraph before all"], anew).edits


def test_a_view_follows_its_quotation_to_another_speaker(tmp_path):
    before = briefed(tmp_path, ARTICLE, "")
    view = next(v for v in before.views if v.holder and before.actor_by_id[v.holder].name == "Lena Moss")
    found = briefed(tmp_path, ARTICLE, f"quotes: {{{view.quote}: {{speaker: Karin Holm}}}}")
    after = next(v for v in found.views if v.quote == view.quote)
    assert found.actor_by_id[after.holder or ""].name == "Karin Holm"
    assert view.id in found.edits[0].effects


def test_statements_of_an_actor_that_is_dropped_or_merged_are_among_the_effects(tmp_path):
    spoken = [q.id for q in briefed(tmp_path, ARTICLE, "").quotes if q.speaker]
    for sidecar in ("actors: {Karin Holm: drop}", "actors: {Aron Berg: {merge: [Karin Holm]}}"):
        (edit,) = briefed(tmp_path, ARTICLE, sidecar).edits
        assert len(set(edit.effects) & set(spoken)) == 2


def test_names_that_an_editor_joins_are_not_labelled_as_ours(tmp_path):
    found = briefed(tmp_path, ARTICLE, "actors: {Aron Berg: {merge: [Karin Holm], also: [both sides]}}")
    actor = next(a for a in found.actors if a.name == "Aron Berg")
    assert {"Karin Holm", "both sides"} <= set(actor.aliases)
    assert not [name for name in other_names(actor) if name.is_ours]
