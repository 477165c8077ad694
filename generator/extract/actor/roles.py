"""A cluster in, its role and affiliation as printed out: titles, appositions, "who leads", "of", "'s"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.actor.appositions import roles_after, roles_before
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.offices import roles_in_joint_titles, roles_in_titles, roles_of_subjects, roles_said
from generator.extract.actor.role_phrases import Role
from generator.model import Span, Text


def find_roles(text: Text, cluster: Cluster) -> list[Role]:
    """All roles printed beside the names of a cluster, best first."""
    found: list[Role] = []
    if cluster.kind not in ("person", "organization"):
        return found
    for name in cluster.names:
        found += roles_after(text, name, is_person=cluster.kind == "person")
        if cluster.kind == "person":
            for find in (roles_before, roles_in_titles, roles_in_joint_titles, roles_said, roles_of_subjects):
                found += find(text, name)
    found = [_trimmed(text, role) for role in found]
    return sorted(found, key=lambda role: (role.rank, -min(role.last - role.first, 4), role.first))


_OPEN_ENDS = frozenset({"CC", "DT", "IN", "TO", ",", "``", "-LRB-"})


def _trimmed(text: Text, role: Role) -> Role:
    """Without small words at its end that wait for more: "economist and"."""
    last = role.last
    while last > role.head + 1 and text.tags[last - 1] in _OPEN_ENDS:
        last -= 1
    return replace(role, last=last) if last < role.last else role


def role_span(text: Text, roles: list[Role]) -> Span | None:
    """Where the best role stands; of a plural that two people share the singular."""
    if not roles:
        return None
    span = text.span(roles[0].first, roles[0].last)
    return Span(span.start, span.end - 1) if roles[0].is_plural else span


def find_affiliation(text: Text, cluster: Cluster, roles: list[Role], owners: dict[int, Cluster]) -> str | None:
    """The organization or government named in the role, or beside the name: "of NPP", "DAB's".

    `owners` gives for each token of a name its cluster.
    """
    for role in roles:
        for token in range(role.first, role.last):
            owner = owners.get(token)
            if owner is not None and owner is not cluster and owner.kind in ("organization", "government"):
                return _printed(text, owner, token)
    for name in cluster.names:
        after, before = name.last, name.first - 1
        if after + 1 < len(text) and text.words[after].lower() in ("of", "from"):
            step = 2 if text.words[after + 1].lower() == "the" and after + 2 < len(text) else 1
            owner = owners.get(after + step)
            if owner is not None and (owner.kind == "organization" or (owner.kind == "government" and name.title)):
                return _printed(text, owner, after + step)
        if before > 0 and text.words[before] in ("'s", "’s", "'", "’"):
            owner = owners.get(before - 1)
            if owner is not None and owner.kind == "organization":
                return _printed(text, owner, before - 1)
    return None


def _printed(text: Text, owner: Cluster, token: int) -> str:
    name = next(name for name in owner.names if name.first <= token < name.last)
    return text.span(name.first, name.last).of(text.string)
