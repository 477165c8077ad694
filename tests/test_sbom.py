"""What a release is made of: every pinned package and every vendored file, with licence and hash."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.sbom import is_allowed, packages

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bom():
    done = subprocess.run([sys.executable, "tools/sbom.py"], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0
    return json.loads(done.stdout)


def test_it_is_cyclonedx(bom):
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.5")
    assert bom["metadata"]["component"]["name"] == "briefing-site"


def test_every_pinned_package_is_listed_with_hashes(bom):
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", lock, re.MULTILINE))
    listed = {c["name"]: c for c in bom["components"] if c["type"] == "library"}
    assert set(listed) == pinned
    assert all(c["hashes"] and c["licenses"][0]["license"]["name"] != "unknown" for c in listed.values())


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_a_licence_of_the_list(lock):
    stated = {package["name"]: package["licenses"][0]["license"]["name"] for package in packages(lock)}
    assert len(stated) > 20
    assert {name: licence for name, licence in stated.items() if not is_allowed(licence)} == {}


@pytest.mark.parametrize("stated", ["MIT", "Apache-2.0 OR BSD-2-Clause", "MPL-1.1 OR GPL-2.0-only", "MIT AND PSF-2.0"])
def test_licence_that_asks_for_its_notice_only_is_allowed(stated):
    assert is_allowed(stated)


@pytest.mark.parametrize(
    "stated", ["unknown", "", "GPL-3.0-only", "MIT AND GPL-3.0-only", "MIT License, Other", "AGPL"]
)
def test_any_other_licence_is_refused(stated):
    assert not is_allowed(stated)


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_no_locked_package_has_a_hole_that_we_know_of(lock):
    """Only those of the list, for no database can be asked here: `make audit` asks one, where there is a network."""
    holes = known_holes()
    assert len(holes) > 10
    found = [
        f"{package['name']} {package['version']}: {advisory}, mended in {mended}"
        for package in packages(lock)
        for name, mended, advisory in holes
        if package["name"] == name and numbers(package["version"]) < numbers(mended)
    ]
    assert found == []


def known_holes():
    rows = (ROOT / "tools/known_holes.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(row.split()) for row in rows if row.strip() and not row.startswith("#")]


def numbers(version):
    return tuple(int(part) for part in re.findall(r"\d+", version)[:4])


def test_every_vendored_file_and_the_model_are_listed(bom):
    files = {c["name"] for c in bom["components"] if c["type"] == "file"}
    assets = ROOT / "generator/assets"
    ours = {"css/briefing.css", "css/fonts.css", "js/briefing.js", "js/fonts.js", "js/search.js", "VENDORED.txt"}
    assert files == {p.relative_to(assets).as_posix() for p in assets.rglob("*") if p.is_file()} - ours
    assert [c["licenses"] for c in bom["components"] if c["type"] == "machine-learning-model"] == [
        [{"license": {"name": "CC-BY-SA-4.0"}}]
    ]
