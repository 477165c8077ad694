"""A name in, the roles out that stand beside it between commas: "Ann Lee, the mayor of …", "its director, Bo Ek,"."""

from __future__ import annotations

from generator import lexicon
from generator.extract.actor.role_phrases import (
    APPOSITION,
    CLAUSE,
    IN_PASSING,
    ONE_OF,
    Role,
    end_of,
    head_noun,
    is_role_noun,
)
from generator.extract.actor.seen import Seen
from generator.model import Text

# "Publisher" and "director": what a person may be, and an organization too.
_AGENTIVE = ("er", "or", "ist", "eur")


def roles_after(text: Text, name: Seen, *, is_person: bool) -> list[Role]:
    """ "Wu Xinbo, the dean of …,", "Ora Media, the company that …,", "X, who leads …", "X, one of the authors"."""
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
        return _leading(text, start, last)
    if word == "one" and is_person:
        return _one_of(text, start, last)
    head = head_noun(text, start, last)
    if head is None or text.deps[head].startswith("nsubj") or _is_no_role(text, start, head):
        return []
    has_article = word in ("the", "a", "an")
    is_apposed = text.deps[head] == "appos" and name.first <= text.heads[head] < name.last
    fits = _is_body(text, head) or (is_apposed and text.lemmas[head].endswith(_AGENTIVE))
    if not is_person:
        # "Ek Foods, Lee Mills and others" lists names.
        fits = fits and (has_article or text.tags[head] == "NN")
    if not fits and not (is_person and is_role_noun(text, head)):
        return []
    first, rank = start + has_article, APPOSITION
    if text.tags[start] == "PRP$":
        first, rank = start + 1, IN_PASSING
    return [Role(first, end_of(text, head, last), head, rank)]


def _is_body(text: Text, noun: int) -> bool:
    return text.lemmas[noun] in lexicon.words("organization_words")


def _is_no_role(text: Text, start: int, head: int) -> bool:
    """Of several ("Lee and Ek, two rivals"), of what somebody does ("telling voters"), of a new clause."""
    following = text.tags[head + 1] if head + 1 < len(text) else "."
    is_doing = text.tags[start] in ("VBG", "RB") and any(t in ("DT", "PRP$") for t in text.tags[start + 1 : head])
    return text.tags[head] in ("NNS", "NNPS") or is_doing or following == "VBD"


def _leading(text: Text, who: int, last: int) -> list[Role]:
    """ "Who leads the party", but not "who leads Ek by five points" or "who leads in the polls"."""
    verb = who + 1
    while (
        verb < last
        and text.tags[verb] in ("RB", "VBZ", "VBD", "VBP")
        and text.lemmas[verb] in ("have", "be", "also", "now", "once", "long", "currently", "previously")
    ):
        verb += 1
    if verb + 1 >= last or text.lemmas[verb] not in lexicon.words("leading_verbs"):
        return []
    if text.lemmas[verb] == "lead" and text.tags[verb + 1] not in ("DT", "PRP$", "JJ", "NN"):
        return []
    return [Role(verb, end_of(text, verb, last), verb, CLAUSE)]


def _one_of(text: Text, one: int, last: int) -> list[Role]:
    """ "One of the paper's best-known reporters"."""
    if text.words[one + 1 : one + 2] != ["of"]:
        return []
    head = head_noun(text, one + 2, last)
    if head is None or text.tags[head] != "NNS" or not is_role_noun(text, head):
        return []
    return [Role(one, end_of(text, head, last), head, ONE_OF)]


_MODIFIERS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "CD", "POS", "JJS"])


def roles_before(text: Text, name: Seen) -> list[Role]:
    """ "China's leader, Xi Jinping," and "the center's director, X"."""
    comma = name.first - 1
    if name.title and name.title[1] == name.first:
        comma = name.title[0] - 1
    first = text.sentences[text.sentence_of[name.first]][0]
    if comma - 1 < first or text.words[comma] != "," or not text.tags[comma - 1].startswith("NN"):
        return []
    head = comma - 1
    if not is_role_noun(text, head) or text.tags[head].endswith("S"):
        return []
    if not _is_closed(text, name.last):
        return []
    start = head
    while start > first and (text.tags[start - 1] in _MODIFIERS or text.words[start - 1] in ("'s", "’s")):
        start -= 1
    is_owned = start > first and text.tags[start - 1] == "PRP$"
    return [Role(start, head + 1, head, IN_PASSING if is_owned else APPOSITION)]


def _is_closed(text: Text, end: int) -> bool:
    """Whether a name in apposition ends: "X,", "X (D-Ohio)", "X of Ohio,"."""
    if end < len(text) and text.words[end] in ("of", "from"):
        end += 1
        while end < len(text) and text.tags[end].startswith(("NNP", "DT")):
            end += 1
    return (text.words[end] if end < len(text) else ",") in (",", ".", "”", '"', "—", ")", "(")
