"""Names and their kinds in, clusters out: all names of one person, organization, country or group together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from generator import lexicon
from generator.extract.actor.kinds import initials
from generator.extract.actor.names import Seen
from generator.model import Text

# A surname shared by two persons goes to the one named last, if that was at most so many tokens ago.
NEAR = 150


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor while it is being put together."""

    kind: str
    names: list[Seen] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    """Words of its names, case-folded."""
    label: str = ""
    """Set where the name does not come from the article: a country whose names differ."""

    @property
    def gender(self) -> str | None:
        """"f", "m" or None: an honorific says it, or the given name."""
        told = [name.honorific for name in self.names if name.honorific in ("f", "m")]
        if told:
            return Counter(told).most_common(1)[0][0]
        given = lexicon.table("given_names")
        for name in self.names:
            sex = given.get(name.words[0])
            if len(name.words) > 1 and sex in ("f", "m"):
                return sex
        for name in self.names:
            sex = given.get(name.words[0])
            if sex in ("f", "m") and len(self.best.split()) == 1:
                return sex
        return None

    @property
    def best(self) -> str:
        """The fullest name, the more frequent one of two."""
        if self.label:
            return self.label
        forms = Counter(" ".join(name.words) for name in self.names)
        top = max(forms, key=lambda form: (len(form.split()) if len(form.split()) < 6 or self.kind != "person" else 0, forms[form], len(form)))
        return top


def find_clusters(text: Text, names: list[Seen], kinds: dict[str, str]) -> list[Cluster]:
    """Clusters in the order of their first names; places and things are left out."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    persons = _persons(groups, kinds)
    _add_short_names(names, kinds, persons)
    organizations = _organizations(text, groups, kinds, {id(n) for c in persons for n in c.names})
    governments = _governments(text, names, kinds)
    peoples = [Cluster("group", found) for key, found in groups.items() if kinds[key] == "group"]
    clusters = [c for c in persons + organizations + governments + peoples if c.names]
    for cluster in clusters:
        cluster.names.sort(key=lambda name: name.first)
    return sorted(clusters, key=lambda cluster: cluster.names[0].first)


def _persons(groups: dict[str, list[Seen]], kinds: dict[str, str]) -> list[Cluster]:
    """A cluster for each full name; names that differ in initials, middle names, hyphens or a letter are one."""
    found: list[Cluster] = []
    by_part: dict[str, list[Cluster]] = defaultdict(list)
    full = [key for key in groups if kinds[key] == "person" and len(_bare(key)) > 1]
    for key in sorted(full, key=lambda k: (-len(_bare(k)), groups[k][0].first)):
        words = _bare(key)
        matches = [c for c in dict.fromkeys(by_part[words[-1]] + by_part[words[0]]) if any(_same_person(words, _bare(n.key)) for n in c.names)]
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
        return a == b or (len(a) == 1 or len(b) == 1) and a[0] == b[0] or a == long[-2] or is_slip(a, b)
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


def _add_short_names(names: list[Seen], kinds: dict[str, str], persons: list[Cluster]) -> None:
    """Surnames, given names and family names that stand for a full name; those left over become persons of their own."""
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
    return any(_bare(name.key)[-1] == word or "-" in name.key and _bare(name.key)[0] == word for name in cluster.names)


def _candidates(name: Seen, words: list[str], by_part: dict[str, list[Cluster]], persons: list[Cluster]) -> list[Cluster]:
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


def _organizations(text: Text, groups: dict[str, list[Seen]], kinds: dict[str, str], taken: set[int]) -> list[Cluster]:
    """A cluster for each organization; acronyms, shortened names and lone heads ("the Court") join the full name."""
    keys = [k for k, found in groups.items() if kinds[k] == "organization" and not all(id(n) in taken for n in found)]
    heads = lexicon.words("organization_words")
    known = lexicon.words("known_organizations")
    clusters: dict[str, Cluster] = {}
    order = sorted(keys, key=lambda k: (-len(k.split()), groups[k][0].first))
    acronyms = _acronyms(text, groups, order)
    lone: list[str] = []
    for key in order:
        words = key.split()
        if len(words) == 1 and words[0] in heads and words[0] not in known:
            lone.append(key)
            continue
        full = acronyms.get(key) or next((other for other in clusters if _is_short_for(words, other.split(), heads)), None)
        cluster = clusters.get(full or "")
        if cluster is None:
            cluster = clusters[key] = Cluster("organization")
        else:
            clusters[key] = cluster
        cluster.names += [n for n in groups[key] if id(n) not in taken]
    found = [c for c in {id(c): c for c in clusters.values()}.values() if not _is_only_place(text, c)]
    for key in lone:
        _add_lone(groups[key], key, found)
    return found


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
    rest = long[len(short) :]
    if long[: len(short)] == short:
        if rest[0] in ("of", "for", "on", "at", "to"):
            return short[-1] in heads
        return len(short) == 1 and len(rest) == 1 and rest[0] in heads and len(short[0]) > 2 and short[0] not in _NOT_ALONE
    if len(short) > 1 and short[-1] in heads:
        for at in range(1, len(long) - len(short) + 1):
            behind = long[at + len(short) :]
            if long[at : at + len(short)] == short and (not behind or behind[0] in ("of", "for", "on")):
                return " ".join(long[:at]) in _fronts()
    if len(short) == 1 and long[:-1] == ["church", "of"]:
        return long[-1] == short[0]
    return "of" in short and short[-1] == long[-1] and [w for w in long if w in short] == short


_NOT_ALONE = frozenset({"national", "united", "state", "federal", "european", "royal", "first", "new", "general"})


def _fronts() -> frozenset[str]:
    """What may be left out before an organization's name: countries, nationalities, the United Nations."""
    names = [*lexicon.table("countries"), *lexicon.table("demonyms"), "U.N.", "UN", "United Nations", "New York", "E.U."]
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
            if name.first and text.words[name.first - 1] == "(" and name.first - 1 in ends and ends[name.first - 1] != key:
                found[key] = ends[name.first - 1]
            if name.last + 1 < len(text) and text.words[name.last] == "(" and name.last + 1 in begins:
                found[key] = begins[name.last + 1]
    return found


def _add_lone(names: list[Seen], head: str, clusters: list[Cluster]) -> None:
    """ "The Court" is the court named last before it; without one it is nobody by name."""
    fitting = [c for c in clusters if any(head in n.key.split() for n in c.names)]
    for name in names:
        before = [(n.first, i) for i, c in enumerate(fitting) for n in c.names if n.first < name.first and head in n.key.split()]
        if before:
            fitting[max(before)[1]].names.append(name)


def _governments(text: Text, names: list[Seen], kinds: dict[str, str]) -> list[Cluster]:
    """Countries that act somewhere in the article; capitals and seats of government join where they act."""
    countries, capitals = lexicon.table("countries"), lexicon.table("capitals")
    seats, demonyms = lexicon.table("seats_of_government"), lexicon.table("demonyms")
    clusters: dict[str, Cluster] = {}
    acting: set[str] = set()
    for name in names:
        printed = " ".join(name.words)
        country = countries.get(printed)
        acts = is_acting(text, name)
        if country is None and kinds[name.key] == "government":
            # "Mexican government", "U.S. administration"; otherwise it is somebody's: "Bush administration".
            front = printed.rsplit(" ", 1)[0]
            country = countries.get(front) or demonyms.get(front) or printed
            acts = True
        if country is None and acts:
            country = capitals.get(printed) or seats.get(printed)
            if country is None:
                continue
        elif country is None:
            continue
        cluster = clusters.setdefault(country, Cluster("government", [], set(), country))
        cluster.names.append(name)
        if acts:
            acting.add(country)
    for country, cluster in clusters.items():
        # The article's own word for it, as long as it is no capital: "Britain" rather than "United Kingdom".
        forms = Counter(" ".join(n.words) for n in cluster.names if countries.get(" ".join(n.words)) == country)
        long = [form for form in forms if "." not in form and not form.isupper()]
        cluster.label = country if country in forms or not long else max(long, key=lambda f: forms[f])
    return [cluster for country, cluster in clusters.items() if country in acting]


_ACTING = ("nsubj", "nmod:poss", "obj", "iobj", "obl:agent")


def is_acting(text: Text, name: Seen) -> bool:
    """Whether a country or capital stands where somebody acts, owns or is acted upon."""
    token = name.last - 1
    for _ in range(3):
        dep = text.deps[token]
        if dep != "conj":
            break
        token = text.heads[token]
    head = text.heads[token]
    if dep.startswith("nsubj") or dep in ("obj", "iobj", "obl:agent"):
        return not text.tags[token].startswith("JJ")
    if dep == "nmod:poss":
        return True
    before = text.words[name.first - 1].lower() if name.first else ""
    if before == "the" and name.first > 1:
        before = text.words[name.first - 2].lower()
    return dep == "obl" and before in ("by", "with", "against") and head != token
