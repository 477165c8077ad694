"""A full disk, folders that cannot be written, a wrong clock, two at once: all stays whole, and a sentence says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from tests.faults import COMMANDS, Done, Scene, Worker, faults_left, scene, tree, worker
from tests.plugin.test_plugin import ARTICLE

if sys.platform != "linux":
    pytest.skip("faults are made as Linux makes them", allow_module_level=True)

# The browser's own files cannot be watched, and each run takes seconds: bench/faults.py prints PDFs too.
OURS = [name for name in COMMANDS if name != "pdf"]
# How many moments of a command meet the fault here; bench/faults.py tries every one.
MOMENTS = 3


@pytest.fixture(scope="module")
def shop() -> Iterator[Worker]:
    with worker() as found:
        yield found


@pytest.fixture(scope="module")
def made(shop: Worker, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene(shop, tmp_path_factory.mktemp("faults"), ARTICLE, "build --offline", "write", "extract")


@pytest.fixture(scope="module")
def clean(shop: Worker, made: Scene) -> dict[str, tuple[Done, dict[str, bytes | None]]]:
    """How each command ends where nothing goes wrong, and what it leaves."""
    found = {}
    for name in OURS:
        made.again()
        done = shop.run(made.folder, *COMMANDS[name])
        found[name] = done, tree(made.folder)
        assert (done.status, found[name][1] == made.before) == (0, False)
    return found


@pytest.mark.parametrize("name", OURS)
def test_full_disk_at_any_moment_leaves_everything_whole(shop, made, clean, name):
    asked = clean[name][0].asked
    failed = 0
    for number, moment in enumerate(sorted({1 + round((asked - 2) * part / (MOMENTS - 1)) for part in range(MOMENTS)})):
        made.again()
        kind = "full_at" if number % 2 else "full_after"
        done = shop.run(made.folder, *COMMANDS[name], **{kind: moment})
        assert faults_left(made.before, clean[name][1], tree(made.folder), done) == [], moment
        failed += done.status
    assert failed


@pytest.mark.parametrize(("name", "size"), [("build --offline", 990_000), ("write", 3_000)])
def test_writing_that_fails_half_way_leaves_everything_whole(shop, made, clean, name, size):
    """The system itself refuses here, in the midst of a file, as a full disk does."""
    made.again()
    done = shop.run(made.folder, *COMMANDS[name], largest=size)
    assert done.status == 1
    assert "cannot be written (file too large)" in done.said
    assert faults_left(made.before, clean[name][1], tree(made.folder), done) == []


@pytest.mark.parametrize("name", OURS)
def test_disk_that_cannot_be_written_is_said_in_a_sentence(shop, made, name):
    made.again()
    done = shop.run(made.folder, *COMMANDS[name], read_only=True)
    assert (done.status, done.is_one_sentence) == (1, True), done
    assert "cannot be written (read-only file system)" in done.said
    assert tree(made.folder) == made.before


@pytest.mark.parametrize(
    ("folder", "name"), [(".", "build"), ("docs", "write"), ("out", "extract"), ("seeds", "new"), ("seeds", "review")]
)
def test_folder_without_the_right_to_write_is_said_in_a_sentence(shop, made, folder, name):
    made.again()
    (made.folder / folder).chmod(0o555)
    done = shop.run(made.folder, *COMMANDS[name], weak=True)
    assert (done.status, done.is_one_sentence) == (1, True), done
    assert "cannot be written (permission denied)" in done.said
    assert tree(made.folder) == made.before


def test_articles_and_pages_that_may_only_be_read_are_built(shop, made, clean):
    made.again()
    for folder in ("seeds", "docs"):
        (made.folder / folder).chmod(0o555)
    done = shop.run(made.folder, "build", weak=True)
    assert (done.status, tree(made.folder)) == (0, clean["build"][1])


def test_site_with_folders_that_may_only_be_read_is_replaced_and_leaves_nothing(shop, made, clean):
    made.again()
    for folder in [made.folder / "site", *(made.folder / "site").rglob("*")]:
        if folder.is_dir():
            folder.chmod(0o555)
    done = shop.run(made.folder, "build", weak=True)
    assert (done.status, tree(made.folder)) == (0, clean["build"][1])


@pytest.mark.parametrize("name", ["build --offline", "write"])
@pytest.mark.parametrize("clock", [0, 5_000_000_000], ids=["1970", "2128"])
def test_clock_changes_no_byte(shop, made, clean, name, clock):
    made.again()
    done = shop.run(made.folder, *COMMANDS[name], clock=clock)
    assert (done.status, tree(made.folder)) == (0, clean[name][1])


def test_articles_from_1970_on_the_disk_change_no_byte(shop, made, clean):
    made.again()
    for path in (made.folder / "seeds").iterdir():
        os.utime(path, (0, 0))
    done = shop.run(made.folder, "build", "--offline")
    assert (done.status, tree(made.folder)) == (0, clean["build --offline"][1])


def test_build_dated_1970_gives_a_site_and_an_archive(shop, made):
    made.again()
    done = shop.run(made.folder, "build", "--offline", set={"SOURCE_DATE_EPOCH": "0"})
    assert done.status == 0, done
    assert "<lastmod>1970-01-01</lastmod>" in (made.folder / "site" / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("epoch", ["", "yesterday", "-1", "1e9", "٣", "4294967296", "9" * 400])
def test_date_of_the_build_that_is_none_is_said_in_a_sentence(shop, made, epoch):
    made.again()
    done = shop.run(made.folder, "build", set={"SOURCE_DATE_EPOCH": epoch})
    assert (done.status, done.is_one_sentence) == (1, True), done
    assert "SOURCE_DATE_EPOCH: is no moment from 1970 to 2106; unset it, or write the seconds since 1970" in done.said
    assert tree(made.folder) == made.before


def test_output_that_cannot_be_printed_gives_status_1(shop, made):
    made.again()
    done = shop.run(made.folder, "extract", "seeds/harbour.txt", out="/dev/full")
    assert (done.status, done.is_one_sentence) == (1, True), done


@pytest.fixture(scope="module")
def other() -> Iterator[Worker]:
    with worker() as found:
        yield found


@pytest.mark.parametrize("pair", [("build --offline", "build --offline"), ("write", "write"), ("extract", "extract")])
def test_two_at_once_end_well_and_leave_what_one_leaves(shop, other, made, clean, pair):
    made.again()
    shop.start(made.folder, *COMMANDS[pair[0]])
    other.start(made.folder, *COMMANDS[pair[1]])
    ends = [shop.done(), other.done()]
    assert [done.status for done in ends] == [0, 0], ends
    assert tree(made.folder) == clean[pair[0]][1]


def test_two_builds_of_different_articles_leave_the_site_of_one(shop, other, made, clean, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "other.txt").write_text(ARTICLE.replace("Lindvik", "Osthavn"))
    made.again()
    other.run(made.folder, "build", "--seeds", tmp_path / "seeds")
    theirs = tree(made.folder / "site")
    whole = clean["build"][1].items()
    ours = {path.removeprefix("site/"): content for path, content in whole if path.startswith("site/")}
    shop.start(made.folder, "build")
    other.start(made.folder, "build", "--seeds", tmp_path / "seeds")
    ends = [shop.done(), other.done()]
    assert [done.status for done in ends] == [0, 0], ends
    assert tree(made.folder / "site") in (ours, theirs)
    assert not [path for path in made.folder.iterdir() if path.name.startswith(".")]


def test_what_is_wrong_after_a_fault_is_seen(made):
    """The check itself."""
    fine = Done(1, "the disk is full.", "", 0)
    good = made.before | {"site/index.html": b"new"}
    assert faults_left(made.before, good, made.before, fine) == []
    assert faults_left(made.before, good, good, fine) == []
    assert faults_left(made.before, good, made.before, Done(0, "", "", 0))
    assert faults_left(made.before, good, made.before, Done(1, "Traceback …", "", 0))
    assert faults_left(made.before, good, made.before | {"site/index.html": b"ne"}, fine)
    assert faults_left(made.before, good, made.before | {".site.new": None}, fine)
    assert faults_left(made.before, good, {**made.before, "docs/mine.md": b""}, fine)
    half = made.before | {"site/index.html": b"new", "site/404.html": b"new"}
    assert faults_left(made.before, half, made.before | {"site/404.html": b"new"}, fine)
