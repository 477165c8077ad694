"""A folder of seeds in, every file of the site out: what `plugin` hands to MkDocs and `cli` writes below docs/."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.errors import BriefingError, SettingsError, SeveralErrors
from generator.model import Article, Briefing
from generator.pipeline import brief_all
from generator.read import left_alone, read_all
from generator.render.page import Page
from generator.render.site import render_site
from generator.settings import Settings

# Our style sheets, scripts and fonts stand apart from those of the theme and of the site's owner.
ASSETS = "assets/briefing"


@dataclass(frozen=True, slots=True)
class Built:
    """All that a site is made of, before MkDocs or Zensical turn it into HTML."""

    briefings: tuple[Briefing, ...]
    pages: tuple[Page, ...]
    left_alone: tuple[Path, ...] = ()
    """Documents among the articles that cannot be read, which somebody may take for articles."""

    def files(self) -> dict[str, bytes]:
        """Content of every file by its path below docs/, pages first."""
        return {page.path: _encoded(page.content) for page in self.pages} | assets()


def build(settings: Settings, known: Iterable[Briefing] = ()) -> Built:
    """Read, analyse and render. A briefing of `known` is taken as it is where its article has not changed at all.

    Raises ReadError, SeveralErrors or SettingsError; by then nothing has been written.
    """
    articles, errors = read_all(settings.seeds)
    if errors:
        raise SeveralErrors([*errors, *_faults_of_corrections(articles, settings)])
    if not articles:
        raise SettingsError(settings.seeds, "holds no article", hint="put a .txt, .md or .html file there")
    earlier = {briefing.article.path: briefing for briefing in known}
    is_known = [article.path in earlier and earlier[article.path].article == article for article in articles]
    changed = [article for article, known in zip(articles, is_known, strict=True) if not known]
    fresh = brief_all(changed, pipeline=settings.pipeline)
    briefings = tuple(
        earlier[article.path] if known else next(fresh) for article, known in zip(articles, is_known, strict=True)
    )
    return Built(briefings, render_site(briefings, settings), left_alone(settings.seeds))


def _faults_of_corrections(articles: Iterable[Article], settings: Settings) -> tuple[BriefingError, ...]:
    """What else is wrong where there will be no site, so that an editor hears of everything at once."""
    try:
        for _ in brief_all((article for article in articles if article.corrections), pipeline=settings.pipeline):
            pass
    except SeveralErrors as error:
        return error.errors
    return ()


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


@cache
def assets() -> dict[str, bytes]:
    """Style sheets, scripts and fonts by their path below docs/."""
    return dict(_walk(files("generator") / "assets", ASSETS))


def _walk(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
