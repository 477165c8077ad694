"""The mkdocs.yml that travels with the package, against the repository's own and against the code."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from generator.plugin.plugin import HUBS
from generator.plugin.runs import DEFAULT

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "generator" / "assets"


def loaded(path: Path) -> dict:
    with path.open("rb") as stream:
        return yaml_load(stream)


def test_both_say_the_same():
    ours, default = loaded(ROOT / "mkdocs.yml"), loaded(DEFAULT)
    assert ours["nav"] == [*default["nav"], "about.md"]
    assert ours["theme"].pop("custom_dir") == "generator/overrides"
    assert default["theme"].pop("custom_dir") == "../overrides"
    own = {"nav", "site_name", "site_description", "edit_uri", "site_url"}
    assert {key: value for key, value in ours.items() if key not in own} == {
        key: value for key, value in default.items() if key not in own
    }


def test_navigation_is_the_hubs():
    nav = loaded(DEFAULT)["nav"]
    assert [entry if isinstance(entry, str) else next(iter(entry.values())) for entry in nav] == HUBS


def test_browser_files_are_there_and_load_nothing_from_elsewhere():
    config = loaded(DEFAULT)
    for path in [*config["extra_css"], *config["extra_javascript"], *config["extra"]["polyfills"]]:
        assert (ASSETS / path.removeprefix("assets/briefing/")).is_file(), path
    for path in ASSETS.rglob("*.css"):
        assert "//" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/", ""), path


def test_vendored_files_are_those_of_the_list():
    lines = (ASSETS / "VENDORED.txt").read_text(encoding="utf-8").splitlines()[4:]
    listed = {line.split()[-2]: line.split()[-1] for line in lines if line.strip()}
    folders = [*(ASSETS / "fonts").iterdir(), *(ASSETS / "vendor").iterdir()]
    found = {path.relative_to(ASSETS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in folders}
    assert found == listed
