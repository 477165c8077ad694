"""Hostile files in the folder of seeds, through the whole program: names, sidecars, pages saved by a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from generator.cli import app
from tests.conftest import search_for, served
from tests.plugin.test_plugin import ARTICLE
from tests.test_safety import INSPECT, KNOWN, html_files, watched

NAMES = [
    '"><img src=x onerror=hit()>',
    "<script>hit()<&script>",
    "{{ 7*7 }}",
    "%2e%2e%2f..%2fetc",
    "-rf",
    "'; drop table",
    "CON",
    "a\u202eb",
    "index",
    "📰 news",
    "javascript:hit()",
]
SIDECAR = """title: "</title><script>hit()</script>"
byline: ["<img src=x onerror=hit()>", "{{ config }}"]
publisher: "[Post](javascript:hit())"
url: "https://paper.example/?a=%3Cscript%3E&b='onclick=hit()//*_[x](y)"
"""
SAVED = """<html><head><title>Saved <b>page</b></title><script>hit()</script></head><body onload="hit()"><article>
<h1>Harbour &lt;script&gt;hit()&lt;/script&gt; opens</h1>
<p>The harbour of Lindvik opened on Monday after two years of repairs, the port authority said on its own pages.</p>
<p>&ldquo;We have waited &lt;img src=x onerror=hit()&gt; long enough,&rdquo; said Ane Holm, the port's director.</p>
<p onclick="hit()">Fishermen say the new quay may be too high for their boats, and they want it rebuilt soon.</p>
</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_hostile_names_and_pages_stay_inside_and_run_nothing(folder, chromium: Browser):
    for number, name in enumerate(NAMES):
        text = ARTICLE.replace("Ane Holm", 'Ane "<b onclick=hit()>" Holm').replace("Harbour", f"Harbour {number}")
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "seeds" / "sidecar.txt").write_text(ARTICLE)
    (folder / "seeds" / "sidecar.yml").write_text(SIDECAR)
    (folder / "seeds" / "saved.html").write_text(SAVED)
    result = CliRunner().invoke(app, ["build"])
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["seeds", "site"]
    paths = [path for path in html_files(folder / "site") if path != "/404.html"]
    assert len({path.split("/")[2] for path in paths if path.startswith("/briefings/")}) == len(NAMES) + 2
    wrong: list[str] = []
    with served(folder / "site") as address:
        page = watched(chromium, address, wrong)
        found, _ = page.evaluate(INSPECT, [paths, sorted(KNOWN)])
        assert found == []
        for path in [path for path in paths if path.endswith("/index.html") and path.count("/") < 4]:
            page.goto(address + path[1:])
    assert wrong == []


@pytest.mark.parametrize(
    "sidecar",
    [
        '!!python/object/apply:os.system ["touch hit"]',
        "title: !!python/name:os.system x",
        "title: !include /etc/passwd",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: *b",
        "url: javascript:hit()",
        "url: file:///etc/passwd",
        'url: "https://paper.example/<script>hit()</script>"',
    ],
)
def test_hostile_sidecars_are_refused_in_a_sentence(folder, sidecar):
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE)
    (folder / "seeds" / "harbour.yml").write_text(sidecar)
    result = CliRunner().invoke(app, ["build"])
    assert result.exit_code == 1
    assert "harbour.yml" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["seeds"]


def test_search_works_in_pages_opened_from_a_folder(folder, chromium: Browser):
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE)
    assert CliRunner().invoke(app, ["build"]).exit_code == 0
    page = chromium.new_page()
    page.goto((folder / "site" / "index.html").as_uri())
    search_for(page, "holm")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    assert "holm" in page.locator(".md-search-result__list").inner_text().lower()
