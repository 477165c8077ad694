"""A folder of seeds for a test, written from strings or bytes."""

from __future__ import annotations

from pathlib import Path

from generator.model import Article
from generator.read import read_article

ARTICLE = "Harbour reopens\n\nThe ferries left at dawn on Thursday.\n\n“At last,” said Ann Lee.\n"


def write(folder: Path, name: str, content: str | bytes = ARTICLE) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path, content: str | bytes = ARTICLE, *, name: str = "harbour.txt", sidecar: str = "") -> Article:
    if sidecar:
        write(folder, Path(name).with_suffix(".yml").name, sidecar)
    return read_article(write(folder, name, content))


def body(article: Article) -> list[str]:
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def dropped(article: Article) -> dict[str, str]:
    return {item.span.of(article.text): item.reason for item in article.dropped}
