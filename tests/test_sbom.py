"""What a release is made of: every pinned package and every vendored file, with licence and hash."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_every_vendored_file_and_the_model_are_listed(bom):
    files = {c["name"] for c in bom["components"] if c["type"] == "file"}
    assets = ROOT / "generator/assets"
    ours = {"css/briefing.css", "css/fonts.css", "js/briefing.js", "js/search.js", "VENDORED.txt"}
    assert files == {p.relative_to(assets).as_posix() for p in assets.rglob("*") if p.is_file()} - ours
    assert [c["licenses"] for c in bom["components"] if c["type"] == "machine-learning-model"] == [
        [{"license": {"name": "CC-BY-SA-4.0"}}]
    ]
