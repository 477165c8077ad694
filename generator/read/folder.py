"""A folder of seeds in, its articles out; or every reason why not, all at once."""

from __future__ import annotations

from pathlib import Path

from generator.errors import BriefingError, ReadError, SeveralErrors
from generator.model import Article
from generator.read.article import read_article
from generator.read.formats import READERS
from generator.read.sidecar import read_sidecar, sidecar_path
from generator.read.source import shown

# Documents that hold an article now and then, and that nobody here can read.
_OTHER_DOCUMENTS = (
    ".doc .docx .eml .epub .markdown .mht .mhtml .odt .pages .pdf .rtf .rtfd .text .webarchive .xhtml .xml".split()
)


def read_folder(folder: Path) -> tuple[Article, ...]:
    """The articles of the folder; raises SeveralErrors where anything is wrong. See `read_all`."""
    articles, errors = read_all(folder)
    if errors:
        raise SeveralErrors(list(errors))
    return articles


def left_alone(folder: Path) -> tuple[Path, ...]:
    """Documents in the folder that are not read, and that no article of the same name stands in for."""
    files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    read = {path.stem for path in files if _is_seed(path)}
    return tuple(path for path in files if path.suffix.lower() in _OTHER_DOCUMENTS and path.stem not in read)


def read_all(folder: Path) -> tuple[tuple[Article, ...], tuple[BriefingError, ...]]:
    """The articles right inside the folder, by file name, and all that is wrong, in the order of the files.

    Files called README and hidden ones are left alone. Two articles of the same name are an error rather than renamed:
    they would share a sidecar, and no address may depend on which other articles there are.
    Raises SeveralErrors where the folder itself cannot be read.
    """
    try:
        files = sorted((path for path in folder.iterdir() if _is_seed(path)), key=lambda path: path.name)
    except OSError as error:
        problem = "is not a folder that can be read"
        raise SeveralErrors([ReadError(shown(folder), problem, hint="name the folder of the articles")]) from error
    errors: list[BriefingError] = []
    failed: dict[Path, Path] = {}
    articles: dict[str, Article] = {}
    for path in files:
        try:
            article = _read(path, files, failed)
        except (ReadError, SeveralErrors) as error:
            found = error.errors if isinstance(error, SeveralErrors) else (error,)
            errors += found
            failed[sidecar_path(path)] = Path(getattr(found[0], "path", path))
            continue
        if article is None:
            continue
        if article.slug in articles:
            other = articles[article.slug].path.name
            errors.append(ReadError(shown(path), f"would have the same address as {other}", hint="rename one of them"))
        else:
            articles[article.slug] = article
    return tuple(articles.values()), tuple(errors)


def _is_seed(path: Path) -> bool:
    endings = (*READERS, ".yml", ".yaml")
    is_seed = path.suffix.lower() in endings and path.stem.lower() != "readme" and not path.name.startswith(".")
    return is_seed and not (path.is_dir() and not path.is_symlink())


def _read(path: Path, files: list[Path], failed: dict[Path, Path]) -> Article | None:
    """The article; None for a sidecar that has one. `failed`: by sidecar, the file at fault."""
    ending = path.suffix.lower()
    if ending in READERS:
        return read_article(path)
    if path.suffix != ".yml":
        raise ReadError(shown(path), "is not read", hint=f"end the name of a sidecar in .yml: {path.stem}.yml")
    if not any(sidecar_path(other) == path for other in files if other.suffix.lower() in READERS):
        raise ReadError(
            shown(path), "is a sidecar without an article", hint=f"put {path.stem}.txt beside it or delete it"
        )
    if path in failed and shown(failed[path]) != shown(path):
        # Nobody has looked into it yet, for its article failed first.
        read_sidecar(path)
    return None
