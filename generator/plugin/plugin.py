"""The MkDocs plugin `briefing`: articles in, their pages among those of docs/."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.build import Built, assets, build
from generator.errors import BriefingError, SettingsError, SeveralErrors, near
from generator.on_disk import check_path, generated_in
from generator.plugin.inline_scripts import separate
from generator.plugin.pagefind import is_chosen, write_index
from generator.plugin.search_forms import with_forms
from generator.publish import Stage, unwritable
from generator.settings import Settings

# `--strict` counts warnings below "mkdocs" only.
log = logging.getLogger("mkdocs.plugins.generator")

_DEFAULTS = Settings()
OVERRIDES = Path(__file__).parents[1] / "overrides"
# What the navigation holds where mkdocs.yml does not say: never all pages, each of which would carry it.
HUBS = ["index.md", "issues/index.md", "actors/index.md", "quotes.md", "views.md", "timeline.md", "source.md"]
# For the sitemap of a site whose articles have no date: the day of the build would make each build differ.
NO_DATE = "1980-01-01"
# No room (of the disk, of a user's share, of one file), a disk that cannot be written, one that fails.
_REFUSALS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
# The latest moment that the header of a compressed sitemap can hold, in 2106.
_LATEST = 2**32 - 1


class Options(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say below `briefing:`; see Settings."""

    seeds = config_options.Type(str, default=str(_DEFAULTS.seeds))
    pipeline = config_options.Optional(config_options.Type(str))
    extract_share = config_options.Type((int, float), default=_DEFAULTS.extract_share)
    search = config_options.Choice(("auto", "material", "pagefind"), default=_DEFAULTS.search)


class BriefingPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """One object for a whole `mkdocs serve`, so that articles which have not changed are analysed once."""

    def __init__(self) -> None:
        self._command = ""
        self._is_dirty = False
        self._built: Built | None = None
        self._settings = Settings()
        self._scripts: dict[str, str] = {}
        self._stage: Stage | None = None
        self._site_dir = ""
        self._mkdocs: MkDocsConfig | None = None
        self._is_complete = False

    @property
    def built(self) -> Built:
        """What the last build was made of."""
        assert self._built is not None
        return self._built

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._command, self._is_dirty = command, dirty
        # MkDocs keeps the object for the next build of the same process, too.
        self._stage, self._is_complete = None, False

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Builds go to a folder beside the site until they are complete. Other plugins see that folder only."""
        self._settings = self._or_abort(settings_of, config, self.config)
        # Behind the site owner's own templates.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(OVERRIDES))
        # `serve` has a folder of its own, and a dirty build changes the site that is there.
        if self._command in ("build", "gh-deploy") and not self._is_dirty:
            self._mkdocs, self._site_dir = config, config.site_dir
            self._stage = Stage(Path(config.site_dir))
            self._or_abort(self._stage.open, lambda: log.info(f"Another build of {self._site_dir} is at work; waiting"))
            config.site_dir = str(self._stage.folder)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """All reading and analysing, before MkDocs empties the folder of the site."""
        known = self._built.briefings if self._built else ()
        self._built = self._or_abort(build, self._settings, known)
        for path in self.built.left_alone:
            log.info(f"{near(path)} is left alone: it is no text; save its words as {path.stem}.txt to have it read")
        self._scripts = {}

    @event_priority(100)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        assert self._built is not None
        docs = Path(config.docs_dir)
        ours = generated_in(docs)
        for path in ours:
            if file := files.get_file_from_path(path):
                files.remove(file)
        for page in self._built.pages:
            self._or_abort(check_path, page.path, docs)
            if _is_free(page.path, files):
                file = File.generated(config, page.path, content=page.content, inclusion=InclusionLevel.NOT_IN_NAV)
                if page.seed:
                    # The theme puts it into an attribute as it is.
                    file.edit_uri = quote(Path(os.path.relpath(page.seed, docs)).as_posix())
                files.append(file)
        for path, content in assets().items():
            if _is_free(path, files):
                files.append(File.generated(config, path, content=content))
        if config.nav is None:
            written = [file.src_uri for file in files.documentation_pages() if file.generated_by is None]
            config.nav = [path for path in HUBS if files.get_file_from_path(path)] + sorted({*written} - {*HUBS})
        return files

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        """The sitemap is dated by the articles, so that two builds on two days are the same to the byte."""
        assert self._built is not None
        # Read by overrides/main.html.
        config.extra["briefing_pagefind"] = self._or_abort(
            is_chosen, self._settings.search, len(files.documentation_pages())
        )
        if "SOURCE_DATE_EPOCH" not in os.environ:
            dates = [b.article.published.isoformat() for b in self._built.briefings if b.article.published]
            for file in files.documentation_pages():
                if file.page is not None:
                    file.page.update_date = max(dates, default=NO_DATE)
        return env

    @event_priority(-100)
    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return self._separated(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and not config.site_url:
            # Its addresses have to be whole; MkDocs writes no file of nothing.
            return ""
        return self._separated(output_content)

    @event_priority(-50)
    def _fold_search(self, *, config: MkDocsConfig) -> None:
        """After the search plugin has written its index, and before the offline plugin makes a script of it."""
        if config.extra["briefing_pagefind"]:
            self._or_abort(write_index, Path(config.site_dir))
            return
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            index.write_text(with_forms(index.read_text(encoding="utf-8")), encoding="utf-8")

    @event_priority(-100)
    def _complete(self, *, config: MkDocsConfig) -> None:
        for path, script in self._scripts.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(script, encoding="utf-8")
        self._is_complete = True

    on_post_build = CombinedEvent(_fold_search, _complete)

    def on_build_error(self, *, error: Exception) -> None:
        self._is_complete = False
        # What the disk refuses, MkDocs lets through with all its calls, and names a file of the theme.
        if isinstance(error, OSError) and self._stage is not None and _is_about(error, self._stage.folder):
            self._or_abort(_fail, unwritable(Path(self._site_dir), error))

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        server.watch(str(self._settings.seeds))
        return server

    def on_shutdown(self) -> None:
        """After every build, good or bad: MkDocs has counted its warnings by now."""
        if self._stage is None or self._mkdocs is None:
            return
        self._mkdocs.site_dir = self._site_dir
        if self._is_complete:
            self._or_abort(self._stage.publish)
        else:
            self._stage.discard()

    def _separated(self, output: str) -> str:
        page, scripts = separate(output)
        self._scripts |= scripts
        return page

    def _or_abort(self, action: Any, *arguments: Any) -> Any:
        """What `action` returns. Our own errors are logged, one sentence each, and end the build."""
        try:
            return action(*arguments)
        except BriefingError as error:
            errors: Iterable[BriefingError] = error.errors if isinstance(error, SeveralErrors) else (error,)
            for each in errors:
                log.error(str(each))
            raise Abort("Nothing was written; the last good site is unchanged.") from error


def settings_of(config: MkDocsConfig, options: Options) -> Settings:
    """Folders are relative to mkdocs.yml."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path()
    if not 0 <= options.extract_share <= 1:
        hint = "write a share between 0 and 1, such as 0.5"
        raise SettingsError(config.config_file_path or "mkdocs.yml", "`extract_share` is no share", hint=hint)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not (epoch.isascii() and epoch.isdigit() and int(epoch[:20]) <= _LATEST):
        hint = "unset it, or write the seconds since 1970, such as 1767225600"
        raise SettingsError("SOURCE_DATE_EPOCH", "is no moment from 1970 to 2106", hint=hint)
    return Settings(
        seeds=root / options.seeds,
        pipeline=options.pipeline,
        search=options.search,
        extract_share=float(options.extract_share),
        site_name=config.site_name,
        site_url=config.site_url or None,
    )


def _is_about(error: OSError, folder: Path) -> bool:
    """Whether writing below the folder has failed: by its name, or because that can only happen to who writes."""
    names = [Path(os.fsdecode(name)) for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    return error.errno in _REFUSALS or any(name.absolute().is_relative_to(folder) for name in names)


def _fail(error: BriefingError) -> None:
    raise error


def _is_free(path: str, files: Files) -> bool:
    """A hand-written page keeps its place."""
    found = files.get_file_from_path(path)
    if found is None or found.inclusion is InclusionLevel.EXCLUDED:
        return True
    log.info(f"{path} is hand-written and stays; the generated one is left out")
    return False
