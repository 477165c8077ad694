"""Capitals in, where a name ends out: which small words, hyphens and marks stand inside a name."""

from __future__ import annotations

from generator.extract.actor.capitals import starts_anyway
from generator.extract.actor.seen import Lists
from generator.model import Text

# Longer runs of capitals are no name but a line in capitals.
LONGEST = 15
# How a company's or a person's name goes on after a comma.
_AFTER_COMMA = frozenset({"inc", "llc", "ltd", "jr", "sr", "corp", "co"})


def find_end(text: Text, capitals: list[bool], lists: Lists, first: int, last: int) -> int:
    """End of the name that starts at `first`; never past `last`."""
    end, opened = first + 1, False
    last = min(last, first + LONGEST)
    while end < last:
        if capitals[end]:
            if text.tags[end] in ("VBZ", "VBP", "VBD", "MD") and text.words[end].lower() in lists.common:
                break
            end += 1
            continue
        opening = _opens(text, capitals, lists, end, last)
        step = opening or _step(text, capitals, lists, first, end, last, opened)
        if not step:
            break
        end, opened = end + step, opened or opening > 0
    return min(end, last)


def _opens(text: Text, capitals: list[bool], lists: Lists, here: int, last: int) -> int:
    """ "of", "for" or "on" after an organization word: how many tokens belong to the name with it; else 0."""
    word, before = text.words[here], text.words[here - 1].lower()
    after = here + 1 + (here + 1 < last and text.words[here + 1].lower() == "the")
    if after >= last or not capitals[after]:
        return 0
    if word == "of":
        # "The Gulf of Oman" is one name, and no actor's.
        is_region = (
            before in lists.places
            and before != "republic"
            and capitals[here - 1]
            and not (here > 1 and capitals[here - 2])
        )
        return after + 1 - here if before in lists.organizations or is_region else 0
    follows = text.words[after]
    if (word == "for" and before in lists.organizations) or (word in ("on", "against") and before in lists.bodies):
        is_plain = follows.isalpha() and not follows.isupper() and follows.lower() not in lists.things
        return after + 1 - here if is_plain else 0
    return 0


def _step(text: Text, capitals: list[bool], lists: Lists, first: int, here: int, last: int, opened: bool) -> int:
    """How many tokens from a small word or mark on belong to the name before it; 0 when it ends there."""
    words = text.words
    word, before = words[here], words[here - 1].lower()
    if here + 1 >= last:
        return 0
    after, capital = words[here + 1], capitals[here + 1]
    touches = text.starts[here] == text.ends[here - 1] and text.starts[here + 1] == text.ends[here]
    if word in ("-", "‐", "‑", "–") and touches:
        return 2 * (capital or (word != "–" and _is_given_tail(lists, words[first:here], after)))
    if word.lower() in lists.particles and words[here - 1] not in lists.countries:
        if capital:
            return 2
        return 3 * (here + 2 < last and after.lower() in lists.particles and capitals[here + 2])
    if not capital:
        return 0
    if word == "for" and opened:
        return 2 * (after.lower() in lists.common)
    if word.isdigit() and len(word) < 3:
        return 2 * (before not in lists.things and after.lower() not in lists.things)
    if word == "and":
        return 2 * _joins(text, lists, capitals, first, here, opened, last)
    if word in ("'s", "’s", "'", "’"):
        return 2 * (before in lists.owning)
    if word == ",":
        return 2 * (after.lower().rstrip(".") in _AFTER_COMMA)
    return 2 * (word == "&")


def _is_given_tail(lists: Lists, before: list[str], after: str) -> bool:
    """ "Ban Ki-moon", "Kim Jong-un" and "Chung-tai", but not "Saudi-led" or "Hong Kong-based"."""
    if not after.isalpha() or after in lists.tails or len(after) > 6:
        return False
    return after not in lists.common or (len(before) > 1 and 1 < len(before[-1]) < 6 and not after.endswith("ed"))


def _joins(text: Text, lists: Lists, capitals: list[bool], first: int, here: int, opened: bool, last: int) -> bool:
    """Whether "and" at `here` stands inside one name: "Food and Drug Administration", "Center for Strategic and …"."""
    left = text.words[here - 1]
    if first == here - 1 and first and text.words[first - 1] == "The" and not starts_anyway(text, first - 1):
        # "in The Globe and Mail": the article with a capital says that a title follows.
        return True
    if left.lower() in lists.organizations or left.lower() in lists.places:
        return False
    right = here + 1
    while right < last and capitals[right]:
        right += 1
    tail = text.words[right - 1].lower()
    if (
        left.lower() in lists.common
        and text.words[here + 1].lower() in lists.common
        and tail in lists.organizations
        and right - here > 2
    ):
        return True
    if text.heads[here - 1] > here + 1 and text.words[text.heads[here - 1]].lower() in lists.organizations:
        # "Google and Facebook executives" has two names; their joint head is no organization word with a capital.
        return capitals[text.heads[here - 1]] and left not in lists.countries and left not in lists.given
    if not opened:
        return False
    if (
        right - here == 2
        and text.tags[here - 1].endswith("S")
        and text.tags[here + 1].endswith("S")
        and left.endswith("s")
    ):
        return True
    open_left = left.lower() in lists.common or text.tags[here - 1] in ("JJ", "NN", "NNS")
    return (open_left or tail in ("studies", "affairs", "services")) and (text.words[here + 1] not in lists.given)
