"""Plain `mkdocs build` and `mkdocs serve` with the plugin."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.plugin.plugin import HUBS, BriefingPlugin

ROOT = Path(__file__).parents[2]
ARTICLE = """Harbour Opens After Two Years

The harbour of Lindvik opened on Monday after two years of repairs, the port authority said.

"We have waited long enough," said Ane Holm, the director of the port. She expects 40 ships a week.

Fishermen say the new quay may be too high for their boats.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small project: one article, one hand-written page, the repository's own mkdocs.yml."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    config = (tmp_path / "mkdocs.yml").read_text().replace("generator/overrides", str(ROOT / "generator/overrides"))
    (tmp_path / "mkdocs.yml").write_text(config)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n\nBy hand.\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "harbour.txt").write_text(ARTICLE)
    return tmp_path


def built(folder: Path, *, command: str = "build", **options: object) -> MkDocsConfig:
    """What `mkdocs build` does; every warning fails it."""
    config = load_config(str(folder / "mkdocs.yml"), **options)
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return config


def page(folder: Path, name: str = "index.html") -> str:
    return (folder / "site" / name).read_text(encoding="utf-8")


def test_strict_build_gives_every_hub(folder):
    built(folder)
    for hub in HUBS:
        assert "</html>" in page(folder, hub.replace(".md", ".html"))
    assert "Harbour Opens After Two Years" in page(folder)


def test_navigation_names_hubs_and_no_other_page(folder):
    built(folder)
    assert "actors/ane-holm.html" not in page(folder, "timeline.html").split('data-md-component="content"')[0]
    assert (folder / "site" / "actors").is_dir()


def test_navigation_of_hubs_is_there_without_one_in_the_settings(folder):
    config = (folder / "mkdocs.yml").read_text()
    before, rest = config.split("\nnav:\n")
    (folder / "mkdocs.yml").write_text(before + "\n" + rest[rest.index("not_in_nav") :])
    built(folder)
    navigation = page(folder).split('data-md-component="content"')[0]
    assert "quotes.html" in navigation
    assert "about.html" in navigation


def test_scripts_stand_in_files(folder):
    built(folder)
    for path in (folder / "site").rglob("*.html"):
        assert "<script>" not in path.read_text(encoding="utf-8"), path
    scripts = list((folder / "site" / "assets/javascripts/inline").glob("*.js"))
    assert any("__md_scope" in script.read_text() for script in scripts)


def test_edit_link_leads_to_the_seed(folder):
    built(folder, edit_uri="https://code.example/us/site/edit/main/docs/")
    assert 'href="https://code.example/us/site/edit/main/docs/../seeds/harbour.txt"' in page(folder, "quotes.html")


def test_hand_written_page_takes_the_place_of_a_generated_one(folder):
    (folder / "docs" / "timeline.md").write_text("# My own timeline\n")
    built(folder)
    assert "My own timeline" in page(folder, "timeline.html")


def test_sitemap_is_dated_by_the_newest_article(folder):
    (folder / "seeds" / "harbour.yml").write_text("published: 2024-05-06\n")
    built(folder, site_url="https://briefing.example/")
    assert "<lastmod>2024-05-06</lastmod>" in page(folder, "sitemap.xml")
    assert page(folder, "sitemap.xml").count("<lastmod>") == page(folder, "sitemap.xml").count("2024-05-06")


def test_two_builds_are_the_same_to_the_byte(folder):
    (folder / "site_2").mkdir()
    built(folder)
    built(folder, site_dir=str(folder / "site_2"))
    files = [path.relative_to(folder / "site") for path in (folder / "site").rglob("*") if path.is_file()]
    assert len(files) > 30
    assert [f for f in files if (folder / "site" / f).read_bytes() != (folder / "site_2" / f).read_bytes()] == []


def test_broken_articles_are_named_at_once_and_the_last_site_stays(folder, caplog):
    built(folder)
    before = page(folder)
    (folder / "seeds" / "empty.txt").write_text("")
    (folder / "seeds" / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    with pytest.raises(Abort, match="the last good site is unchanged"):
        built(folder)
    said = [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.generator"]
    assert [Path(line.split(":")[0]).name for line in said] == ["empty.txt", "picture.txt"]
    assert page(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["docs", "mkdocs.yml", "seeds", "site"]


def test_warning_in_a_strict_build_leaves_the_last_site(folder):
    built(folder)
    (folder / "docs" / "about.md").write_text("[nowhere](nowhere.md)\n")
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        built(folder)
    assert "By hand" in page(folder, "about.html")


def test_failing_page_leaves_the_last_site(folder, monkeypatch):
    built(folder)

    def fails(self, output, **_):
        raise RuntimeError("in the middle")

    with monkeypatch.context() as patch:
        patch.setattr(BriefingPlugin, "_separated", fails)
        with pytest.raises(RuntimeError, match="in the middle"):
            built(folder)
    assert "Harbour" in page(folder)
    assert not (folder / ".site.new").exists()


def test_folder_without_articles_says_what_to_do(folder, caplog):
    (folder / "seeds" / "harbour.txt").unlink()
    with pytest.raises(Abort):
        built(folder)
    assert "holds no article; put a .txt, .md or .html file there" in caplog.text


def test_served_site_is_built_where_mkdocs_says(folder):
    built(folder, command="serve", site_dir=str(folder / "served"))
    assert (folder / "served" / "index.html").exists()


def test_only_changed_articles_are_analysed_again(folder, monkeypatch):
    (folder / "seeds" / "second.txt").write_text(ARTICLE.replace("Harbour", "Market"))
    built(folder, command="serve")
    analysed = []

    def counting(articles, **options):
        from generator.pipeline import brief_all

        articles = list(articles)
        analysed.append([article.slug for article in articles])
        return brief_all(articles, **options)

    monkeypatch.setattr("generator.build.brief_all", counting)
    config = load_config(str(folder / "mkdocs.yml"))
    (folder / "seeds" / "second.txt").write_text(ARTICLE.replace("Harbour", "Theatre"))
    build(config)
    (folder / "seeds" / "harbour.yml").write_text("publisher: The Lindvik Post\n")
    build(config)
    assert analysed == [["second"], ["harbour"]]
    assert "The Lindvik Post" in page(folder, "briefings/harbour/index.html")


class Server:
    def __init__(self) -> None:
        self.watched: list[str] = []

    def watch(self, path: str) -> None:
        self.watched.append(path)


def test_serve_watches_the_articles(folder):
    config = built(folder, command="serve", site_dir=str(folder / "served"))
    server = Server()
    config.plugins.on_serve(server, config=config, builder=None)
    assert server.watched == [str(folder / "seeds")]


def test_pages_on_disk_give_the_same_site(folder):
    from generator.plugin.runs import run_write

    built(folder)
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    run_write(folder / "mkdocs.yml", seeds=None)
    assert (folder / "docs" / "quotes.md").exists()
    built(folder)
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before


def test_page_on_disk_that_lost_its_article_is_not_published(folder):
    from generator.plugin.runs import run_write

    run_write(folder / "mkdocs.yml", seeds=None)
    stale = next((folder / "docs" / "actors").glob("*holm*.md"))
    (folder / "seeds" / "harbour.txt").write_text(ARTICLE.replace("Ane Holm", "Berit Dahl"))
    built(folder)
    assert not (folder / "site" / "actors" / f"{stale.stem}.html").exists()


def test_logger_is_one_that_strict_builds_count():
    from generator.plugin.plugin import log

    assert log.name.startswith("mkdocs.")
    assert log.parent is logging.getLogger("mkdocs") or log.parent.name.startswith("mkdocs")


def test_the_share_of_an_article_that_may_be_shown_is_a_setting(folder):
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("      seeds: seeds\n", "      seeds: seeds\n      extract_share: 0.3\n")
    )
    built(folder)
    assert "30 percent at most" in (folder / "site" / "source.html").read_text()


def test_a_share_that_is_none_stops_the_build_with_a_sentence(folder, caplog):
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("      seeds: seeds\n", "      seeds: seeds\n      extract_share: 30\n")
    )
    with pytest.raises(Abort):
        built(folder)
    assert "`extract_share` is no share; write a share between 0 and 1, such as 0.5." in caplog.text
