"""The new site takes the old one's place in whole, or not at all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import publish
from generator.errors import BuildError
from generator.publish import Stage


def never() -> None:
    raise AssertionError("nobody else is building")


def filled(folder: Path, word: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text(word)


def built(site: Path, word: str) -> None:
    stage = Stage(site)
    stage.open(never)
    filled(stage.folder, word)
    stage.publish()


def test_first_site_is_put_in_place(tmp_path):
    built(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_nothing_is_left_beside_the_site(tmp_path):
    built(tmp_path / "site", "old")
    built(tmp_path / "site", "new")
    assert os.listdir(tmp_path) == ["site"]
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_pages_of_the_old_site_are_gone(tmp_path):
    built(tmp_path / "site", "old")
    (tmp_path / "site" / "gone.html").write_text("old")
    built(tmp_path / "site", "new")
    assert not (tmp_path / "site" / "gone.html").exists()


def test_hidden_files_of_the_old_site_are_carried_over(tmp_path):
    built(tmp_path / "site", "old")
    (tmp_path / "site" / ".git").mkdir()
    (tmp_path / "site" / ".git" / "HEAD").write_text("ref")
    (tmp_path / "site" / ".nojekyll").touch()
    built(tmp_path / "site", "new")
    assert (tmp_path / "site" / ".git" / "HEAD").read_text() == "ref"
    assert (tmp_path / "site" / ".nojekyll").exists()


def test_discarded_build_leaves_the_old_site(tmp_path):
    built(tmp_path / "site", "old")
    stage = Stage(tmp_path / "site")
    stage.open(never)
    filled(stage.folder, "new")
    stage.discard()
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert os.listdir(tmp_path) == ["site"]


def test_folder_of_somebody_else_is_not_replaced(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years of work")
    with pytest.raises(BuildError, match="holds something else than a site; name a new or an empty folder"):
        Stage(tmp_path / "site").open(never)
    assert (tmp_path / "site" / "thesis.txt").read_text() == "years of work"
    assert os.listdir(tmp_path) == ["site"]


def test_file_in_the_place_of_the_site_is_not_replaced(tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(BuildError, match="is a file; name a folder"):
        Stage(tmp_path / "site").open(never)


def test_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    built(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "new"


def test_without_an_exchange_by_the_system_two_renames_do(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    built(tmp_path / "site", "old")
    built(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert os.listdir(tmp_path) == ["site"]


def test_site_lost_between_two_renames_comes_back(tmp_path):
    filled(tmp_path / ".site.old", "old")
    stage = Stage(tmp_path / "site")
    stage.open(never)
    stage.discard()
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_second_build_waits_for_the_first(tmp_path):
    first = Stage(tmp_path / "site")
    first.open(never)
    code = (
        "import sys; from pathlib import Path; from generator.publish import Stage\n"
        "stage = Stage(Path(sys.argv[1])); stage.open(lambda: print('waiting', flush=True))\n"
        "(stage.folder / 'index.html').write_text('second'); stage.publish()"
    )
    with subprocess.Popen([sys.executable, "-c", code, tmp_path / "site"], stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "waiting\n"
        filled(first.folder, "first")
        first.publish()
        assert second.wait(60) == 0
    assert (tmp_path / "site" / "index.html").read_text() == "second"
    assert os.listdir(tmp_path) == ["site"]


BUILDS_FOREVER = """
import sys
from pathlib import Path
from generator.publish import Stage
number = 0
while True:
    number += 1
    stage = Stage(Path(sys.argv[1]))
    stage.open(lambda: None)
    for name in ("index.html", "404.html", *(f"{n}.html" for n in range(40))):
        (stage.folder / name).write_text(f"{number}")
    stage.publish()
    if number == 1:
        print("ready", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills as Unix does")
def test_killed_at_any_moment_the_site_is_whole(tmp_path):
    chance = random.Random(7)
    site = tmp_path / "site"
    for _ in range(25):
        with subprocess.Popen([sys.executable, "-c", BUILDS_FOREVER, site], stdout=subprocess.PIPE) as builder:
            assert builder.stdout is not None
            builder.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            builder.kill()
        pages = {path.name: path.read_text() for path in site.iterdir()}
        assert len(pages) == 42
        assert len(set(pages.values())) == 1, "pages of two builds"
