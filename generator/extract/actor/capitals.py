"""A text in, for each token whether its capital letter speaks for a name out."""

from __future__ import annotations

from generator import lexicon
from generator.extract.actor.seen import Lists
from generator.model import Text

# A sentence of so many words with this share of capitals may be a headline, in which capitals mean nothing.
HEADLINE_SHARE, HEADLINE_WORDS = 0.6, 4
_CLOSED = frozenset(
    ("DT", "IN", "PRP", "PRP$", "CC", "MD", "WDT", "WP", "WP$", "WRB", "EX", "RB", "RBR", "RBS", "TO", "UH", "CD")
) | {"VBZ", "VBP", "VBD", "VBG", "VB", "VBN", "RP", "PDT"}


def find_capitals(text: Text, lists: Lists, marked: list[bool]) -> list[bool]:
    """For each token whether its capital letter speaks for a name."""
    words, tags = text.words, text.tags
    capitals = [w[0].isupper() and tags[i] not in ("PRP", "PRP$", "DT") for i, w in enumerate(words)]
    inside, alone = _inside(text, capitals)
    small = {word for word in words if word[0].islower()}
    openers = lexicon.words("thing_openers")
    for i, word in enumerate(words):
        if not capitals[i]:
            # "eBay", "al-Shabaab" and the like.
            capitals[i] = (
                word[0].islower() and len(word) > 2 and any("A" <= c <= "Z" for c in word[1:]) and tags[i] != "CD"
            )
            continue
        if not starts_anyway(text, i):
            after_given = capitals[i - 1] and words[i - 1] in lists.given
            capitals[i] = tags[i].startswith("NNP") or (
                len(word) > 1 and (word.lower() not in lists.function or after_given)
            )
            continue
        lower = word.lower()
        follows = i + 1 < len(words) and words[i + 1][0].isupper() and text.sentence_of[i] == text.sentence_of[i + 1]
        if word not in inside and (lower in small if not follows else _is_doing(text, i, inside)):
            # "Fentanyl is …" where fentanyl is no name elsewhere; "Asserting Quinlan's right, …".
            capitals[i] = False
        elif follows and lower in openers:
            capitals[i] = tags[i].startswith("N")  # "Storm Ottilie"
        elif tags[i] in ("NNP", "NNPS"):
            plain = (
                lower in lists.common or lower in lists.people or lower.removesuffix("s") in lists.people
            ) and lower not in lists.titles
            capitals[i] = not plain or (follows and word in inside) or word in alone or (follows and marked[i])
            if plain and follows and word in lists.given and tags[i + 1] == "NNP":
                # "Hope Moe": the tagger takes both for names, and somebody is called so.
                capitals[i] = words[i + 1].lower() not in lists.common
        elif lower in lists.function:
            capitals[i] = False
        elif tags[i] in _CLOSED and not marked[i]:
            capitals[i] = lower not in lists.common and (word in inside or follows)
        else:
            # "Early polls": a plain word in front of a noun, though somebody may be called so.
            is_plain = tags[i][0] in "JR" and lower in lists.common and not follows
            known = (word in lists.given and not is_plain) or word in lists.countries or word in lists.demonyms
            known = known or (word.isupper() and len(word) > 1 and lower not in lists.common)
            named = lower not in lists.common and lower not in lists.people
            # "Swers said": a surname at a sentence's start, which the tagger took for a plural.
            seen = word in alone or (word in inside and (follows or named))
            capitals[i] = seen or known or (named and follows) or (follows and lower in lists.titles)
    return capitals


def _is_doing(text: Text, token: int, inside: set[str]) -> bool:
    """Whether a sentence opens with what is done to the name behind it."""
    lower = text.words[token].lower()
    is_verb = lower.endswith("ing") and _base_of_participle(lower) in lexicon.words("verbs")
    return is_verb and text.words[token + 1] in inside


def _base_of_participle(word: str) -> str:
    """ "Asserting" of "assert", "giving" of "give"; the stem where no list knows either."""
    stem = word.removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if form in lexicon.words("verbs")), stem)


def _inside(text: Text, capitals: list[bool]) -> tuple[set[str], set[str]]:
    """Words whose capital no sentence start explains; and those of them that have no other capital beside them."""
    inside: set[str] = set()
    alone: set[str] = set()
    for first, last in text.sentences:
        if is_headline(text, first, last):
            continue
        for i in range(first + 1, last):
            if capitals[i] and not starts_anyway(text, i):
                inside.add(text.words[i])
                if not capitals[i - 1] and not (i + 1 < last and capitals[i + 1]):
                    alone.add(text.words[i])
    return inside, alone


def starts_anyway(text: Text, token: int) -> bool:
    """Whether a capital letter is due here anyway: at the start of a sentence or of speech."""
    first, _ = text.sentences[text.sentence_of[token]]
    if token == first:
        return True
    before = text.words[token - 1]
    return before in ("“", '"', "''", "``", "‘", "'", "•", "*", "—", ":", "(") or (
        token - 1 == first and not before[0].isalpha()
    )


def is_headline(text: Text, first: int, last: int) -> bool:
    """Whether plain words carry capitals too: no long plain word is small, and one at least is large."""
    function, common = lexicon.words("function_words"), lexicon.words("common_words")
    words = [w for w in text.words[first:last] if w[0].isalpha()]
    if len(words) < HEADLINE_WORDS:
        return False
    small = [w for w in words if w[0].islower() and len(w) > 3 and w not in function]
    large = sum(w[0].isupper() for w in words)
    # A sentence that lists names has a small verb; a caption of names has no large plain word after its first.
    plain = any(w[0].isupper() and (w.lower() in common or w.lower() in function) for w in words[1:])
    return not small and plain and large >= HEADLINE_SHARE * len(words)
