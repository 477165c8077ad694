"""`briefing write`, then Zensical: the same pages say the same as those of MkDocs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.plugin import runs
from tests.plugin.test_plugin import ARTICLE

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same folder built by both: an article, another with a hostile title, and the repository's own mkdocs.yml."""
    folder = tmp_path_factory.mktemp("both")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "generator" / "overrides", folder / "generator" / "overrides")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE)
    (folder / "seeds" / "hostile.txt").write_text(ARTICLE.replace("Harbour Opens", "<b>*Harbour*</b> {{ 7*7 }} & Co."))
    runs.run_write(folder / "mkdocs.yml", seeds=None)
    runs.run_build(folder / "mkdocs.yml", seeds=None, site_dir=folder / "by_mkdocs", strict=True)
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "by_mkdocs", folder / "site"


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def words(site: Path, page: str) -> str:
    """What the page's article says, without the marks of permanent links."""
    article = html.fromstring((site / page).read_bytes()).xpath("//article")[0]
    for link in article.xpath('.//*[contains(@class, "headerlink") or contains(@class, "md-content__button")]'):
        link.drop_tree()
    return re.sub(r"\s+", " ", article.text_content()).strip()


def test_both_build_the_same_pages(sites):
    ours, theirs = sites
    assert pages(ours) == pages(theirs)
    assert len(pages(ours)) > 20


def test_pages_say_the_same(sites):
    ours, theirs = sites
    assert [page for page in sorted(pages(ours) - {"404.html"}) if words(ours, page) != words(theirs, page)] == []


def test_data_and_our_own_files_are_the_same(sites):
    ours, theirs = sites
    files = [path.relative_to(ours) for path in ours.rglob("*") if path.suffix in {".json", ".csv", ".woff2"}]
    files = [path for path in files if path.parts[0] != "search"]
    assert files
    assert [path for path in files if (ours / path).read_bytes() != (theirs / path).read_bytes()] == []


def test_hostile_title_shows_literally_in_both(sites):
    for site in sites:
        page = html.fromstring((site / "briefings/hostile/index.html").read_bytes())
        assert "<b>*Harbour*</b> {{ 7*7 }} & Co." in page.xpath("//h1")[0].text_content()
        assert "<b>*Harbour*</b> {{ 7*7 }} & Co." in page.xpath("//title")[0].text_content()


def test_search_index_of_zensical_holds_every_heading(sites):
    _, theirs = sites
    assert "Ane Holm" in (theirs / "search.json").read_text(encoding="utf-8")
