"""Written pages beside hand-written ones: ours come and go, theirs stay."""

from __future__ import annotations

import json

import pytest

from generator import on_disk
from generator.errors import BuildError
from generator.on_disk import LIST, generated_in, write_files


def test_files_are_written_and_listed(tmp_path):
    done = write_files({"index.md": b"one", "actors/a.md": b"two"}, tmp_path)
    assert done.written == ("index.md", "actors/a.md")
    assert (tmp_path / "actors" / "a.md").read_bytes() == b"two"
    assert generated_in(tmp_path) == {"index.md", "actors/a.md"}


def test_second_write_changes_only_what_has_changed(tmp_path):
    write_files({"a.md": b"one", "b.md": b"two"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    done = write_files({"a.md": b"one", "b.md": b"new"}, tmp_path)
    assert (done.written, done.unchanged) == (("b.md",), ("a.md",))
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_pages_that_lost_their_article_disappear_with_their_folders(tmp_path):
    write_files({"index.md": b"one", "actors/deep/a.md": b"two"}, tmp_path)
    done = write_files({"index.md": b"one"}, tmp_path)
    assert done.removed == ("actors/deep/a.md",)
    assert not (tmp_path / "actors").exists()


def test_hand_written_file_stays_and_is_said(tmp_path):
    (tmp_path / "index.md").write_text("mine")
    done = write_files({"index.md": b"theirs"}, tmp_path)
    assert done.kept == ("index.md",)
    assert (tmp_path / "index.md").read_text() == "mine"
    write_files({}, tmp_path)
    assert (tmp_path / "index.md").read_text() == "mine"


def test_generated_file_that_somebody_changed_is_theirs_from_then_on(tmp_path):
    write_files({"index.md": b"one"}, tmp_path)
    (tmp_path / "index.md").write_text("edited")
    assert write_files({"index.md": b"two"}, tmp_path).kept == ("index.md",)
    assert write_files({}, tmp_path).removed == ()
    assert (tmp_path / "index.md").read_text() == "edited"


def test_hand_written_neighbour_keeps_its_folder(tmp_path):
    write_files({"actors/a.md": b"one"}, tmp_path)
    (tmp_path / "actors" / "mine.md").write_text("mine")
    write_files({}, tmp_path)
    assert [path.name for path in (tmp_path / "actors").iterdir()] == ["mine.md"]


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md", "a\\b.md", "c:out.md", "a\nb.md", ""])
def test_path_out_of_the_folder_is_refused(tmp_path, path):
    with pytest.raises(BuildError, match="outside its folder"):
        write_files({path: b"x"}, tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


def test_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs" / "actors").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="outside its folder"):
        write_files({"actors/a.md": b"x"}, tmp_path / "docs")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_list_that_names_files_outside_removes_none_of_them(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "victim.txt").write_text("x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    listed = {"files": {"../victim.txt": [digest], str(tmp_path / "victim.txt"): [digest]}}
    (tmp_path / "docs" / LIST).write_text(json.dumps(listed))
    write_files({}, tmp_path / "docs")
    assert (tmp_path / "victim.txt").exists()


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"files": 3}', '{"files": {"a.md": 3}}', "\x00"])
def test_broken_list_makes_every_file_hand_written(tmp_path, broken):
    write_files({"a.md": b"one"}, tmp_path)
    (tmp_path / LIST).write_text(broken)
    assert write_files({"a.md": b"two"}, tmp_path).kept == ("a.md",)
    assert (tmp_path / "a.md").read_bytes() == b"one"


def test_killed_between_list_and_file_the_file_is_still_ours(tmp_path, monkeypatch):
    write_files({"a.md": b"one"}, tmp_path)

    def killed(staged, path):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(on_disk, "_move", killed)
        with pytest.raises(KeyboardInterrupt):
            write_files({"a.md": b"two"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert write_files({"a.md": b"two"}, tmp_path).written == ("a.md",)
