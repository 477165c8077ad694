"""The briefing while it is being corrected: its findings as lists, and what went wrong so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from generator.correct.places import find_places, plain, without_marks
from generator.errors import CorrectionError
from generator.model import Actor, Article, Briefing, Edit, Event, Figure, Issue, Overview, Quote, Span, Term, View

# A paragraph by its number, or a range of them.
NUMBERED = re.compile(r"p([0-9]{1,7})(?:-p([0-9]{1,7}))?")
Finding = TypeVar("Finding", Actor, Quote, Term, Issue, View, Event, Figure)
Keys = tuple[str, ...]
# Longer ones are cut: a message or a page needs enough to recognise the words.
LONGEST_NAME = 60


@dataclass
class Draft:
    """Findings that the sections of a sidecar change one after the other. It lives for one `apply_corrections`."""

    article: Article
    actors: list[Actor]
    quotes: list[Quote]
    terms: list[Term]
    issues: list[Issue]
    views: list[View]
    events: list[Event]
    figures: list[Figure]
    overview: Overview
    edits: list[Edit] = field(default_factory=list)
    errors: list[CorrectionError] = field(default_factory=list)

    @classmethod
    def of(cls, b: Briefing) -> Draft:
        return cls(
            b.article,
            list(b.actors),
            list(b.quotes),
            list(b.terms),
            list(b.issues),
            list(b.views),
            list(b.events),
            list(b.figures),
            b.overview,
        )

    def wrong(self, keys: Keys, problem: str, hint: str) -> None:
        """Note an error at the line of the innermost key that has one."""
        places = (self.article.written.get(keys[:length]) for length in range(len(keys), 0, -1))
        written = next(filter(None, places), None)
        path = self.article.path.with_suffix(".yml")
        self.errors.append(CorrectionError(path, problem, hint=hint, line=written.line if written else None))

    def note(self, keys: Keys, words: str, *findings: str, effects: tuple[str, ...] = ()) -> None:
        """Note what was changed, for the pages, and what changed with it."""
        written = self.article.written.get(keys)
        line, day = (written.line, written.day) if written else (None, None)
        self.edits.append(Edit(findings, words, line, day, effects))

    def one(
        self,
        keys: Keys,
        name: str,
        kind: str,
        among: Sequence[Finding],
        names_of: Callable[[Finding], Iterable[str]],
        *,
        may_add: bool = True,
    ) -> Finding | None:
        """The finding that an editor names; None, with an error noted, where it is none or more than one.

        By id, else by all of one of its names, else by the first words of one.
        """
        by_id = [finding for finding in among if finding.id == name]
        named = [(finding, [plain(n) for n in names_of(finding)]) for finding in among]
        sought = plain(name)
        exact = [f for f, names in named if sought in names]
        starts = [f for f, names in named if sought and any(n.startswith(sought) for n in names)]
        found = by_id or exact or starts
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(f.id for f in found[:5])
            self.wrong(keys, f"`{short(name)}` names {len(found)} {kind}s", f"write more of the words, or one of {ids}")
        else:
            close = nearest(name, [n for f in among for n in names_of(f)])
            hints: list[str] = [f"did you mean {close}"] if close else []
            hints += ["add `add: true` below it if it is missing"] if may_add else []
            hint = ", or ".join([*hints, "delete the correction"])
            self.wrong(keys, f"there is no {kind} `{short(name)}`", hint)
        return None

    def actor(self, keys: Keys, name: str) -> Actor | None:
        """The actor of that id or name."""
        return self.one(keys, name, "actor", self.actors, lambda a: (a.name, *a.aliases), may_add=False)

    def issue(self, keys: Keys, name: str) -> Issue | None:
        return self.one(keys, name, "issue", self.issues, lambda i: (i.name,), may_add=False)

    def paragraphs(self, keys: Keys, item: str) -> tuple[str, ...] | None:
        """Ids of the paragraphs that an editor names: "p3", "p3-p5", or words that stand in one paragraph only.

        None, with an error noted, where there is no such paragraph, or the number meant another one when the editor
        wrote it.
        """
        known = [p.id for p in self.article.paragraphs]
        found = NUMBERED.fullmatch(item)
        if not found:
            places = find_places(self.article, item)
            inside = [p.id for p in self.article.paragraphs if any(p.span.covers(place) for place in places)]
            if len(inside) == 1:
                return tuple(inside)
            problem = f"stand in {len(inside)} paragraphs" if inside else "stand in no paragraph of the article"
            self.wrong(keys, f"the words `{short(item)}` {problem}", "copy the first words of one from the article")
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= len(known):
            self.wrong(keys, f"there is no paragraph {item}", f"the article has p1 to p{len(known)}")
            return None
        ids = tuple(f"p{n}" for n in range(first, last + 1))
        written = self.article.written.get(keys)
        moved = written.renumbered if written else {}
        for name in ids:
            if name in moved:
                self.wrong(
                    keys,
                    f"{name} was the paragraph `{short(moved[name])}` when this line was written, and is another now",
                    f"write {self._number_now(moved[name])}, which stay right when the article changes",
                )
                return None
        return ids

    def _number_now(self, words: str) -> str:
        """The paragraph's first words, with its number where it is still there."""
        texts = {self.words([p.span]): p.id for p in self.article.paragraphs}
        close = get_close_matches(words, texts, 1, 0.6)
        if not close:
            return "the first words of the paragraph that you mean"
        return f"its first words `{' '.join(close[0].split()[:6])}` (it is {texts[close[0]]} now)"

    def span(self, keys: Keys, words: str, *, paragraph: str | None = None, near: Span | None = None) -> Span | None:
        """The one place where the words stand; None, with an error noted. `near` chooses among several."""
        places = find_places(self.article, words, paragraph=paragraph)
        if not places:
            where = f"in paragraph {paragraph}" if paragraph else "in the article"
            self.wrong(keys, f"the words `{short(words)}` do not stand {where}", "copy them from the article")
            return None
        if len(places) > 1 and near is None:
            found = dict.fromkeys(p.id for place in places for p in self.article.paragraphs if p.span.covers(place))
            hint = f"add `paragraph: …` with one of {', '.join(found)}, or copy more of the words"
            self.wrong(keys, f"the words `{short(words)}` stand in {len(places)} places", hint)
            return None
        place = min(places, key=lambda p: abs(p.start - near.start)) if near else places[0]
        return without_marks(self.article.text, place)

    def spoken(self) -> dict[str, str | None]:
        """Who speaks each statement and holds each view, by its id."""
        return {q.id: q.speaker for q in self.quotes} | {v.id: v.holder for v in self.views}

    def moved(self, before: dict[str, str | None]) -> tuple[str, ...]:
        """Statements and views that had another speaker `before`."""
        return tuple(name for name, speaker in self.spoken().items() if before.get(name, speaker) != speaker)

    def words(self, spans: Iterable[Span]) -> str:
        return " … ".join(" ".join(span.of(self.article.text).split()) for span in spans)


def is_drop(change: Any) -> bool:
    return bool(change == "drop")


def is_new(change: Any) -> bool:
    return isinstance(change, dict) and bool(change.get("add"))


def short(words: str) -> str:
    """The first words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 2].rsplit(" ", 1)[0] + " …"


def nearest(name: str, names: list[str]) -> str:
    """Up to three names that look alike or share a word with it: "`Ann Lee` or `Ann Leigh`"; empty without any."""
    by_plain = {plain(n): short(n) for n in names if plain(n)}
    close = get_close_matches(plain(name), by_plain, 3, 0.6)
    words = {word for word in plain(name).split() if len(word) > 3}
    close += [n for n in by_plain if n not in close and words & set(n.split())]
    return " or ".join(f"`{by_plain[n]}`" for n in close[:3])


def changes_in_words(change: dict[str, Any], *, leave_out: tuple[str, ...] = ("add",)) -> str:
    """The fields of a change for the page: "role “mayor”, kind person"."""
    return ", ".join(f"{name} {_value(value)}" for name, value in change.items() if name not in leave_out)


def _value(value: Any) -> str:
    if value is None:
        return "taken away"
    if isinstance(value, dict):
        return ", ".join(f"{name} ({_value(item)})" for name, item in value.items())
    items = value if isinstance(value, list) else [value]
    return ", ".join(f"“{short(str(item))}”" if " " in str(item) else str(item) for item in items)
