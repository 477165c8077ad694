"""A text in, the turns of its interviews and transcripts out: "THE CHAIR: …", "Q: …"."""

from __future__ import annotations

from collections import Counter

from generator.extract.attribution.claim import Claim
from generator.extract.attribution.tree import Range
from generator.model import Text

# "BRIAN LACEY, MARINE INSPECTOR:" has five words and a comma; longer openings are sentences with a colon.
LONGEST_LABEL = 9
# One labelled paragraph is a headline's or a caption's way of writing; a conversation has at least two turns.
FEWEST_TURNS = 2


def find_turns(text: Text) -> list[Claim]:
    """One claim a turn: the label is its source, the colon its cue, the rest of the paragraph its content.

    A paragraph without a label goes on with the turn above where nearly all the others have one. Empty where fewer
    than two paragraphs open with a label.
    """
    paragraphs = _paragraphs(text)
    labels = [_label(text, paragraph) for paragraph in paragraphs]
    names = Counter(_name(text, label) for label in labels if label)
    turns = [
        label is not None and (_is_shouted(text, label) or names[_name(text, label)] >= FEWEST_TURNS)
        for label in labels
    ]
    if sum(turns) < FEWEST_TURNS:
        return []
    first = turns.index(True)
    is_dialogue = sum(turns[first:]) * 5 >= (len(turns) - first) * 4
    found: list[Claim] = []
    for paragraph, label, is_turn in zip(paragraphs, labels, turns, strict=True):
        if is_turn and label is not None:
            found.append(Claim(label, (label[1], label[1] + 1), [(label[1] + 1, paragraph[1])], 0.9, "turn"))
        elif is_dialogue and found:
            found[-1].pieces.append(paragraph)
    return [claim for claim in found if claim.pieces[0][0] < claim.pieces[0][1]]


def _paragraphs(text: Text) -> list[Range]:
    """Token ranges of the body's paragraphs."""
    found: list[Range] = []
    numbers = text.paragraph_of
    start = 0
    for token in range(1, len(numbers) + 1):
        if token == len(numbers) or numbers[token] != numbers[start]:
            if numbers[start] >= 0:
                found.append((start, token))
            start = token
    return found


def _label(text: Text, paragraph: Range) -> Range | None:
    """The words before a paragraph's first colon, where they could name a speaker."""
    first, last = paragraph
    while first < last and not text.words[first][0].isalnum():
        first += 1
    for token in range(first, min(first + LONGEST_LABEL, last - 1)):
        if text.words[token] in (":", "):"):  # the tokenizer takes the second for a face
            label = (first, token)
            return label if token > first and _names_somebody(text, label) else None
        if text.words[token] in ("?", "!") or (text.words[token] == "." and not text.words[token - 1].isupper()):
            return None
    return None


def _names_somebody(text: Text, label: Range) -> bool:
    """Every word with a letter is capitalised; a label of one letter is "Q" or "A" by its repetition."""
    words = [text.words[t] for t in range(*label) if text.words[t][0].isalpha()]
    return bool(words) and all(w[0].isupper() or w in ("of", "the", "de", "van", "von", "for") for w in words)


def _name(text: Text, label: Range) -> str:
    return " ".join(text.words[t].casefold() for t in range(*label))


def _is_shouted(text: Text, label: Range) -> bool:
    """ "CAPT. SEAN DOYLE": in capitals up to a bracket."""
    letters = text.string[text.starts[label[0]] : text.ends[label[1] - 1]].partition("(")[0]
    return letters.isupper() and sum(map(str.isalpha, letters)) > 2
