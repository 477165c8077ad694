"""A quoted stretch in, the reporting verb beside it out: behind it or in front of it."""

from __future__ import annotations

from generator.extract.attribution.cues import Cues
from generator.extract.attribution.stretches import Stretch
from generator.model import Text

# Tokens between a quotation and its cue, at most: "said the man who …" with a long description still fits.
_REACH = 40
# Verbs that report only beside words in quotation marks stand so near to them: "it read: “…”", "signed simply “…”".
_ADJACENT = 3
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


def _behind(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The verb behind a stretch that its sentence does not end with: "…," said the man."""
    if stretch.last >= stretch.right or (stretch.ending in (".", "…") and stretch.is_sentence):
        return None
    comma = stretch.ending == "," or text.words[stretch.last] == ","
    if not comma and not _is_speech_tail(text, stretch, cues):
        return None
    for token in range(stretch.last, min(stretch.right, stretch.last + _REACH)):
        tag = text.tags[token]
        if tag[:1] != "V":
            if comma and stretch.is_sentence and text.words[token] in cues.forms and tag not in ("DT", "IN", "PRP"):
                return token
            continue
        if is_auxiliary(text, token):
            continue
        if text.lemmas[token] in cues.verbs:
            return token
        if tag in _FINITE:
            return token if stretch.is_sentence and stretch.ending == "," and not _is_relative(text, token) else None
    return None


def _is_relative(text: Text, verb: int) -> bool:
    return text.deps[verb] == "acl:relcl"


def _is_speech_tail(text: Text, stretch: Stretch, cues: Cues) -> bool:
    """Whether a name or pronoun and a reporting verb, in either order, follow at once."""
    return any(
        text.tags[t][:1] == "V" and text.lemmas[t] in cues.verbs and "quote" not in cues.verbs[text.lemmas[t]]
        for t in range(stretch.last, min(stretch.right, stretch.last + 4))
    )


def _in_front(text: Text, stretch: Stretch, cues: Cues, quote_of: list[int]) -> int | None:
    """The nearest reporting verb of the sentence that leads up to the stretch."""
    for token in range(stretch.first - 1, max(stretch.left, stretch.first - _REACH) - 1, -1):
        if quote_of[token] >= 0:
            continue
        frames = cues.verbs.get(text.lemmas[token]) if text.tags[token][:1] == "V" else None
        if frames is None or is_auxiliary(text, token):
            continue
        if token >= stretch.first - _ADJACENT or "quote" not in frames:
            return token
    return None


def is_auxiliary(text: Text, token: int) -> bool:
    return text.deps[token][:3] in ("aux", "cop")
