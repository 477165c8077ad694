"""A text in, announced happenings without a date out: "plans to speak", "is expected to hold talks", "will meet"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator import lexicon
from generator.extract.event.clause import clause_of
from generator.extract.event.tense import DEEPEST, announcing, governing_verb, is_conditional, tense_of
from generator.model import Span, Text

# Subjects whose "will" is talk and not news: who is meant, or what happens, stands elsewhere.
_TALK = frozenset({"i", "you", "we", "this", "that", "there", "what", "which", "one", "nobody", "nothing"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


@dataclass(frozen=True, slots=True)
class Announced:
    """A happening still to come."""

    at: int
    span: Span
    words: Span | None
    """ "soon", "in the coming months"; None where no time is named."""


def find_announced(text: Text, taken: set[int]) -> list[Announced]:
    """At most one a sentence, in reading order; sentences in `taken` have told theirs.

    Questions, conditions, denials and what "I", "you" or "it" will do are left out.
    """
    found, done = [], set(taken)
    readers = _readers()
    for token, lemma in enumerate(text.lemmas):
        reader = readers.get(lemma) or readers.get(text.words[token])
        if reader is None or text.sentence_of[token] in done:
            continue
        verb = reader(text, token)
        if verb is None or _is_no_news(text, token, verb):
            continue
        sentence = text.sentence_of[token]
        done.add(sentence)
        found.append(Announced(token, clause_of(text, token), _soon_words(text, sentence)))
    return found


@cache
def _readers() -> dict[str, Callable[[Text, int], int | None]]:
    readers: dict[str, Callable[[Text, int], int | None]] = dict.fromkeys(
        (word for word, kind in announcing().items() if kind == "firm"), _planned
    )
    readers |= dict.fromkeys(lexicon.words("soon_words"), _soon)
    return readers | {"yet": _pending, "will": _will, "'ll": _will, "’ll": _will, "would": _would, "be": _is_to}


def _will(text: Text, token: int) -> int | None:
    """The verb of "will meet"."""
    verb = _had_to(text, text.heads[token])
    if (
        text.tags[token] != "MD"
        or not text.words[token].islower()
        or verb == token
        or text.lemmas[verb] in lexicon.words("stative_verbs")
    ):
        return None
    return verb if text.tags[verb] in ("VB", "VBN") and not _has(text, verb, "cop") else None


def _had_to(text: Text, verb: int) -> int:
    """The infinitive of "will have to sign"; any other verb itself."""
    if text.lemmas[verb] != "have":
        return verb
    return next((child for child in text.children[verb] if text.deps[child] == "xcomp" and child > verb), verb)


def _would(text: Text, token: int) -> int | None:
    """The verb of "said it would meet", or of "a plan that would create"."""
    verb = _will(text, token)
    if verb is None or any(text.lemmas[child] == "have" and text.deps[child] == "aux" for child in text.children[verb]):
        # "A bill that would have banned the nets" never came to be.
        return None
    head, dep = text.heads[verb], text.deps[verb]
    if dep == "acl:relcl" and any(announcing().get(text.lemmas[noun]) == "firm" for noun in _nouns(text, head)):
        return verb
    is_reported = (
        dep == "ccomp"
        and head < verb
        and text.tags[head] in ("VBD", "VBN", "VBG")
        and text.lemmas[head] in _reporting()
        and not _is_past_perfect(text, head)
    )
    return verb if is_reported else None


def _nouns(text: Text, noun: int) -> list[int]:
    """A noun and those that it stands behind: "a *plan* for a *port*"; no tree is sure which of them "that" means."""
    found = [noun]
    while text.deps[noun] == "nmod" and len(found) < DEEPEST:
        noun = text.heads[noun]
        found.append(noun)
    return found


def _planned(text: Text, token: int) -> int | None:
    """The infinitive of "plans to speak", "is expected to hold"."""
    # "is scheduled to be in Lagos" is a visit, "is expected to be ill" is none.
    is_fixed = text.lemmas[token] in lexicon.words("fixing_verbs")
    for child in text.children[token]:
        is_verb = text.tags[child] == "VB" or (is_fixed and _has(text, child, "cop"))
        if is_verb and child > token and any(text.tags[c] == "TO" for c in text.children[child]):
            break
    else:
        return None
    if text.tags[token] == "VBN" and not any(text.deps[c][:3] == "aux" for c in text.children[token]):
        return None
    if _is_past_perfect(text, token):
        return None
    # "is expected to …", and not what was expected then or what we expect.
    is_passive = text.tags[token] in ("VBN", "JJ") and any(
        text.words[c].lower() in _PRESENT for c in text.children[token]
    )
    is_arranged = text.lemmas[token] in lexicon.words("arranging_verbs")
    if text.lemmas[child] in lexicon.words("stative_verbs"):
        return None
    return child if is_arranged == is_passive else None


def _is_past_perfect(text: Text, verb: int) -> bool:
    """ "She *had* planned", "he *had* said": things have come otherwise, or it is told elsewhere how they came."""
    return any(text.lemmas[c] == "have" and text.words[c].lower() == "had" for c in text.children[verb])


def _is_to(text: Text, token: int) -> int | None:
    """The infinitive of "is to take over"."""
    verb = text.heads[token]
    if (
        text.words[token].lower() not in ("is", "are")
        or text.tags[verb] != "VB"
        or text.deps[token] not in ("aux", "cop")
    ):
        return None
    if (
        token + 1 >= len(text)
        or text.words[token + 1].lower() != "to"
        or text.lemmas[verb] in lexicon.words("stative_verbs")
    ):
        return None
    # "The aim is to …" tells what it is, "the envoy is to …" what comes.
    subjects = [child for child in text.children[verb] if text.deps[child] in _SUBJECTS]
    return verb if any(text.lemmas[child] not in lexicon.words("purpose_nouns") for child in subjects) else None


def _pending(text: Text, token: int) -> int | None:
    """The infinitive of "has yet to confirm": what somebody is waited for to say or decide."""
    if text.words[token - 1 : token] not in (["has"], ["have"], ["is"], ["are"]):
        return None
    after = text.words[token + 1 : token + 2] == ["to"] and token + 2 < len(text)
    return token + 2 if after and text.lemmas[token + 2] in lexicon.words("pending_verbs") else None


def _soon(text: Text, token: int) -> int | None:
    """The verb of "is trying to arrange a call in the coming months"."""
    before, after = (
        text.words[token - 1].lower() if token else "",
        text.words[token + 1].lower() if token + 1 < len(text) else "",
    )
    word = text.words[token].lower()
    if word not in lexicon.words("soon_words") or before in ("as", "so", "too", "how") or after == "after":
        return None
    if word == "coming" and after not in lexicon.table("time_units"):
        return None
    verb = governing_verb(text, token)
    return verb if verb is not None and tense_of(text, verb) in ("present", "open", "future") else None


def _is_no_news(text: Text, token: int, verb: int) -> bool:
    first, last = text.sentences[text.sentence_of[verb]]
    if text.words[last - 1] == "?" or (last - first > 1 and text.words[last - 2] == "?"):
        return True
    clause = verb
    while text.heads[clause] != clause and not any(text.deps[child] in _SUBJECTS for child in text.children[clause]):
        clause = text.heads[clause]
    beside = {text.words[n].lower() for n in (token - 1, token + 1) if first <= n < last}
    low = beside | {text.words[child].lower() for at in (token, verb, clause) for child in text.children[at]}
    if low & lexicon.words("denials") or low & lexicon.words("condition_words"):
        return True
    if is_conditional(text, clause) or is_conditional(text, verb):
        return True
    talk = _TALK if text.deps[clause] == "ccomp" else _TALK | {"it"}
    # "A museum, which will open its doors": said of a thing that is named.
    named = "WDT" if text.tags[token] == "MD" else ""
    subjects = [c for c in text.children[clause] if text.deps[c] in _SUBJECTS and text.tags[c] != named]
    return any(text.words[c].lower() in talk for c in subjects)


def _soon_words(text: Text, sentence: int) -> Span | None:
    """Words for a time that is not named: "soon", "in the coming months"."""
    first, last = text.sentences[sentence]
    for token in range(first, last):
        if text.words[token].lower() in lexicon.words("soon_words") and _soon(text, token) is not None:
            if text.words[token].lower() != "coming":
                return text.span(token, token + 1)
            start = token - 1 if text.words[token - 1].lower() == "the" and token > first else token
            return text.span(start, token + 2)
    return None


def _has(text: Text, token: int, dep: str) -> bool:
    return any(text.deps[child] == dep for child in text.children[token])


def _reporting() -> frozenset[str]:
    return lexicon.words("announcing_cues")
