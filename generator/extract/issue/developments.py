"""The sentences of an issue in, its developments out: what happened, is planned, is blocked, is only claimed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import lexicon
from generator.extract.common.labels import is_asking, is_turn
from generator.model import Development, Quote, Span, Text

# A page lists developments; more of them would be the article again.
MOST = 8
# In tokens: shorter sentences are headings and interjections.
SHORTEST = 6
# A reported statement below it is mostly a verb's plain object (render/selection.py leaves these off the pages).
SURE = 0.5
# The part of a sentence that somebody is said to say, from which on it rests on them alone.
ATTRIBUTED = 0.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence that are reported as somebody's words or thoughts."""

    span: Span
    frame: int
    """How many characters say who says it, and how: they tell nothing else."""
    turn: str = ""
    """"asked" | "told": it stands under the label of an interview's or transcript's turn."""


def find_developments(
    text: Text, sentences: Iterable[int], attributed: dict[int, list[Stretch]]
) -> tuple[Development, ...]:
    """In reading order; sentences that tell a state or a judgement are left out.

    `attributed`: what `attributed_stretches` found in each sentence.
    """
    found: list[Development] = []
    for sentence in sentences:
        status = _status(text, sentence, attributed.get(sentence, []))
        if status is not None:
            found.append(Development((_without_label(text, sentence, attributed.get(sentence, [])),), status))
        if len(found) == MOST:
            break
    return tuple(found)


def attributed_stretches(text: Text, quotes: tuple[Quote, ...]) -> dict[int, list[Stretch]]:
    """For each sentence the spans of quotations and of sure reported statements that lie in it.

    "The envoys discussed Iran" is what happened, though it tells what was said.
    """
    found: dict[int, list[Stretch]] = {}
    for quote in quotes:
        if quote.kind == "indirect" and quote.confidence < SURE:
            continue
        frame = sum(len(span) for span in (quote.source, quote.cue) if span)
        turn = ("asked" if is_asking(text, quote) else "told") if is_turn(text, quote) else ""
        for number, span in enumerate(quote.spans):
            tokens = text.tokens_in(span)
            if tokens:
                for sentence in range(text.sentence_of[tokens[0]], text.sentence_of[tokens[-1]] + 1):
                    found.setdefault(sentence, []).append(Stretch(span, 0 if number else frame, turn))
    return found


def _without_label(text: Text, sentence: int, attributed: list[Stretch]) -> Span:
    """The sentence, without the label of the turn that it opens: "A:"."""
    whole = text.sentence_span(sentence)
    start = max((s.span.start for s in attributed if s.turn and whole.start < s.span.start < whole.end), default=0)
    return Span(max(start, whole.start), whole.end)


def _status(text: Text, sentence: int, attributed: list[Stretch]) -> str | None:
    first, last = text.sentences[sentence]
    if last - first < SHORTEST or text.words[last - 1] == "?" or any(s.turn == "asked" for s in attributed):
        return None
    root = next((n for n in range(first, last) if text.heads[n] == n), first)
    whole = text.sentence_span(sentence)
    said = sum(max(0, min(s.span.end, whole.end) - max(s.span.start, whole.start)) + s.frame for s in attributed)
    if said >= ATTRIBUTED * len(whole):
        content = _content_root(text, root, attributed)
        return "planned" if content is not None and _is_planned(text, content) else "claimed"
    if _is_blocked(text, root):
        return "blocked"
    if _is_planned(text, root):
        return "planned"
    return "happened" if _is_past(text, root) else None


def _content_root(text: Text, root: int, attributed: list[Stretch]) -> int | None:
    """The main verb of what is reported: "He said the talks *will* …"."""
    for token in (root, *text.children[root]):
        inside = any(s.span.start <= text.starts[token] < s.span.end for s in attributed)
        if inside and (token == root or text.deps[token] in {"ccomp", "parataxis"}):
            return token
    return None


_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def _is_planned(text: Text, root: int) -> bool:
    children = text.children[root]
    if any(text.deps[c] == "aux" and text.lemmas[c] in _FUTURE for c in children):
        return not any(text.lemmas[c] in _NEGATIONS for c in children)
    opens = any(text.deps[c] in {"xcomp", "ccomp", "acl", "advcl", "obj"} for c in children)
    if opens and text.lemmas[root] in lexicon.words("planning_words"):
        return text.tags[root] in {"VBP", "VBZ", "VBN", "VBG", "JJ", "VBD"}
    # "the talks are to begin on Monday"
    return any(text.deps[c] == "aux" and text.lemmas[c] == "be" for c in children) and any(
        text.tags[c] == "TO" for c in children
    )


def _is_blocked(text: Text, root: int) -> bool:
    blocking = lexicon.words("blocking_words")
    children = text.children[root]
    negated = any(text.lemmas[c] in _NEGATIONS for c in children)
    if text.lemmas[root] in blocking:
        return not negated
    if any(text.deps[c] in {"xcomp", "conj"} and text.lemmas[c] in blocking for c in children):
        return not negated
    # "has yet to confirm", "did not agree"
    if any(text.lemmas[c] == "yet" and text.words[c + 1 : c + 2] == ["to"] for c in (root, *children)):
        return True
    return negated and _is_past(text, root)


def _is_past(text: Text, root: int) -> bool:
    tag, children = text.tags[root], text.children[root]
    if tag == "VBD":
        return True
    helpers = [c for c in children if text.deps[c] in {"aux", "aux:pass", "cop"}]
    if any(text.tags[c] == "VBD" for c in helpers):
        return True
    return tag == "VBN" and any(text.lemmas[c] in {"have", "'ve", "'s"} for c in helpers)
