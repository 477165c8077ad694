"""The command `briefing`. Exit status 0: good; 1: something is wrong with the articles or the site; 2: wrong use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.errors import BriefingError, SettingsError

# Each command imports what it needs: `extract` is there for scripts and starts without MkDocs.
app = typer.Typer(
    help="News articles in, a site of briefings out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Seeds = Annotated[Path | None, typer.Option(help="Folder of the articles; as mkdocs.yml says when left out.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="The mkdocs.yml; ours where the folder has none.")]


@app.command()
def build(
    seeds: Seeds = None,
    site_dir: Annotated[Path | None, typer.Option(help="Folder of the site; `site` when left out.")] = None,
    config: ConfigFile = None,
    strict: Annotated[bool | None, typer.Option(help="Whether a warning fails the build.")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Also write it as one zip file, beside it.")] = False,
) -> None:
    """Build the site. It takes the place of the last one when it is complete, or not at all."""
    from generator.plugin import runs

    with _errors():
        _say(runs.run_build(config, seeds=seeds, site_dir=site_dir, strict=strict, offline=offline))


@app.command()
def pdf(
    article: Annotated[str | None, typer.Argument(help="Name of an article in the folder; all when left out.")] = None,
    output: Annotated[Path, typer.Option(help="The file to write.")] = Path("briefing.pdf"),
    seeds: Seeds = None,
    config: ConfigFile = None,
) -> None:
    """Print the whole briefing into one PDF, with the Chromium that is there."""
    from generator.plugin import runs

    with _errors():
        _say(runs.run_pdf(config, seeds=seeds, article=article, output=output))


@app.command()
def serve(
    seeds: Seeds = None,
    config: ConfigFile = None,
    address: Annotated[str, typer.Option(help="Host and port.")] = "127.0.0.1:8000",
) -> None:
    """Show the site in a browser, and build it again when an article changes."""
    from generator.plugin import runs

    with _errors():
        runs.run_serve(config, seeds=seeds, address=address)


@app.command()
def write(seeds: Seeds = None, config: ConfigFile = None) -> None:
    """Put the pages of the articles on disk, beside the hand-written ones: for Zensical, or to look at them."""
    from generator.plugin import runs

    with _errors():
        done = runs.run_write(config, seeds=seeds)
    for path in done.kept:
        _say(f"{path} is hand-written and stays; the generated one is left out")
    _say(f"{len(done.written)} files written, {len(done.unchanged)} unchanged, {len(done.removed)} removed")


@app.command()
def extract(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE...", help=".txt, .md or .html files.")],
    output: Annotated[Path | None, typer.Option(help="Folder for a NAME.json for each article.")] = None,
    pipeline: Annotated[str | None, typer.Option(help="An installed spaCy pipeline whose names are added.")] = None,
) -> None:
    """Print what is found in an article as JSON: an object for one, an array for several."""
    from generator.extraction import extract_all

    with _errors(), _progress(len(articles)) as on_done:
        extract_all(articles, output, pipeline=pipeline, on_done=on_done)


@app.command()
def check(
    seeds: Seeds = None,
    site_dir: Annotated[Path | None, typer.Option(help="Folder of the site; `site` when left out.")] = None,
    config: ConfigFile = None,
) -> None:
    """Hold articles, corrections and the built site against what they promise; lists all that is wrong."""
    from generator.check import check_site
    from generator.errors import SeveralErrors
    from generator.plugin import runs

    with _errors():
        settings, site, written = runs.chosen_settings(config, seeds=seeds, site_dir=site_dir)
        if faults := check_site(settings, site, written):
            raise SeveralErrors(list(faults))
    _say(f"{site}: all is well")


@app.command()
def review(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A .txt, .md or .html file.")],
    write: Annotated[bool, typer.Option(help="Add the lines to the article's sidecar, as remarks.")] = False,
    most: Annotated[int, typer.Option(help="How many findings to list.")] = 20,
) -> None:
    """List what the program is least sure of, and the lines that would correct it."""
    from generator.review import review_article
    from generator.scaffold import schema_line

    with _errors():
        review = review_article(article, most=most)
        typer.echo(review.text)
        if write:
            _say(f"{review.write(opening=schema_line(_site_url()))} written")


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A briefing.json, or a built site.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later version of it.")],
    markdown: Annotated[bool, typer.Option("--markdown", help="For a comment on a pull request.")] = False,
) -> None:
    """Say in words what changed between two versions of a briefing."""
    from generator.diff import as_markdown, as_text, compare

    with _errors():
        compared = compare(old, new)
        typer.echo(as_markdown(compared) if markdown else as_text(compared))


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .txt, .md or .html file.")],
    seeds: Annotated[Path, typer.Option(help="Folder of the articles.")] = Path("seeds"),
) -> None:
    """Add an article, with a sidecar to fill in."""
    from generator.scaffold import add_article

    with _errors():
        for path in add_article(file, seeds, site_url=_site_url()):
            _say(f"{path} written")


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
