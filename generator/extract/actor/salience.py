"""Clusters with all their mentions in, salience from 0 to 1 out: how much an article is about each."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.actor.clusters import Cluster
from generator.extract.actor.references import Reference
from generator.model import Text

# Chosen on the order of actors in GUM news dev: what five people put into their summaries.
_TITLE, _LEAD, _SUBJECT, _FIRST_FIFTH, _REFERENCE, _SOURCE = 4.0, 2.5, 0.5, 0.5, 0.5, 0.3


def find_salience(text: Text, cluster: Cluster, references: Sequence[Reference], sources: set[int]) -> float:
    """A plain sum; `sources` are the tokens of all sources of attributions. Divide by the article's greatest."""
    total = float(_in_title(text, cluster)) * _TITLE
    lead = False
    for name in cluster.names:
        total += 1.0
        paragraph = text.paragraph_of[name.first]
        lead = lead or 0 <= paragraph <= 1 and name.first < 150
        if text.deps[name.last - 1].startswith("nsubj") or text.deps[name.first].startswith("nsubj"):
            total += _SUBJECT
        if name.first < len(text) / 5:
            total += _FIRST_FIFTH
        if name.first in sources:
            total += _SOURCE
    total += _LEAD * lead
    return total + _REFERENCE * len(references)


def _in_title(text: Text, cluster: Cluster) -> bool:
    return any(text.paragraph_of[name.first] == -1 for name in cluster.names)
