"""A cluster in, its role and affiliation as printed out: titles, appositions, "who leads", "of", "'s"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen
from generator.model import Span, Text

# A role longer than this is a parser's slip; the longest in briefing dev has 24 words.
LONGEST = 30
_MODIFIERS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "CD", "POS", "JJS"])


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `[first, last)` that say who somebody is, and the noun that heads them."""

    first: int
    last: int
    head: int
    rank: int
    """0 best: apposition, then copula, title, "who leads"."""


def find_roles(text: Text, cluster: Cluster) -> list[Role]:
    """All roles printed beside the names of a cluster, best first."""
    found: list[Role] = []
    if cluster.kind not in ("person", "organization"):
        return found
    for name in cluster.names:
        found += _after(text, name)
        found += _before(text, name)
        if cluster.kind == "person":
            found += _title(text, name)
            found += _copula(text, name)
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
    return text.span(roles[0].first, roles[0].last) if roles else None


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


def _is_role_noun(text: Text, token: int) -> bool:
    lemma = text.lemmas[token]
    lists = ("people_nouns", "titles", "official_nouns", "expert_nouns")
    return any(lemma in lexicon.words(name) for name in lists) or lemma.endswith(("man", "woman"))


# "Publisher" and "director": what a person may be, and an organization too.
_AGENTIVE = ("er", "or", "ist", "eur")


def _after(text: Text, name: Seen) -> list[Role]:
    """ "Wu Xinbo, the dean of …,", "Ora Media, the company that …,", "X, who leads …"."""
    start = name.last
    last = text.sentences[text.sentence_of[name.first]][1]
    if start + 1 >= last or text.words[start] not in (",", "(", "-", "—", "–", "--"):
        return []
    start += 1
    word = text.words[start].lower()
    if word.isdigit() and start + 2 < last and text.words[start + 1] == ",":
        start += 2
        word = text.words[start].lower()
    if word == "who":
        verb = start + 1
        while (
            verb < last
            and text.tags[verb] in ("RB", "VBZ", "VBD", "VBP")
            and text.lemmas[verb] in ("have", "be", "also", "now", "once", "long", "currently", "previously")
        ):
            verb += 1
        if verb < last and text.lemmas[verb] in lexicon.words("leading_verbs"):
            return [Role(verb, _end(text, verb, last), verb, 3)]
        return []
    head = _head_noun(text, start, last)
    if head is None:
        return []
    if text.deps[head].startswith("nsubj"):
        return []
    is_apposed = text.deps[head] == "appos" and name.first <= text.heads[head] < name.last
    people = _is_role_noun(text, head) or (is_apposed and text.lemmas[head].endswith(_AGENTIVE))
    if not people and text.lemmas[head] not in lexicon.words("organization_words"):
        return []
    return [Role(start + (word in ("the", "a", "an")), _end(text, head, last), head, 0)]


_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "HYPH", "AFX", "RB", "VBN", "JJS", "CD", "POS", "VBG", "IN"})


def _closes(text: Text, token: int) -> bool:
    return token >= len(text) or text.tags[token] in ("IN", ",", ".")


def _head_noun(text: Text, start: int, last: int) -> int | None:
    """The noun that heads the phrase starting at `start`; None where no such phrase starts there."""
    here = start
    noun = None
    while here < min(last, start + 9):
        tag, word = text.tags[here], text.words[here]
        if tag.startswith("NN") or (tag == "JJ" and word in lexicon.words("people_nouns") and _closes(text, here + 1)):
            # "A senior fellow at …": tagged as an adjective now and then.
            noun = here
        elif (noun is not None and tag not in ("HYPH", "POS", "JJ", "CC", "CD")) or (
            (noun is None and tag not in _BEFORE_NOUN) or (word in (",", "and") and noun is not None)
        ):
            break
        elif noun is None and tag == "IN":
            return None
        elif tag == "CC":
            break
        here += 1
    return noun


def _end(text: Text, head: int, last: int) -> int:
    """End of the phrase: the comma, bracket or full stop that closes it at its own level, or the head's own verb."""
    end = text.edges[head][1]
    end = max(end, head + 1)
    here = head + 1
    while here < min(last, head + LONGEST):
        word, tag = text.words[here], text.tags[here]
        if word in (".", ";", ":", "”", '"', ")", "(", "—", "--", "“") or (tag in ("VBD", "VBZ", "MD") and here >= end):
            break
        if word == "," and not (here + 1 < end and text.words[here + 1].lower() in ("which", "who", "and") and False):
            break
        here += 1
    return here


def _before(text: Text, name: Seen) -> list[Role]:
    """ "China's leader, Xi Jinping," and "the center's director, X"."""
    comma = name.first - 1
    if name.title and name.title[1] == name.first:
        comma = name.title[0] - 1
    first = text.sentences[text.sentence_of[name.first]][0]
    if comma - 1 < first or text.words[comma] != "," or not text.tags[comma - 1].startswith("NN"):
        return []
    head = comma - 1
    if not _is_role_noun(text, head) or text.tags[head].endswith("S"):
        return []
    after = text.words[name.last] if name.last < len(text) else ","
    if after not in (",", ".", "”", '"', "—", ")"):
        return []
    start = head
    while start > first and (text.tags[start - 1] in _MODIFIERS or text.words[start - 1] in ("'s", "’s")):
        start -= 1
    return [Role(start, head + 1, head, 0)]


def _title(text: Text, name: Seen) -> list[Role]:
    """ "German Chancellor Angela Merkel", "Republican presidential nominee Donald Trump"."""
    honorifics = lexicon.table("honorifics")
    if name.is_headline:
        return []
    start = name.first
    first = text.sentences[text.sentence_of[name.first]][0]
    while start > first:
        tag, word = text.tags[start - 1], text.words[start - 1]
        if word in honorifics and word not in ("President",):
            break
        if tag not in _MODIFIERS and not (word in ("of", "for", "and") and name.title and start - 1 >= name.title[0]):
            break
        if text.words[start - 1] in ("'s", "’s") and start - 1 == name.first - 1:
            break
        if tag == "JJ" and not start - 1 < text.heads[start - 1] < name.last:
            # "Made sure President Ek would come."
            break
        start -= 1
    start = min(start, name.title[0]) if name.title and not name.honorific else start
    end = name.first
    if end <= start or text.words[end - 1] in honorifics:
        return []
    head = end - 1
    if name.title and not name.honorific:
        head = next((i for i in range(name.title[0], end) if text.words[i].lower() in lexicon.words("titles")), head)
    if not _is_role_noun(text, head) and text.words[head].lower() not in lexicon.words("titles"):
        return []
    if not text.tags[head].startswith("NN") or text.lemmas[head] in lexicon.words("kin_nouns"):
        return []
    verb = text.heads[name.first]
    if text.deps[verb] == "acl:relcl" and text.heads[verb] == head:
        # "The judge Ek was speaking of": somebody else.
        return []
    while start < head and text.tags[start] in ("POS", "CD", "VBG", "HYPH"):
        start += 1
    return [Role(start, end, head, 2)]


def _copula(text: Text, name: Seen) -> list[Role]:
    """ "X is the director of …"."""
    verb = name.last
    if (
        verb + 2 >= len(text)
        or text.words[verb].lower() not in ("is", "was")
        or text.words[verb + 1].lower() not in ("a", "an", "the")
    ):
        return []
    last = text.sentences[text.sentence_of[name.first]][1]
    head = _head_noun(text, verb + 1, last)
    if head is None or not _is_role_noun(text, head) or head >= last:
        return []
    return [Role(verb + 2, _end(text, head, last), head, 1)]
