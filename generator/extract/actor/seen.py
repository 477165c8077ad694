"""The record of a name as printed, and the word lists that finding names needs."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicon


@dataclass(frozen=True, slots=True)
class Seen:
    """One name as printed: tokens `[first, last)`."""

    first: int
    last: int
    words: tuple[str, ...]
    """Straight apostrophes, hyphens kept as tokens of their own joined to their neighbours: "Ki-moon"."""
    title: tuple[int, int] | None = None
    """Tokens of the title before it: "Foreign Minister", "Mr."."""
    honorific: str | None = None
    """Gender that an honorific tells: "f", "m" or "u"; None without one."""
    is_headline: bool = False

    @property
    def key(self) -> str:
        return " ".join(self.words).casefold().replace(".", "")


@dataclass(frozen=True, slots=True)
class Lists:
    honorifics: dict[str, str]
    titles: frozenset[str]
    organizations: frozenset[str]
    particles: frozenset[str]
    function: frozenset[str]
    things: frozenset[str]
    tails: frozenset[str]
    prefixes: frozenset[str]
    bodies: frozenset[str]
    owning: frozenset[str]
    before_months: frozenset[str]
    small_titles: frozenset[str]
    extensions: frozenset[str]
    months: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]
    given: dict[str, str]
    countries: dict[str, str]
    demonyms: dict[str, str]


def read_lists() -> Lists:
    return Lists(
        honorifics=lexicon.table("honorifics"),
        titles=lexicon.words("titles"),
        organizations=lexicon.words("organization_words"),
        particles=lexicon.words("name_particles"),
        function=lexicon.words("function_words"),
        months=frozenset(word.casefold() for word in lexicon.table("months")),
        extensions=frozenset(lexicon.table("name_extensions")),
        prefixes=lexicon.words("hyphen_prefixes"),
        bodies=lexicon.words("bodies"),
        owning=lexicon.words("owning_words"),
        before_months=lexicon.words("before_months"),
        small_titles=lexicon.words("small_titles"),
        tails=lexicon.words("hyphen_tails"),
        things=lexicon.words("thing_words"),
        places=lexicon.words("place_words"),
        common=lexicon.words("common_words"),
        people=lexicon.words("people_nouns"),
        given=lexicon.table("given_names"),
        countries=lexicon.table("countries"),
        demonyms=lexicon.table("demonyms"),
    )
