"""A quoted stretch in, the reporting verb beside it out: behind it or in front of it."""

from __future__ import annotations

from generator.extract.attribution.cues import Cues
from generator.extract.attribution.stretches import Stretch
from generator.model import Text

# Tokens between a quotation and its cue, at most: "said the man who …" with a long description still fits.
_REACH = 40
# Verbs that report only beside words in quotation marks stand so near to them: "it read: “…”", "signed simply “…”".
_ADJACENT = 3
# "“…,” but he kept calm", "“…,” which votes in May": what follows goes on with the story.
_NEW_CLAUSE = frozenset({"CC", "WDT", "WP"})
# Tokens of who says, with an office and a name: "the presumptive nominee of the party, Ida Moe, asked".
_LONGEST_SPEAKER = 12
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def cue_beside(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The token of the cue, a verb; None when nothing beside the stretch says that somebody says it."""
    finders = [_in_front, _behind]
    if stretch.ending in (",", "?", "!", "—", "–", "-"):
        finders.reverse()
    for finder in finders:
        found = finder(text, stretch, cues, quote_of)
        if found is not None:
            return found
    return None


def cue_touching(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The verb of speech that nothing parts from a quotation: "Moe said, “…”", "“…,” Moe said"."""
    if stretch.ending in (",", "?", "!"):
        for token in range(stretch.last, min(stretch.right, stretch.last + _NEXT)):
            if _speaks(text, token, cues):
                return token
    token = stretch.first - 1
    while token > stretch.left and text.words[token] in (",", ":"):
        token -= 1
    return token if token >= stretch.left and quote_of[token] < 0 and _speaks(text, token, cues) else None


# Tokens of a name and its verb: "Mr. Ole Moe said".
_NEXT = 4


def _speaks(text: Text, token: int, cues: Cues) -> bool:
    if text.tags[token] not in _FINITE or is_auxiliary(text, token):
        return False
    return "clause" in cues.verbs.get(text.lemmas[token], ())


def _behind(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The verb behind a stretch that its sentence does not end with: "…," said the man."""
    if stretch.last >= stretch.right or (stretch.ending in (".", "…") and stretch.is_sentence):
        return None
    comma = stretch.ending == "," or text.words[stretch.last] == ","
    next_word = stretch.last + (text.words[stretch.last] == "," and stretch.last + 1 < stretch.right)
    is_aside = not stretch.is_sentence and text.deps[next_word] == "mark" and text.words[next_word] != "as"
    if text.tags[next_word] in _NEW_CLAUSE or is_aside:
        return None
    if not comma and not _is_speech_tail(text, stretch, cues):
        return None
    is_past_relative = False
    for token in range(stretch.last, min(stretch.right, stretch.last + _REACH)):
        tag = text.tags[token]
        if tag[:1] != "V":
            if comma and stretch.is_sentence and _is_mistaken(text, token, cues):
                return token
            continue
        if is_auxiliary(text, token):
            continue
        if is_past_relative and tag not in _FINITE:
            continue
        if text.lemmas[token] in cues.verbs:
            if cues.verbs[text.lemmas[token]] <= _OF_INTENT:
                return None
            return token if stretch.is_sentence or text.lemmas[token] not in _ONLY_SPEECH else None
        if tag in _FINITE:
            if not _is_relative(text, token):
                speaks = stretch.is_sentence and stretch.ending == "," and not is_past_relative
                return token if speaks else None
            is_past_relative = True
    return None


def _is_mistaken(text: Text, token: int, cues: Cues) -> bool:
    """A reporting verb that the tagger took for something else: "the two write", "Moe muses"."""
    tag, word = text.tags[token], text.words[token]
    if word in cues.forms:
        return tag not in ("DT", "IN", "PRP")
    return tag == "NN" and word in cues.verbs and token > 0 and text.tags[token - 1] in ("CD", "NNS", "NNPS")


def _is_relative(text: Text, verb: int) -> bool:
    return text.deps[verb] == "acl:relcl"


def _is_speech_tail(text: Text, stretch: Stretch, cues: Cues) -> bool:
    """Whether somebody and a reporting verb, in either order, follow at once: "…?" the mayor, Ida Moe, asked."""
    for token in range(stretch.last, min(stretch.right, stretch.last + _LONGEST_SPEAKER)):
        if text.tags[token][:1] == "V" and not is_auxiliary(text, token):
            frames = cues.verbs.get(text.lemmas[token])
            if frames is None or text.tags[token] not in _FINITE:
                return False
            # "…!" Moe continued to run: a verb that also does other things ends the sentence or its clause.
            return "quote" not in frames or token + 1 >= stretch.right or text.tags[token + 1] in (".", ",")
        if text.tags[token] in ("WP", "WDT", "WRB", "CC"):
            return False
    return False


def _in_front(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The nearest reporting verb of the sentence that leads up to the stretch."""
    for token in range(stretch.first - 1, max(stretch.left, stretch.first - _REACH) - 1, -1):
        if quote_of[token] >= 0:
            continue
        frames = cues.verbs.get(text.lemmas[token]) if text.tags[token][:1] == "V" else None
        if frames is None or is_auxiliary(text, token) or is_modifier(text, token):
            continue
        if token >= stretch.first - _ADJACENT:
            if stretch.is_sentence or (text.lemmas[token] not in _ONLY_SPEECH and not frames <= _OF_DEEDS):
                return token
        elif "quote" not in frames and (
            stretch.is_sentence or "clause" in frames or text.edges[token][1] > stretch.first
        ):
            return token
    return None


# Beside a fragment these are no speech: "the deal goes “nowhere”", "she went on “sending” it".
_ONLY_SPEECH = frozenset({"go"})
# "In a column, “…,” the mayor seems to say": what only an infinitive follows speaks no quotation.
_OF_INTENT = frozenset({"to"})
# A verb with no other frames is done with things: "pushed the “…” narrative", "roots for “…”".
_OF_DEEDS = frozenset({"to", "+to", "for", "with", "against", "on", "at", "of"})


def is_modifier(text: Text, token: int) -> bool:
    """ "The reported bomber", "her proposed plan", "self-described": a participle in front of its noun."""
    return text.deps[token] in ("amod", "compound") or (token > 0 and text.tags[token - 1] == "HYPH")


def is_auxiliary(text: Text, token: int) -> bool:
    return text.deps[token][:3] in ("aux", "cop")
