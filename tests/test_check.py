"""`briefing check`: a good site passes; each kind of fault is found, with its file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.check import check_site, shown_share
from generator.cli import app
from generator.plugin.runs import run_build
from generator.read import read_article
from generator.settings import Settings

# Mostly plain narration, so that what a briefing shows of it stays within the limit.
PLAIN = """The span was built of local stone by two brothers from the valley above. Its four arches stand on piers
of oak and granite. Salt has eaten the railings, and gulls nest below the deck in spring. Carts crossed it first, then
trams, then long queues of cars on the road to the coast. A painter of the last century put it on a famous canvas with
the tide out and boats lying in the mud. Children fish from the steps. In winter the lamps go on at four and the stones
shine like the back of a wet seal. The old ferry still lies below it, half sunk, with a birch growing through its deck.
""".replace("\n", " ")
ARTICLE = f"""Bridge toll splits Marrow Bay

Mayor Ines Holt said on Tuesday that the bridge would carry a toll. “We have no other money,” she told reporters.

{PLAIN}

{PLAIN.replace("stone", "brick").replace("the", "each").replace("of", "near")}

“It is a tax on work,” said Pavel Orr, who owns a fleet of lorries.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Settings, Path]:
    folder = tmp_path_factory.mktemp("check")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "toll.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "seeds" / "toll.yml").write_text("url: https://example.org/toll?a=1\n", encoding="utf-8")
    run_build(None, seeds=folder / "seeds", site_dir=folder / "site", strict=True)
    return Settings(seeds=folder / "seeds"), folder / "site"


def changed(path: Path, change: Callable[[str], str], settings: Settings, site: Path) -> list[str]:
    """What a check says after a file is changed; it is put back."""
    before = path.read_text(encoding="utf-8")
    assert change(before) != before
    path.write_text(change(before), encoding="utf-8")
    try:
        return [str(error) for error in check_site(settings, site)]
    finally:
        path.write_text(before, encoding="utf-8")


def test_a_site_as_built_passes(made):
    assert [str(error) for error in check_site(*made)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("quotes.html", "</main>", '<a href="gone.html">x</a></main>', "leads to gone.html, which is not there"),
        ("quotes.html", "</main>", '<a href="views.html#no">x</a></main>', "views.html has no such place"),
        ("quotes.html", "</main>", '<a href="../../etc">x</a></main>', "leads to ../../etc, which is not there"),
        ("quotes.html", "</main>", '<img src="https://a.example/b.png"></main>', "from another host"),
        ("quotes.html", "</main>", '<a href="https://a.example/">x</a></main>', "is no article of this site"),
        ("quotes.html", "</main>", '<a href="javascript:x()">x</a></main>', "runs instead of leading somewhere"),
        (
            "quotes.html",
            "</main>",
            '<a href="https://example.org/toll?a=1#:~:text=Never%20said">x</a></main>',
            "cites `Never said`, which does not stand in the article",
        ),
        ("assets/briefing/css/briefing.css", ":root", "@import 'https://a.example/x.css'; :root", "fetches https://a"),
        ("search/search_index.json", '"location":"quotes.html"', '"location":"gone.html"', "leads to gone.html"),
        ("briefing.json", '"text": "We have', '"text": "He has', "is not verbatim"),
        ("briefing.json", '"sha256": "', '"sha256": "0', "belongs to another version"),
    ],
)
def test_a_fault_is_found(made, file, old, new, problem):
    settings, site = made
    found = changed(site / file, lambda text: text.replace(old, new), settings, site)
    assert any(problem in line and str(site / file) in line for line in found), found


def test_a_hand_written_page_may_lead_to_other_hosts_but_fetch_nothing(made):
    settings, site = made
    page = site / "mine.html"
    page.write_text('<a href="https://a.example/">x</a>', encoding="utf-8")
    try:
        assert check_site(settings, site) == ()
        page.write_text('<p>\n<script src="https://a.example/x.js"></script>', encoding="utf-8")
        assert [str(error) for error in check_site(settings, site)] == [
            f"{page}:2: fetches https://a.example/x.js from another host; correct the page or the template, "
            "and build again."
        ]
    finally:
        page.unlink()


def test_a_correction_that_does_not_apply_is_found(made):
    settings, site = made
    sidecar = settings.seeds / "toll.yml"
    found = changed(sidecar, lambda text: text + "actors:\n  Nobody Here: drop\n", settings, site)
    assert [line.split(";")[0] for line in found] == [f"{sidecar}:3: there is no actor `Nobody Here`"]


def test_more_of_an_article_than_the_limit_is_found(made):
    settings, site = made
    (site / "copy.html").write_text(f"<p>{ARTICLE}</p>", encoding="utf-8")
    try:
        *_, error = check_site(settings, site)
    finally:
        (site / "copy.html").unlink()
    assert f"the site shows 100% of its words, and {settings.extract_share:.0%} is the limit" in str(error)


def test_the_share_counts_runs_of_words_once(tmp_path):
    (tmp_path / "toll.txt").write_text(ARTICLE, encoding="utf-8")
    article = read_article(tmp_path / "toll.txt")
    run = "Its four arches stand on piers of oak and granite."
    total = len(ARTICLE.split()) - 5
    assert shown_share(article, [run, run.upper()]) == pytest.approx(10 / total, abs=0.01)
    assert shown_share(article, ["Its four arches stand firm"]) == 0


def test_a_folder_without_a_site_is_told_apart(made, tmp_path):
    (error,) = check_site(made[0], tmp_path)
    assert str(error) == f"{tmp_path}: holds no site; run `briefing build` first."


def test_a_site_below_a_folder_passes_with_the_addresses_of_its_404_page(made, tmp_path):
    default = Path(__file__).parents[1] / "generator" / "default"
    shutil.copytree(default / "docs", tmp_path / "docs")
    site, config = tmp_path / "site", tmp_path / "mkdocs.yml"
    text = (default / "mkdocs.yml").read_text(encoding="utf-8").replace("../", f"{default.parent}/")
    config.write_text("site_url: https://example.org/briefing/\n" + text, encoding="utf-8")
    run_build(config, seeds=made[0].seeds, site_dir=site, strict=True)
    settings = Settings(seeds=made[0].seeds, site_url="https://example.org/briefing/")
    assert "/briefing/" in (site / "404.html").read_text(encoding="utf-8")
    assert [str(error) for error in check_site(settings, site)] == []
    elsewhere = Settings(seeds=made[0].seeds, site_url="https://example.org/other/")
    assert any("leads to /briefing/" in str(error) for error in check_site(elsewhere, site))


def test_a_hand_written_page_that_is_gone_or_overwritten_is_found(made, tmp_path):
    settings, site = made
    page, place = tmp_path / "mine.md", site / "mine.html"
    page.write_text("# Mine\n\n## A *second* [heading](x.md) { #b }\n\n```\n# no heading\n```\n", encoding="utf-8")
    written = {"mine.html": page}
    (gone,) = check_site(settings, site, written)
    assert str(gone) == f"{page}: is hand-written, and {place} is not there; build the site again."
    try:
        place.write_text("<h1>Mine</h1><h2>A <em>second</em> <a href='#'>heading</a></h2>", encoding="utf-8")
        assert check_site(settings, site, written) == ()
        place.write_text("<h1>Mine</h1><h2>Quotes</h2>", encoding="utf-8")
        (lost,) = check_site(settings, site, written)
        assert str(lost).startswith(f"{page}:3: is hand-written, and {place} lacks its heading")
    finally:
        place.unlink(missing_ok=True)


def test_the_command_checks_the_hand_written_pages_of_the_project(made, tmp_path):
    default = Path(__file__).parents[1] / "generator" / "default"
    shutil.copytree(default / "docs", tmp_path / "docs")
    (tmp_path / "docs" / "mine.md").write_text("# Mine and nobody else’s\n", encoding="utf-8")
    text = (default / "mkdocs.yml").read_text(encoding="utf-8").replace("../", f"{default.parent}/")
    config, site = tmp_path / "mkdocs.yml", tmp_path / "site"
    config.write_text(text, encoding="utf-8")
    run_build(config, seeds=made[0].seeds, site_dir=site, strict=True)
    asked = ["check", "--config", str(config), "--seeds", str(made[0].seeds), "--site-dir", str(site)]
    done = CliRunner().invoke(app, asked)
    assert (done.exit_code, done.output) == (0, f"{site}: all is well\n")
    (site / "mine.html").unlink()
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 1
    assert "mine.md: is hand-written, and" in done.output
