"""A text and its attributions in, the actors out."""

from __future__ import annotations

from collections import Counter

from generator.extract.actor.clusters import Cluster, find_clusters
from generator.extract.actor.kinds import find_kinds
from generator.extract.actor.names import find_names
from generator.model import Actor, Attribution, Mention, Text
from generator.model.ids import stable_id


def find_actors(text: Text, attributions: tuple[Attribution, ...]) -> tuple[Actor, ...]:
    """Actors, most salient first."""
    names = find_names(text)
    clusters = find_clusters(text, names, find_kinds(text, names))
    taken: set[str] = set()
    actors = [_actor(text, cluster, taken) for cluster in clusters]
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0].span)))


def _actor(text: Text, cluster: Cluster, taken: set[str]) -> Actor:
    name = cluster.best
    forms = Counter(" ".join(seen.words) for seen in cluster.names)
    return Actor(
        id=stable_id("a", name, taken),
        name=name,
        kind=cluster.kind,
        role=None,
        affiliation=None,
        aliases=tuple(form for form, _ in forms.most_common() if form != name),
        salience=min(1.0, len(cluster.names) / 20),
        mentions=tuple(Mention(text.span(seen.first, seen.last), "name") for seen in cluster.names),
    )
