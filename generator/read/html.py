"""A page saved by a browser in; its main text and what its metadata says out. The only home of trafilatura."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from generator.errors import ReadError
from generator.read.metadata import tidy, web_address
from generator.read.page import Page, in_paragraphs
from generator.read.source import shown

# Without a limit the date finder takes today's, and the same page would be read differently tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{8,1500}) -->|\burl: (https?://\S{4,1500})")
_HINT = "save the article's text as a .txt file instead"


def read_html(path: Path, text: str) -> Page:
    """The text has the title first, then a paragraph for each block of the main text, without tables and comments.

    What the page's metadata says wrongly (an address that is none) is left out, for nobody here can correct the page.
    """
    document = _extract(path, text)
    if document is None or not (document.text or "").strip():
        raise ReadError(shown(path), "no article was found in this page", hint=_HINT)
    said = {
        "title": document.title,
        "byline": [name for name in map(tidy, (document.author or "").split(";")) if name],
        "published": document.date,
        "publisher": document.sitename,
        "url": document.url,
    }
    metadata = {name: tidy(value) if isinstance(value, str) else value for name, value in said.items() if value}
    address = web_address(metadata.pop("url", "")) or _saved_from(text)
    if address:
        metadata["url"] = address
    return Page(in_paragraphs(document.title, document.text.split("\n")), metadata=metadata, if_empty=_HINT)


def _saved_from(text: str) -> str | None:
    """The address that Chrome and SingleFile note in the first lines of what they save."""
    found = _SAVED_FROM.search(text[:2000])
    return web_address(found[1] or found[2]) if found else None


def _extract(path: Path, text: str) -> Any:
    """Trafilatura's document, or None. It is given text and fetches nothing."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return bare_extraction(
            text, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except Exception as error:  # Whatever a library trips over in one page must not stop the others.
        raise ReadError(shown(path), "this page cannot be taken apart", hint=_HINT) from error
