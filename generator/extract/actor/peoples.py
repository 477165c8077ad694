"""A text in, its groups of people without a name of their own out: "tax experts", "peacekeepers"."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator import lexicon
from generator.extract.actor.cluster import Cluster
from generator.extract.actor.seen import Seen
from generator.model import Text

# A group is an actor when it is named so often and does something so often. Chosen on GUM news dev and briefing dev:
# with 3 and 1, every fifth group is one that no reader would file.
MENTIONS, SUBJECTS = 4, 2
_MODIFIERS = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")


def find_peoples(text: Text, taken: set[int]) -> list[Cluster]:
    """One cluster for each plural noun for people that the article comes back to; `taken` are tokens of names."""
    people, wide = lexicon.words("people_nouns"), lexicon.words("wide_people_nouns")
    places: dict[str, list[int]] = defaultdict(list)
    for token, tag in enumerate(text.tags):
        if tag == "NNS" and token not in taken and text.lemmas[token] in people and text.lemmas[token] not in wide:
            places[text.lemmas[token]].append(token)
    found = []
    for tokens in places.values():
        subjects = sum(text.deps[token].startswith("nsubj") for token in tokens)
        if len(tokens) >= MENTIONS and subjects >= SUBJECTS:
            found.append(_cluster(text, tokens))
    return found


def _cluster(text: Text, tokens: list[int]) -> Cluster:
    spans = [(_start(text, token), token + 1) for token in tokens]
    phrases = [" ".join(text.words[first:last]) for first, last in spans]
    full = Counter(phrase for (first, last), phrase in zip(spans, phrases, strict=True) if 1 < last - first < 5)
    label = full.most_common(1)[0][0] if full else text.words[tokens[0]].lower()
    names = [Seen(first, last, tuple(text.words[first:last])) for first, last in spans]
    return Cluster("group", names, label=label)


def _start(text: Text, token: int) -> int:
    """Where the modifiers before the noun begin: "E.U. leaders"."""
    start = token
    first = text.sentences[text.sentence_of[token]][0]
    while start > first and token - start < 3 and text.tags[start - 1] in _MODIFIERS:
        start -= 1
    while start < token and (
        text.tags[start] == "HYPH" or text.words[start].lower() in lexicon.words("function_words")
    ):
        start += 1
    return start
