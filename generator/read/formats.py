"""The readers by the endings of file names. A new format is a file in this folder and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.read.html import read_html
from generator.read.markdown import read_markdown
from generator.read.page import Page

Reader = Callable[[Path, str], Page]


def read_plain(path: Path, text: str) -> Page:
    """Plain text is kept as it is."""
    return Page(text)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_markdown,
        ".html": read_html,
        ".htm": read_html,
    }
)
