"""The command `briefing`. Exit status 0: good; 1: something is wrong with the articles or the site; 2: wrong use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import __version__
from generator.errors import BriefingError, SettingsError, near

# Each command imports what it needs: `extract` is there for scripts and starts without MkDocs.
app = typer.Typer(
    help="News articles in, a site of briefings out.",
    epilog="To begin: briefing new ARTICLE, then briefing serve. COMMAND --help tells more of each.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Seeds = Annotated[Path | None, typer.Option(help="Folder of the articles; as mkdocs.yml says when left out.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="The mkdocs.yml; ours where the folder has none.")]


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: briefing new ~/Downloads/some-article.html")
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .txt, .md or .html file; it is copied.")],
    seeds: Annotated[Path, typer.Option(help="Folder of the articles.")] = Path("seeds"),
) -> None:
    """Add an article to the folder, with a sidecar to fill in.

    The sidecar, NAME.yml, says what is known about the article: publisher, date, address. A page saved by a browser
    often says all that itself.
    """
    from generator.scaffold import add_article

    with _errors():
        article, sidecar = add_article(file, seeds, site_url=_site_url())
    _say(
        f"{article} written\n{sidecar} written; fill in what it asks for, then run `briefing serve` or `briefing build`"
    )


@app.command(epilog="Example: briefing build --offline")
def build(
    seeds: Seeds = None,
    site_dir: Annotated[Path | None, typer.Option(help="Folder of the site; `site` when left out.")] = None,
    config: ConfigFile = None,
    strict: Annotated[
        bool | None, typer.Option(help="Whether a warning fails the build; as mkdocs.yml says when left out.")
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Also write it as one zip file that works from any folder.")
    ] = False,
) -> None:
    """Build the site. It takes the place of the last one when it is complete, or not at all."""
    from generator.plugin import runs

    with _errors():
        _say(runs.run_build(config, seeds=seeds, site_dir=site_dir, strict=strict, offline=offline))


@app.command(epilog="Example: briefing serve --open")
def serve(
    seeds: Seeds = None,
    config: ConfigFile = None,
    address: Annotated[str, typer.Option(metavar="HOST:PORT", help="Where it can be seen.")] = "127.0.0.1:8000",
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Show the site live: it is built again when an article changes.

    Ctrl-C ends it. Nothing is written into the folder of the site.
    """
    from generator.plugin import runs

    with _errors():
        runs.run_serve(config, seeds=seeds, address=address, open_in_browser=open_)


@app.command(epilog="Example: briefing review seeds/us-china-thaw.txt --write")
def review(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A .txt, .md or .html file.")],
    write: Annotated[bool, typer.Option("--write", help="Add the lines to the article's sidecar, as remarks.")] = False,
    most: Annotated[int, typer.Option(min=1, help="How many findings to list.")] = 20,
) -> None:
    """List what the program is least sure of, with lines to correct it.

    The lines go into the sidecar, seeds/NAME.yml; docs/corrections.md explains them.
    """
    from generator.review import review_article
    from generator.scaffold import schema_line

    with _errors():
        review = review_article(article, most=most)
        typer.echo(review.text)
        if write:
            _say(f"{review.write(opening=schema_line(_site_url()))} written")


@app.command(epilog="Example: briefing check --site-dir site")
def check(
    seeds: Seeds = None,
    site_dir: Annotated[Path | None, typer.Option(help="Folder of the site; `site` when left out.")] = None,
    config: ConfigFile = None,
) -> None:
    """Check articles, corrections and the built site; list all faults.

    Words are verbatim, links and citations lead somewhere, no page asks another host for anything or shows more of an
    article than its rights allow. Nothing is written.
    """
    from generator.check import check_site
    from generator.errors import SeveralErrors
    from generator.plugin import runs

    with _errors():
        settings, site, written = runs.chosen_settings(config, seeds=seeds, site_dir=site_dir)
        if faults := check_site(settings, site, written):
            raise SeveralErrors(list(faults))
    _say(f"{near(site)}: all is well")


@app.command(epilog="Example: briefing diff old-site site")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A briefing.json, or a built site.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later version of it.")],
    markdown: Annotated[bool, typer.Option("--markdown", help="For a comment on a pull request.")] = False,
) -> None:
    """Say in words what changed between two versions of a briefing.

    A version is a briefing.json, as a site publishes it and `briefing extract` prints it, or the folder of a site.
    """
    from generator.diff import as_markdown, as_text, compare

    with _errors():
        compared = compare(old, new)
        typer.echo(as_markdown(compared) if markdown else as_text(compared))


@app.command(epilog="Example: briefing pdf us-china-thaw --output thaw.pdf")
def pdf(
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="An article of the folder, by name or file; all when left out."),
    ] = None,
    output: Annotated[Path, typer.Option(help="The file to write.")] = Path("briefing.pdf"),
    seeds: Seeds = None,
    config: ConfigFile = None,
) -> None:
    """Print a briefing, or all of them, into one PDF.

    It is drawn by the Chromium or Chrome that is there, or the one that BRIEFING_CHROMIUM names.
    """
    from generator.plugin import runs

    with _errors():
        _say(runs.run_pdf(config, seeds=seeds, article=article, output=output))


@app.command(epilog="Example: briefing extract seeds/us-china-thaw.txt > briefing.json")
def extract(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE", help=".txt, .md or .html files.")],
    output: Annotated[
        Path | None, typer.Option(help="Folder for a NAME.json for each article, instead of printing.")
    ] = None,
    pipeline: Annotated[str | None, typer.Option(help="An installed spaCy pipeline whose names are added.")] = None,
) -> None:
    """Print what is found in articles as JSON.

    An object for one, an array for several; docs/data.md tells what its fields mean.
    """
    from generator.extraction import extract_all

    with _errors(), _progress(len(articles)) as on_done:
        extract_all(articles, output, pipeline=pipeline, on_done=on_done)


@app.command(epilog="Example: briefing write && zensical build")
def write(seeds: Seeds = None, config: ConfigFile = None) -> None:
    """Write the pages as Markdown below docs/, for Zensical or others.

    Pages that you wrote by hand stay; a later run replaces and removes only what it has written itself.
    """
    from generator.plugin import runs

    with _errors():
        done = runs.run_write(config, seeds=seeds)
    for path in done.kept:
        _say(f"{path} is hand-written and stays; the generated one is left out")
    _say(f"{len(done.written)} files written, {len(done.unchanged)} unchanged, {len(done.removed)} removed")


def _site_url() -> str | None:
    from generator.plugin import runs

    return runs.site_url(Path("mkdocs.yml"))


def main() -> NoReturn:
    """The entry point of the command."""
    app(prog_name="briefing")
    raise SystemExit(0)


@contextmanager
def _errors() -> Iterator[None]:
    """Our errors become sentences on standard error, and what is no error of the articles says so."""
    try:
        yield
    except SettingsError as error:
        _say(str(error))
        raise typer.Exit(2) from error
    except BriefingError as error:
        _say(str(error))
        raise typer.Exit(1) from error
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except OSError as error:
        _say(f"{error.filename or 'The disk'}: {(error.strerror or str(error)).lower()}; nothing else was changed.")
        raise typer.Exit(1) from error


# Fewer are done before anybody wonders.
FEW = 5


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where somebody looks at it and there is enough to wait for; yields its step."""
    if total <= FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading articles", total=total)
        yield lambda: bar.advance(task)


def _say(line: str) -> None:
    typer.echo(line, err=True)
