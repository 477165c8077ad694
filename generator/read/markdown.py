"""A Markdown file in; its front matter and its words, without the marks, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import ReadError
from generator.read.page import Page, in_paragraphs
from generator.read.safe_yaml import load_fields
from generator.read.source import shown

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(r"---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z_-]{1,40}:(?:[ \t]|$)", re.MULTILINE)
_UNSEEN = re.compile(r"<(?:(script|style)\b|!--)", re.IGNORECASE)
_UNSEEN_END = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "": re.compile("-->"),
}
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Names that other site generators give to the same fields.
_OTHER_NAMES = {"date": "published", "author": "byline", "authors": "byline", "source": "publisher", "lang": "language"}


def read_markdown(path: Path, text: str) -> Page:
    """The text has the title first (front matter, else the first heading or line), then a paragraph for each block.

    Pictures, comments and scripts are left out. Front matter that other programs add is not looked at.
    """
    fields, lines, body = _front_matter(path, text)
    for other, name in _OTHER_NAMES.items():
        if other in fields and name not in fields:
            fields[name], lines[name] = fields[other], lines[other]
    title = fields.get("title")
    return Page(
        in_paragraphs(title if isinstance(title, str) else None, list(_blocks(body))),
        metadata=fields,
        lines=lines,
        origin="front matter",
    )


def _front_matter(path: Path, text: str) -> tuple[dict[str, Any], dict[str, int], str]:
    opening = _FENCE.match(text)
    if opening is None:
        return {}, {}, text
    closing = _FENCE_END.search(text, opening.end())
    if closing is None:
        if _FIELD.match(text, opening.end()):
            raise ReadError(shown(path), "its front matter has no end", hint="write --- below the fields", line=1)
        return {}, {}, text
    fields, lines = load_fields(path, text[opening.end() : closing.start()], first_line=2)
    return fields, lines, text[closing.end() :]


def _blocks(body: str) -> Iterator[str]:
    """The words of each heading, paragraph, list item, and block of code or HTML."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "inline":
            yield "".join(_words(token.children or []))
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield from _TAG.sub(" ", _seen(token.content)).split("\n\n")


def _seen(content: str) -> str:
    """Without comments, scripts and styles; one that has no end stays. Each end is looked for once, not from each start
    again: 5 MB of `<!--` would take days."""
    kept: list[str] = []
    at, endless = 0, set[str]()
    while start := _UNSEEN.search(content, at):
        kind = (start[1] or "").lower()
        end = None if kind in endless else _UNSEEN_END[kind].search(content, start.end())
        if end is None:
            endless.add(kind)
            kept.append(content[at : start.end()])
        else:
            kept += [content[at : start.start()], " "]
        at = (end or start).end()
    return "".join([*kept, content[at:]])


def _words(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
