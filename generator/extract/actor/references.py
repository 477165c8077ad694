"""Clusters in, the pronouns that stand for them out: "he", "her", "its", and the "I" of a quotation's speaker.

Each sentence names and takes up actors; a pronoun goes to the actor that is most present when it comes. Being a subject
counts most, being near next; presence halves with each sentence. Better none than a wrong one: where a person without
a name ("a driver") is as present, or two actors are, nobody is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.model import Attribution, Text

# Weights of the places in a sentence, in the order that decades of anaphora resolution found (Lappin and Leass 1994).
_WEIGHT = {
    "nsubj": 3.0,
    "nsubj:pass": 2.6,
    "obj": 1.6,
    "iobj": 1.4,
    "obl": 1.2,
    "nmod:poss": 1.6,
    "appos": 1.5,
    "conj": 1.4,
    "root": 1.8,
    "obl:agent": 2.0,
}
_OTHER = 1.0
# What is left of a mention's presence one sentence later, and for how many sentences it is remembered.
FADE, MEMORY = 0.5, 4
# And no more of them than these, should a speech go on for pages.
MOST = 200
# Chosen on GUM news dev and the speakers of PolNeAR dev: the winner must be so present, and so far ahead.
OF_HIMSELF = 2.0
LEAST, AHEAD = 0.3, 1.15
# A mention of at least such weight is a subject.
SUBJECT = 2.6
_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTRAL = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "themselves"})
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A token, or a short phrase, that stands for a cluster."""

    cluster: Cluster
    first: int
    last: int
    kind: str
    """"pronoun" | "description"."""


@dataclass(slots=True)
class _Place:
    cluster: Cluster | None
    """None: a person without a name."""
    token: int
    sentence: int
    weight: float
    quote: int
    """Number of the quotation it stands in; -1 outside."""
    gender: str | None = None


def find_references(
    text: Text, clusters: list[Cluster], attributions: tuple[Attribution, ...], described: list[Reference]
) -> list[Reference]:
    """References in reading order; `described` are the descriptions already resolved, which pronouns may take up."""
    quote_of = _quotes(text)
    speakers = _Speakers(text, attributions, quote_of)
    genders = {id(c): c.gender for c in clusters if c.kind == "person"}
    counts = {id(c): len(c.names) for c in clusters}
    marked: dict[int, tuple[Cluster, int]] = {}
    for cluster in clusters:
        for name in cluster.names:
            marked[name.first] = (cluster, name.last)
    for reference in described:
        marked[reference.first] = (reference.cluster, reference.last)
    owners = {i: c for start, (c, end) in marked.items() for i in range(start, end)}
    recent: list[_Place] = []
    found: list[Reference] = []
    told = 0
    for first, last in text.sentences:
        sentence = told
        recent = [place for place in recent[-MOST:] if sentence - place.sentence <= MEMORY]
        for token in range(first, last):
            if token in marked:
                cluster, end = marked[token]
                recent.append(_Place(cluster, end - 1, sentence, _weight(text, end - 1), quote_of[token]))
                continue
            tag = text.tags[token]
            if tag in ("PRP", "PRP$"):
                word = text.words[token].lower()
                who: Cluster | None = None
                if word in _PERSONAL:
                    who = _person(
                        text, token, sentence, recent, genders, quote_of, speakers, owners, counts, _PERSONAL[word]
                    )
                    if who is not None and genders.get(id(who)) is None:
                        genders[id(who)] = _PERSONAL[word]
                elif word in _NEUTRAL:
                    who = _thing(text, token, sentence, recent, quote_of, owners)
                elif word in _PLURAL:
                    who = _several(text, token, sentence, recent, quote_of)
                if who is not None:
                    found.append(Reference(who, token, token + 1, "pronoun"))
                    owners[token] = who
                    recent.append(_Place(who, token, sentence, _weight(text, token), quote_of[token]))
            elif tag == "NN" and token not in owners and _is_somebody(text, token, owners):
                recent.append(_Place(None, token, sentence, _weight(text, token), quote_of[token]))
        # What lies between two sentences of the narrative is no distance when it is somebody's speech.
        told += any(quote_of[token] < 0 and text.tags[token][0].isalpha() for token in range(first, last))
    return sorted(found + _first_persons(text, quote_of, speakers, owners), key=lambda r: r.first)


def _weight(text: Text, token: int) -> float:
    dep = text.deps[token]
    if dep in ("flat", "compound", "nmod:unmarked"):
        dep = text.deps[text.heads[token]]
    if dep in ("conj", "appos"):
        dep = text.deps[text.heads[token]]
    return _WEIGHT.get(dep, _OTHER)


def _quotes(text: Text) -> list[int]:
    """For each token the number of the quotation it stands in, -1 outside."""
    quote_of = [-1] * len(text)
    for number, quoted in enumerate(text.quoted):
        for token in text.tokens_in(quoted.span):
            quote_of[token] = number
    return quote_of


class _Speakers:
    """Who speaks each quotation: the tokens of its source, looked up when the source has been resolved."""

    def __init__(self, text: Text, attributions: tuple[Attribution, ...], quote_of: list[int]):
        self.sources: dict[int, range] = {}
        """Quotation to source."""
        self.content: dict[int, list[range]] = {}
        """Token of a source to what it says."""
        self.said: dict[int, range] = {}
        """Token that somebody says to the source that says it."""
        for attribution in attributions:
            if attribution.source is None:
                continue
            source = text.tokens_in(attribution.source)
            for token in source:
                self.content[token] = [text.tokens_in(span) for span in attribution.spans]
            for span in attribution.spans:
                self.said.update(dict.fromkeys(text.tokens_in(span), source))
                inside = text.tokens_in(span)
                for token in (*inside[:1], *inside[-1:]):
                    if quote_of[token] >= 0:
                        self.sources.setdefault(quote_of[token], source)

    def of(self, quote: int, owners: dict[int, Cluster]) -> Cluster | None:
        """The cluster of a quotation's source; None when it is unknown or not resolved (yet)."""
        source = self.sources.get(quote)
        if source is None:
            return None
        return next((owners[token] for token in source if token in owners), None)


def _is_somebody(text: Text, token: int, owners: dict[int, Cluster]) -> bool:
    """A person without a name: "a driver", but not "his coach, Ann Lee"."""
    if text.lemmas[token] not in lexicon.words("people_nouns"):
        return False
    if any(text.deps[c] == "appos" and c in owners for c in text.children[token]):
        return False
    dep = text.deps[token]
    return dep in ("nsubj", "nsubj:pass", "obj", "obl:agent") and not (
        token + 1 < len(text) and text.tags[token + 1].startswith("NN")
    )


def _person(
    text: Text,
    token: int,
    sentence: int,
    recent: list[_Place],
    genders: dict[int, str | None],
    quote_of: list[int],
    speakers: _Speakers,
    owners: dict[int, Cluster],
    counts: dict[int, int],
    gender: str,
) -> Cluster | None:
    quote = quote_of[token]
    speaker = speakers.of(quote, owners) if quote >= 0 else None
    own = speakers.content.get(token, [])
    reporter = speakers.said.get(token, range(0)) if quote < 0 else range(0)
    ahead = _subject_ahead(text, token, owners, genders, gender)
    if ahead is not None:
        return ahead
    if own and quote < 0:
        same = _who_goes_on(text, token, recent, speakers, genders, gender)
        if same is not None:
            return same
    scores: dict[int, float] = defaultdict(float)
    who: dict[int, Cluster | None] = {}
    barred: set[int] = set()
    for place in recent:
        key = id(place.cluster) if place.cluster is not None else -1
        if place.cluster is not None:
            if place.cluster.kind != "person" or place.cluster is speaker:
                continue
            known = genders.get(key)
            if known is not None and known != gender:
                continue
            if _is_bound(text, token, place.token):
                continue
        if any(place.token in stretch for stretch in own):
            # Who speaks does not call himself by name.
            if quote_of[place.token] >= 0:
                barred.add(key)
            continue
        weight = place.weight * FADE ** (sentence - place.sentence)
        if quote < 0 <= place.quote:
            weight *= 0.4
        elif own and place.token in speakers.said:
            # Who is spoken of in reported words is seldom who speaks next; who spoke last is.
            weight *= 0.4
        if own and place.token in speakers.content:
            weight *= 1.6
        if place.token in reporter and place.sentence == sentence:
            # "Moe said he would": who says it speaks of himself more often than of another.
            weight *= OF_HIMSELF
        if place.cluster is None:
            weight *= 0.6
        elif genders.get(key) is None:
            weight *= 0.7
        scores[key] += weight
        who[key] = place.cluster
    for key in barred:
        scores.pop(key, None)
    for key in scores:
        if key != -1:
            scores[key] *= 1 + 0.05 * min(counts[key], 10)
    return _winner(scores, who)


def _who_goes_on(
    text: Text,
    token: int,
    recent: list[_Place],
    speakers: _Speakers,
    genders: dict[int, str | None],
    gender: str,
) -> Cluster | None:
    """ "“Stop it,” said Ann Lee. “It is over,” *she* said": who spoke last in the paragraph, if nobody came between."""
    for place in reversed(recent):
        if text.paragraph_of[place.token] != text.paragraph_of[token]:
            return None
        if place.quote >= 0 or (place.cluster is not None and place.cluster.kind != "person"):
            continue
        if place.token in speakers.said:
            # Who is only spoken of does not speak next.
            continue
        said = speakers.content.get(place.token)
        if said is not None and place.weight < SUBJECT:
            # A name beside the speaker's own: where he works, whom he works for.
            continue
        is_before = text.sentence_of[place.token] < text.sentence_of[token]
        if place.cluster is None or not said or not is_before or not _speaks(text, place.token):
            return None
        return place.cluster if genders.get(id(place.cluster)) in (gender, None) else None
    return None


def _speaks(text: Text, name: int) -> bool:
    """Whether a name's verb is one of speech, and no other verb's: not in "claiming that *Moe* wanted it"."""
    while text.deps[name] in ("flat", "compound"):
        name = text.heads[name]
    verb = text.heads[name]
    is_main = text.heads[verb] == verb or text.deps[verb] in ("parataxis", "conj")
    return is_main and text.lemmas[verb] in lexicon.words("speaking_verbs")


def _winner(scores: dict[int, float], who: dict[int, Cluster | None]) -> Cluster | None:
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best = ranked[0]
    if best[1] < LEAST or (len(ranked) > 1 and best[1] < AHEAD * ranked[1][1]):
        return None
    return who[best[0]]


def _is_bound(text: Text, pronoun: int, name: int) -> bool:
    """Both depend on one verb: "Kerry told him" is not Kerry. Reflexives and possessives may be."""
    word = text.words[pronoun].lower()
    if word.endswith("self") or text.tags[pronoun] == "PRP$":
        return False
    head = text.heads[name]
    if text.deps[name] in ("flat", "compound"):
        head = text.heads[head]
    return head == text.heads[pronoun] and head not in (pronoun, name)


def _subject_ahead(
    text: Text, token: int, owners: dict[int, Cluster], genders: dict[int, str | None], gender: str
) -> Cluster | None:
    """ "In his speech, Obama said": a possessive in the opening phrase belongs to the subject after the comma."""
    first, last = text.sentences[text.sentence_of[token]]
    if text.tags[token] != "PRP$" or token - first > 3 or text.tags[first] not in ("IN", "VBG"):
        return None
    for i in range(token + 1, min(last, token + 12)):
        if text.words[i] == ",":
            after = owners.get(i + 1) or owners.get(i + 2)
            if after is not None and after.kind == "person" and genders.get(id(after)) in (gender, None):
                return after
            return None
    return None


def _thing(
    text: Text, token: int, sentence: int, recent: list[_Place], quote_of: list[int], owners: dict[int, Cluster]
) -> Cluster | None:
    """ "It" and "its" go to an organization or country that is subject of the sentence, or was of the one before."""
    first, last = text.sentences[text.sentence_of[token]]
    near: list[_Place] = []
    for place in recent:
        if place.cluster is None or place.cluster.kind not in ("organization", "government"):
            continue
        if sentence - place.sentence > 1 or _is_bound(text, token, place.token):
            continue
        near.append(place)
    if not near:
        return None
    possessive = text.tags[token] == "PRP$"
    if not possessive and _is_empty_it(text, token, last):
        return None
    here = [p for p in near if p.sentence == sentence]
    subjects = [p for p in here if text.deps[p.token].startswith("nsubj") or p.weight >= SUBJECT]
    if possessive and subjects:
        return subjects[-1].cluster
    if subjects and not possessive:
        return subjects[-1].cluster
    before = [p for p in near if p.sentence < sentence and p.weight >= SUBJECT]
    opening = text.deps[token].startswith("nsubj") and not here
    if (
        opening
        and before
        and not any(text.tags[i].startswith("NN") and text.deps[i].startswith("nsubj") for i in range(first, token))
    ):
        return before[-1].cluster
    if possessive and here:
        return here[-1].cluster if token - here[-1].token < 8 else None
    return None


def _is_empty_it(text: Text, token: int, last: int) -> bool:
    """ "It is clear that", "it seems", "it was Clinton who", "it rained"."""
    if text.deps[token] == "expl" or not text.deps[token].startswith("nsubj"):
        return True
    head = text.heads[token]
    return text.tags[head].startswith(("JJ", "RB", "CD")) or text.lemmas[head] in lexicon.words("empty_it_verbs")


def _several(text: Text, token: int, sentence: int, recent: list[_Place], quote_of: list[int]) -> Cluster | None:
    """ "They" and "their" go to a group that is subject of this sentence or the one before, and stands alone there."""
    near = [p for p in recent if sentence - p.sentence <= 1 and p.weight >= SUBJECT]
    groups = [p for p in near if p.cluster is not None and p.cluster.kind == "group"]
    if not groups:
        return None
    between = range(groups[-1].token + 1, token)
    if any(text.tags[i] in ("NNS", "NNPS") for i in between):
        return None
    return groups[-1].cluster


def _first_persons(text: Text, quote_of: list[int], speakers: _Speakers, owners: dict[int, Cluster]) -> list[Reference]:
    """ "I", "me" and "my" within a quotation whose speaker is known."""
    found = []
    for token, quote in enumerate(quote_of):
        if quote >= 0 and text.tags[token] in ("PRP", "PRP$") and text.words[token].lower() in _FIRST:
            speaker = speakers.of(quote, owners)
            if speaker is not None and speaker.kind == "person":
                found.append(Reference(speaker, token, token + 1, "pronoun"))
    return found
