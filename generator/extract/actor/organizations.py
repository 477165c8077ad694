"""Names and their kinds in, organizations out: acronyms, shortened names and lone heads under the full name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.governments import is_acting
from generator.extract.actor.kinds import initials
from generator.extract.actor.persons import is_slip
from generator.extract.actor.seen import Seen
from generator.model import Text


def find_organizations(
    text: Text, groups: dict[str, list[Seen]], kinds: dict[str, str], taken: set[int]
) -> list[Cluster]:
    """A cluster for each organization; acronyms, shortened names and lone heads ("the Court") join the full name."""
    keys = [k for k, found in groups.items() if kinds[k] == "organization" and not all(id(n) in taken for n in found)]
    heads = lexicon.words("organization_words")
    known = lexicon.words("known_organizations")
    clusters: dict[str, Cluster] = {}
    order = sorted(keys, key=lambda k: (-len(k.split()), groups[k][0].first))
    acronyms = _acronyms(text, groups, order)
    lone: list[str] = []
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in order:
        words = key.split()
        if len(words) == 1 and words[0] in heads and words[0] not in known:
            lone.append(key)
            continue
        full = acronyms.get(key) or next(
            (other for other in _sharing(words, by_word) if _is_short_for(words, other.split(), heads)), None
        )
        cluster = clusters.get(full or "")
        if cluster is None:
            cluster = clusters[key] = Cluster("organization")
        else:
            clusters[key] = cluster
        cluster.names += [n for n in groups[key] if id(n) not in taken]
        for word in words:
            by_word[word].append(key)
    found = [c for c in {id(c): c for c in clusters.values()}.values() if not _is_only_place(text, c)]
    for key in lone:
        _add_lone(groups[key], key, found)
    return found


def _sharing(words: list[str], by_word: dict[str, list[str]]) -> list[str]:
    """Longer names with a word in common, by the two rarest of the words that any has; the first hundred of each."""
    lists = sorted((by_word[word] for word in words if word in by_word), key=len)
    return list(dict.fromkeys(key for found in lists[:2] for key in found[:100]))


def _is_only_place(text: Text, cluster: Cluster) -> bool:
    """A building or site that does nothing and owns nothing in this article."""
    facilities = lexicon.words("facility_words")
    if not all(name.words[-1].casefold() in facilities and "for" not in name.words for name in cluster.names):
        return False
    return not any(is_acting(text, name) or "of" in name.words for name in cluster.names)


def _is_short_for(short: list[str], long: list[str], heads: frozenset[str]) -> bool:
    if len(short) == len(long):
        pairs = [(a.removesuffix("'s"), b.removesuffix("'s")) for a, b in zip(short, long, strict=True)]
        return len(short) > 1 and all(a == b or is_slip(a, b) for a, b in pairs)
    if len(short) > len(long):
        return False
    for size in (2, 3):
        # "U.N. Security Council": initials in front of the same words.
        if len(short) > 1 and short[0] == "".join(w[0] for w in long[:size]) and short[1:] == long[size:]:
            return True
    rest = long[len(short) :]
    if long[: len(short)] == short:
        if rest[0] in ("of", "for", "on", "at", "to"):
            return short[-1] in heads
        return (
            len(short) == 1
            and len(rest) == 1
            and rest[0] in heads
            and len(short[0]) > 2
            and short[0] not in lexicon.words("never_alone")
        )
    if len(short) > 1 and short[-1] in heads:
        for at in range(1, len(long) - len(short) + 1):
            behind = long[at + len(short) :]
            if long[at : at + len(short)] == short and (not behind or behind[0] in ("of", "for", "on")):
                front = " ".join(long[:at])
                # "The Sanders campaign" is the Bernie Sanders campaign.
                return front in _fronts() or (
                    short[-1] == "campaign" and front.capitalize() in lexicon.table("given_names")
                )
    if len(short) == 1 and long[:-1] == ["church", "of"]:
        return long[-1] == short[0]
    return "of" in short and short[-1] == long[-1] and [w for w in long if w in short] == short


@cache
def _fronts() -> frozenset[str]:
    """What may be left out before an organization's name: countries, nationalities, the United Nations."""
    names = [
        *lexicon.table("countries"),
        *lexicon.table("demonyms"),
        "U.N.",
        "UN",
        "United Nations",
        "New York",
        "E.U.",
    ]
    return frozenset(name.casefold().replace(".", "") for name in names)


def _acronyms(text: Text, groups: dict[str, list[Seen]], order: list[str]) -> dict[str, str]:
    """Acronym key to the key of its full name, by initials, or because it stands in brackets behind it."""
    full: dict[str, str] = {}
    for key in order:
        for letters in sorted(initials(key)):
            full.setdefault(letters, key)
    found: dict[str, str] = {}
    ends = {name.last: key for key in order for name in groups[key]}
    begins = {name.first: key for key in order if " " in key for name in groups[key]}
    for key in order:
        if " " in key or not key.isalnum():
            continue
        letters = groups[key][0].words[0].replace(".", "")
        if not letters.isupper():
            continue
        if full.get(key, key) != key:
            found[key] = full[key]
            continue
        for name in groups[key]:
            if (
                name.first
                and text.words[name.first - 1] == "("
                and name.first - 1 in ends
                and ends[name.first - 1] != key
            ):
                found[key] = ends[name.first - 1]
            if name.last + 1 < len(text) and text.words[name.last] == "(" and name.last + 1 in begins:
                found[key] = begins[name.last + 1]
    return found


def _add_lone(names: list[Seen], head: str, clusters: list[Cluster]) -> None:
    """ "The Court" is the court named last before it; without one it is nobody by name."""
    fitting = [c for c in clusters if any(head in n.key.split() for n in c.names)]
    places = sorted((n.first, i) for i, c in enumerate(fitting) for n in c.names if head in n.key.split())
    for name in names:
        before = bisect_left(places, (name.first, -1))
        if before:
            fitting[places[before - 1][1]].names.append(name)
