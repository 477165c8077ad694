"""What `briefing new FILE` does: an article goes into the folder of seeds, with a sidecar of what was found in it."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.errors import BuildError, reason_of
from generator.model import Article
from generator.read import read_article
from generator.render.feeds import SIDECAR_SCHEMA
from generator.replace import add_file


def add_article(file: Path, seeds: Path, *, site_url: str | None = None) -> tuple[Path, Path]:
    """Copies the file into the folder, byte for byte, writes NAME.yml beside it, and gives back both paths.

    `site_url` is where the site will stand, which publishes the schema of NAME.yml; None where nobody knows.

    A sidecar that stands beside the file is taken along instead. Raises ReadError when the file is no article, and
    BuildError rather than write over anything; then nothing is left behind.
    """
    article = read_article(file)
    target, sidecar = seeds / file.name, (seeds / file.name).with_suffix(".yml")
    beside = file.with_suffix(".yml")
    is_there = target.exists() and target.samefile(file)
    if sidecar.exists() or (target.exists() and not is_there):
        taken = sidecar if sidecar.exists() else target
        raise BuildError(taken, "is there already", hint="rename the new article, or edit the one that is there")
    try:
        seeds.mkdir(parents=True, exist_ok=True)
        if not is_there:
            add_file(target, file.read_bytes())
        try:
            fresh = schema_line(site_url) + sidecar_text(article)
            add_file(sidecar, beside.read_bytes() if beside.exists() else fresh.encode("utf-8"))
        except OSError:
            if not is_there:
                target.unlink()
            raise
    except OSError as error:
        problem = f"cannot be written ({reason_of(error)})"
        raise BuildError(seeds, problem, hint="check the folder's permissions") from error
    return target, sidecar


def schema_line(site_url: str | None) -> str:
    """The first line of a sidecar, by which many text editors complete and check it; empty without an address."""
    return f"# yaml-language-server: $schema={site_url.rstrip('/')}/{SIDECAR_SCHEMA}\n" if site_url else ""


def sidecar_text(article: Article) -> str:
    """A sidecar that says what was found in the article, and asks for the rest in comments."""
    dated = f"Found in: {article.published_from}." if article.published_from else "The article does not say it."
    return "\n".join(
        [
            "# What is known about the article. Every field is optional: where one is missing, the site says",
            '# "not stated". Lines that begin with # are remarks. Corrections of the briefing go below these fields.',
            "",
            "# The headline, as the site shows it.",
            _field("title", article.title),
            "# Who wrote it: [Jane Doe] or [Jane Doe, John Roe].",
            _field("byline", list(article.byline) or None, example="[Jane Doe]"),
            f'# The day it appeared. Words such as "last week" count from it. {dated}',
            _field("published", article.published.isoformat() if article.published else None, example="2026-03-01"),
            "# The paper or site that published it.",
            _field("publisher", article.publisher, example="The Daily Example"),
            "# Its address, so that citations open the publisher's page at the sentence.",
            _field("url", article.url, example="https://example.org/article"),
            "# The language of the text.",
            _field("language", article.language),
            "# `full` lets the site show the whole text: own work, public domain or an open licence only.",
            "# `excerpts`, the default, shows quotations and single sentences.",
            _field("rights", article.rights, example="full"),
            "",
        ]
    )


def _field(name: str, value: str | list[str] | None, *, example: str = "") -> str:
    """A line of YAML; a remark with an example where nothing is known."""
    if value is None:
        return f"# {name}: {example}"
    is_day = name == "published"
    return f"{name}: {value if is_day else _scalar(value)}"


def _scalar(value: str | list[str]) -> str:
    """The value on one line, quoted where YAML would read something else into it."""
    line = yaml.safe_dump(value, allow_unicode=True, width=float("inf"), default_flow_style=True)
    return line.removesuffix("\n").removesuffix("\n...")
