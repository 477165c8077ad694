"""A built site in, its pages as a reader's browser takes them: anchors, addresses and words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# Attributes that make a browser go or fetch, and what each fetches of itself when the page is opened.
_ADDRESSES = ("href", "src", "poster", "action", "data", "formaction")
_UNSEEN = frozenset({"script", "style", "head", "template"})
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page leads, or what it fetches."""

    value: str
    line: int
    tag: str
    rel: str
    """As in HTML: "edit", "canonical" …; empty without one."""

    @property
    def is_link(self) -> bool:
        """Whether nothing happens before somebody clicks on it."""
        return self.tag in ("a", "area")


@dataclass
class PageFile(HTMLParser):
    """One HTML file, read once."""

    html: str
    ids: set[str] = field(default_factory=set)
    addresses: list[Address] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._unseen = 0
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids |= {values[name] for name in ("id", "name") if values.get(name)}
        for name in _ADDRESSES:
            if name in values:
                self.addresses.append(Address(values[name], self.getpos()[0], tag, values.get("rel", "")))
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.addresses.append(Address(candidate.split()[0], self.getpos()[0], tag, ""))
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def read_pages(site: Path) -> dict[str, PageFile]:
    """Every HTML file by its path below the site, sorted."""
    return {
        path.relative_to(site).as_posix(): PageFile(path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(site.rglob("*.html"))
    }


def stylesheet_addresses(site: Path) -> Iterator[tuple[str, Address]]:
    """What each style sheet fetches, with the sheet's path below the site."""
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in _CSS_URL.finditer(text):
            value = match[1] or match[2]
            yield (
                path.relative_to(site).as_posix(),
                Address(value.strip(), text.count("\n", 0, match.start()) + 1, "css", ""),
            )


def search_entries(site: Path) -> Iterator[tuple[str, str]]:
    """Address and words of each entry of Material's index; nothing where the site has none."""
    path = site / "search" / "search_index.json"
    if path.is_file():
        for entry in json.loads(path.read_text(encoding="utf-8")).get("docs", ()):
            yield entry.get("location", ""), f"{entry.get('title', '')} {entry.get('text', '')}"


def published_text(site: Path) -> Iterator[str]:
    """All that a reader can take from the site: words of pages, of the search index, and of the files to download."""
    for page in read_pages(site).values():
        yield " ".join(page.words)
    for _, words in search_entries(site):
        yield words
    for path in sorted([*site.rglob("briefing.json"), *site.rglob("*.csv")]):
        yield path.read_text(encoding="utf-8", errors="replace")
