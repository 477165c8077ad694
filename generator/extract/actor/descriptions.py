"""Clusters with their roles in, the descriptions that stand for them out: "the senator", "the company"."""

from __future__ import annotations

from collections import defaultdict

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.references import Reference
from generator.extract.actor.role_phrases import Role
from generator.model import Text

# A description this many tokens after the last name of its actor no longer means him; offices like "the president"
# are not bound by it.
FAR = 400


def find_descriptions(text: Text, clusters: list[Cluster], roles: dict[int, list[Role]]) -> list[Reference]:
    """Definite descriptions that fit one actor by its role or by the head of its name, in reading order."""
    holders = _holders(text, clusters, roles)
    names = sorted((name.first, id(c)) for c in clusters for name in c.names)
    taken = {token for c in clusters for name in c.names for token in range(name.first, name.last)}
    taken |= {token for found in roles.values() for role in found for token in range(role.first, role.last)}
    last_seen: dict[int, int] = {}
    found: list[Reference] = []
    at = 0
    for token, word in enumerate(text.words):
        while at < len(names) and names[at][0] <= token:
            last_seen[names[at][1]] = names[at][0]
            at += 1
        if word not in ("the", "The") or token in taken:
            continue
        head = _head(text, token)
        if head is None or head in taken:
            continue
        lemma = text.lemmas[head]
        cluster = _meant(holders.get(lemma, []), last_seen, token, lemma)
        if cluster is not None:
            found.append(Reference(cluster, token, head + 1, "description"))
            last_seen[id(cluster)] = token
    return found


def _holders(text: Text, clusters: list[Cluster], roles: dict[int, list[Role]]) -> dict[str, list[Cluster]]:
    """Small-lettered nouns to the clusters that they can describe."""
    holders: dict[str, list[Cluster]] = defaultdict(list)
    organizations = lexicon.words("organization_words")
    for cluster in clusters:
        nouns: set[str] = set()
        for role in roles.get(id(cluster), []):
            # "Moe, who studies ice": a verb is no noun of his.
            if text.tags[role.head][0] != "V" and not _is_past(text, role):
                nouns.add(_plain(text.lemmas[role.head]))
        if cluster.kind == "organization":
            for name in cluster.names:
                nouns |= {w.casefold() for w in name.words if w.casefold() in organizations}
        for noun in sorted(nouns):
            holders[noun].append(cluster)
    return holders


def _plain(word: str) -> str:
    return lexicon.table("short_titles").get(word, word)


def _is_past(text: Text, role: Role) -> bool:
    return any(text.words[i].lower() in lexicon.words("past_words") for i in range(max(0, role.first - 1), role.head))


def _head(text: Text, article: int) -> int | None:
    """The noun of "the senator" or "the Republican senator"; None where more follows that names somebody else."""
    for head in range(article + 1, min(article + 4, len(text))):
        tag = text.tags[head]
        if tag in ("NN", "NNP"):
            following = text.tags[head + 1] if head + 1 < len(text) else "."
            word = text.words[head + 1].lower() if head + 1 < len(text) else "."
            if following.startswith("NN") or (following in ("HYPH", "POS") and word == "-"):
                continue
            return None if word in ("of", "for", "who", "that") else head
        if tag not in ("JJ", "NNP"):
            return None
    return None


def _meant(holders: list[Cluster], last_seen: dict[int, int], token: int, lemma: str) -> Cluster | None:
    """The holder named last; None where it was too long ago or two were named close together."""
    before = sorted(((last_seen[id(c)], i) for i, c in enumerate(holders) if id(c) in last_seen), reverse=True)
    if not before:
        return None
    at, which = before[0]
    if token - at > FAR and lemma not in ("president", "candidate"):
        return None
    return holders[which]
