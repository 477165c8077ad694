"""One article in four forms is read as the same article."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Article
from generator.read import read_article

from .gold import ARTICLES

FORMS = sorted(path for path in (Path(__file__).parents[1] / "fixtures" / "formats").iterdir())


@pytest.fixture(scope="module")
def plain() -> Article:
    return read_article(ARTICLES / "policy.txt")


def words(article: Article) -> list[str]:
    return [" ".join(p.span.of(article.text).split()) for p in article.paragraphs]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_form_gives_the_same_title_and_paragraphs(path: Path, plain: Article) -> None:
    article = read_article(path)
    assert article.title == plain.title
    assert words(article) == words(plain)


@pytest.mark.parametrize(
    "path", [path for path in FORMS if path.suffix in (".md", ".html")], ids=lambda path: path.stem
)
def test_metadata_of_the_form_is_read(path: Path, plain: Article) -> None:
    article = read_article(path)
    assert article.byline == plain.byline == ("Marit Owens",)
    assert article.published == plain.published
    assert article.publisher == plain.publisher
