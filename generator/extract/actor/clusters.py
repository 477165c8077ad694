"""Names and their kinds in, clusters out: all names of one person, organization, country or group together."""

from __future__ import annotations

from collections import defaultdict

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.governments import find_governments
from generator.extract.actor.organizations import find_organizations
from generator.extract.actor.persons import add_short_names, find_persons
from generator.extract.actor.seen import Seen
from generator.model import Text


def find_clusters(text: Text, names: list[Seen], kinds: dict[str, str]) -> list[Cluster]:
    """Clusters in the order of their first names; places and things are left out."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    persons = find_persons(groups, kinds)
    add_short_names(names, kinds, persons)
    organizations = find_organizations(text, groups, kinds, {id(n) for c in persons for n in c.names})
    governments = find_governments(text, names, kinds)
    peoples = [Cluster("group", found) for key, found in groups.items() if kinds[key] == "group"]
    bodies = _joined([c for c in organizations + peoples if c.names])
    clusters = [c for c in persons + bodies + governments if c.names]
    for cluster in clusters:
        cluster.names.sort(key=lambda name: name.first)
    return sorted(clusters, key=lambda cluster: cluster.names[0].first)


def _joined(bodies: list[Cluster]) -> list[Cluster]:
    """Organizations and groups that go by other names ("the G.O.P.", "Republicans") in one cluster each."""
    filed: dict[str, Cluster] = {}
    others = lexicon.table("other_names")
    for cluster in bodies:
        keys = {name.key.removeprefix("the ").replace("-", " ") for name in cluster.names}
        longest = max(sorted(keys), key=len)
        first = filed.setdefault(next((others[key] for key in sorted(keys) if key in others), longest), cluster)
        if first is not cluster:
            first.names += cluster.names
            if cluster.kind != first.kind:
                # "Republicans" are people; where they are the G.O.P., too, they are a party.
                first.kind = "organization"
    return list(filed.values())
