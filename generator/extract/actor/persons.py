"""Names and their kinds in, persons out: full names, and the surnames and given names that stand for them."""

from __future__ import annotations

from collections import defaultdict

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen

# A surname shared by two persons goes to the one named last, if that was at most so many tokens ago.
NEAR = 150
# … unless the other one is named so many times as often: a father who is quoted once does not take his son's name over.
LEADING = 4


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
            if any(
                _same_person(words, form) and _is_junior(key) == _is_junior(other) for other, form in c.forms.items()
            )
        ]
        if matches:
            cluster = matches[0]
        else:
            cluster = Cluster("person")
            found.append(cluster)
        cluster.names += groups[key]
        cluster.forms[key] = words
        for word in words:
            if word not in cluster.parts:
                cluster.parts.add(word)
                by_part[word].append(cluster)
    return found


def _bare(key: str) -> list[str]:
    words = key.replace("-", " ").replace(",", "").split()
    return [w for w in words if w not in ("jr", "sr", "ii", "iii", "iv")] or words


def _is_junior(key: str) -> bool:
    """Father and son are two."""
    return key.split()[-1] in ("jr", "ii", "iii")


def _same_person(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long[-len(short) :] or "".join(short) == "".join(long):
        return True
    if short[-1] == long[-1]:
        a, b = short[0], long[0]
        is_initial = (len(a) == 1 or len(b) == 1) and a[0] == b[0]
        return a == b or is_initial or a == long[-2] or is_slip(a, b) or _is_nickname(a, b)
    return len(short) == len(long) and short[:-1] == long[:-1] and is_slip(short[-1], long[-1])


def _is_nickname(one: str, other: str) -> bool:
    """Whether one given name is short for the other: "Pat" and "Patrick"."""
    full = lexicon.table("nicknames")
    return other in full.get(one, "").split() or one in full.get(other, "").split()


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
    held = {id(name): cluster for cluster in persons for name in cluster.names}
    last_seen: dict[int, int] = {id(c): -10_000 for c in persons}
    own: dict[str, Cluster] = {}
    slips = _Slips(persons)
    for name in names:
        words = _bare(name.key)
        if id(name) in held:
            last_seen[id(held[id(name)])] = name.first
            continue
        kind = kinds[name.key]
        if kind in ("government", "group", "thing") and not name.title:
            continue
        if len(words) > 1 and kind != "person":
            continue
        if len(words) == 1 and "." in name.words[0].rstrip("."):
            # "U.N." is no short form of "Kim Jong Un".
            continue
        candidates = _candidates(words, by_part, slips if kind == "person" else None)
        if kind != "person" and not candidates:
            continue
        if kind in ("organization", "place") and not name.title and not any(_surname(words[-1], c) for c in candidates):
            continue
        if candidates:
            chosen = _choose(name, candidates, last_seen)
            chosen.names.append(name)
            if len(words) > 1 or _surname(words[-1], chosen):
                # Who is called by his given name is so because the surname means another.
                last_seen[id(chosen)] = name.first
        else:
            stranger = own.get(name.key)
            if stranger is None:
                stranger = own[name.key] = Cluster("person", [], set(words), {name.key: words})
                persons.append(stranger)
                slips.add(stranger)
                last_seen[id(stranger)] = name.first
            stranger.names.append(name)


def _surname(word: str, cluster: Cluster) -> bool:
    """Whether the word is a family name: the last one, or the first of "Kim Jong-un"."""
    return any(form[-1] == word or ("-" in key and form[0] == word) for key, form in cluster.forms.items())


class _Slips:
    """Persons by the first letter and the length of their surnames, to find misspelt ones."""

    def __init__(self, persons: list[Cluster]):
        self.by_shape: dict[tuple[str, int], list[tuple[str, Cluster]]] = defaultdict(list)
        for cluster in persons:
            self.add(cluster)

    def add(self, cluster: Cluster) -> None:
        for word in sorted({form[-1] for form in cluster.forms.values()}):
            self.by_shape[word[0], len(word)].append((word, cluster))

    def of(self, word: str) -> list[Cluster]:
        near = (self.by_shape.get((word[0], len(word) + more), ()) for more in (-1, 0, 1))
        return [cluster for found in near for other, cluster in found if is_slip(word, other)]


def _candidates(words: list[str], by_part: dict[str, list[Cluster]], slips: _Slips | None) -> list[Cluster]:
    """Persons whose full name ends or begins like this one; with `slips`, one letter may be wrong."""
    if len(words) > 1:
        wanted = " ".join(words)
        return [c for c in by_part.get(words[0], ()) if any(wanted in " ".join(form) for form in c.forms.values())]
    word = words[0]
    holders = by_part.get(word, [])
    surnames = [c for c in holders if _surname(word, c)]
    if surnames:
        return surnames
    if holders:
        return holders
    return slips.of(word) if slips is not None else []


def _choose(name: Seen, candidates: list[Cluster], last_seen: dict[int, int]) -> Cluster:
    if len(candidates) == 1:
        return candidates[0]
    if name.honorific in ("f", "m"):
        fitting = [c for c in candidates if c.gender in (name.honorific, None)]
        candidates = fitting or candidates
    # Nobody is called by a surname before he was named: of two who share it, the other one is meant.
    candidates = [c for c in candidates if last_seen[id(c)] >= 0] or candidates
    recent = max(candidates, key=lambda c: last_seen[id(c)])
    leading = max(candidates, key=lambda c: len(c.names))
    is_aside = len(leading.names) >= LEADING * len(recent.names)
    return recent if name.first - last_seen[id(recent)] <= NEAR and not is_aside else leading
