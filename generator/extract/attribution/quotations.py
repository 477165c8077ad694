"""Claims and a text's quotation marks in, claims out in which each quoted stretch has found its place, or none."""

from __future__ import annotations

from bisect import bisect_right

from generator.extract.attribution.beside import cue_beside, cue_touching
from generator.extract.attribution.claim import Claim
from generator.extract.attribution.cues import cues
from generator.extract.attribution.near import Near
from generator.extract.attribution.reported import verb_cue
from generator.extract.attribution.sources import noun_phrase_before, sentence_subject, source_behind, source_of_verb
from generator.extract.attribution.stretches import Stretch, find_stretches
from generator.extract.attribution.tree import FINITE, Range, has_letter, trim
from generator.model import Text


def attach_quotations(text: Text, claims: list[Claim], quote_of: list[int]) -> list[Claim]:
    """The claims, their content widened over the stretches that belong to them, and new ones for the rest."""
    stretches = find_stretches(text, quote_of)
    found = list(claims)
    near = Near(text)
    for claim in claims:
        if claim.cue is not None:
            near.add(claim, claim.cue[0])
    paragraphs: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        paragraphs.setdefault(text.quoted[stretch.number].paragraph, []).append(stretch)
    before: Stretch | None = None
    for inside in paragraphs.values():
        for stretch in inside:
            _attach(text, stretch, near, found, quote_of)
        _continue(text, inside, before, near, found, quote_of)
        before = inside[-1]
    return _settled(found, stretches)


# ---------------------------------------------------------------- one stretch and its cue


def _attach(text: Text, stretch: Stretch, places: Near, found: list[Claim], quote_of: list[int]) -> None:
    """Find the claim that a stretch belongs to: by the tree, by the words around it."""
    near = places.of(stretch.first)
    claim = _covering(stretch, near)
    if claim is not None and claim.cue is not None and stretch.is_sentence:
        verb = cue_touching(text, stretch, cues(), quote_of)
        if verb is not None and not claim.cue[0] <= verb < claim.cue[1] and claim.cue[0] < verb:
            claim = _of_nearer_cue(text, stretch, verb, claim, places, found, quote_of)
    is_ahead = claim is not None and claim.cue is not None and stretch.last <= claim.cue[0] < stretch.right
    if is_ahead and claim is not None and claim.cue is not None and claim.frame != "according":
        claim.source = source_behind(text, stretch.last, claim.cue[0], quote_of)
    if claim is None and not stretch.is_title:
        verb = cue_beside(text, stretch, cues(), quote_of)
        if verb is not None:
            claim = next((c for c in near if c.cue is not None and c.cue[0] <= verb < c.cue[1]), None)
            if claim is None:
                claim = Claim(_source(text, stretch, verb, quote_of), verb_cue(text, verb), [], 0.8, "quote")
                places.add(claim, verb)
                found.append(claim)
            _widen(text, stretch, claim)
        elif stretch.left < stretch.first and text.words[stretch.first - 1] == ":":
            claim = _after_colon(text, stretch.first - 1, quote_of)
            places.add(claim, stretch.first)
            found.append(claim)
    if claim is not None:
        if claim.cue is not None and claim.cue[1] <= stretch.first and stretch.is_sentence:
            claim.pieces = [p for p in claim.pieces if p[1] > claim.cue[0] or not _is_setting(text, p, quote_of)]
        host = _host(text, stretch, claim, near)
        if host is not None:
            host.pieces.append((claim.source[0] if claim.source else stretch.first, stretch.last))
            claim.pieces = []
            claim = host
        _join(stretch, claim)


def _is_setting(text: Text, piece: Range, quote_of: list[int]) -> bool:
    """ "As Moe spoke, the crowd chanted, “…”": what opens like this tells when it was said."""
    return text.tags[piece[0]] in ("IN", "WRB") and all(quote_of[token] < 0 for token in range(*piece))


def _of_nearer_cue(
    text: Text, stretch: Stretch, verb: int, far: Claim, places: Near, found: list[Claim], quote_of: list[int]
) -> Claim | None:
    """ "As Moe attacked the mayor, the crowd chanted, “…”": the words beside the quotation say who speaks it."""
    source = _source(text, stretch, verb, quote_of)
    if source is None:
        return far
    claim = Claim(source, verb_cue(text, verb), [], 0.8, "quote")
    first = min(source[0], verb)
    if verb < stretch.first:
        far.pieces = [(a, min(b, first)) for a, b in far.pieces if a < first]
    else:
        far.pieces = []
    places.add(claim, verb)
    found.append(claim)
    return claim


def _host(text: Text, stretch: Stretch, claim: Claim, near: list[Claim]) -> Claim | None:
    """The statement earlier in the sentence that goes on in this one: "She said …, but she hopes …"."""
    if claim.cue is None or claim.source is None or claim.cue[0] > stretch.first:
        return None
    first, last = claim.source
    if last - first > 1 or text.tags[first] != "PRP":
        return None
    for other in near:
        if (
            other is not claim
            and other.frame == "clause"
            and other.cue is not None
            and other.cue[0] < first
            and text.sentence_of[other.cue[0]] == text.sentence_of[first]
            and other.pieces
            and other.cue[0] < other.pieces[0][0] < first
        ):
            return other
    return None


def _covering(stretch: Stretch, near: list[Claim]) -> Claim | None:
    """The claim with the most content among those whose content holds at least a half of the stretch."""
    best: tuple[int, Claim] | None = None
    for claim in near:
        if claim.cue is None or stretch.first <= claim.cue[0] < stretch.last:
            continue
        if stretch.is_title and claim.frame not in ("clause", "interrupt"):
            continue
        shared = sum(max(0, min(last, stretch.last) - max(first, stretch.first)) for first, last in claim.pieces)
        if 2 * shared >= stretch.last - stretch.first:
            size = sum(last - first for first, last in claim.pieces)
            if best is None or size > best[0]:
                best = (size, claim)
    return best[1] if best else None


def _join(stretch: Stretch, claim: Claim) -> None:
    """Widen the claim's content over the whole stretch."""
    claim.pieces.append((stretch.first, stretch.last))
    stretch.claim = claim


_LINKS = frozenset({",", ":", "as", "to", "of", "about", "on", "—", "-"})


def _widen(text: Text, stretch: Stretch, claim: Claim) -> None:
    """Content outside the marks that belongs with a fragment: from the cue to it, or its sentence up to the cue."""
    if claim.cue is None or stretch.is_sentence:
        return
    if claim.cue[1] <= stretch.first:
        start = claim.cue[1]
        if claim.pieces and claim.frame != "quote":
            start = min(max(piece[0], start) for piece in claim.pieces)
        while start < stretch.first and text.words[start] in _LINKS:
            start += 1
        end = min(max(stretch.last, text.edges[claim.cue[0]][1]), max(stretch.right, stretch.last))
        claim.pieces.append((start, end))
    elif stretch.left < stretch.first:
        claim.pieces.append((stretch.left, stretch.first))


def _source(text: Text, stretch: Stretch, verb: int, quote_of: list[int]) -> Range | None:
    if verb >= stretch.last:
        return source_behind(text, stretch.last, verb, quote_of)
    return source_of_verb(text, verb, quote_of)


def _after_colon(text: Text, colon: int, quote_of: list[int]) -> Claim:
    """ "A spokesman for the mayor: “…”"."""
    source = noun_phrase_before(text, colon, quote_of)
    first = text.sentences[text.sentence_of[colon]][0]
    if source is None or any(text.tags[token] in FINITE for token in range(first, source[0])):
        source = sentence_subject(text, colon, quote_of) or source
    return Claim(source, (colon, colon + 1), [], 0.7, "colon")


# ---------------------------------------------------------------- quotations that go on


def _continue(
    text: Text,
    inside: list[Stretch],
    before: Stretch | None,
    near: Near,
    found: list[Claim],
    quote_of: list[int],
) -> None:
    """Give whole sentences without a cue to the speaker of the stretch before or behind them."""
    for at, stretch in enumerate(inside):
        if stretch.claim is not None or not (stretch.is_sentence or text.quoted[stretch.number].is_open):
            continue
        signature = _signature(text, stretch)
        claim: Claim | None
        if signature is not None:
            claim = Claim(signature, None, [], 0.8, "signed")
            found.append(claim)
        elif any(has_letter(text.words[t]) for t in range(stretch.left, stretch.first)):
            continue
        elif at:
            claim = inside[at - 1].claim
        else:
            claim = next((s.claim for s in inside if s.claim is not None), None) if stretch.ends_sentence else None
            if claim is None and not _goes_on(text, stretch):
                claim = _from_above(text, stretch, before, near, found, quote_of)
        if claim is not None:
            _join(stretch, claim)


# Tokens of a name with its office, signed under a quotation.
_LONGEST_SIGNATURE = 8


def _signature(text: Text, stretch: Stretch) -> Range | None:
    """ "“…” — Ida Moe, farmer": what a dash sets behind a quotation, to the end of its line."""
    dash = stretch.last
    if dash + 1 >= len(text) or text.words[dash] not in ("-", "–", "—", "―", "--"):
        return None
    last = dash + 1
    while last < len(text) and "\n" not in text.string[text.ends[last - 1] : text.starts[last]]:
        last += 1
        if last - dash > _LONGEST_SIGNATURE:
            return None
    signed = trim(text, (dash + 1, last))
    tags = {text.tags[token] for token in range(*signed)}
    is_name = bool(tags & {"NNP", "NNPS"}) and tags.isdisjoint(FINITE) and text.words[signed[0]][0].isupper()
    return signed if is_name else None


def _is_person(text: Text, tokens: Range) -> bool:
    """ "he", or a name with its title: of other subjects a sentence tells more often than they speak."""
    first, last = tokens
    if last - first == 1 and text.tags[first] == "PRP":
        return text.words[first].lower() in ("he", "she")
    at = bisect_right(text.names, first, key=lambda name: name.last)
    return at < len(text.names) and text.names[at].kind == "PERSON" and text.names[at].first < last


def _goes_on(text: Text, stretch: Stretch) -> bool:
    """Whether its sentence does, and nothing announced it: who speaks it stands there, if anywhere."""
    if stretch.first and text.words[stretch.first - 1] == ":":
        return False
    return stretch.last < stretch.right and text.words[stretch.last].islower() and text.words[stretch.last].isalpha()


def _from_above(
    text: Text,
    stretch: Stretch,
    before: Stretch | None,
    near: Near,
    found: list[Claim],
    quote_of: list[int],
) -> Claim | None:
    """The claim of a paragraph that opens with speech and names nobody: announced or begun in the paragraph above."""
    last = stretch.first - 1
    if last < 0:
        return None
    above, here = text.paragraph_of[last], text.paragraph_of[stretch.first]
    if before is not None and before.claim is not None:
        quoted = text.quoted[before.number]
        if quoted.is_open and quoted.paragraph == above:
            return before.claim
    source: Range | None = None
    if text.words[last] in (":", ","):
        source = _announced(text, last, near.of(last), quote_of)
    if source is None:
        spoken = [c for c in near.of(last) if c.source is not None and c.cue is not None]
        if spoken:
            source = max(spoken, key=lambda c: c.cue or (0, 0)).source
        elif above == here:
            # "Ida Moe agreed. “…”"
            subject = sentence_subject(text, last, quote_of)
            source = subject if subject is not None and _is_person(text, subject) else None
    if source is None:
        return None
    claim = Claim(source, None, [], 0.6, "continued")
    found.append(claim)
    near.add(claim, stretch.first)
    return claim


def _announced(text: Text, last: int, above: list[Claim], quote_of: list[int]) -> Range | None:
    """Who speaks where a paragraph ends with a colon."""
    sentence = text.sentence_of[last]
    first = text.sentences[sentence][0]
    for token in range(last, first - 1, -1):
        if text.tags[token][:1] == "V" and quote_of[token] < 0 and text.lemmas[token] in cues().verbs:
            source = source_of_verb(text, token, quote_of)
            if source is not None:
                return source
    return sentence_subject(text, last, quote_of) or noun_phrase_before(text, last, quote_of)


# ---------------------------------------------------------------- order


def _settled(claims: list[Claim], stretches: list[Stretch]) -> list[Claim]:
    """Each stretch stays in its own claim only; what is left empty goes."""
    ends = [stretch.last for stretch in stretches]
    for claim in claims:
        claim.pieces = [part for piece in claim.pieces for part in _cut_out(piece, claim, stretches, ends)]
    return [claim for claim in claims if claim.pieces]


def _cut_out(piece: Range, claim: Claim, stretches: list[Stretch], ends: list[int]) -> list[Range]:
    """A piece without the stretches that belong to other claims, or to none."""
    first, last = piece
    parts: list[Range] = []
    for at in range(bisect_right(ends, first), len(stretches)):
        stranger = stretches[at]
        if stranger.first >= last:
            break
        if stranger.claim is not claim:
            parts.append((first, stranger.first))
            first = max(first, stranger.last)
    parts.append((first, last))
    return [part for part in parts if part[1] > part[0]]
