"""A name in; what it names, whatever stands round it, out."""

from __future__ import annotations

from generator import lexicon
from generator.extract.actor.seen import Seen

COMPASS = frozenset({"North", "South", "East", "West"})


def known_kind(name: Seen) -> str | None:
    """Countries, nationalities, seats of government and days, whatever stands round them."""
    printed = " ".join(name.words)
    if printed in lexicon.table("countries"):
        return "government"
    if len(name.words) > 1 and name.words[-1] in lexicon.table("name_extensions"):
        kind = lexicon.table("name_extensions")[name.words[-1]]
        # "The U.S. campaign" is an election.
        is_nobody = kind != "government" and " ".join(name.words[:-1]) in lexicon.table("countries")
        return "thing" if is_nobody else kind
    if printed in lexicon.table("seats_of_government") or printed in lexicon.table("capitals"):
        return "place"
    demonyms = lexicon.table("demonyms")
    if printed in demonyms:
        return "group" if printed.endswith("s") and printed[:-1] in demonyms else "thing"
    if len(name.words) == 2 and name.words[1] in demonyms and name.words[0] in COMPASS:
        return "thing"
    if len(name.words) == 2 and name.words[0] in COMPASS and _is_place(name.words[1]):
        return "place"  # "North America", "East Texas"
    groups = lexicon.words("capitalised_groups")
    if printed.casefold() in groups or (len(name.words) == 2 and name.words[-1].casefold() in groups):
        return "group"
    if printed in lexicon.words("state_abbreviations") or f"{printed}." in lexicon.words("state_abbreviations"):
        return "place"
    return "thing" if _is_adjective(name.words) else None


def _is_place(word: str) -> bool:
    return word in lexicon.table("countries") or word in lexicon.words("places")


def _is_adjective(words: tuple[str, ...]) -> bool:
    """ "Republican", "Minnesota Democratic": whose side, and nobody; "America First"."""
    last = words[-1].casefold()
    if last in ("democrat", "republican") or " ".join(words).casefold() in lexicon.words("capitalised_adjectives"):
        return True
    if len(words) != 2:
        return False
    is_side = last in lexicon.words("capitalised_adjectives") and words[0] in lexicon.words("places")
    return is_side or (words[0] in lexicon.table("countries") and last in lexicon.words("plain_adjectives"))
