"""The command's options in; a site, a server or written pages out, by way of the folder's mkdocs.yml."""

from __future__ import annotations

import copy
import errno
import html
import logging
import os
import re
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Before Material is imported: it prints a notice of its end of life on every start.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_site
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.utils.yaml import yaml_load
from yaml import YAMLError

from generator.archive import write_archive
from generator.build import Built
from generator.build import build as build_pages
from generator.errors import BriefingError, SettingsError, near, reason_of
from generator.on_disk import Written, generated_in, write_files
from generator.pdf import write_pdf
from generator.plugin.plugin import BriefingPlugin, settings_of
from generator.read import READERS
from generator.render.measured import PAGE as MEASURED
from generator.render.page import Page
from generator.settings import Settings

# Where the package says what its users should know; MkDocs says much that they need not.
OURS = "mkdocs.plugins.generator"
# An address in use, one of another machine, one for the system alone.
_NOT_OURS = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}
DEFAULT = Path(__file__).parents[1] / "default" / "mkdocs.yml"


class Failed(BriefingError):
    """MkDocs or the plugin have said what is wrong, line by line; this is the last one."""


def run_build(
    file: Path | None, *, seeds: Path | None, site_dir: Path | None, strict: bool | None, offline: bool = False
) -> str:
    """Build the site, and `offline` an archive of it beside its folder; says what was built, in a sentence."""
    start = time.perf_counter()
    options = _options(file, seeds, search="material" if offline else None, site_dir=_absolute(site_dir), strict=strict)
    folder, _ = _built(options)
    done = f"{near(folder)}: built in {time.perf_counter() - start:.1f} s; open {near(folder / 'index.html')}"
    if not offline:
        return done
    archive = folder.with_name(f"{folder.name}.zip")
    write_archive(folder, archive)
    return f"{done}\n{near(archive)}: the same to take along, {archive.stat().st_size / 1e6:.1f} MB"


def run_pdf(file: Path | None, *, seeds: Path | None, article: str | None, output: Path) -> str:
    """Print the briefings, or that of the article of this name, into one file; says how long it is, in a sentence."""
    if not output.absolute().parent.is_dir():
        raise SettingsError(output, "would stand in a folder that is not there", hint="make the folder first")
    with tempfile.TemporaryDirectory() as scratch:
        options = _options(file, seeds, site_dir=str(Path(scratch) / "site"), strict=None, use_directory_urls=False)
        folder, built = _built(options)
        names = [briefing.article.path.stem for briefing in built.briefings]
        if article is not None and Path(article).suffix.lower() in READERS and Path(article).stem in names:
            article = Path(article).stem
        if article is not None and article not in names:
            raise SettingsError(article, "is no article of this folder", hint=f"name one of {', '.join(names)}")
        pages = [
            page
            for page in built.pages
            if page.path.endswith(".md") and is_printed(page) and (article is None or _stem(page) == article)
        ]
        title = html.unescape(str(pages[0].meta["title"]))
        printed = [f"{page.path.removesuffix('.md')}.html" for page in pages]
        days = [b.article.published for b in built.briefings if article is None or b.article.path.stem == article]
        write_pdf(folder, printed, output, title=title, published=max(filter(None, days), default=None))
    return f"{near(output.absolute())}: {len(pages)} pages of the site"


def is_printed(page: Page) -> bool:
    """All but the page of benchmarks and a page for each actor: what that one gathers stands on the other pages."""
    if page.path == MEASURED:
        return False
    folders = page.path.split("/")[:-1]
    return "actors" not in folders or page.path.endswith("actors/index.md")


def _stem(page: Page) -> str:
    return Path(page.seed).stem if page.seed else ""


def _built(options: dict[str, Any]) -> tuple[Path, Built]:
    """Builds; the site's folder, and what it was made of."""
    with _mkdocs(logging.WARNING):
        config = load_config(**options)
        folder = Path(config.site_dir)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
        plugin = config.plugins["briefing"]
        assert isinstance(plugin, BriefingPlugin)
        return folder, plugin.built


def run_serve(file: Path | None, *, seeds: Path | None, address: str, open_in_browser: bool = False) -> None:
    """Serve until interrupted."""
    if not re.fullmatch(r"\S+:\d{1,5}", address):
        raise SettingsError(address, "is no host with a port", hint="write 127.0.0.1:8000")
    with _mkdocs(logging.INFO), _listening(address):
        options = _options(file, seeds, dev_addr=address)
        # MkDocs serves from a folder of its own.
        options.pop("site_dir", None)
        serve_site(options.pop("config_file"), open_in_browser=open_in_browser, **options)


def run_write(file: Path | None, *, seeds: Path | None) -> Written:
    """Write the pages below docs/."""
    with _mkdocs(logging.WARNING):
        config = load_config(**_options(file, seeds))
        plugin = config.plugins["briefing"]
        assert isinstance(plugin, BriefingPlugin)
        # A folder without mkdocs.yml may have no docs yet.
        docs = Path("docs") if config.config_file_path == str(DEFAULT) else Path(config.docs_dir)
        return write_files(build_pages(settings_of(config, plugin.config)).files(), docs)


def chosen_settings(
    file: Path | None, *, seeds: Path | None, site_dir: Path | None
) -> tuple[Settings, Path, dict[str, Path]]:
    """What mkdocs.yml and the command line choose, the folder of the site, and its hand-written pages: the file of each
    by its place in the site."""
    with _mkdocs(logging.WARNING):
        config = load_config(**_options(file, seeds, site_dir=_absolute(site_dir)))
        plugin = config.plugins["briefing"]
        assert isinstance(plugin, BriefingPlugin)
        files = get_files(config)
        set_exclusions(files, config)
        ours = generated_in(Path(config.docs_dir))
        written = {
            page.dest_uri: Path(config.docs_dir) / page.src_uri
            for page in files.documentation_pages()
            if page.inclusion.value > InclusionLevel.DRAFT.value and page.src_uri not in ours
        }
        return settings_of(config, plugin.config), Path(config.site_dir), written


def site_url(file: Path) -> str | None:
    """Where the site will stand, as this mkdocs.yml says; None where it is not there, not ours, broken or silent.

    For what works without any settings, and so has no reason to complain of them.
    """
    if not file.is_file():
        return None
    try:
        _plugins(file, {})
        found = _settings(file).get("site_url")
    except BriefingError:
        return None
    return found if isinstance(found, str) and found else None


def _options(file: Path | None, seeds: Path | None, *, search: str | None = None, **options: Any) -> dict[str, Any]:
    """What to load the configuration with. Paths of the command line are relative to where it was typed.

    `search` overrides that of mkdocs.yml: Pagefind needs a web server, which an archive on somebody's disk has not.
    """
    if file is None and not Path("mkdocs.yml").is_file():
        file = DEFAULT
        seeds = seeds or Path("seeds")
        options["docs_dir"] = _absolute(Path("docs")) if Path("docs").is_dir() else None
        options["site_dir"] = options.get("site_dir") or _absolute(Path("site"))
    file = (file or Path("mkdocs.yml")).absolute()
    if not file.is_file():
        raise SettingsError(file, "is not there", hint="name a mkdocs.yml")
    ours = {name: value for name, value in (("seeds", _absolute(seeds)), ("search", search)) if value is not None}
    return {"config_file": str(file), "plugins": _plugins(file, ours), **options}


def _plugins(file: Path, ours: dict[str, str]) -> _Entries:
    """The plugins that mkdocs.yml lists, with these options for ours instead of those that it gives."""
    settings = _settings(file)
    listed = settings.get("plugins") or []
    if isinstance(listed, dict):
        listed = [{name: options} for name, options in listed.items()]
    entries = [{entry: {}} if isinstance(entry, str) else entry for entry in listed] if _is_list(listed) else None
    if entries is None or not all(isinstance(entry, dict) and len(entry) == 1 for entry in entries):
        raise SettingsError(file, "`plugins` is no list of plugins", hint="write `- briefing` below `plugins:`")
    pairs = [pair for entry in entries for pair in entry.items()]
    if "briefing" not in dict(pairs):
        raise SettingsError(file, "does not list the plugin `briefing`", hint="add it below `plugins:`")
    return _Entries({name: (options or {}) | ours if name == "briefing" else options or {}} for name, options in pairs)


class _Entries(list[dict[str, Any]]):
    """Copies for whoever reads it: MkDocs empties the entries that it reads, and `serve` reads them at each build."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (copy.deepcopy(entry) for entry in super().__iter__())


def _is_list(listed: object) -> bool:
    return isinstance(listed, list) and all(listed)


def _settings(file: Path) -> dict[str, Any]:
    """What stands in this mkdocs.yml. Raises SettingsError where it is no YAML, or holds no fields."""
    try:
        with file.open("rb") as stream:
            found = yaml_load(stream) or {}
    except MkDocsException as error:
        if not isinstance(error.__context__, YAMLError):
            raise Failed(error.format_message()) from error
        mark = getattr(error.__context__, "problem_mark", None)
        line = None if mark is None else mark.line + 1
        hint = "put text that holds `: ` or `#` in quotation marks, and close every bracket"
        raise SettingsError(file, "is not valid YAML", hint=hint, line=line) from error
    if not isinstance(found, dict):
        raise SettingsError(file, "does not hold settings", hint="write lines such as `site_name: …`")
    return found


@contextmanager
def _listening(address: str) -> Iterator[None]:
    """What the network refuses is said of the address."""
    try:
        yield
    except OSError as error:
        if not isinstance(error, socket.gaierror) and error.errno not in _NOT_OURS:
            raise
        hint = "name another with --address, such as 127.0.0.1:8001"
        raise SettingsError(address, f"cannot be used ({reason_of(error)})", hint=hint) from error


@contextmanager
def _mkdocs(level: int) -> Iterator[None]:
    """MkDocs says what it has to say on standard error, and its errors become ours."""
    log = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: record.levelno >= level or record.name == OURS)
    log.addHandler(handler)
    before = log.level
    log.setLevel(min(logging.INFO, level))
    try:
        yield
    except MkDocsException as error:
        raise Failed(error.format_message()) from error
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


def _absolute(path: Path | None) -> str | None:
    return str(path.absolute()) if path else None
