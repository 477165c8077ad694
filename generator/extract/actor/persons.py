"""Names and their kinds in, persons out: full names, and the surnames and given names that stand for them."""

from __future__ import annotations

from collections import defaultdict

from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen

# A surname shared by two persons goes to the one named last, if that was at most so many tokens ago.
NEAR = 150


def find_persons(groups: dict[str, list[Seen]], kinds: dict[str, str]) -> list[Cluster]:
    """A cluster for each full name; names that differ in initials, middle names, hyphens or a letter are one."""
    found: list[Cluster] = []
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    full = [key for key in groups if kinds[key] == "person" and len(_bare(key)) > 1]
    for key in sorted(full, key=lambda k: (-len(_bare(k)), groups[k][0].first)):
        words = _bare(key)
        matches = [
            c
            for c in dict.fromkeys(by_part[words[-1]] + by_part[words[0]])
            if any(_same_person(words, _bare(n.key)) for n in c.names)
        ]
        if matches:
            cluster = matches[0]
        else:
            cluster = Cluster("person")
            found.append(cluster)
        cluster.names += groups[key]
        for word in words:
            if word not in cluster.parts:
                cluster.parts.add(word)
                by_part[word].append(cluster)
    return found


def _bare(key: str) -> list[str]:
    words = key.replace("-", " ").replace(",", "").split()
    return [w for w in words if w not in ("jr", "sr", "ii", "iii", "iv")] or words


def _same_person(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long[-len(short) :] or "".join(short) == "".join(long):
        return True
    if short[-1] == long[-1]:
        a, b = short[0], long[0]
        return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]) or a == long[-2] or is_slip(a, b)
    return len(short) == len(long) and short[:-1] == long[:-1] and is_slip(short[-1], long[-1])


def is_slip(one: str, other: str) -> bool:
    """Whether two words of at least five letters differ by one letter, or a swap, and not in the first."""
    if one == other or min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        a, b = differing[0], differing[-1]
        return a == b or (len(differing) == 2 and b == a + 1 and one[a] == other[b] and one[b] == other[a])
    short, long = sorted((one, other), key=len)
    at = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    return short[at:] == long[at + 1 :]


def add_short_names(names: list[Seen], kinds: dict[str, str], persons: list[Cluster]) -> None:
    """Surnames, given names and family names that stand for a full name; those left over are new persons."""
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in persons:
        for part in sorted(cluster.parts):
            by_part[part].append(cluster)
    held = {id(name) for cluster in persons for name in cluster.names}
    last_seen: dict[int, int] = {id(c): -10_000 for c in persons}
    own: dict[str, Cluster] = {}
    for name in names:
        words = _bare(name.key)
        if id(name) in held:
            for cluster in by_part.get(words[-1], ()):
                if any(n is name for n in cluster.names):
                    last_seen[id(cluster)] = name.first
            continue
        kind = kinds[name.key]
        if kind in ("government", "group", "thing") and not name.title:
            continue
        if len(words) > 1 and kind != "person":
            continue
        candidates = _candidates(name, words, by_part, persons if kind == "person" else [])
        if kind != "person" and not candidates:
            continue
        if kind in ("organization", "place") and not name.title and not any(_surname(words[-1], c) for c in candidates):
            continue
        if candidates:
            chosen = _choose(name, candidates, last_seen)
            chosen.names.append(name)
            last_seen[id(chosen)] = name.first
        else:
            cluster = own.get(name.key) or next((c for k, c in own.items() if is_slip(k, name.key)), None)
            if cluster is None:
                cluster = own[name.key] = Cluster("person", [], set(words))
                persons.append(cluster)
                last_seen[id(cluster)] = name.first
            cluster.names.append(name)


def _surname(word: str, cluster: Cluster) -> bool:
    return any(
        _bare(name.key)[-1] == word or ("-" in name.key and _bare(name.key)[0] == word) for name in cluster.names
    )


def _candidates(
    name: Seen, words: list[str], by_part: dict[str, list[Cluster]], persons: list[Cluster]
) -> list[Cluster]:
    """Persons whose full name ends or begins like this one, allowing one wrong letter."""
    if len(words) > 1:
        return [c for c in by_part.get(words[0], ()) if any(" ".join(words) in " ".join(_bare(n.key)) for n in c.names)]
    word = words[0]
    holders = by_part.get(word, [])
    surnames = [c for c in holders if _surname(word, c)]
    if surnames:
        return surnames
    if holders:
        return holders
    if persons and len(word) > 4:
        return [c for c in persons if any(is_slip(word, _bare(n.key)[-1]) for n in c.names[:1])]
    return []


def _choose(name: Seen, candidates: list[Cluster], last_seen: dict[int, int]) -> Cluster:
    if len(candidates) == 1:
        return candidates[0]
    if name.honorific in ("f", "m"):
        fitting = [c for c in candidates if c.gender in (name.honorific, None)]
        candidates = fitting or candidates
    recent = max(candidates, key=lambda c: last_seen[id(c)])
    if name.first - last_seen[id(recent)] <= NEAR:
        return recent
    return max(candidates, key=lambda c: len(c.names))
