"""One seed in, one Article out: decode, read the format, cut into blocks, sort, and put the metadata together."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from generator.errors import ReadError
from generator.model import Article, Dropped, Paragraph, Span
from generator.read.blocks import find_blocks, find_title
from generator.read.bylines import find_bare_byline, find_byline
from generator.read.dates import date_in_name, parse_date
from generator.read.english import may_be_english
from generator.read.formats import READERS
from generator.read.leftovers import Sorted, sort_blocks
from generator.read.metadata import Metadata, check_metadata
from generator.read.page import Page
from generator.read.renumbered import with_renumbered, words_of
from generator.read.sidecar import read_sidecar
from generator.read.slug import slug_of
from generator.read.source import decode, read_bytes, shown

_NOT_ENGLISH = "take it out of the folder, or write `language: en` into its sidecar if it is English"


def read_article(path: Path) -> Article:
    """The article with what its sidecar, its format and its own lines say about it, in this order of trust.

    Raises ReadError for everything that a person has to put right. Nothing is fetched.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None and not path.exists():
        raise ReadError(shown(path), "there is no such file", hint="check the name")
    if reader is None:
        raise ReadError(shown(path), "is no article", hint=f"its name must end in one of {', '.join(READERS)}")
    content = read_bytes(path)
    page = reader(path, decode(path, content))
    stated = check_metadata(path, page.metadata, page.lines)
    beside = read_sidecar(path)
    sidecar = beside.metadata
    title, blocks = _sorted(page, sidecar.byline or stated.byline or ())
    if not blocks.body:
        raise ReadError(shown(path), "holds no paragraph", hint=page.if_empty)
    language = sidecar.language or stated.language
    is_stated = (language or "").lower().split("-")[0] == "en"
    if not is_stated and not may_be_english(span.of(page.text) for span in blocks.body):
        raise ReadError(shown(path), "is not in English, which is all that can be read here", hint=_NOT_ENGLISH)
    published, published_from = _published(path, page, blocks, stated, sidecar)
    heading = (Dropped(title, "title"),) if title else ()
    paragraphs = _numbered(blocks)

    def paragraphs_of(earlier: bytes) -> tuple[str, ...]:
        try:
            old = reader(path, decode(path, earlier))
        except ReadError:
            return ()
        return words_of(old.text, _numbered(_sorted(old, sidecar.byline or ())[1]))

    now = words_of(page.text, paragraphs)
    written = with_renumbered(path, beside.corrections, beside.written, beside.commits, now, paragraphs_of)
    return Article(
        slug=slug_of(path.stem),
        path=path,
        title=sidecar.title or stated.title or _words(page.text, title) or _title_from_name(path),
        text=page.text,
        paragraphs=paragraphs,
        sha256=hashlib.sha256(content).hexdigest(),
        title_span=title,
        dropped=heading + blocks.dropped,
        byline=_byline(page.text, blocks, stated, sidecar),
        published=published,
        published_from=published_from,
        publisher=sidecar.publisher or stated.publisher,
        url=sidecar.url or stated.url,
        language=language or "en",
        rights=sidecar.rights or stated.rights,
        corrections=beside.corrections,
        written=written,
    )


def _sorted(page: Page, authors: tuple[str, ...]) -> tuple[Span | None, Sorted]:
    title, start = find_title(page.text)
    return title, sort_blocks(page.text, find_blocks(page.text, start), authors=authors)


def _numbered(blocks: Sorted) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{number}", span) for number, span in enumerate(blocks.body, start=1))


def _published(
    path: Path, page: Page, blocks: Sorted, stated: Metadata, sidecar: Metadata
) -> tuple[date | None, str | None]:
    """The day and where it was found. Of several datelines the first that states a day counts."""
    datelines = (parse_date(" ".join(span.of(page.text).split())) for span in blocks.datelines)
    found = {
        "sidecar": sidecar.published,
        page.origin: stated.published,
        "dateline": next(filter(None, datelines), None),
        "file name": date_in_name(path.stem),
    }
    return next(((day, origin) for origin, day in found.items() if day), (None, None))


def _byline(text: str, blocks: Sorted, stated: Metadata, sidecar: Metadata) -> tuple[str, ...]:
    for names in (sidecar.byline, stated.byline):
        if names is not None:
            return names
    found = (
        name for span in blocks.bylines for name in find_byline(span.of(text)) or find_bare_byline(span.of(text)) or ()
    )
    return tuple(dict.fromkeys(found))


def _words(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else ""


def _title_from_name(path: Path) -> str:
    """For a text without a title line: "budget-talks_2" as "Budget talks 2"."""
    words = slug_of(path.stem).replace("-", " ")
    return words[:1].upper() + words[1:]
