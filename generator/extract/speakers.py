"""Attributions and actors in, quotes out: each with the actor that its source stands for."""

from __future__ import annotations

from bisect import bisect_right

from generator import lexicon
from generator.extract.common.labels import is_turn
from generator.extract.speaker.labels import find_label_speakers
from generator.model import Actor, Attribution, Mention, Quote, Span, Text
from generator.model.ids import stable_id

# Ways down from the head of a source to a name that is the same person: "Mr. Kerry", "President Obama",
# "the chairman, John Burrows".
_SAME = frozenset({"flat", "compound", "appos", "nmod:unmarked", "nmod:desc"})


def name_speakers(text: Text, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """Quotes in reading order.

    The speaker is the actor whose mention holds the head of the source: "Clinton", but not in "a spokesman for
    Clinton". A source without a name of its own ("analysts") has None. In an interview's turn, "I" is who speaks it.
    """
    held = _held(text, actors)
    people = _held(text, tuple(actor for actor in actors if actor.kind in ("person", "group")))
    turns = sorted((a for a in attributions if is_turn(text, a)), key=lambda a: a.spans[0])
    labels = find_label_speakers(text, turns, actors, held) if turns else {}
    taken: set[str] = set()
    quotes = []
    for said in sorted(attributions, key=lambda a: a.spans[0]):
        speaker = _of_turn(text, said, turns, labels) or _speaker(text, said.source, held, people)
        quotes.append(
            Quote(
                id=stable_id("q", " ".join(span.of(text.string) for span in said.spans), taken),
                kind=said.kind,
                spans=said.spans,
                source=said.source,
                cue=said.cue,
                speaker=speaker,
                confidence=said.confidence,
                stands_for=_stands_for(text, said.source) if speaker is None and said.source else None,
            )
        )
    return tuple(quotes)


# Sentences that "they" may reach back over, within its paragraph.
REACH = 2


def _stands_for(text: Text, source: Span) -> Span | None:
    """ "Scholars doubt it. *They* say …": the people that the subject before it names; None where there are none."""
    tokens = text.tokens_in(source)
    if len(tokens) != 1 or text.words[tokens[0]].lower() != "they":
        return None
    at = tokens[0]
    for token in range(at - 1, -1, -1):
        if text.paragraph_of[token] != text.paragraph_of[at] or text.sentence_of[at] - text.sentence_of[token] > REACH:
            return None
        is_subject = text.deps[token].startswith("nsubj") and text.tags[token] in ("NNS", "NNPS")
        if is_subject and any(text.lemmas[token] in lexicon.words(name) for name in ("people_nouns", "official_nouns")):
            first = min(text.edges[token][0], token)
            return text.span(first, token + 1)
    return None


def _held(text: Text, actors: tuple[Actor, ...]) -> dict[int, tuple[str, Mention]]:
    """For each token of a mention the actor's id and the mention."""
    return {
        token: (actor.id, mention)
        for actor in actors
        for mention in actor.mentions
        for token in text.tokens_in(mention.span)
    }


def _of_turn(text: Text, said: Attribution, turns: list[Attribution], labels: dict[Span, str]) -> str | None:
    """Who speaks a turn, or says "I" in it."""
    if not turns or said.source is None:
        return None
    if said.source in labels:
        return labels[said.source]
    if said.source.of(text.string) != "I":
        return None
    at = bisect_right(turns, said.source.start, key=lambda turn: turn.spans[0].start) - 1
    if at < 0 or not any(span.covers(said.source) for span in turns[at].spans):
        return None
    label = turns[at].source
    return labels.get(label) if label is not None else None


def _speaker(
    text: Text, source: Span | None, held: dict[int, tuple[str, Mention]], people: dict[int, tuple[str, Mention]]
) -> str | None:
    if source is None:
        return None
    tokens = text.tokens_in(source)
    head = _head(text, tokens)
    if head is None:
        return None
    if text.tags[head] == "WP":
        return _antecedent(text, head, people)
    if head in held:
        return held[head][0]
    titled = _titled(text, tokens, people)
    if titled is not None:
        return titled
    for token in tokens:
        if token in held and held[token][1].kind == "name" and _is_same(text, token, head, held):
            return held[token][0]
    return _apposed(text, tokens, people) or _example(text, tokens, held)


def _apposed(text: Text, tokens: range, people: dict[int, tuple[str, Mention]]) -> str | None:
    """ "Ida Moe, chief economist at Acme", "the firm's lawyer, Ida Moe": the half that is a person's name."""
    comma = next((token for token in tokens if text.words[token] == ","), None)
    if comma is None:
        return None
    for first, last in ((tokens.start, comma), (comma + 1, tokens.stop)):
        named = people.get(first)
        if named is None or named[1].kind != "name" or text.tokens_in(named[1].span).stop != last:
            continue
        # "A spokesman for the mayor, Ida Moe": who of the two has the name?
        is_plain = all(text.tags[t] != "IN" or text.words[t] == "of" for t in range(tokens.start, comma))
        if first == tokens.start or is_plain:
            return named[0]
    return None


def _titled(text: Text, tokens: range, people: dict[int, tuple[str, Mention]]) -> str | None:
    """ "coach Ida Moe, the first who": the name right behind what somebody is called, whatever the tree makes of it."""
    name = next((token for token in tokens if token in people and people[token][1].kind == "name"), None)
    if name is None or name == tokens.start:
        return None
    actor, mention = people[name]
    behind = text.tokens_in(mention.span).stop
    is_owner = any(tag in ("POS", "NN", "NNS") for tag in text.tags[behind : behind + 1])
    if is_owner or text.lemmas[name - 1] not in lexicon.words("people_nouns"):
        return None
    return actor if all(text.tags[token] in _CALLING for token in range(tokens.start, name)) else None


_CALLING = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "HYPH", "VBN", "CD"})


def _example(text: Text, tokens: range, held: dict[int, tuple[str, Mention]]) -> str | None:
    """ "Newspapers such as the Daily Star wrote": the one that is named for them all; None where two are."""
    after = next((n + 2 for n in tokens if text.words[n : n + 2] == ["such", "as"]), tokens.stop)
    named = {held[n][0] for n in range(after, tokens.stop) if n in held and held[n][1].kind == "name"}
    return named.pop() if len(named) == 1 else None


def _antecedent(text: Text, who: int, people: dict[int, tuple[str, Mention]]) -> str | None:
    """ "Ann Lee, the mayor, who said": the person named just before, or whom the clause hangs on."""
    before = who - 1 - (text.words[who - 1] == ",")
    if before >= 0 and before in people and people[before][1].kind == "name":
        return people[before][0]
    verb = text.heads[who]
    noun = text.heads[verb]
    for token in (noun, text.heads[noun]):
        if text.deps[verb] == "acl:relcl" and token < who and token in people:
            return people[token][0]
        if text.deps[token] != "appos":
            break
    return None


def _head(text: Text, tokens: range) -> int | None:
    """The first word of the source whose head lies outside it; None for an empty source."""
    for token in tokens:
        leaves = text.heads[token] == token or text.heads[token] not in tokens
        if leaves and text.deps[token] not in ("punct", "case", "det", "cc", "mark"):
            return token
    return None


def _is_same(text: Text, token: int, head: int, held: dict[int, tuple[str, Mention]]) -> bool:
    """Whether the name at `token` hangs on the head as the same person's name."""
    mention = held[token]
    for _ in range(5):
        if token == head:
            return True
        inside = held.get(text.heads[token]) == mention
        if text.deps[token] not in _SAME and not inside:
            return False
        if text.deps[token] == "compound" and text.tags[text.heads[token]] in ("NN", "NNS"):
            return False
        token = text.heads[token]
    return token == head
