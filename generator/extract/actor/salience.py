"""A cluster with all its mentions in, its weight out: how much an article is about it."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt

from generator.extract.actor.cluster import Cluster
from generator.extract.actor.references import Reference
from generator.extract.actor.seen import Seen
from generator.model import Text

# Chosen by random search on the order of actors in GUM news dev (what five people put into their summaries) and in 31
# policy articles, each left out once; the neighbourhood is flat, so round numbers. Who is only quoted matters less than
# who acts.
_TITLE, _REFERENCE, _SUBJECT, _SOURCE, _EARLY, _BEFORE_END, _PERSON = 3.0, 0.5, 1.0, 0.2, 4.0, 0.5, 0.9
# In the first paragraph, and in every paragraph of the body.
_OPENING, _THROUGHOUT = 0.6, 1.0
# Words after which an early first mention is worth a third.
_LEAD = 50


def find_salience(text: Text, cluster: Cluster, references: Sequence[Reference], sources: set[int]) -> float:
    """Comparable within one article; `sources` are the tokens of all sources of attributions."""
    body_start = next((i for i, paragraph in enumerate(text.paragraph_of) if paragraph >= 0), 0)
    body = [name.first - body_start for name in cluster.names if text.paragraph_of[name.first] >= 0]
    first = min(body, default=0)
    subjects = sum(
        text.deps[name.last - 1].startswith("nsubj") or text.deps[name.first].startswith("nsubj")
        for name in cluster.names
    )
    quoted = sum(name.first in sources or name.last - 1 in sources for name in cluster.names)
    weight = sqrt(len(cluster.names) + _REFERENCE * len(references)) + _SUBJECT * subjects - _SOURCE * quoted
    weight += _EARLY * exp(-first / _LEAD) + _BEFORE_END * (1 - first / max(1, len(text)))
    paragraphs = {text.paragraph_of[token] for token in (*_firsts(cluster.names), *_firsts(references))} - {-1}
    weight += _THROUGHOUT * len(paragraphs) / max(1, len(text.article.paragraphs))
    if 0 in paragraphs:
        weight += _OPENING
    if len(body) < len(cluster.names):
        weight += _TITLE
    return weight * (_PERSON if cluster.kind == "person" else 1.0)


def _firsts(mentions: Sequence[Seen] | Sequence[Reference]) -> list[int]:
    return [mention.first for mention in mentions]
