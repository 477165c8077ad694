"""Clusters in; where their names stand inside longer names and in the credits of pictures out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen
from generator.model import Mention, Span, Text

# A surname alone ("the Moe Prize") is the person's whom the article names so often; others have it, too.
OFTEN = 3
_CREDITS = frozenset({"photo credit", "caption"})


def find_asides(text: Text, names: Sequence[Seen], clusters: Sequence[Cluster]) -> dict[int, list[Mention]]:
    """For each cluster by its `id()` the mentions in passing, in no order; none of a country or a group.

    `names` are all names of the text, things and places too.
    """
    found: dict[int, list[Mention]] = defaultdict(list)
    named = [cluster for cluster in clusters if cluster.kind in ("person", "organization")]
    for cluster, span in _inside(text, names, named):
        found[id(cluster)].append(Mention(span, "inside"))
    for cluster, span in _in_credits(text, named):
        found[id(cluster)].append(Mention(span, "credit"))
    return found


def _inside(text: Text, names: Sequence[Seen], clusters: list[Cluster]) -> list[tuple[Cluster, Span]]:
    """ "The Andy Moe Foundation", "the Bank of Anhalt Prize": the longest name of another that opens the name."""
    known = _known(clusters)
    own = {id(name): cluster for cluster in clusters for name in cluster.names}
    taken = {(name.first, name.last) for cluster in clusters for name in cluster.names}
    found = []
    for name in names:
        holder = own.get(id(name))
        if len(name.words) < 2 or (holder is not None and holder.kind == "person"):
            continue
        for size in range(len(name.words) - 1, 0, -1):
            cluster = known.get(" ".join(name.words[:size]).casefold().replace(".", ""))
            if cluster is None or cluster is holder:
                continue
            end = _end_of(text, name, size)
            if (name.first, end) not in taken:
                found.append((cluster, text.span(name.first, end)))
            break
    return found


def _end_of(text: Text, name: Seen, size: int) -> int:
    """The token behind the first `size` words of a name; what touches its neighbour is one word with it."""
    count = 0
    for token in range(name.first, name.last):
        count += token == name.first or text.starts[token] != text.ends[token - 1]
        if count > size:
            return token
    return name.last


def _known(clusters: list[Cluster]) -> dict[str, Cluster]:
    """Names that mean one cluster wherever they stand: full ones, organizations', the surname of a main actor."""
    plain = lexicon.words("organization_words")
    found: dict[str, Cluster] = {}
    several: set[str] = set()
    for cluster in clusters:
        keys = {name.key for name in cluster.names if " " in name.key or name.key not in plain}
        if cluster.kind == "person" and len(cluster.names) < OFTEN:
            keys = {key for key in keys if " " in key}
        for key in sorted(keys):
            if found.setdefault(key, cluster) is not cluster:
                several.add(key)
    return {key: cluster for key, cluster in found.items() if key not in several}


def _in_credits(text: Text, clusters: list[Cluster]) -> list[tuple[Cluster, Span]]:
    """Names as the article prints them in "Image: NASA / Ann Lee.", a person's only in full."""
    credits = [dropped.span for dropped in text.article.dropped if dropped.reason in _CREDITS]
    if not credits:
        return []
    printed: dict[str, Cluster] = {}
    for cluster in clusters:
        for name in cluster.names:
            if cluster.kind == "organization" or len(name.words) > 1:
                printed.setdefault(text.span(name.first, name.last).of(text.string), cluster)
    if not printed:
        return []
    pattern = _any_of(printed)
    return [
        (printed[match.group()], Span(match.start(), match.end()))
        for span in credits
        for match in pattern.finditer(text.string, span.start, span.end)
    ]


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """The longest of the names that stands at a place, as whole words."""
    forms = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
