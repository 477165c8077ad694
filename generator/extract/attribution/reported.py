"""A text in, claims out: clauses and phrases that reporting words govern, whether or not anything is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from generator import lexicon
from generator.extract.attribution.claim import Claim
from generator.extract.attribution.cues import cues
from generator.extract.attribution.headline import find_headline
from generator.extract.attribution.sources import source_of_verb
from generator.extract.attribution.tree import (
    Range,
    agent,
    child,
    has_letter,
    is_passive,
    phrase,
    preposition,
    subject,
    trim,
)
from generator.model import Text

# How often a claim of each kind was right on annotated news (source and content both), rounded: what a reader may
# expect. Measured once on 200 training articles; only their order matters to the rules.
_CONFIDENCE = {"clause": 0.75, "interrupt": 0.7, "according": 0.8, "noun": 0.5, "adjective": 0.6}
_WEAK = 0.4
# Frames that report without anybody named: "it was said that …", "he is expected to …". The others, "the plan was
# criticised", tell what happened rather than what was said: right 2 times in 39.
_ANONYMOUS = frozenset({"clause", "interrupt", "to", "about", "as", "of", "passive"})


# What the tagger makes of the word may differ.
_ACCORDING = frozenset({"according", "accord"})


def find_reported(text: Text, quote_of: list[int]) -> list[Claim]:
    """Claims in the order of their cues; cues inside quotation marks are left out, they are somebody else's words."""
    lists = cues()
    headline = find_headline(text)
    found: list[Claim] = [headline] if headline else []
    for token, tag in enumerate(text.tags):
        if quote_of[token] >= 0:
            continue
        lemma = text.lemmas[token]
        if tag[:1] == "V":
            frames = lists.verbs.get(lemma)
            if frames is not None:
                claim = _from_verb(text, token, frames, quote_of)
                if claim is not None:
                    found.append(claim)
        elif tag[:2] == "NN":
            if lemma in lists.nouns:
                found.extend(_from_noun(text, token, quote_of))
        elif tag == "JJ" and lemma in lists.adjectives:
            found.extend(_from_adjective(text, token))
        if lemma in _ACCORDING and text.words[token].lower() == "according":
            found.extend(_from_according(text, token))
    return _outermost(text, found)


def _outermost(text: Text, claims: list[Claim]) -> list[Claim]:
    """Without those that belong to another one's content: what somebody says that others say is his statement.

    So is "…, but she hopes …" behind "She says …": a clause with a pronoun goes on with the statement before it.
    """
    kept: list[Claim] = []
    host: Claim | None = None
    for claim in sorted(claims, key=lambda c: c.cue or (0, 0)):
        cue = claim.cue or (0, 0)
        if any(first <= cue[0] < last for other in kept[-3:] for first, last in other.pieces):
            continue
        if host is not None and _goes_on(text, host, claim):
            host.pieces[-1] = (host.pieces[-1][0], max(host.pieces[-1][1], claim.pieces[-1][1]))
            continue
        kept.append(claim)
        host = claim if claim.frame == "clause" and claim.pieces[0][0] > cue[0] else None
    return kept


# Words like ", but" that may stand between two parts of one statement.
_LOOSE_WORDS = 3


def _goes_on(text: Text, host: Claim, claim: Claim) -> bool:
    """Whether a claim is a later part of the statement that `host` began in the same sentence."""
    if host.cue is None or claim.cue is None or claim.source is None or claim.pieces[0][0] < claim.cue[0]:
        return False
    first, last = claim.source
    if text.sentence_of[host.cue[0]] != text.sentence_of[first] or first < host.pieces[0][0]:
        return False
    return last - first == 1 and text.tags[first] == "PRP" and first - host.pieces[-1][1] <= _LOOSE_WORDS


# ---------------------------------------------------------------- verbs


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _from_verb(text: Text, verb: int, frames: frozenset[str], quote_of: list[int]) -> Claim | None:
    if _is_second_request(text, verb) or text.deps[verb] == "amod":
        return None
    source = source_of_verb(text, verb, quote_of)
    content = _interrupted(text, verb, source, quote_of) if "clause" in frames else None
    content = content or _verb_content(text, verb, frames)
    if content is None and "clause" in frames and source is not None:
        content = _beside(text, verb, source, quote_of)
    if content is None:
        return None
    frame, pieces = content
    if frame != "to":
        pieces = [_past_hearer(text, verb, piece) for piece in pieces]
    if source is None and frame not in _ANONYMOUS:
        return None
    if source is not None and text.words[source[0]].lower() == "what":
        # "What neither has managed is to persuade the public": nobody's words.
        return None
    pieces = [p for p in (trim(text, piece) for piece in pieces) if p[1] > p[0]]
    if not pieces or (source is not None and any(_overlap(source, piece) for piece in pieces)):
        return None
    return Claim(source, verb_cue(text, verb), pieces, _CONFIDENCE.get(frame, _WEAK), frame)


def _past_hearer(text: Text, verb: int, piece: Range) -> Range:
    """ "Told *the Post*, “…”", "told *the Post* that …": who is spoken to is no part of what is said."""
    first, last = piece
    if first != verb + 1 or text.lemmas[verb] not in lexicon.words("addressing_verbs"):
        return piece
    end = first
    while end < last and text.tags[end] in _OPENERS and text.words[end] != "that":
        end += 1
    if first < end < last - 1 and (text.words[end] == "that" or text.tags[end + 1] == "``"):
        return (end, last) if text.words[end] == "that" else (end + 1, last)
    return piece


def _is_second_request(text: Text, verb: int) -> bool:
    """ "Urged her to press Iran and *persuade* others": a bare form goes on with the content."""
    head = text.heads[verb]
    return (
        text.tags[verb] == "VB"
        and text.deps[verb] == "conj"
        and text.tags[head] in _FINITE
        and (child(text, verb, "aux", "mark") is None and child(text, head, "aux") is None)
    )


def _is_final(text: Text, verb: int, last: int) -> bool:
    """Whether nothing but a full stop follows in the sentence."""
    return verb + 1 == last or (verb + 2 == last and not has_letter(text.words[verb + 1]))


_OPENERS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX", "WDT"})


def _beside(text: Text, verb: int, source: Range, quote_of: list[int]) -> tuple[str, list[Range]] | None:
    """A clause behind the verb, or in front of ", she said.", seen by its words where the tree has none."""
    first, last = text.sentences[text.sentence_of[verb]]
    if source[1] > verb or text.tags[verb] not in _FINITE:
        return None
    end = last - 1 if not has_letter(text.words[last - 1]) else last
    after = range(verb + 1, end)
    if not after or (text.tags[verb + 1] not in _OPENERS and not any(text.tags[t] in _FINITE for t in after)):
        is_behind = source[0] - 1 > first and text.words[source[0] - 1] == "," and quote_of[source[0] - 2] < 0
        if is_behind and _is_clause(text, first, source[0] - 1):
            return "interrupt", [(first, source[0] - 1)]
        return None
    opens = text.words[verb + 1] == "that" or text.tags[verb + 1] in _OPENERS
    if opens and verb + 2 < end and quote_of[verb + 1] < 0 and any(text.tags[t] in _FINITE for t in after):
        return "clause", [(verb + 1, end)]
    return None


# Words between a reporting verb and the comma that ends it: "…, he said at a rally on Monday, …".
_MAX_ASIDE = 8


def _interrupted(text: Text, verb: int, source: Range | None, quote_of: list[int]) -> tuple[str, list[Range]] | None:
    """The sentence around ", she said," without it, seen by its commas; None where it looks otherwise."""
    if source is None:
        return None
    first, last = text.sentences[text.sentence_of[verb]]
    if source[0] == verb + 1 and verb - 1 > first and text.words[verb - 1] == "," and quote_of[verb - 1] < 0:
        # "…, said Ida Moe."
        return ("interrupt", [(first, verb - 1)]) if _is_clause(text, first, verb - 1) else None
    if source[1] > verb or text.words[max(0, source[0] - 1)] != ",":
        return None
    if _is_final(text, verb, last) and source[0] - 1 > first:
        plain = all(quote_of[t] < 0 for t in range(first, source[0]))
        return ("interrupt", [(first, source[0] - 1)]) if plain else None
    if source[0] - 1 <= first or any(quote_of[t] >= 0 for t in (source[0] - 2, verb + 1, verb + 2) if t < last):
        return None
    if any(text.tags[t][:1] == "V" for t in range(source[1], verb)):
        return None
    for token in range(verb + 1, min(last, verb + _MAX_ASIDE)):
        if text.words[token] == ",":
            rest = quote_of[token + 1] if token + 1 < last else 0
            return None if rest >= 0 else ("interrupt", [(first, source[0] - 1), (token + 1, last)])
        if text.tags[token] in ("IN", "WDT", "TO", "CC") and text.deps[token] != "case":
            return None
    return None


def _is_clause(text: Text, first: int, last: int) -> bool:
    """Whether words hold a finite verb that is no relative clause's: "Moe, who left, said" has none."""
    for token in range(first, last):
        if text.tags[token] in _FINITE:
            verb = text.heads[token] if text.deps[token][:3] in ("aux", "cop") else token
            if text.deps[verb] != "acl:relcl":
                return True
    return False


def verb_cue(text: Text, verb: int) -> Range:
    """The verb with its particle ("pointed out") and with what denies it: "has yet to confirm", "declined to say"."""
    last = verb + 1
    if last < len(text) and text.heads[last] == verb and text.deps[last] == "compound:prt":
        last += 1
    return _denied_from(text, verb), last


def _denied_from(text: Text, verb: int) -> int:
    """The first word of what denies a verb; the verb itself where nothing does."""
    first, sentence = verb, text.sentences[text.sentence_of[verb]][0]
    while first > sentence and (text.tags[first - 1] in _HELPERS or text.words[first - 1].lower() in _DENIALS):
        first -= 1
    if text.words[first].lower() == "to":
        first += 1
    before = [text.words[n].lower() for n in range(first, verb)]
    if _DENIALS.isdisjoint(before):
        before = [text.lemmas[n] for n in range(first, verb)]
    return first if not (_DENIALS | lexicon.words("declining_verbs")).isdisjoint(before) else verb


_HELPERS = frozenset({"MD", "TO", "VB", "VBD", "VBZ", "VBP", "VBN"})
_DENIALS = frozenset({"not", "n't", "n’t", "never", "yet"})


def _verb_content(text: Text, verb: int, frames: frozenset[str]) -> tuple[str, list[Range]] | None:
    """The construction, and what it makes the content."""
    deps, edges = text.deps, text.edges
    obj = xcomp = None
    clauses = [c for c in text.children[verb] if deps[c] == "ccomp"]
    for c in text.children[verb]:
        dep = deps[c]
        if dep == "ccomp" and "clause" in frames:
            if c != clauses[-1] and not _has_verb(text, c):
                # "A third, Ida Moe, said that …"
                continue
            first, last = edges[c]
            return "clause", _without(text, (_clause_start(text, verb, first), _clause_end(text, c, last)), verb)
        if c > verb and dep == "xcomp" and xcomp is None:
            xcomp = c
        elif c > verb and dep == "obj" and obj is None:
            obj = c
    if "clause" in frames and _is_aside(text, verb):
        host, own = edges[text.heads[verb]], edges[verb]
        return "interrupt", [(host[0], own[0]), (own[1], host[1])]
    if xcomp is not None:
        return _infinitive(text, obj, xcomp, frames)
    if obj is not None and "object" in frames:
        return "object", [(phrase(text, obj)[0], _predicate_end(text, verb, obj))]
    found = _prepositional(text, verb, frames)
    if found is None and "object" in frames and agent(text, verb) is not None and is_passive(text, verb):
        patient = child(text, verb, "nsubj:pass")
        if patient is not None:
            return "passive", [phrase(text, patient)]
    return found


def _has_verb(text: Text, clause: int) -> bool:
    """Whether a clause's head is a verb, or has a copula or an auxiliary."""
    return text.tags[clause][0] == "V" or child(text, clause, "cop", "aux") is not None


def _is_aside(text: Text, verb: int) -> bool:
    """ "…, she said": hung behind another clause, with a subject of its own."""
    return text.deps[verb] == "parataxis" and text.heads[verb] < verb and child(text, verb, "nsubj") is not None


def _clause_start(text: Text, verb: int, first: int) -> int:
    """Back to the word after the verb where the tree gave the clause's subject to the verb: "say his place makes …"."""
    start = verb + 1
    if first <= start or first - start > _MAX_ASIDE or text.tags[start] not in _OPENERS:
        return first
    for c in text.children[verb]:
        if start <= c < first and text.deps[c] not in ("obj", "iobj", "nsubj"):
            return first
    if text.lemmas[verb] in lexicon.words("addressing_verbs") or not has_letter(text.words[first - 1]):
        return first
    return start if text.words[first] != "that" else first


def _clause_end(text: Text, clause: int, last: int) -> int:
    """Without a second sentence that only a comma or semicolon holds to the first."""
    for c in text.children[clause]:
        if c > clause and text.deps[c] == "parataxis" and text.words[text.edges[c][0] - 1] in (";", ",", "—", "–"):
            return text.edges[c][0] - 1
    return last


def _predicate_end(text: Text, verb: int, obj: int) -> int:
    """The object with what else is said of it: "attacked her for her ties …", up to a comma or another verb."""
    end = phrase(text, obj)[1]
    for c in text.children[verb]:
        if (
            c > obj
            and text.deps[c] in ("obl", "advcl", "acl")
            and text.edges[c][0] == end
            and text.words[end] in _OF_OBJECT
        ):
            end = text.edges[c][1]
    return end


_OF_OBJECT = frozenset({"for", "as", "of", "over", "about", "against", "to", "by", "from", "with", "in"})


def _without(text: Text, piece: Range, verb: int) -> list[Range]:
    """A clause; what interrupts it ("…, she said, …") is the verb with its own words."""
    first, last = piece
    if not first <= verb < last:
        return [piece]
    return [(first, verb), (verb + 1, last)]


def _infinitive(text: Text, obj: int | None, xcomp: int, frames: frozenset[str]) -> tuple[str, list[Range]] | None:
    first, last = text.edges[xcomp]
    if obj is not None and obj < xcomp:
        first = text.edges[obj][0]
    tag = text.tags[xcomp]
    if tag == "VB" and "to" in frames:
        return "to", [(first, last)]
    if tag == "VBG" and "ing" in frames:
        return "ing", [(first, last)]
    if tag not in ("VB", "VBG") and ("naming" in frames or "object" in frames):
        return "naming", [(first, last)]
    return None


def _prepositional(text: Text, verb: int, frames: frozenset[str]) -> tuple[str, list[Range]] | None:
    for c in text.children[verb]:
        if c < verb:
            continue
        dep = text.deps[c]
        if dep in ("obl", "obl:arg", "obl:agent"):
            word = preposition(text, c)
            if text.lemmas[c] in lexicon.table("time_units"):  # "pressed for years"
                continue
            if word is not None and ("+to" if word == "to" else word) in frames:
                return word, [phrase(text, c)]
        elif dep == "advcl":
            mark = child(text, c, "mark")
            if mark is not None and mark < c and text.words[mark].lower() in frames:
                return text.words[mark].lower(), [(mark + 1, text.edges[c][1])]
    return None


# ---------------------------------------------------------------- nouns, adjectives, "according to"


def _from_noun(text: Text, noun: int, quote_of: list[int]) -> Iterator[Claim]:
    """ "Her claim that …"."""
    for c in text.children[noun]:
        if c > noun and text.deps[c] in ("acl", "ccomp") and _is_that_clause(text, c):
            holder = child(text, noun, "nmod:poss")
            source = phrase(text, holder) if holder is not None else None
            if source is None and text.deps[noun] == "obj":
                source = source_of_verb(text, text.heads[noun], quote_of)
            yield Claim(source, (noun, noun + 1), [trim(text, text.edges[c])], _CONFIDENCE["noun"], "noun")
            return


def _is_that_clause(text: Text, clause: int) -> bool:
    mark = child(text, clause, "mark")
    return mark is not None and text.words[mark].lower() == "that"


def _from_adjective(text: Text, adjective: int) -> Iterator[Claim]:
    """ "Officials are confident that …"."""
    head = subject(text, adjective)
    if head is None:
        return
    for c in text.children[adjective]:
        if (
            c > adjective
            and text.deps[c] in ("ccomp", "advcl")
            and (text.deps[c] == "ccomp" or _is_that_clause(text, c))
        ):
            yield Claim(
                phrase(text, head),
                (adjective, adjective + 1),
                [trim(text, text.edges[c])],
                _CONFIDENCE["adjective"],
                "adjective",
            )
            return


def _from_according(text: Text, word: int) -> Iterator[Claim]:
    """ "…, according to the ministry"."""
    head = text.heads[word]
    if text.deps[word] not in ("case", "obl") or head <= word:
        return
    first, last = phrase(text, head)
    first = max(first, word + 2)
    last = _before_aside(text, first, last)
    if last <= first:
        return
    sentence = text.sentences[text.sentence_of[word]]
    pieces: list[Range] = [(sentence[0], word), (last, sentence[1])]
    pieces = [p for p in (trim(text, piece) for piece in pieces) if p[1] > p[0]]
    if pieces:
        yield Claim((first, last), (word, word + 2), pieces, _CONFIDENCE["according"], "according")


def _before_aside(text: Text, first: int, last: int) -> int:
    """ "The ministry, about as much as …": who says ends at a comma that neither a name nor a description follows."""
    for token in range(first + 1, last - 1):
        if text.words[token] == "," and text.tags[token + 1] in ("IN", "RB", "TO", "VBG", "CC"):
            return token
    return last


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]
