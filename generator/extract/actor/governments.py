"""Names and their kinds in, governments out: countries that act, with their capitals and seats where these act."""

from __future__ import annotations

from collections import Counter

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen
from generator.model import Text


def find_governments(text: Text, names: list[Seen], kinds: dict[str, str]) -> list[Cluster]:
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
        cluster = clusters.setdefault(country, Cluster("government", [], label=country))
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
    at = name.first - 1
    if at > 0 and text.words[at].lower() == "the":
        at -= 1
    before = text.words[at].lower() if at >= 0 else ""
    if before == "to" and at and text.words[at - 1].lower() == "according":
        return True
    return dep == "obl" and before in ("by", "with", "against") and head != token
