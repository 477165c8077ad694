"""A text in, its quoted stretches out, each with the sentence around it and what it looks like."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicon
from generator.extract.attribution.claim import Claim
from generator.model import Text


@dataclass(slots=True)
class Stretch:
    """One entry of `Text.quoted`; `claim` is filled in while claims are found."""

    number: int
    first: int
    last: int
    """Tokens, marks included."""
    left: int
    """First token of the sentence that leads up to it, back to the last full stop or quotation."""
    right: int
    """After the last token of the sentence that goes on behind it."""
    is_sentence: bool
    """It opens with a capital letter and holds a finite verb or closes like a clause."""
    ending: str
    """Its last character, or ":" and the like that follow it; "" when it just stops."""
    is_title: bool
    """It is printed like the name of a work or a programme, and stands where such names stand."""
    claim: Claim | None = None

    @property
    def ends_sentence(self) -> bool:
        return self.ending in (".", "?", "!", "…")


def quote_numbers(text: Text) -> list[int]:
    """For each token the index in `text.quoted` of the stretch it belongs to, marks included; -1 outside."""
    numbers = [-1] * len(text)
    for number, quoted in enumerate(text.quoted):
        for token in text.tokens_in(quoted.outer):
            numbers[token] = number
    return numbers


def find_stretches(text: Text, quote_of: list[int]) -> list[Stretch]:
    """In reading order; those that are values of a tag's attributes (`id="…"`) are left out."""
    found: list[Stretch] = []
    for number, quoted in enumerate(text.quoted):
        tokens = text.tokens_in(quoted.outer)
        if not tokens or text.string[max(0, quoted.outer.start - 1)] == "=":
            continue
        first, last = tokens[0], tokens[-1] + 1
        inner = quoted.span.of(text.string).rstrip()
        found.append(
            Stretch(
                number=number,
                first=first,
                last=last,
                left=_lead(text, first, quote_of),
                right=_tail(text, last, quote_of),
                is_sentence=_is_sentence(text, first, last, inner),
                ending=inner[-1:] if inner[-1:] in ",.?!…—–-:" else "",
                is_title=_is_title(text, first, last, inner),
            )
        )
    return found


_STOPS = frozenset(".?!;")


def _lead(text: Text, first: int, quote_of: list[int]) -> int:
    paragraph = text.paragraph_of[first]
    left = first
    while left > 0 and text.paragraph_of[left - 1] == paragraph and text.words[left - 1] not in _STOPS:
        if quote_of[left - 1] >= 0 and _closes(text, quote_of[left - 1]):
            break
        left -= 1
    return left


def _closes(text: Text, number: int) -> bool:
    """Whether a quotation ends its sentence."""
    return text.quoted[number].span.of(text.string).rstrip()[-1:] in ".?!…"


def _tail(text: Text, last: int, quote_of: list[int]) -> int:
    if last >= len(text):
        return last
    paragraph = text.paragraph_of[last - 1]
    right = last
    while right < len(text) and text.paragraph_of[right] == paragraph and quote_of[right] < 0:
        right += 1
        if text.words[right - 1] in _STOPS:
            break
    return right


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Shorter ones without a finite verb are names and labels more often than speech.
_MIN_SENTENCE = 5


def _is_sentence(text: Text, first: int, last: int, inner: str) -> bool:
    if not next((c for c in inner if c.isalnum()), "").isupper():
        return False
    if any(text.tags[t] in _FINITE for t in range(first, last)):
        return True
    return (last - first > _MIN_SENTENCE and inner[-1:] in ".,?!") or inner[-1:] in "?!"


# A title has at most so many words; longer stretches in capitals are headlines, which papers are said to write.
_MAX_TITLE = 9


def _is_title(text: Text, first: int, last: int, inner: str) -> bool:
    words = [w for w in inner.split() if any(c.isalpha() for c in w)]
    if not words or len(words) > _MAX_TITLE or inner[-1:] in ".!" or any(len(w) > 4 and w[:1].islower() for w in words):
        return False
    if not words[0][:1].isupper() or sum(w[:1].isupper() for w in words) * 2 < len(words):
        return False
    if _is_named(text, first):
        return True
    works = lexicon.words("titled_works")
    if text.paragraph_of[max(0, first - 1)] == text.paragraph_of[first]:
        before = [text.words[t].lower() for t in range(max(0, first - 3), first)]
        if before and (
            before[-1] in ("on", "in", "with", "for", "’s", "'s", "told") or (before[-1] == "," and len(before) > 1)
        ):
            return before[-1] != "," or before[-2] in works
        if any(w in works for w in before):
            return True
    return last < len(text) and (text.words[last].lower() in works or text.lemmas[last] in works)


# So far before a slogan may stand the word that says it is one: "a slogan of their own, the “…”".
_NAMING_REACH = 6


def _is_named(text: Text, first: int) -> bool:
    """ "their new slogan, the “…”", "known as “…”": words in capitals that are said to be a name."""
    left, _ = text.sentences[text.sentence_of[first]]
    words = [text.words[t].lower() for t in range(max(left, first - _NAMING_REACH), first)]
    while words and words[-1] in ("the", "a", "an", "its", "their", "his", "her", ",", ":", "as"):
        words.pop()
    if not words:
        return False
    naming = lexicon.words("naming_words")
    return words[-1] in naming or (
        words[-3:-1] in (["of", "their"], ["of", "its"], ["of", "his"], ["of", "her"])
        and (bool(naming.intersection(words)))
    )
