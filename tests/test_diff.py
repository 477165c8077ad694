"""`briefing diff`: what changed between two versions of a briefing, in words."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.contract import to_data
from generator.diff import as_markdown, as_text, compare
from tests.render.sample_briefing import sample_briefing


@pytest.fixture
def data():
    return to_data(sample_briefing())


def written(folder: Path, name: str, data) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def changes(folder: Path, old, new) -> list[tuple[str, str, str]]:
    compared = compare(written(folder, "old.json", old), written(folder, "new.json", new))
    return [(c.section, c.what, c.words) for comparison in compared for c in comparison.changes]


def test_the_same_briefing_has_not_changed(tmp_path, data):
    assert changes(tmp_path, data, copy.deepcopy(data)) == []
    assert as_text(()) == "Nothing changed."


def test_published_data_is_compared_with_whole_data(tmp_path, data):
    assert changes(tmp_path, data, to_data(sample_briefing(), with_text=False)) == []


def test_another_speaker_and_another_role_are_told(tmp_path, data):
    new = copy.deepcopy(data)
    quote = next(q for q in new["quotes"] if q["speaker"] and q["kind"] == "direct")
    was = next(a["name"] for a in new["actors"] if a["id"] == quote["speaker"])
    other = next(a for a in new["actors"] if a["id"] != quote["speaker"])
    quote["speaker"] = other["id"]
    other["role"] = "harbour master"
    told = changes(tmp_path, data, new)
    assert [(section, what) for section, what, _ in told] == [("Actors", "changed"), ("Quotes", "changed")]
    assert "harbour master" in told[0][2]
    assert f"(speaker: {was} → {other['name']})" in told[1][2]


def test_a_quotation_whose_words_changed_is_one_change(tmp_path, data):
    new = copy.deepcopy(data)
    quote = next(q for q in new["quotes"] if q["kind"] == "direct")
    quote["id"] = "q-other"
    quote["spans"][0]["end"] -= 3
    [(section, what, words)] = [c for c in changes(tmp_path, data, new) if c[0] == "Quotes"]
    assert (section, what) == ("Quotes", "changed")
    assert "words: " in words


def test_what_came_and_what_went(tmp_path, data):
    new = copy.deepcopy(data)
    gone = new["actors"].pop()
    new["actors"][0]["aliases"] = [*new["actors"][0]["aliases"], gone["name"]]
    new["issues"].append(new["issues"][0] | {"id": "i-new", "name": "Lighthouses and their keepers"})
    told = changes(tmp_path, data, new)
    assert ("Actors", "removed", f"{gone['name']} (now a name of {new['actors'][0]['name']})") in told
    assert ("Issues", "added", "Lighthouses and their keepers") in told


def test_two_sites_are_compared_briefing_by_briefing(tmp_path, data):
    new = copy.deepcopy(data)
    new["article"]["title"] = "Another title"
    written(tmp_path, "old/briefings/a/briefing.json", data)
    written(tmp_path, "old/briefings/b/briefing.json", data)
    written(tmp_path, "old/search/search_index.json", {"docs": []})
    written(tmp_path, "new/briefings/a/briefing.json", new)
    written(tmp_path, "new/briefings/c/briefing.json", data)
    told = [(c.title, [change.what for change in c.changes]) for c in compare(tmp_path / "old", tmp_path / "new")]
    title = data["article"]["title"]
    assert told == [("Another title", ["changed"]), (title, ["added"]), (title, ["removed"])]


def test_words_of_an_article_do_nothing_in_a_comment(tmp_path):
    hostile = "<img src=x> @everyone [a](javascript:1) ![b](c) # d"
    briefing = sample_briefing()
    old = to_data(briefing)
    new = to_data(replace(briefing, article=replace(briefing.article, title=hostile)))
    comment = as_markdown(compare(written(tmp_path, "old.json", old), written(tmp_path, "new.json", new)))
    body = comment.removeprefix("### ")
    assert not set("<>@[]()!") & set(body.split("\n")[0])


def test_the_command_prints_text_or_markdown(tmp_path, data):
    new = copy.deepcopy(data)
    new["actors"][0]["name"] = "Somebody Else"
    old_file, new_file = str(written(tmp_path, "old.json", data)), str(written(tmp_path, "new.json", new))
    text = CliRunner().invoke(app, ["diff", old_file, new_file])
    assert (text.exit_code, "~ Actors: Somebody Else" in text.output) == (0, True)
    comment = CliRunner().invoke(app, ["diff", "--markdown", old_file, new_file])
    assert "**Actors**" in comment.output


@pytest.mark.parametrize("content", ["", "{}", "[1]", "no json"])
def test_what_is_no_briefing_is_named(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_text(content)
    done = CliRunner().invoke(app, ["diff", str(path), str(path)])
    assert done.exit_code == 1
    assert done.output.startswith(f"{path}: ")
    assert done.output.endswith("; name a briefing.json or a built site.\n")


def test_a_line_of_which_published_data_show_less_has_not_changed(tmp_path, data):
    old = to_data(sample_briefing(), with_text=False)
    new = to_data(sample_briefing(), with_text=False, words=lambda span: "The …")
    new["overview"] = old["overview"]
    assert [told for told in changes(tmp_path, old, new) if "words:" in told[2]] == []
