"""Pages of a built site in, one PDF out: drawn as one document by the browser that is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.errors import BuildError, reason_of
from generator.replace import new_content

# Names under which browsers of the Chromium family stand on the PATH.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
# A briefing of 40 pages takes 3 s; a site of a hundred articles some minutes.
SECONDS = 600
_FLAGS = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-component-update",
    "--disable-background-networking", "--disable-extensions", "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)  # fmt: skip
_HINT = "name another Chromium in the variable BRIEFING_CHROMIUM"
# In what two runs on the same pages differ: when the browser drew them, and how it numbers the cells of tables.
_DATE = re.compile(rb"(?<=/CreationDate \(D:)\d{14}|(?<=/ModDate \(D:)\d{14}")
# As in a site's sitemap, where no article has a date.
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
# The last second that a PDF's four digits of a year can say.
_LATEST_SECOND = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
_NODE = re.compile(rb"\(node\d{8}\)")


def write_pdf(site: Path, pages: Sequence[str], target: Path, *, title: str, published: date | None) -> None:
    """Prints pages of the site (paths below it), in their order, with an outline; single issues follow one another.

    Links between the pages lead to their place in the file; other links into the site become plain words, for whoever
    has the PDF does not have the site. The file is replaced in whole, or not at all; the same pages give the same
    bytes with the same browser: it is dated by SOURCE_DATE_EPOCH, else by `published`.
    Raises BuildError where there is no browser, or it does not print.
    """
    browser = _browser(target)
    joined = site / ".joined.html"
    try:
        joined.write_bytes(_joined(site, pages, title))
        with new_content(target) as beside:
            _print(browser, joined, beside.absolute(), target)
            beside.write_bytes(_same_each_time(beside.read_bytes(), _moment(published)))
    except OSError as error:
        problem = f"the PDF cannot be written ({reason_of(error)})"
        raise BuildError(target, problem, hint="name another file") from error
    finally:
        joined.unlink(missing_ok=True)


def _moment(published: date | None) -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(min(int(epoch[:15]), _LATEST_SECOND), UTC)
    return datetime.combine(published, time(), UTC) if published else _NO_DATE


def _same_each_time(pdf: bytes, moment: datetime) -> bytes:
    """With a date and with numbers that depend on the pages alone; every place in the file stays where it is."""
    numbers: dict[bytes, int] = {}

    def numbered(match: re.Match[bytes]) -> bytes:
        return b"(node%08d)" % numbers.setdefault(match[0], len(numbers))

    return _NODE.sub(numbered, _DATE.sub(f"{moment:%Y%m%d%H%M%S}".rjust(14, "0").encode(), pdf))


def _joined(site: Path, pages: Sequence[str], title: str) -> bytes:
    """One HTML document: the first page's head, then the article of each page as a section of its own."""
    anchors = {(site / path).resolve(): f"page-{number}" for number, path in enumerate(pages)}
    document = _parsed(site / pages[0])
    articles = [_article(_parsed(site / path), anchors, (site / path).resolve()) for path in pages]
    body = document.find("body")
    for child in list(body):
        body.remove(child)
    for script in list(document.iter("script")):
        script.getparent().remove(script)
    for article in articles:
        body.append(article)
    document.find("head/title").text = title
    return bytes(html.tostring(document, doctype="<!doctype html>", encoding="utf-8"))


def _parsed(path: Path) -> html.HtmlElement:
    document = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    assert isinstance(document, html.HtmlElement)
    document.make_links_absolute(path.absolute().as_uri(), resolve_base_href=False)
    return document


def _article(document: html.HtmlElement, anchors: dict[Path, str], here: Path) -> html.HtmlElement:
    """The page's own part, with the ids of its page before its own: two pages may both have a "dates"."""
    article = document.find(".//article")
    prefix = anchors[here]
    for element in article.iter():
        if isinstance(element.tag, str) and element.get("id"):
            element.set("id", f"{prefix}-{element.get('id')}")
    for link in list(article.iter("a")):
        _lead(link, anchors)
    section = html.Element("section", id=prefix)
    goes_on = here.parent.name == "issues" and here.name != "index.html"
    section.set("class", "md-content" if goes_on else "md-content bf-new-sheet")
    section.append(article)
    return section


def _lead(link: html.HtmlElement, anchors: dict[Path, str]) -> None:
    address = urlsplit(link.get("href", ""))
    if address.scheme != "file":
        return
    anchor = anchors.get(Path(unquote(address.path)).resolve())
    if anchor is None:
        del link.attrib["href"]
    else:
        link.set("href", f"#{anchor}-{address.fragment}" if address.fragment else f"#{anchor}")


def _browser(target: Path) -> str:
    found = os.environ.get("BRIEFING_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        hint = "install Chromium or Chrome, or name one in the variable BRIEFING_CHROMIUM"
        raise BuildError(target, "no browser was found to draw the PDF", hint=hint)
    return found


def _print(browser: str, page: Path, printed: Path, target: Path) -> None:
    # A browser that runs as root, as in a container, refuses its sandbox; the pages are ours and fetch nothing.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*_FLAGS, *(["--no-sandbox"] if is_root else []), f"--user-data-dir={page.parent / '.browser'}"]
    try:
        done = subprocess.run(
            [browser, *flags, f"--print-to-pdf={printed}", page.absolute().as_uri()],
            capture_output=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(target, f"the browser {browser} does not run ({type(error).__name__})", hint=_HINT) from error
    if done.returncode or not printed.is_file():
        raise BuildError(target, f"the browser {browser} does not print", hint=_HINT)
