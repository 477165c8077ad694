"""A reporting verb in, the phrase of who says out: by the tree, and where the tree errs, by the words beside it."""

from __future__ import annotations

from generator import lexicon
from generator.extract.attribution.tree import Range, agent, child, has_letter, is_passive, phrase, subject, trim
from generator.model import Text

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "AFX"})
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP"})
_PROPER = frozenset({"NNP", "NNPS"})
_CLAUSE_WORDS = frozenset({"WP", "WDT", "WRB", "VBD", "VBZ", "VBP", "MD"})
_ABBREVIATION = 4
_SKIPPED = frozenset({"RB", "MD", "VBD", "VBZ", "VBP", "VBN", "VB"})


def source_of_verb(text: Text, verb: int, quote_of: list[int]) -> Range | None:
    """The phrase of who says, with its appositions; never words in quotation marks, never the verb itself."""
    found = _speaker_behind(text, verb, quote_of) or _source_of_verb(text, verb, quote_of)
    found = _noun_phrase(text, found) if found is not None else None
    return _with_other_half(text, found, verb) if found is not None else None


def _with_other_half(text: Text, tokens: Range, verb: int) -> Range:
    """ "*Ida Moe*, chief economist at Acme, said", "*The firm's lawyer*, Ida Moe, said": where the tree parts them."""
    first, last = tokens
    start = text.sentences[text.sentence_of[first]][0]
    if last > verb or first - 2 < start or text.words[first - 1] != ",":
        return tokens
    other = range(start, first - 1)
    if len(other) > _LONGEST_HALF:
        return tokens
    if text.tags[first] in ("NN", "JJ") and _calls_somebody(text, range(first, last)):
        is_other = all(text.tags[token] in _PROPER for token in other)
    else:
        is_other = text.tags[first] in _PROPER and _calls_somebody(text, other)
    return (start, last) if is_other else tokens


# Tokens of a name, or of what somebody is called: "The deputy chairman of the county's planning board".
_LONGEST_HALF = 9


def _calls_somebody(text: Text, tokens: range) -> bool:
    """Whether a noun for people heads a phrase that holds no verb: "the speaker of parliament"."""
    ends = [t for t in tokens if text.tags[t] == "IN"] or [tokens.stop]
    head = ends[0] - 1
    if head < tokens.start or any(text.tags[t] not in _CALLING for t in tokens):
        return False
    return text.tags[head] == "NN" and text.lemmas[head] in lexicon.words("people_nouns")


_CALLING = _NOMINAL | {"IN"}


def _noun_phrase(text: Text, tokens: Range) -> Range | None:
    """Without what no phrase ends with: "those who register as", cut by a quotation; None where none is left."""
    first, last = tokens
    if text.tags[first] in _NO_OPENERS:
        return None
    if text.tags[last - 1] in _NO_ENDS and last - first > 1:
        for token in range(first + 1, last):
            if text.tags[token] in ("WP", "WDT") or (text.words[token] == "," and token + 1 < last):
                last = token
                break
        while last > first and (text.tags[last - 1] in _NO_ENDS or not has_letter(text.words[last - 1])):
            last -= 1
    # Capitals: a name that the tagger does not know.
    is_headed = any(text.tags[t] in _HEADED or text.words[t][0].isupper() for t in range(first, last))
    return (first, last) if is_headed else None


_NO_OPENERS = frozenset({"VB", "WRB", "TO"})
_NO_ENDS = frozenset({"IN", "TO", "CC", "PRP$"})
_HEADED = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "FW", "LS"}
)


# Who is named behind them is spoken to: "Ida Moe, who was in town, told Norvik Radio, “…”".
_OF_HEARERS = frozenset({"tell", "remind", "assure"})


def _speaker_behind(text: Text, verb: int, quote_of: list[int]) -> Range | None:
    """ "…, said Ida Moe, a farmer.": behind a comma and in front of no other verb; "told" has its hearer there."""
    if text.lemmas[verb] in _OF_HEARERS:
        return None
    if text.tags[verb] not in ("VBD", "VBZ") or verb < 2 or text.words[verb - 1] != "," or quote_of[verb - 1] >= 0:
        return None
    if verb + 1 >= len(text) or text.tags[verb + 1] not in _PROPER or _is_date(text, verb + 1):
        return None
    end = text.sentences[text.sentence_of[verb]][1]
    last = verb + 1
    while last < end and text.tags[last] in _NOMINAL and quote_of[last] < 0:
        last += 1
    if last < end and text.words[last] not in (",", "."):
        return None
    phrases = (phrase(text, token) for token in range(verb + 1, last))
    return verb + 1, max((end for first, end in phrases if first == verb + 1), default=last)


def _source_of_verb(text: Text, verb: int, quote_of: list[int]) -> Range | None:
    head = agent(text, verb) if is_passive(text, verb) else subject(text, verb)
    if _is_loose_participle(text, verb):
        head = _main_subject(text, verb, quote_of)
    elif head is not None:
        head = _issuer(text, verb, head)
    if head is not None and text.tags[head] == "WDT":
        head = _antecedent(text, head)
    if head is not None and quote_of[head] < 0:
        found = _within(text, phrase(text, head), head, verb, quote_of)
        if found is not None:
            return widened(text, found, verb)
    if is_passive(text, verb):
        return None
    return source_beside(text, verb, quote_of)


def _antecedent(text: Text, pronoun: int) -> int:
    """The noun that "that" or "which" stands for: a report that says …"""
    above = text.heads[text.heads[pronoun]]
    if text.deps[text.heads[pronoun]] != "acl:relcl" or above >= pronoun:
        return pronoun
    if above and text.words[above].lower() == "those" and text.words[above - 1].lower() == "among":
        # "The Herald was among those that wrote …"
        member = child(text, above, "nsubj")
        if member is None and text.deps[above] in ("appos", "parataxis") and child(text, above, "cop") is not None:
            member = text.heads[above]
            member = text.heads[member] if text.deps[member] == "appos" else member
        return member if member is not None else above
    return above


def _issuer(text: Text, verb: int, noun: int) -> int:
    """Who issued the statement "saying that …", who made the point "of saying …": nouns of a verb with a subject."""
    if text.deps[verb] != "acl" or noun > verb or text.tags[noun] not in ("NN", "NNS") or text.lemmas[verb] == "read":
        return noun
    if any(text.lemmas[noun] in lexicon.words(name) for name in ("people_nouns", "bodies", "tally_nouns")):
        return noun
    outer = text.heads[noun] if text.deps[noun] == "conj" else noun
    above = text.heads[outer]
    if text.deps[outer] not in ("obj", "obl") or text.tags[above][:1] != "V":
        return noun
    issuer = subject(text, above)
    return issuer if issuer is not None and issuer < noun else noun


def _is_loose_participle(text: Text, verb: int) -> bool:
    """ "…, saying that …": it belongs to whoever the sentence is about, whatever the tree hangs it on."""
    if text.tags[verb] != "VBG" or verb == 0 or text.words[verb - 1] not in (",", "”", '"', "''"):
        return False
    own = child(text, verb, "nsubj", "aux")
    return (own is None or own > verb) and text.deps[verb] != "conj"


def _main_subject(text: Text, verb: int, quote_of: list[int]) -> int | None:
    """The first subject of the sentence that a finite verb outside quotation marks has."""
    first, last = text.sentences[text.sentence_of[verb]]
    for token in range(first, last):
        if text.deps[token] == "root" or text.deps[token] == "ROOT":
            own = child(text, token, "nsubj", "nsubj:pass")
            if own is not None and quote_of[own] < 0:
                return own
    for token in range(verb - 1, first - 1, -1):
        if text.deps[token] == "nsubj" and quote_of[token] < 0:
            return token
    return None


def _within(text: Text, tokens: Range, head: int, verb: int, quote_of: list[int]) -> Range | None:
    """Cut where a quotation, or the clause with the verb, begins."""
    first, last = tokens
    if first <= verb < last:
        first, last = (first, verb) if head < verb else (verb + 1, last)
        last = _before_relative(text, last, head)
    while first < head and any(quote_of[t] >= 0 for t in range(first, head)):
        first += 1
    for token in range(head, last):
        if quote_of[token] >= 0:
            last = token
            break
    first, last = trim(text, (first, last))
    return (first, last) if last > first else None


def _before_relative(text: Text, last: int, head: int) -> int:
    """The noun's phrase ends where the clause begins that holds the verb."""
    for token in range(head + 1, last):
        if text.tags[token] in ("WDT", "WP", ",") or text.deps[token][:3] == "aux":
            return token
    return last


def source_beside(text: Text, verb: int, quote_of: list[int]) -> Range | None:
    """The noun phrase next to the verb: in front of it, or behind it when a quotation or comma stands in front."""
    sentence = text.paragraph_of[verb]
    end = verb
    while end > 0 and text.tags[end - 1] in _SKIPPED and quote_of[end - 1] < 0:
        end -= 1
    first = end
    if end > 1 and _is_date(text, end - 1) and text.tags[end - 2] == "IN":
        # "Moe on Friday described it as …"
        end = first = end - 2
    while (
        first > 0
        and text.tags[first - 1] in _NOMINAL
        and quote_of[first - 1] < 0
        and text.paragraph_of[first - 1] == sentence
    ):
        first -= 1
    if any(text.tags[t] in _HEADS for t in range(first, end)):
        return trim(text, (first, end))
    if end == verb and (verb == 0 or quote_of[verb - 1] >= 0 or text.words[verb - 1] == ","):
        last = verb + 1
        while (
            last < len(text)
            and (text.tags[last] in _NOMINAL or text.words[last] == "of")
            and quote_of[last] < 0
            and text.paragraph_of[last] == sentence
        ):
            last += 1
        if any(text.tags[t] in _HEADS for t in range(verb + 1, last)):
            return trim(text, (verb + 1, last))
    return None


def widened(text: Text, tokens: Range, verb: int) -> Range:
    """Over the rest of a name that the tree left out: proper nouns that stand at the edges without a comma."""
    first, last = tokens
    start = text.sentences[text.sentence_of[first]][0]
    while last < len(text) and last != verb and text.tags[last - 1] in _PROPER:
        if text.tags[last] in _PROPER:
            last += 1
        elif (
            last + 1 < len(text)
            and text.words[last] == "."
            and text.tags[last + 1] in _PROPER
            and _abbreviates(text, last)
        ):
            last += 2
        else:
            break
    while first > start and first - 1 != verb and text.tags[first - 1] in _PROPER and text.tags[first] in _PROPER:
        first -= 1
    return _over_description(text, first, start), _over_name(text, last, verb)


def _over_description(text: Text, first: int, start: int) -> int:
    """Back over what somebody is called in front of his name: "radio host Ida Moe", "his nephew Li el Soh"."""
    if first - 1 < start or text.tags[first] not in _PROPER or not _is_people_noun(text, first - 1):
        return first
    return max(start, min(first - 1, phrase(text, first - 1)[0]))


def _over_name(text: Text, last: int, verb: int) -> int:
    """On over the name behind such a description, where the tree ends the phrase with the noun."""
    stop = text.sentences[text.sentence_of[last - 1]][1]
    if last >= stop or last == verb or text.tags[last] not in _PROPER or not _is_people_noun(text, last - 1):
        return last
    if _is_date(text, last):
        return last
    while last < stop and last != verb and text.tags[last] in _PROPER:
        last += 1
    return last


def _is_date(text: Text, token: int) -> bool:
    word = text.words[token].lower()
    return word in lexicon.table("weekdays") or word in lexicon.table("months")


def _is_people_noun(text: Text, token: int) -> bool:
    return text.tags[token] == "NN" and text.lemmas[token] in lexicon.words("people_nouns")


def _abbreviates(text: Text, stop: int) -> bool:
    """ "Lt. Gen. …": a full stop glued to a short word in front of a name."""
    if stop + 1 >= len(text) or text.tags[stop + 1] not in _PROPER:
        return False
    return text.starts[stop] == text.ends[stop - 1] and text.ends[stop - 1] - text.starts[stop - 1] <= _ABBREVIATION


def source_behind(text: Text, start: int, verb: int, quote_of: list[int]) -> Range | None:
    """Who says, for a verb behind a quotation that ends before token `start`: "…," the man, a neighbour, said."""
    while start < verb and not has_letter(text.words[start]):
        start += 1
    if start >= verb:
        tree = source_of_verb(text, verb, quote_of)
        return tree if tree is not None and tree[0] > verb else source_beside(text, verb, quote_of) or tree
    tree = source_of_verb(text, verb, quote_of)
    if text.tags[start] not in _NOMINAL or (tree is not None and tree[0] <= start < tree[1]):
        return tree
    last = verb
    for token in range(start, verb):
        if text.tags[token] in _CLAUSE_WORDS:
            last = token
            break
    while last > start and text.tags[last - 1] in _SKIPPED:
        last -= 1
    found = trim(text, (start, last))
    return found if any(text.tags[t] in _HEADS for t in range(*found)) else tree


def noun_phrase_before(text: Text, token: int, quote_of: list[int]) -> Range | None:
    """The noun phrase that ends just before `token`, when a name or noun heads it."""
    first = token
    while first > 0 and quote_of[first - 1] < 0 and text.paragraph_of[first - 1] == text.paragraph_of[token]:
        if text.tags[first - 1] not in _NOMINAL:
            break
        first -= 1
    if not any(text.tags[t] in _PROPER for t in range(first, token)):
        return None
    return trim(text, (first, token))


def sentence_subject(text: Text, token: int, quote_of: list[int]) -> Range | None:
    """The phrase that the token's sentence is about."""
    head = _main_subject(text, token, quote_of)
    return widened(text, phrase(text, head), -1) if head is not None else None
