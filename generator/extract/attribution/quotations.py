"""Claims and a text's quotation marks in, claims out in which each quoted stretch has found its place, or none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.attribution.claim import Claim
from generator.extract.attribution.cues import Cues, cues
from generator.extract.attribution.reported import verb_cue
from generator.extract.attribution.sources import source_of_verb
from generator.extract.attribution.tree import Range, has_letter, phrase, trim
from generator.model import Text

# Words between a quotation and its cue, at most: "said the man who …" with a long description still fits; beyond it a
# reader would have lost the thread too.
_REACH = 40


@dataclass(slots=True)
class _Stretch:
    number: int
    first: int
    last: int
    """Tokens, marks included."""
    left: int
    """First token of the sentence that leads up to it: after the last full stop or quotation."""
    right: int
    """After the last token of the sentence that goes on behind it."""
    is_sentence: bool
    """It opens with a capital letter and holds a finite verb, or several words closed by a comma or full stop."""
    ends_sentence: bool
    claim: Claim | None = None


def quote_numbers(text: Text) -> list[int]:
    """For each token the index in `text.quoted` of the stretch it belongs to, marks included; -1 outside."""
    numbers = [-1] * len(text)
    for number, quoted in enumerate(text.quoted):
        for token in text.tokens_in(quoted.outer):
            numbers[token] = number
    return numbers


def attach_quotations(text: Text, claims: list[Claim], quote_of: list[int]) -> list[Claim]:
    """The claims, their content widened over the stretches that belong to them, and new ones for the rest."""
    stretches = _stretches(text, quote_of)
    found = list(claims)
    by_paragraph: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.cue is not None:
            by_paragraph.setdefault(text.paragraph_of[claim.cue[0]], []).append(claim)
    before: list[_Stretch] = []
    paragraphs: dict[int, list[_Stretch]] = {}
    for stretch in stretches:
        paragraphs.setdefault(text.quoted[stretch.number].paragraph, []).append(stretch)
    for number, inside in paragraphs.items():
        for stretch in inside:
            _attach(text, stretch, by_paragraph.setdefault(number, []), found, quote_of)
        _continue(text, inside, before, number, found)
        before = inside
    return _settled(found, stretches)


# ---------------------------------------------------------------- stretches


def _stretches(text: Text, quote_of: list[int]) -> list[_Stretch]:
    found: list[_Stretch] = []
    for number, quoted in enumerate(text.quoted):
        tokens = text.tokens_in(quoted.outer)
        if not tokens:
            continue
        first, last = tokens[0], tokens[-1] + 1
        paragraph = text.paragraph_of[first]
        left = first
        while left > 0 and text.paragraph_of[left - 1] == paragraph and quote_of[left - 1] < 0 and not _stops(text, left - 1):
            left -= 1
        if found and left == found[-1].last and left > 0 and text.paragraph_of[left - 1] == paragraph:
            if not found[-1].ends_sentence:
                left = max(found[-1].left, left - _REACH)
        right = last
        while right < len(text) and text.paragraph_of[right] == paragraph and quote_of[right] < 0:
            right += 1
            if _stops(text, right - 1):
                break
        inner = quoted.span.of(text.string).rstrip()
        found.append(_Stretch(number, first, last, left, right, _is_sentence(text, first, last, inner), inner[-1:] in ".?!…"))
    return found


def _stops(text: Text, token: int) -> bool:
    return text.words[token] in _STOPS


_STOPS = frozenset(".?!;")


def _is_sentence(text: Text, first: int, last: int, inner: str) -> bool:
    if inner[:1].isupper() and any(text.tags[t] in _FINITE for t in range(first, last)):
        return True
    return last - first > 5 and inner[-1:] in ".,?!" and inner[:1].isupper()


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


# ---------------------------------------------------------------- one stretch and its cue


def _attach(text: Text, stretch: _Stretch, near: list[Claim], found: list[Claim], quote_of: list[int]) -> None:
    """Find the claim that a stretch belongs to: by the tree, by the words around it."""
    lists = cues()
    inner = text.quoted[stretch.number].span.of(text.string).rstrip()
    covering = _covering(stretch, near)
    if covering is not None:
        _join(stretch, covering)
        return
    finders = [_left_cue, _right_cue]
    if inner.endswith((",", "?", "!", "—", "-")):
        finders.reverse()
    for finder in finders:
        verb = finder(text, stretch, lists)
        if verb is not None:
            claim = next((c for c in near if c.cue is not None and c.cue[0] <= verb < c.cue[1]), None)
            if claim is None:
                claim = Claim(source_of_verb(text, verb, quote_of), verb_cue(text, verb), [], 0.8, "quote")
                near.append(claim)
                found.append(claim)
            _widen(text, stretch, claim)
            _join(stretch, claim)
            return


def _covering(stretch: _Stretch, near: list[Claim]) -> Claim | None:
    """The claim with the most content among those whose content holds at least a half of the stretch."""
    best: tuple[int, Claim] | None = None
    for claim in near:
        assert claim.cue is not None
        if stretch.first <= claim.cue[0] < stretch.last:
            continue
        shared = sum(max(0, min(last, stretch.last) - max(first, stretch.first)) for first, last in claim.pieces)
        if 2 * shared >= stretch.last - stretch.first:
            size = sum(last - first for first, last in claim.pieces)
            if best is None or size > best[0]:
                best = (size, claim)
    return best[1] if best else None


def _join(stretch: _Stretch, claim: Claim) -> None:
    """Widen the claim's content over the whole stretch."""
    claim.pieces.append((stretch.first, stretch.last))
    stretch.claim = claim


def _widen(text: Text, stretch: _Stretch, claim: Claim) -> None:
    """Content outside the marks that belongs with a fragment: from the cue to it, or its sentence up to the cue."""
    if claim.cue is None or stretch.is_sentence:
        return
    if claim.cue[1] <= stretch.first:
        if claim.pieces and claim.frame != "quote":
            start = min(max(p[0], claim.cue[1]) for p in claim.pieces)
        else:
            start = claim.cue[1]
        while start < stretch.first and text.words[start] in _LINKS:
            start += 1
        end = max(stretch.last, text.edges[claim.cue[0]][1])
        claim.pieces.append((start, min(end, stretch.right)))
    elif stretch.left < stretch.first:
        claim.pieces.append((stretch.left, stretch.first))


_LINKS = frozenset({",", ":", "as", "to", "of", "about", "on", "—", "-"})


def _right_cue(text: Text, stretch: _Stretch, lists: Cues) -> int | None:
    """The reporting verb behind a stretch that its sentence does not end with: "…," said the man."""
    inner = text.quoted[stretch.number].span.of(text.string).rstrip()
    if inner.endswith(".") and not inner.endswith("..") and stretch.is_sentence:
        return None
    if inner[-1:] in "?!" and stretch.last < stretch.right and not _is_speech_tail(text, stretch, lists):
        return None
    for token in range(stretch.last, min(stretch.right, stretch.last + _REACH)):
        tag = text.tags[token]
        if tag[:1] == "V" and not _is_auxiliary(text, token):
            if text.lemmas[token] in lists.verbs:
                return token
            if tag in ("VBD", "VBZ", "VBP") and stretch.is_sentence and inner.endswith(","):
                return token
            if tag in ("VBD", "VBZ", "VBP"):
                return None
    return None


def _is_speech_tail(text: Text, stretch: _Stretch, lists: Cues) -> bool:
    """Whether a name or pronoun and a reporting verb, in either order, follow at once."""
    return any(
        text.tags[t][:1] == "V" and text.lemmas[t] in lists.verbs
        for t in range(stretch.last, min(stretch.right, stretch.last + 4))
    )


def _left_cue(text: Text, stretch: _Stretch, lists: Cues) -> int | None:
    """The reporting verb that leads up to a stretch: the nearest one in its sentence."""
    for token in range(stretch.first - 1, max(stretch.left, stretch.first - _REACH) - 1, -1):
        if text.tags[token][:1] == "V" and not _is_auxiliary(text, token) and text.lemmas[token] in lists.verbs:
            return token
    return None


def _is_auxiliary(text: Text, token: int) -> bool:
    return text.deps[token][:3] in ("aux", "cop")


# ---------------------------------------------------------------- quotations that go on


def _continue(text: Text, inside: list[_Stretch], before: list[_Stretch], paragraph: int, found: list[Claim]) -> None:
    """Give whole sentences without a cue to the speaker of the stretch before or behind them."""
    for at, stretch in enumerate(inside):
        if stretch.claim is not None or not stretch.is_sentence:
            continue
        if stretch.left < stretch.first and any(has_letter(text.words[t]) for t in range(stretch.left, stretch.first)):
            continue
        if at and inside[at - 1].claim is not None:
            _join(stretch, inside[at - 1].claim)  # type: ignore[arg-type]
        elif at == 0:
            later = next((s.claim for s in inside if s.claim is not None), None)
            if later is not None and stretch.ends_sentence:
                _join(stretch, later)
            elif before and before[-1].claim is not None and text.quoted[before[-1].number].paragraph >= paragraph - 2:
                earlier = before[-1].claim
                if text.quoted[before[-1].number].is_open:
                    _join(stretch, earlier)
                else:
                    claim = Claim(earlier.source, None, [], 0.6, "continued")
                    found.append(claim)
                    _join(stretch, claim)


# ---------------------------------------------------------------- order


def _settled(claims: list[Claim], stretches: list[_Stretch]) -> list[Claim]:
    """Each stretch stays in its own claim only; what is left empty goes."""
    owner = {s.number: s.claim for s in stretches}
    ordered = sorted(stretches, key=lambda s: s.first)
    for claim in claims:
        pieces: list[Range] = []
        for first, last in claim.pieces:
            pieces.extend(_cut_out(first, last, [s for s in ordered if owner[s.number] is not claim]))
        claim.pieces = [p for p in pieces if p[1] > p[0]]
    return [claim for claim in claims if claim.pieces]


def _cut_out(first: int, last: int, strangers: list[_Stretch]) -> list[Range]:
    pieces: list[Range] = []
    for stranger in strangers:
        if stranger.last <= first:
            continue
        if stranger.first >= last:
            break
        pieces.append((first, stranger.first))
        first = max(first, stranger.last)
    pieces.append((first, max(first, last)))
    return pieces
