"""What `briefing check` does: seeds and the site built from them in, everything that is wrong with them out."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from generator.build import Built, build
from generator.contract import to_data
from generator.errors import BriefingError, BuildError, CheckError, SeveralErrors
from generator.model import Article, Briefing
from generator.settings import Settings
from generator.site_files import Address, PageFile, published_text, read_pages, search_entries, stylesheet_addresses

# Words in a row. Shorter runs are names and figures of speech, which pages that show nothing of the article share
# with it, too.
RUN = 8
# What the measure may find beyond the limit: a run counts words on both sides of an ellipsis that happen to join, and a
# sentence that an article prints twice counts twice.
TOLERANCE = 0.03


def check_site(settings: Settings, site: Path, written: Mapping[str, Path] | None = None) -> tuple[BriefingError, ...]:
    """Everything that is wrong, in the order: articles and corrections, findings, links, other hosts, hand-written
    pages, extracts. `written` are the files of hand-written pages by their place in the site.

    Nothing is written. Empty when all is well. Scripts are not read: what they fetch, the tests hold in a browser.
    """
    try:
        built = build(settings)
    except SeveralErrors as error:
        return error.errors
    except BriefingError as error:
        return (error,)
    if not (site / "index.html").is_file():
        return (BuildError(site, "holds no site", hint="run `briefing build` first"),)
    pages = read_pages(site)
    found: list[BriefingError] = []
    for briefing in built.briefings:
        found += _faults_of_findings(briefing)
    found += _faults_of_data(built, site)
    found += _faults_of_addresses(built, site, pages, urlsplit(settings.site_url or "").path)
    found += _faults_of_written(written or {}, site, pages)
    found += _faults_of_extracts(built.briefings, site, settings)
    return tuple(found)


def shown_share(article: Article, texts: Iterable[str]) -> float:
    """The part of the article's words, 0 to 1, that stands in the texts in runs of RUN words or more."""
    words = _words("\n".join(p.span.of(article.text) for p in article.paragraphs))
    sought = {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        other = _words(text)
        seen.update(run for n in range(len(other) - RUN + 1) if (run := tuple(other[n : n + RUN])) in sought)
    shown, reach = 0, 0
    for n in range(len(words)):
        if tuple(words[n : n + RUN]) in seen:
            reach = n + RUN
        shown += n < reach
    return shown / len(words) if words else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _faults_of_findings(briefing: Briefing) -> Iterator[CheckError]:
    """Spans that are not in the text, words that are not their span's, ids that lead nowhere or stand twice."""
    article, data = briefing.article, to_data(briefing)
    edited = {finding for edit in briefing.edits for finding in edit.findings}
    for name, span in _spans_of(data, ""):
        start, end = span["start"], span["end"]
        if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
            yield _at(article, start, f"the span of {name} holds no words")
    printed = [(a.id, a.role, a.role_span) for a in briefing.actors]
    printed += [(v.id, v.credentials, v.credentials_span) for v in briefing.views]
    printed += [(e.id, e.words, e.words_span) for e in briefing.events]
    for identifier, words, place in printed:
        if words and place and identifier not in edited and _line(words) != _line(place.of(article.text)):
            yield _at(article, place.start, f"`{words}` of {identifier} is not what the article prints")
    for point in briefing.overview.summary:
        rest = _line(article.text)
        if not point.is_own_words and not all(_line(s.of(article.text)) in rest for s in point.spans):
            yield _at(article, point.spans[0].start, "a point of the overview is not verbatim")
    actors, quotes, issues = (set(found) for found in _ids(briefing))
    links = [(q.id, q.speaker, actors) for q in briefing.quotes]
    links += [(v.id, v.quote, quotes) for v in briefing.views] + [(v.id, v.holder, actors) for v in briefing.views]
    links += [(v.id, issue, issues) for v in briefing.views for issue in v.issues]
    links += [(i.id, quote, quotes) for i in briefing.issues for quote in i.quotes]
    links += [(i.id, actor, actors) for i in briefing.issues for actor in i.actors]
    for identifier, target, known in links:
        if target is not None and target not in known:
            yield _at(article, 0, f"{identifier} names {target}, which is not there")
    for ids in _ids(briefing):
        for identifier in sorted({i for i in ids if ids.count(i) > 1}):
            yield _at(article, 0, f"the id {identifier} stands for two findings")


def _ids(briefing: Briefing) -> tuple[list[str], list[str], list[str]]:
    return [a.id for a in briefing.actors], [q.id for q in briefing.quotes], [i.id for i in briefing.issues]


def _spans_of(data: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every span within the contract's object, with the id of the finding that it belongs to."""
    if isinstance(data, dict):
        if {"start", "end"} <= data.keys():
            yield name, data
        for key, value in data.items():
            yield from _spans_of(value, data.get("id") or name or key)
    elif isinstance(data, list):
        for value in data:
            yield from _spans_of(value, name)


def _faults_of_data(built: Built, site: Path) -> Iterator[CheckError]:
    """Published data of another state of the article, and spans in it whose words are not those of the article."""
    by_file = {page.path: page for page in built.pages if page.path.endswith("briefing.json")}
    by_seed = {str(briefing.article.path): briefing.article for briefing in built.briefings}
    for name, page in sorted(by_file.items()):
        article, path = by_seed[page.seed or ""], site / name
        if not path.is_file():
            yield CheckError(path, "is missing", hint="build the site again")
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["article"]["sha256"] != article.sha256:
            yield CheckError(path, f"belongs to another version of {article.path}", hint="build the site again")
            continue
        if path.read_text(encoding="utf-8") != page.content:
            yield CheckError(path, "is not what the article and its sidecar give now", hint="build the site again")
        for owner, span in _spans_of(data, ""):
            shown = _line(span.get("text", "")).removesuffix("…").strip()
            if not _line(article.text[span["start"] :][: len(shown) * 2 + 40]).startswith(shown):
                yield CheckError(path, f"`{shown}` of {owner} is not verbatim", hint="build the site again")


def _faults_of_addresses(built: Built, site: Path, pages: dict[str, PageFile], base: str) -> Iterator[CheckError]:
    """Links, anchors and citations that lead nowhere, and everything that asks another host for something."""
    made = {posixpath.splitext(page.path)[0] for page in built.pages}
    articles = {urldefrag(b.article.url)[0]: b.article for b in built.briefings if b.article.url}
    plain = {url: _line(article.text).casefold() for url, article in articles.items()}
    for name, page in pages.items():
        stem = posixpath.splitext(name)[0]
        # A folder's page, or one of its own folder with `use_directory_urls`.
        is_ours = bool({stem, stem.removesuffix("/index")} & made)
        for address in page.addresses:
            if _is_outside(address.value):
                problem = _fault_of_outside(address, is_ours, plain)
            else:
                problem = _fault_of_inside(_below(base, address.value), name, site, pages)
            if problem:
                yield CheckError(site / name, problem, hint=_HINT, line=address.line)
    for name, address in stylesheet_addresses(site):
        if _is_outside(address.value) and not address.value.startswith("data:"):
            yield CheckError(site / name, f"fetches {address.value}", hint=_HINT, line=address.line)
    for location, _ in search_entries(site):
        if problem := _fault_of_inside(location, "", site, pages):
            yield CheckError(site / "search/search_index.json", problem, hint=_HINT)


def _faults_of_written(written: Mapping[str, Path], site: Path, pages: dict[str, PageFile]) -> Iterator[CheckError]:
    """Hand-written pages that the site lacks, or has something else in the place of: each heading must be there."""
    for place, path in sorted(written.items()):
        if place not in pages:
            yield CheckError(path, f"is hand-written, and {site / place} is not there", hint="build the site again")
            continue
        shown = " ".join(_words(" ".join(pages[place].words)))
        is_code = False
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            is_code ^= line.lstrip().startswith(("```", "~~~"))
            heading = re.match(r"#{1,6} +([^{]*)", line) if not is_code else None
            if heading and (words := " ".join(_words(_MARKUP.sub(" ", heading[1])))) and words not in shown:
                problem = f"is hand-written, and {site / place} lacks its heading `{_line(heading[1])}`"
                yield CheckError(path, problem, hint="build the site again", line=number)


# What Markdown makes something else of: addresses of links, tags, entities.
_MARKUP = re.compile(r"\]\([^()]*\)|<[^<>]*>|&#?\w{1,32};")

_HINT = "correct the page or the template, and build again"


def _is_outside(value: str) -> bool:
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", value.strip()))


def _fault_of_outside(address: Address, is_ours: bool, articles: dict[str, str]) -> str:
    """Pages made from articles lead to their publishers only; what is written by hand may lead anywhere."""
    scheme = address.value.partition(":")[0].casefold()
    if scheme == "data" and address.tag != "a":
        return ""
    if address.rel in ("canonical", "edit") or (address.tag == "link" and "alternate" in address.rel):
        return ""
    if scheme not in ("http", "https", "mailto"):
        return f"leads to {address.value}, which runs instead of leading somewhere"
    if not address.is_link:
        return f"fetches {address.value} from another host"
    url, fragment = urldefrag(address.value)
    if not is_ours:
        return ""
    text = next((words for known, words in articles.items() if _same_page(known, url)), None)
    if text is None:
        return f"leads to {url}, which is no article of this site"
    for part in fragment.partition(":~:text=")[2].split(","):
        words = unquote(part.strip("-"))  # which marks what stands before and after
        if _line(words).casefold() not in text:
            return f"cites `{words}`, which does not stand in the article"
    return ""


def _same_page(one: str, other: str) -> bool:
    """However the two are encoded."""
    first, second = urlsplit(unquote(one)), urlsplit(unquote(other))
    return (first.netloc, first.path, first.query) == (second.netloc, second.path, second.query)


def _below(base: str, value: str) -> str:
    """An address from the host's root as one from the site's: the page for what is not there has such addresses."""
    folder = base.rstrip("/") + "/"
    return "/" + value.removeprefix(folder) if folder != "/" and value.startswith(folder) else value


def _fault_of_inside(value: str, here: str, site: Path, pages: dict[str, PageFile]) -> str:
    path, _, anchor = value.partition("#")
    path = unquote(path.partition("?")[0])
    target = here if not path else posixpath.normpath(posixpath.join(posixpath.dirname(here), path)).lstrip("/")
    if path.endswith("/") or target in ("", ".") or (site / target).is_dir():
        target = posixpath.join(target, "index.html").removeprefix("./")
    if target.startswith("../") or not (site / target).is_file():
        return f"leads to {value}, which is not there"
    if anchor and target in pages and unquote(anchor) not in pages[target].ids:
        return f"leads to {value}, and {target} has no such place"
    return ""


def _faults_of_extracts(briefings: Iterable[Briefing], site: Path, settings: Settings) -> Iterator[CheckError]:
    guarded = [briefing.article for briefing in briefings if briefing.article.rights != "full"]
    texts = list(published_text(site)) if guarded else []
    for article in guarded:
        share = shown_share(article, texts)
        if share > settings.extract_share + TOLERANCE:
            problem = f"the site shows {share:.0%} of its words, and {settings.extract_share:.0%} is the limit"
            yield CheckError(
                article.path, problem, hint="drop quotations in its sidecar, or write `rights: full` if so"
            )


def _at(article: Article, offset: int, problem: str) -> CheckError:
    line = article.text.count("\n", 0, max(offset, 0)) + 1
    return CheckError(article.path, problem, hint="report it: the program is wrong here, not the article", line=line)


def _line(text: str) -> str:
    return " ".join(text.split())
