"""What a finding's signs are worth: how often findings with the same signs are right on articles marked by hand.

`data/sureness.json` holds the counts, by kind and level; `python -m bench.calibrate` counts them anew. A kind whose
wrong findings look like its right ones has no level: there, a number would tell an editor nothing.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from generator.model import SET_BY_EDITOR, Actor, Briefing, Event, Issue, Quote, View

# Most of the issues that come first, or gather so many paragraphs, are ones that people file, too.
FOREMOST, MANY_PARAGRAPHS = 2, 4
# Confidences of the extractor from which its passes are right more often; finer levels were not.
QUOTED, REPORTED = 0.75, 0.65


class Sureness:
    """The chance, 0 to 1, that a finding of one briefing is right. What an editor has set is certain."""

    def __init__(self, briefing: Briefing):
        self._edited = {finding for edit in briefing.edits for finding in edit.findings}
        self._speakers = {quote.speaker for quote in briefing.quotes}
        self._quotes = {quote.id: quote for quote in briefing.quotes}
        self._ranks = {issue.id: rank for rank, issue in enumerate(briefing.issues)}

    def of_quote(self, quote: Quote) -> float:
        """That content and source are right."""
        return 1.0 if quote.id in self._edited else _share("quotes", level_of_quote(quote))

    def of_actor(self, actor: Actor) -> float:
        """That it is an actor of the story under its own name."""
        if actor.id in self._edited:
            return 1.0
        return _share("actors", level_of_actor(actor, speaks=actor.id in self._speakers))

    def of_issue(self, issue: Issue) -> float:
        """That it is a matter of its own, tied to the right paragraphs."""
        if issue.id in self._edited:
            return 1.0
        return _share("issues", level_of_issue(issue, rank=self._ranks[issue.id]))

    def of_view(self, view: View) -> float:
        """That it is an expert's judgement."""
        if view.id in self._edited:
            return 1.0
        return _share("views", level_of_view(view, self._quotes.get(view.quote)))

    def of_date(self, event: Event) -> float | None:
        """That the words mean this date; None where there is none."""
        if event.id in self._edited:
            return 1.0
        return _share("dates", level_of_date(event)) if event.date else None


def level_of_quote(quote: Quote) -> str:
    if quote.confidence == 1:
        return CERTAIN
    if quote.kind == "direct":
        return "quoted, with its reporting words" if quote.confidence >= QUOTED else "quoted, without reporting words"
    if quote.kind == "mixed":
        return "quoted in part"
    return "reported in a clause" if quote.confidence >= REPORTED else "reported otherwise"


def level_of_actor(actor: Actor, *, speaks: bool) -> str:
    if actor.role or speaks:
        return "with a role or a statement"
    if sum(mention.kind == "name" for mention in actor.mentions) > 1:
        return "named twice or more"
    if actor.kind != "person":
        return "a body, a place or a group named once"
    return "a person named once" if " " in actor.name else "a person named once, by one name"


def level_of_issue(issue: Issue, *, rank: int) -> str:
    if rank < FOREMOST:
        return "the first two"
    return "four paragraphs or more" if len(issue.paragraphs) >= MANY_PARAGRAPHS else "three paragraphs or fewer"


def level_of_view(view: View, quote: Quote | None) -> str:
    is_quoted = quote is not None and quote.kind == "direct"
    return "a named expert, reported" if view.holder and not is_quoted else "quoted, or of unnamed experts"


def level_of_date(event: Event) -> str:
    if event.resolution in (None, SET_BY_EDITOR):
        return "printed in full"
    words = set((event.resolution or "").split())
    return "a month or a season" if words & _MONTHS or "season" in words else "a day, a week or a year that was counted"


CERTAIN = ""
_MONTHS = frozenset("January February March April May June July August September October November December".split())


@cache
def counts(kind: str) -> dict[str, tuple[int, int]]:
    """By level: how many were right, of how many."""
    data = json.loads((files("generator") / "data" / "sureness.json").read_text(encoding="utf-8"))
    return {row["level"]: (row["right"], row["of"]) for row in data[kind]["levels"]}


def share(right: int, of: int) -> float:
    """As a chance, in hundredths; never certain, for certain is only what an editor has set."""
    return min(round(right / of, 2), 0.99) if of else 0.5


def _share(kind: str, level: str) -> float:
    return 1.0 if level == CERTAIN else share(*counts(kind).get(level, (0, 0)))
