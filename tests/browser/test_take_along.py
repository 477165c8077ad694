"""What people take with them: the site as one zip file, and the briefing as a PDF."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from typer.testing import CliRunner

from generator import pdf
from generator.archive import write_archive
from generator.cli import app
from tests.browser.conftest import ARTICLE, ROOT, type_into_search


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: Browser) -> Path:
    """A folder with one article; the command finds the browser of the other tests."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "seeds" / "harbour.yml").write_text("rights: full\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_CHROMIUM", shutil.which("chromium") or chromium.browser_type.executable_path)
    return tmp_path


def briefing(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_the_archive_works_where_it_is_unpacked(folder, chromium: Browser):
    done = briefing("build", "--offline")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "elsewhere")
    context = chromium.new_context()
    page, asked, errors = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / "elsewhere" / "site" / "index.html").as_uri())
    type_into_search(page, "détente")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    page.keyboard.press("Escape")
    page.locator(".md-tabs a", has_text="Quotes").click()
    assert page.locator("h1").inner_text().startswith("Quotes")
    assert {url.split(":")[0] for url in asked} <= {"file", "blob", "data"}
    assert errors == []
    context.close()


def test_an_archive_is_searched_without_a_server_whatever_the_settings_say(folder):
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  - about.md\n", "")
    settings = settings.replace("generator/overrides", str(ROOT / "generator/overrides"))
    (folder / "mkdocs.yml").write_text(settings.replace("- briefing:", "- briefing:\n      search: pagefind"))
    (folder / "docs").mkdir()
    assert briefing("build", "--offline").exit_code == 0
    with zipfile.ZipFile(folder / "site.zip") as archive:
        assert json.loads(archive.read("site/search/search_index.json"))["docs"]
        assert not [name for name in archive.namelist() if name.startswith("site/pagefind/")]
        assert b"briefing-search" not in archive.read("site/index.html")


def test_two_archives_of_a_site_are_the_same_and_hold_no_hidden_file(tmp_path: Path):
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("one")
    (site / ".lock").write_text("hidden")
    write_archive(site, tmp_path / "one.zip")
    (site / "a" / "index.html").touch()
    write_archive(site, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist() == ["site/a/index.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.zip", "site", "two.zip"]


def test_any_date_of_the_environment_gives_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("one")
    for epoch, year in (("0", 1980), ("1767225600", 2026), ("9" * 30, 2107), ("soon", 1980)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        write_archive(tmp_path / "site", tmp_path / "site.zip")
        assert zipfile.ZipFile(tmp_path / "site.zip").infolist()[0].date_time[0] == year


def test_the_pdf_holds_the_briefing_with_an_outline_and_links_inside_it(folder):
    done = briefing("pdf")
    assert done.exit_code == 0, done.output
    first = (folder / "briefing.pdf").read_bytes()
    assert briefing("pdf", "harbour").exit_code == 0
    assert (folder / "briefing.pdf").read_bytes() == first
    reader = PdfReader(folder / "briefing.pdf")
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "A tactical pause is not yet a lasting peace" in words
    assert f"1 / {len(reader.pages)}" in reader.pages[0].extract_text()
    assert "Issues" not in reader.pages[0].extract_text().split("\n")[0]
    assert reader.metadata is not None
    assert reader.metadata.title == "Harbour towns try a détente"
    titles = str([entry.title for entry in _entries(reader.outline)])
    assert all(name in titles for name in ("Quotes", "Analyst views", "Timeline", "Source and method"))
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    assert any("/Dest" in link for link in links)
    assert not any(str(link.get("/A", {}).get("/URI", "")).startswith("file:") for link in links)
    assert sorted(path.name for path in folder.iterdir()) == ["briefing.pdf", "seeds"]


def _entries(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _entries(entry)
        else:
            yield entry


def test_the_pdf_is_as_old_as_its_newest_article_or_as_the_environment_says(folder, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (folder / "seeds" / "older.txt").write_text(ARTICLE, encoding="utf-8")
    for name, day in (("harbour", "2026-03-03"), ("older", "2026-01-09")):
        (folder / "seeds" / f"{name}.yml").write_text(f"published: {day}\n", encoding="utf-8")
    for arguments, epoch, day in [
        (("pdf",), "", "2026-03-03"),
        (("pdf", "older"), "", "2026-01-09"),
        (("pdf", "older"), "1767225600", "2026-01-01"),
    ]:
        if epoch:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert briefing(*arguments).exit_code == 0
        metadata = PdfReader(folder / "briefing.pdf").metadata
        assert metadata is not None
        assert f"{metadata.creation_date:%Y-%m-%d %H:%M %z}" == f"{day} 00:00 +0000"
        assert metadata.modification_date == metadata.creation_date


@pytest.mark.parametrize(
    ("epoch", "published", "moment"),
    [
        ("", None, "1980-01-01T00:00:00"),
        ("soon", date(900, 5, 1), "0900-05-01T00:00:00"),
        ("0", date(2026, 5, 1), "1970-01-01T00:00:00"),
        ("9" * 30, None, "9999-12-31T23:59:59"),
    ],
)
def test_any_date_of_the_environment_gives_a_pdf_of_the_same_length(monkeypatch, epoch, published, moment):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert pdf._moment(published).isoformat() == f"{moment}+00:00"
    drawn = b"/CreationDate (D:20260728101112+00'00')\n/ModDate (D:20260728101112+00'00')>>"
    dated = pdf._same_each_time(drawn, pdf._moment(published))
    assert len(dated) == len(drawn)
    assert dated.count(re.sub(r"\D", "", moment).encode()) == 2


def test_without_a_browser_one_sentence_says_what_to_install(folder, monkeypatch):
    monkeypatch.delenv("BRIEFING_CHROMIUM")
    monkeypatch.setenv("PATH", str(folder))
    done = briefing("pdf")
    assert done.exit_code == 1
    assert done.output == (
        "briefing.pdf: no browser was found to draw the PDF; install Chromium or Chrome, or name one in the variable "
        "BRIEFING_CHROMIUM.\n"
    )


def test_a_browser_that_does_not_run_leaves_the_last_pdf(folder, monkeypatch):
    (folder / "briefing.pdf").write_text("the last one")
    monkeypatch.setenv("BRIEFING_CHROMIUM", str(folder / "none"))
    done = briefing("pdf")
    assert (done.exit_code, (folder / "briefing.pdf").read_text()) == (1, "the last one")
    assert "does not run" in done.output


def test_an_article_that_is_not_there_is_named(folder):
    done = briefing("pdf", "nothing")
    assert done.exit_code == 2
    assert done.output == "nothing: is no article of this folder; name one of harbour.\n"
