"""A text in, its noun phrases out, as far as they could name a matter: no people, no leading "the new"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator import lexicon
from generator.extract.common.stems import stem
from generator.model import Text

MATTER, BROAD, FRAME, PLAIN, OTHER = "matter", "broad", "frame", "plain", "other"
PLACE, NAME = "place", "name"
_NOUNS = frozenset({"NN", "NNS"})
_PROPER = frozenset({"NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "HYPH", "VBG", "VBN", "AFX"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_INNER = _NOUNS | _PROPER | _MODIFIERS
# What the tagger takes for nouns: "3.8 percent *unemployment*", "bring back *jobs*".
_BEFORE_NOUNS = frozenset({"percent", "back"})
_COMPARING = frozenset({"HYPH", "JJR", "JJS"})
# Longer phrases are lists or titles and name nothing shortly.
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[first, last)`, without determiners and telling-nothing adjectives before them."""

    first: int
    last: int
    stems: tuple[str, ...]
    """Of its telling words, in their order; the last one is the head's."""
    kind: str
    """What its head is: MATTER, BROAD, FRAME, PLAIN, OTHER; PLACE, or NAME when it is another proper name."""
    is_cued: bool
    """It stands where matters are named: "talks on …", "to discuss …"."""
    is_listed: bool = False
    """The article calls it a matter: "issues such as …", "topics including …"."""


def find_phrases(text: Text, people: frozenset[str] = frozenset()) -> Iterator[Phrase]:
    """In reading order, not overlapping. `people`: words of people's names, as printed; no phrase holds one."""
    owner = _names(text)
    is_inner = _inner(text, owner, people)
    tags = text.tags
    for first, last in text.sentences:
        start, cued_until, listed = first, -1, range(0)
        while start < last:
            if not is_inner[start]:
                start += 1
                continue
            end = start + 1
            while end < last and is_inner[end] and not (tags[end - 1] in _NOUNS and tags[end] in _PARTICIPLES):
                end += 1
            cued = _is_cued(text, first, start, cued_until)
            phrase = _phrase(text, owner, first, start, end, cued)
            if phrase is not None and phrase.kind == FRAME and cued:
                phrase = _between(text, phrase, last)
                end = phrase.last
            if phrase is not None:
                if _is_listed(text, first, phrase, listed):
                    listed = range(phrase.first, phrase.last)
                    opens = phrase.kind == FRAME and text.tags[end] in {"IN", "TO"}
                    phrase = replace(phrase, is_cued=True, is_listed=not opens)
                yield phrase
                if phrase.is_cued:
                    cued_until = end
            start = end


def _names(text: Text) -> list[str]:
    """For each token the kind of name it belongs to, or an empty string."""
    owner = [""] * len(text)
    for name in text.names:
        for token in range(name.first, name.last):
            owner[token] = name.kind
    return owner


def _inner(text: Text, owner: list[str], people: frozenset[str]) -> list[bool]:
    """For each token whether it may stand in a phrase."""
    outer = {word.lower() for word in lexicon.table("honorifics")} | lexicon.table("time_units").keys()
    return [
        tag in _INNER
        and kind != "PERSON"
        and word not in people
        and (tag not in _PARTICIPLES or dep in {"amod", "compound"})
        and word.lower() not in outer
        for word, tag, dep, kind in zip(text.words, text.tags, text.deps, owner, strict=True)
    ]


def _phrase(text: Text, owner: list[str], first: int, start: int, end: int, is_cued: bool) -> Phrase | None:
    """`first`: of the sentence."""
    tags, lemmas = text.tags, text.lemmas
    while end > start and tags[end - 1] not in _NOUNS and tags[end - 1] not in _PROPER:
        end -= 1
    while start < end - 1 and _tells_nothing(text, first, start):
        start += 1
    if tags[start] in _COMPARING:
        return None
    if end <= start:
        return None
    if end - start > _LONGEST:
        start = end - _LONGEST
        while start < end and tags[start] in {"HYPH"}:
            start += 1
    if start - 2 >= first and tags[start - 1] == "HYPH" and tags[start - 2] == "CD":
        # "99-county strategy"
        start -= 2
    stems = tuple(stem(text.words[n].lower()) for n in range(start, end) if tags[n] not in ("HYPH", "CD"))
    kind = _name_kind(owner[end - 1]) or noun_kind(lemmas[end - 1])
    if kind == OTHER and (tags[end - 1] in _PROPER or text.words[end - 1].isupper()):
        kind = NAME
    if not text.words[end - 1][0].isalpha() or not stems:
        return None
    if _opens_paragraph(text, start) and all(word.isupper() for word in text.words[start:end]):
        # "NEW YORK": a dateline.
        return None
    if tags[end - 1] in _PROPER and end < len(text) and owner[end] == "PERSON":
        # "Chief Justice Omar Haddad": a title.
        return None
    return Phrase(start, end, stems, kind, is_cued)


def _between(text: Text, frame: Phrase, last: int) -> Phrase:
    """ "Talks between the two countries' militaries": a frame with those whose matter it is, where they tell it."""
    token = frame.last
    if token == last or text.words[token] != "between":
        return frame
    end = head = token + 1
    while end < last and (text.tags[end] in _INNER or text.tags[end] in _SKIPPED):
        if text.tags[end] in _NOUNS:
            head = end
        end += 1
    if text.tags[head] not in _NOUNS or head + 1 != end or noun_kind(text.lemmas[head]) == PLAIN:
        return frame
    stems = (*frame.stems, stem(text.words[head].lower()))
    return Phrase(frame.first, head + 1, stems, MATTER, frame.is_cued)


def _tells_nothing(text: Text, first: int, start: int) -> bool:
    """Whether the first word of a phrase is no part of a name: "new", "percent", the rest of "full-time", a verb."""
    tags, words = text.tags, text.words
    if tags[start] in _COMPARING or words[start] in _BEFORE_NOUNS:
        return True
    if tags[start] in _MODIFIERS and is_plain_modifier(words[start], opens=start == first):
        return True
    if start == first:
        return False
    if tags[start - 1] == "HYPH" and tags[start - 2] != "CD":
        return True
    # "To combat crime", "has thrust security to the fore": taken for a noun.
    is_verb = tags[start] == "NN" and lemma_of_verb(text, start) is not None
    return is_verb and (tags[start - 1] == "TO" or words[start - 1] in ("has", "have", "had"))


def lemma_of_verb(text: Text, token: int) -> str | None:
    """What a word would be as a verb: "fire" for "fires"; None for a word that no list has as one."""
    word = text.words[token].lower()
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), text.lemmas[token])
    return next((form for form in forms if form in lexicon.words("verbs")), None)


_COMPLEMENTS = frozenset({"of", "on", "over", "about", "among", "against", "for", "to", "in", "between", "with"})
_LONGEST_COMPLEMENT = 5


def with_complement(text: Text, phrase: Phrase) -> Phrase:
    """With "of …", "over …" and the noun phrase behind it: "the rise *of the dam builders*"; else as it is."""
    token = phrase.last
    if token >= len(text) or text.lemmas[token] not in _COMPLEMENTS:
        return phrase
    start = token + 1
    while start < len(text) and text.tags[start] in _SKIPPED - {"JJ"}:
        start += 1
    end = start
    while end < len(text) and text.tags[end] in _INNER and end - start < _LONGEST_COMPLEMENT:
        end += 1
    while end > start and text.tags[end - 1] not in _NOUNS | _PROPER:
        end -= 1
    is_owner = end < len(text) and text.tags[end] == "POS"
    # "Blamed the flood on neglect": it hangs on the verb.
    is_attached = any(phrase.first <= text.heads[n] < phrase.last for n in range(start, end))
    if not is_attached or is_owner or text.sentence_of[end - 1] != text.sentence_of[phrase.first]:
        return phrase
    stems = tuple(stem(text.words[n].lower()) for n in range(start, end) if text.tags[n] != "HYPH")
    return replace(phrase, last=end, stems=(*phrase.stems, *stems))


def with_owner(text: Text, phrase: Phrase) -> Phrase:
    """With the name right before it, whose it is: "*Moe's* emails", "*Oslo* primary"; of a person the last word."""
    opens = text.sentences[text.sentence_of[phrase.first]][0]
    end = phrase.first - (phrase.first > opens and text.tags[phrase.first - 1] == "POS")
    number = bisect_left(text.names, end, key=lambda name: name.last)
    if number == len(text.names) or text.names[number].last != end:
        return phrase
    name = text.names[number]
    first = end - 1 if name.kind == "PERSON" else name.first
    is_owner = opens <= first and end - first <= _LONGEST_OWNER and text.tags[end - 1] in _PROPER
    return replace(phrase, first=first) if is_owner else phrase


# In tokens: "the United Nations Human Rights Council's vote" is told shorter without.
_LONGEST_OWNER = 3


def _name_kind(name: str) -> str:
    return "" if not name else PLACE if name == "LOC" else NAME


@lru_cache(maxsize=16384)
def noun_kind(lemma: str) -> str:
    """What a noun is good for: to name a matter, to frame one, or neither."""
    if lemma in lexicon.words("matters"):
        return MATTER
    if lemma in lexicon.words("broad_matters"):
        return BROAD
    if lemma in lexicon.words("matter_frames"):
        return FRAME
    if lemma in lexicon.words("plain_nouns") or lemma in lexicon.words("people_nouns"):
        return PLAIN
    return OTHER


def is_plain_modifier(word: str, *, opens: bool) -> bool:
    """Whether it tells nothing about the matter: "new", "largest", but not "Central" where no sentence opens."""
    return word.lower() in lexicon.words("plain_adjectives") and (opens or word[0].islower())


# Between a cue's preposition and the phrase: "on curbing the flow of fentanyl", "over its nuclear test".
_SKIPPED = frozenset({"DT", "PRP$", "PDT", "CD", "JJ", "JJR", "JJS", "RB", "POS", "``"})

# In tokens, from "that" back to its cue: with an attribute of the usual length between them.
REACH = 8


def _is_cued(text: Text, first: int, start: int, cued_until: int) -> bool:
    tags, lemmas = text.tags, text.lemmas
    before = start - 1
    while before >= first and (tags[before] in _SKIPPED or _owns(tags, before)):
        before -= 1
    if before < first:
        return False
    word = lemmas[before]
    if tags[before] == "CC" or word == ",":
        # A list of matters: "North Korea and Iran".
        return cued_until >= before - 1 > first
    cues = _cues()
    if tags[before] in {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}:
        return "-" in cues.get(word, ())
    if tags[before] not in {"IN", "TO"}:
        return False
    if before <= first + 1 and text.heads[before] >= start and _opens_paragraph(text, first):
        # What a paragraph opens with is what it is about: "In the Red Sea, …", "As for wages, …".
        return before == first or tags[first] == "IN"
    if word == "that":
        # "Warnings by the police that smugglers …".
        return any("that" in cues.get(lemmas[n], ()) for n in range(max(first, before - REACH), before))
    governor = before - 1
    if governor >= first and tags[governor] in {"RB", "RP"}:
        governor -= 1
    return governor >= first and word in cues.get(lemmas[governor], ())


_EXAMPLES = frozenset({"such", "including", "like", "include"})


def _is_listed(text: Text, first: int, phrase: Phrase, listed: range) -> bool:
    """Whether it follows a word that announces matters by name, or hangs on a phrase that does (`listed`, its tokens):
    "issues such as pensions *and water*", "its claim *to the island*". So does what a sentence turns to: "As for wages"
    """
    if any(text.heads[n] in listed for n in range(phrase.first, phrase.last)):
        return True
    before = phrase.first - 1
    while before >= first and (text.tags[before] in _SKIPPED or _owns(text.tags, before)):
        before -= 1
    if before == first + 1 and (text.words[first], text.words[before]) == ("As", "for"):
        return True
    if before <= first or text.lemmas[before] not in {"as", "including", "like", "include"}:
        return False
    before -= text.lemmas[before] == "as"
    if text.lemmas[before] not in _EXAMPLES:
        return False
    before -= 1
    while before > first and text.words[before] == ",":
        before -= 1
    return before >= first and text.lemmas[before] in lexicon.words("matter_kinds")


def _owns(tags: Sequence[str], token: int) -> bool:
    """A noun with "'s" behind it: "attention to his *country*'s economy"."""
    return tags[token + 1] == "POS" and tags[token] in _INNER


def _opens_paragraph(text: Text, first: int) -> bool:
    return first == 0 or text.paragraph_of[first - 1] != text.paragraph_of[first]


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, ...]]:
    return {cue: tuple(words.split()) for cue, words in lexicon.table("matter_cues").items()}
