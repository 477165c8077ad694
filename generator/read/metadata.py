"""What a sidecar, front matter or a page says about an article, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from generator.errors import BriefingError, ReadError, SeveralErrors
from generator.read.bylines import split_names
from generator.read.dates import parse_date
from generator.read.source import shown

FIELDS = ("title", "byline", "published", "publisher", "url", "language", "rights")
# "full": the site may show the whole text. "excerpts": the default, said aloud.
RIGHTS = ("full", "excerpts")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.]{1,15} ?(?:Z|[+-]\d\d:?\d\d)?)?")
# Browsers and servers agree on about 2,000 characters.
_LONGEST_URL = 2000
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Metadata:
    """None where nothing is said. An empty byline says that there is none."""

    title: str | None = None
    byline: tuple[str, ...] | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None


def check_metadata(path: Path, fields: dict[str, Any], lines: dict[str, int]) -> Metadata:
    """The fields of FIELDS among `fields`; others are not looked at. Raises ReadError with the line of a wrong one,
    and SeveralErrors where several are wrong."""
    check = _Checker(path, fields, lines)
    metadata = Metadata(
        title=check.field("title", check.words),
        byline=check.field("byline", check.names),
        published=check.field("published", check.day),
        publisher=check.field("publisher", check.words),
        url=check.field("url", check.address),
        language=check.field("language", check.language),
        rights=check.field("rights", check.rights),
    )
    if check.errors:
        raise check.errors[0] if len(check.errors) == 1 else SeveralErrors(sorted(check.errors, key=_line))
    return metadata


def _line(error: BriefingError) -> int:
    return getattr(error, "line", None) or 0


def web_address(value: str) -> str | None:
    """The address if it is a plain http or https one with a host, else None."""
    if len(value) > _LONGEST_URL or any(c.isspace() or not c.isprintable() or c in '<>"\\`{}|^' for c in value):
        return None
    try:
        parts = urlsplit(value)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port
    except ValueError:
        return None
    return value if is_good else None


@dataclass(frozen=True, slots=True)
class _Checker:
    path: Path
    fields: dict[str, Any]
    lines: dict[str, int]
    errors: list[BriefingError] = field(default_factory=list)

    def field(self, name: str, read: Callable[[str], _Value | None]) -> _Value | None:
        """What is read; None, with the error kept, where it is wrong."""
        try:
            return read(name)
        except ReadError as error:
            self.errors.append(error)
            return None

    def wrong(self, name: str, problem: str, hint: str) -> ReadError:
        return ReadError(shown(self.path), f"`{name}` {problem}", hint=hint, line=self.lines.get(name))

    def words(self, name: str) -> str | None:
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.wrong(name, "is not text", "put it in quotation marks")
        return tidy(value) or None

    def names(self, name: str) -> tuple[str, ...] | None:
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, str):
            return split_names(tidy(value))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(name, "is not a list of names", "write [Jane Doe, John Roe]")
        return tuple(filter(None, map(tidy, value)))

    def day(self, name: str) -> date | None:
        value = self.fields.get(name)
        if value is None or value == "":
            return None
        found = None
        if isinstance(value, str):
            iso = _ISO_DAY.fullmatch(value.strip())
            found = parse_date(iso.group(1) if iso else value)
        if found is None:
            raise self.wrong(name, "is not a date", "write 2026-03-01")
        return found

    def address(self, name: str) -> str | None:
        value = self.words(name)
        if value is not None and web_address(value) is None:
            raise self.wrong(name, "is not a web address", "write https://example.org/article")
        return value

    def language(self, name: str) -> str | None:
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value.strip()):
            raise self.wrong(name, "is not the code of a language", 'write "en", in quotation marks')
        return value.strip()

    def rights(self, name: str) -> str | None:
        value = self.words(name)
        if value is not None and value not in RIGHTS:
            raise self.wrong(name, f"is neither {' nor '.join(RIGHTS)}", "write `full` only if you may publish it all")
        return value


def tidy(value: str) -> str:
    """One line, without characters that show nothing."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())
