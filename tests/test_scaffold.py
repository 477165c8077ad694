"""`briefing new FILE`: the article is copied, and its sidecar says what was found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.errors import BuildError, ReadError
from generator.read import read_folder
from generator.scaffold import add_article

ARTICLE = (
    'Talks: "at last" #1\r\n\r\nBy Jane Doe and John Roe\r\n\r\n3 March 2021\r\n\r\nThe ministers met on Monday.\r\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def test_new_article_comes_with_a_sidecar_of_what_was_found(file: Path, tmp_path: Path) -> None:
    article, sidecar = add_article(file, tmp_path / "seeds")
    assert article.read_bytes() == ARTICLE.encode()
    assert yaml.safe_load(sidecar.read_text(encoding="utf-8")) == {
        "title": 'Talks: "at last" #1',
        "byline": ["Jane Doe", "John Roe"],
        "published": date(2021, 3, 3),
        "language": "en",
    }
    assert "# url: https://example.org/article" in sidecar.read_text(encoding="utf-8")
    assert read_folder(tmp_path / "seeds")[0].published_from == "sidecar"


def test_article_that_is_in_the_folder_already_gets_a_sidecar(file: Path, tmp_path: Path) -> None:
    assert add_article(file, tmp_path) == (file, tmp_path / "talks.yml")


def test_sidecar_beside_the_file_is_taken_along(file: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.yml").write_text("publisher: The Daily Example\n", encoding="utf-8")
    _, sidecar = add_article(file, tmp_path / "seeds")
    assert sidecar.read_text(encoding="utf-8") == "publisher: The Daily Example\n"


def test_nothing_is_written_over(file: Path, tmp_path: Path) -> None:
    add_article(file, tmp_path / "seeds")
    with pytest.raises(BuildError, match="is there already; rename the new article"):
        add_article(file, tmp_path / "seeds")


def test_bad_article_is_not_added(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(ReadError, match="is empty"):
        add_article(empty, tmp_path / "seeds")
    assert not (tmp_path / "seeds").exists()


def test_a_sidecar_names_the_schema_that_the_site_publishes(file: Path, tmp_path: Path) -> None:
    _, sidecar = add_article(file, tmp_path / "seeds", site_url="https://briefing.example/site")
    first = sidecar.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=https://briefing.example/site/sidecar.schema.json"
