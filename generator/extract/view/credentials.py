"""A holder in, the words by which the article introduces him, her or it as an expert out."""

from __future__ import annotations

from generator import lexicon
from generator.model import Actor, Span, Text

# An apposition longer than this tells a story.
LONGEST = 40
# Cut at the next comma once so many tokens are there: "dean of the school" is enough to be cut, "dean" is not.
ENOUGH = 4
_BELONGING = frozenset({"of", "at", "with", "from"})
_DETERMINERS = frozenset({"a", "an", "the", "who", "is", "was", "and"})


def person_credentials(text: Text, actor: Actor, sources: list[Span], *, is_whole: bool = False) -> Span | None:
    """The fullest of the role and of the appositions in `sources`; None where the article introduces nobody.

    `is_whole`: with what follows in a further apposition ("president of Acme, *a consulting firm*").
    """
    found = [actor.role_span] if actor.role_span else []
    names = [mention.span for mention in actor.mentions if mention.kind == "name"]
    for source in sources:
        for name in names:
            if source.covers(name):
                found += [span for span in (_after(text, name, source, is_whole), _before(text, name, source)) if span]
                break
    return max(found, key=len, default=None)


def body_credentials(text: Text, actor: Actor) -> Span | None:
    """What stands round the name of an organization: "the nonpartisan …", "… at the Urban Institute"."""
    if actor.role_span:
        return actor.role_span
    for mention in actor.mentions:
        tokens = text.tokens_in(mention.span)
        if mention.kind != "name" or not tokens:
            continue
        sentence_first, sentence_last = text.sentences[text.sentence_of[tokens[0]]]
        first, last = tokens[0], tokens[-1] + 1
        while (
            first > sentence_first
            and text.tags[first - 1] in ("JJ", "RBS", "JJS", "RBR")
            and text.words[first - 1].islower()
        ):
            first -= 1
        if last + 1 < sentence_last and text.words[last] == "at":
            last += 1
            while last < sentence_last and text.tags[last] in ("DT", "NNP", "NNPS", "CC", "POS"):
                last += 1
        if (first, last) != (tokens[0], tokens[-1] + 1):
            return text.span(first, last)
    return None


def group_credentials(text: Text, tokens: list[int]) -> Span | None:
    """What a source without a name says of itself, without "several": "experts on North Korea"; None for "analysts"."""
    while tokens and text.words[tokens[0]].lower() in lexicon.words("quantifiers"):
        tokens.pop(0)
    return text.span(tokens[0], tokens[-1] + 1) if 2 <= len(tokens) <= LONGEST else None


def _after(text: Text, name: Span, source: Span, is_whole: bool) -> Span | None:
    """ "Jo Ek, a retired general who works on defense policy at the Egmont Foundation"."""
    tokens = [token for token in text.tokens_in(source) if text.starts[token] >= name.end]
    if tokens and text.lemmas[tokens[0]] in _BELONGING:
        return _trimmed(text, tokens, is_whole=is_whole)
    if not tokens or text.words[tokens[0]] not in (",", "(", "-", "--", "–", "—"):
        return None
    return _trimmed(text, tokens[1:], is_whole=is_whole)


def _before(text: Text, name: Span, source: Span) -> Span | None:
    """ "IMF chief economist Maury Obstfeld"."""
    tokens = [token for token in text.tokens_in(source) if text.ends[token] <= name.start]
    return _trimmed(text, tokens)


def _with_title(text: Text, tokens: list[int]) -> list[int]:
    """ "Author of" with the title that stands behind it in quotation marks; without the preposition where none does."""
    quoted = next(
        (q for q in text.quoted if q.outer.start in range(text.ends[tokens[-1]], text.ends[tokens[-1]] + 3)), None
    )
    return [*tokens, *text.tokens_in(quoted.outer)] if quoted else tokens[:-1]


def _trimmed(text: Text, tokens: list[int], *, is_whole: bool = False) -> Span | None:
    """Without determiners in front, and cut before a further apposition or a remark, unless asked for whole."""
    while tokens and (text.words[tokens[0]].lower() in _DETERMINERS or not text.words[tokens[0]][0].isalnum()):
        tokens.pop(0)
    for n, token in enumerate(tokens if not is_whole else ()):
        after = text.words[tokens[n + 1]].lower() if n + 1 < len(tokens) else ""
        if n >= ENOUGH and text.words[token] == "," and after in lexicon.words("remark_openers"):
            tokens = tokens[:n]
            break
    while tokens and not text.words[tokens[-1]][-1].isalnum() and text.words[tokens[-1]][-1] != ".":
        tokens.pop()
    if tokens and text.tags[tokens[-1]] == "IN":
        tokens = _with_title(text, tokens)
    if tokens and text.tags[tokens[0]] == "IN" and text.lemmas[tokens[0]] not in _BELONGING:
        # "Jo Ek, after the rally, wrote": no apposition.
        return None
    if not tokens or len(tokens) > LONGEST or not any(text.tags[token][:2] == "NN" for token in tokens):
        return None
    return text.span(tokens[0], tokens[-1] + 1)
