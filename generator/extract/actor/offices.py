"""A name in, the roles out that stand before it or are said of it: "Chancellor Angela Merkel", "X is the director"."""

from __future__ import annotations

from bisect import bisect_right

from generator import lexicon
from generator.extract.actor.role_phrases import COPULA, IN_PASSING, TITLE, Role, end_of, head_noun, is_role_noun
from generator.extract.actor.seen import Seen
from generator.model import Text

_MODIFIERS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBN", "CD", "POS", "JJS"])


def roles_in_titles(text: Text, name: Seen) -> list[Role]:
    """ "German Chancellor Angela Merkel", "Republican presidential nominee Donald Trump"."""
    honorifics = lexicon.table("honorifics")
    if name.is_headline:
        return []
    start = _title_start(text, name)
    end = name.first
    if end <= start or text.words[end - 1] in honorifics:
        return []
    head = end - 1
    if name.title and not name.honorific:
        head = next((i for i in range(name.title[0], end) if text.words[i].lower() in lexicon.words("titles")), head)
    if not is_role_noun(text, head) and text.words[head].lower() not in lexicon.words("titles"):
        return []
    is_noun = text.tags[head].startswith("NN") or (name.title is not None and text.words[head][0].isupper())
    if not is_noun or text.lemmas[head] in lexicon.words("kin_nouns"):
        return []
    verb = text.heads[name.first]
    if text.deps[verb] == "acl:relcl" and text.heads[verb] == head:
        # "The judge Ek was speaking of": somebody else.
        return []
    while start < head and text.tags[start] in ("POS", "CD", "VBG", "HYPH"):
        start += 1
    is_plural = text.tags[head] == "NNS"
    if is_plural and (head != end - 1 or not _is_joined(text, name.last)):
        return []
    is_owned = text.tags[start - 1] == "PRP$" if start else False
    return [Role(start, end, head, IN_PASSING if is_owned else TITLE, is_plural)]


def _title_start(text: Text, name: Seen) -> int:
    """Where the words before a name begin that belong to its title."""
    honorifics = lexicon.table("honorifics")
    start = name.first
    title = name.title[0] if name.title else start
    first = text.sentences[text.sentence_of[name.first]][0]
    while start > first:
        tag, word = text.tags[start - 1], text.words[start - 1]
        if word in honorifics and word not in ("President",):
            break
        if tag not in _MODIFIERS and not (word in ("of", "for", "and") and name.title and start - 1 >= name.title[0]):
            break
        if text.words[start - 1] in ("'s", "’s") and start - 1 == name.first - 1:
            break
        is_free = tag in ("JJ", "VBN") or (tag == "NN" and word.islower() and start <= title and start < name.first)
        if is_free and not start - 1 < text.heads[start - 1] < name.last:
            # "Made sure President Ek would come", "trounced Senator Ek", "took by force Senator Ek's seat".
            break
        start -= 1
    return min(start, name.title[0]) if name.title and not name.honorific else start


def _is_joined(text: Text, end: int) -> bool:
    return text.words[end : end + 1] in (["and"], [","], ["&"])


def roles_in_joint_titles(text: Text, name: Seen) -> list[Role]:
    """ "Former senators Ann Lee and Bo Ek": the second of two, or a later one, who share a title."""
    here = name.first
    if not here or text.words[here - 1] != "and" or name.title or name.is_headline:
        return []
    first = max(text.sentences[text.sentence_of[here]][0], here - 12)
    while here > first and (text.tags[here - 1].startswith("NNP") or text.words[here - 1] in ("and", ",")):
        here -= 1
    head = here - 1
    if head < first or text.tags[head] != "NNS" or not is_role_noun(text, head) or text.words[here] in ("and", ","):
        return []
    start = head
    while start > first and text.tags[start - 1] in ("NN", "NNP", "JJ", "HYPH") and text.heads[start - 1] <= head:
        start -= 1
    return [Role(start, head + 1, head, TITLE, is_plural=True)]


def roles_said(text: Text, name: Seen) -> list[Role]:
    """ "X is the director of …", "X, who died in May, was the director of …"; nobody's opinion in quotes."""
    verb = _copula(text, name)
    if verb is None or verb + 2 >= len(text) or text.words[verb + 1].lower() not in ("a", "an", "the"):
        return []
    last = text.sentences[text.sentence_of[name.first]][1]
    head = head_noun(text, verb + 1, last)
    if head is None or head >= last or not is_role_noun(text, head) or text.tags[head].endswith("S"):
        return []
    if _is_in_quotes(text, verb) or _is_supposed(text, head):
        return []
    return [Role(verb + 2, end_of(text, head, last), head, COPULA)]


def _copula(text: Text, name: Seen) -> int | None:
    """The "is" or "was" of which the name is the subject."""
    if name.last < len(text) and text.words[name.last].lower() in ("is", "was"):
        return name.last
    for token in range(name.first, name.last):
        noun = text.heads[token]
        if text.deps[token] == "nsubj" and noun >= name.last:
            verbs = [child for child in text.children[noun] if text.deps[child] == "cop"]
            return next((v for v in verbs if name.last <= v < noun and text.words[v] in ("is", "was")), None)
    return None


def _is_supposed(text: Text, noun: int) -> bool:
    """ "If Ek is the nominee"."""
    return any(text.deps[child] == "mark" and text.words[child].lower() != "that" for child in text.children[noun])


def _is_in_quotes(text: Text, token: int) -> bool:
    at = bisect_right(text.quoted, text.starts[token], key=lambda quoted: quoted.span.start) - 1
    return at >= 0 and text.starts[token] < text.quoted[at].span.end


def roles_of_subjects(text: Text, name: Seen) -> list[Role]:
    """ "One lawyer at the hearing was X": what a sentence calls who is named at its end."""
    verb = name.title[0] - 1 if name.title else name.first - 1
    if verb < 1 or text.words[verb] not in ("is", "was") or _is_in_quotes(text, verb):
        return []
    for token in range(name.first, name.last):
        for noun in text.children[token]:
            if text.deps[noun] == "nsubj" and noun < verb and text.tags[noun] == "NN" and is_role_noun(text, noun):
                start = noun
                while start > text.edges[noun][0] and text.tags[start - 1] in _MODIFIERS - {"CD", "POS"}:
                    start -= 1
                return [Role(start, noun + 1, noun, COPULA)]
    return []
