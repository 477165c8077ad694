"""Scores in, a table and the errors behind it out."""

from __future__ import annotations

from collections import defaultdict

from .counts import Scores

# Figure: how the site's method page calls it. In the order of the table.
NAMES = {
    "quoted": "Quotations",
    "quoted_source": "Quotations with the right source",
    "speaker": "Quotations under the right name",
    "labelled": "Turns of interviews and transcripts under the right name",
    "reported": "Reported statements",
    "reported_source": "Reported statements with the right source",
    "terms": "Terms in quotation marks",
    "actors": "Actors",
    "people": "People",
    "kind": "Kinds of the actors found",
    "role": "Roles of the actors found",
    "issues": "Issues",
    "named": "Names of the issues found",
    "views": "Expert views",
    "holder": "Holders of the views found",
    "credentials": "Credentials of the views found",
    "events": "Dates",
    "upcoming": "Upcoming events",
    "figures": "Figures",
    "overview": "Overview lines that an editor would pick",
}


def table(scores: Scores) -> str:
    """One line a figure: precision, recall, F1 in percent, and how many there are to find."""
    lines = [f"{'':18}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}"]
    for name in NAMES:
        count = scores.counts[name]
        figure = count.figures()
        lines.append(f"{name:18}{figure['p']:7.1f}{figure['r']:7.1f}{figure['f1']:7.1f}{count.wanted:7}")
    return "\n".join(lines)


def worst(scores: Scores, number: int) -> str:
    """The first `number` errors of each figure; each article gives one before any gives a second."""
    by_figure: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for figure, case, what in scores.errors:
        by_figure[figure][case].append(what)
    lines = []
    for figure in NAMES:
        ranked = sorted(
            (rank, case, what) for case, errors in by_figure.get(figure, {}).items() for rank, what in enumerate(errors)
        )
        if ranked:
            lines.append(f"\n{figure}: {len(ranked)} errors")
        lines += [f"  {case}: {what}" for _, case, what in ranked[:number]]
    return "\n".join(lines)


def measures(scores: Scores) -> list[dict[str, object]]:
    """Rows for generator/data/measured.json, as shares of 1."""
    return [
        {"what": label, **{key: round(value / 100, 3) for key, value in _long(scores, name).items()}}
        for name, label in NAMES.items()
    ]


def _long(scores: Scores, name: str) -> dict[str, float]:
    figure = scores.counts[name].figures()
    return {"precision": figure["p"], "recall": figure["r"], "f1": figure["f1"]}
