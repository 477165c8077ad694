"""A text and its attributions in, the actors out."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator.extract.actor.asides import find_asides
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.clusters import find_clusters
from generator.extract.actor.descriptions import find_descriptions
from generator.extract.actor.kinds import find_kinds
from generator.extract.actor.names import find_names
from generator.extract.actor.peoples import find_peoples
from generator.extract.actor.references import Reference, find_references
from generator.extract.actor.role_phrases import Role
from generator.extract.actor.roles import find_affiliation, find_roles, role_span
from generator.extract.actor.salience import find_salience
from generator.model import Actor, Attribution, Mention, Text
from generator.model.ids import stable_id


def find_actors(text: Text, attributions: tuple[Attribution, ...]) -> tuple[Actor, ...]:
    """Actors, most salient first."""
    names = find_names(text)
    clusters = find_clusters(text, names, find_kinds(text, names))
    clusters += find_peoples(text, {token for name in names for token in range(name.first, name.last)})
    references: dict[int, list[Reference]] = defaultdict(list)
    roles = {id(cluster): find_roles(text, cluster) for cluster in clusters}
    described = find_descriptions(text, clusters, roles)
    for reference in [*described, *find_references(text, clusters, attributions, described)]:
        references[id(reference.cluster)].append(reference)
    sources = {t for a in attributions if a.source is not None for t in text.tokens_in(a.source)}
    weights = [find_salience(text, cluster, references[id(cluster)], sources) for cluster in clusters]
    greatest = max(weights, default=1.0)
    asides = find_asides(text, names, clusters)
    owners = {token: c for c in clusters for name in c.names for token in range(name.first, name.last)}
    taken: set[str] = set()
    actors = [
        _actor(
            text,
            cluster,
            roles[id(cluster)],
            references[id(cluster)],
            asides[id(cluster)],
            round(weight / greatest, 3),
            owners,
            taken,
        )
        for cluster, weight in zip(clusters, weights, strict=True)
    ]
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0].span)))


def _actor(
    text: Text,
    cluster: Cluster,
    roles: list[Role],
    references: list[Reference],
    asides: list[Mention],
    salience: float,
    owners: dict[int, Cluster],
    taken: set[str],
) -> Actor:
    name = cluster.best
    forms = Counter(" ".join(seen.words) for seen in cluster.names)
    span = role_span(text, roles)
    mentions = [Mention(text.span(seen.first, seen.last), "name") for seen in cluster.names]
    mentions += [Mention(text.span(r.first, r.last), r.kind) for r in references]
    return Actor(
        id=stable_id("a", name, taken),
        name=name,
        kind=cluster.kind,
        role=span.of(text.string) if span else None,
        affiliation=find_affiliation(text, cluster, roles, owners),
        aliases=_aliases(name, [form for form, _ in forms.most_common()]),
        salience=salience,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        role_span=span,
        asides=tuple(sorted(set(asides), key=lambda mention: mention.span)),
    )


def _aliases(name: str, forms: list[str]) -> tuple[str, ...]:
    """The other forms, each in one spelling: "DOYLE" is no alias beside "Doyle"."""
    spellings = {name.casefold(): name}
    for form in sorted(forms, key=str.isupper):
        spellings.setdefault(form.casefold(), form)
    return tuple(form for form in forms if form != name and spellings[form.casefold()] == form)
