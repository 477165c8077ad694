"""A line in, the people who wrote the article out, if the line is a byline and nothing else."""

from __future__ import annotations

import re

from generator import lexicon

# Four names with their papers fit; longer lines are sentences.
LONGEST_BYLINE = 160
_MOST_WORDS_IN_NAME = 5
_OPENING = re.compile(r"(?:written |words |story |reported )?by:? ", re.IGNORECASE)
_BREAKS = re.compile(r",? and | & |, ?|; ?| ?\| ?| ?[·•] ?| [-–—] | in (?=[A-Z])| for (?=[A-Z])")
_WORD_OF_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]+){0,4}[.'’]?")


def find_byline(line: str) -> tuple[str, ...] | None:
    """The names of "By Jane Doe and John Roe, Associated Press"; None when the line is anything else.

    A person has two names or more: "By Friday" is the start of a sentence. Papers and places after a name are left out.
    """
    if len(line) > LONGEST_BYLINE:
        return None
    words = " ".join(line.split())
    opening = _OPENING.match(words)
    return None if opening is None else _signed(words[opening.end() :])


def find_bare_byline(line: str) -> tuple[str, ...] | None:
    """The names of "Jane Doe and John Roe"; None unless there are only names, each with a common given name.

    A heading can be a person's name too: this is for the lines right below a title.
    """
    words = " ".join(line.split())
    names = _signed(words) if len(line) <= LONGEST_BYLINE else None
    given, common = lexicon.table("given_names"), lexicon.words("common_words")
    is_names = names is not None and ", ".join(names).casefold() == ", ".join(split_names(words)).casefold()
    firsts = [name.split(" ")[0] for name in names or ()]
    are_given = all(first in given and first.lower() not in common for first in firsts)
    return names if is_names and are_given else None


def _signed(rest: str) -> tuple[str, ...] | None:
    if rest.endswith(".") and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest):
        rest = rest[:-1]
    parts = [part for part in _BREAKS.split(rest) if part]
    if not parts or not _signs(parts[0]) or not all(_may_stand_in_byline(part) for part in parts):
        return None
    return tuple(_proper(part) for part in parts if _is_person(part)) or (parts[0],)


def split_names(byline: str) -> tuple[str, ...]:
    """The names in a byline that somebody filled in: split at "and", "&" and ";", a leading "By" left out."""
    opening = _OPENING.match(byline)
    rest = byline[opening.end() :] if opening else byline
    return tuple(part.strip() for part in re.split(r",? and | & |; ?", rest) if part.strip())


def _signs(part: str) -> bool:
    return _is_person(part) or part.lower() in lexicon.words("byline_agencies")


def _is_person(part: str) -> bool:
    words = part.split(" ")
    if not 2 <= len(words) <= _MOST_WORDS_IN_NAME or part.lower() in lexicon.words("byline_agencies"):
        return False
    particles, others = lexicon.words("name_particles"), lexicon.words("byline_other_words")
    names = [word for word in words if word.lower() not in particles]
    if len(names) < 2 or any(word.lower().strip(".") in others for word in words):
        return False
    return all(_WORD_OF_NAME.fullmatch(word) and word[0].isupper() for word in names)


def _may_stand_in_byline(part: str) -> bool:
    """A name, a paper, a desk or a place: capitals throughout but for small words of titles."""
    if part.lower() in lexicon.words("byline_agencies"):
        return True
    small = lexicon.words("byline_small_words") | lexicon.words("name_particles")
    return all(word[:1].isupper() or word.lower() in small for word in part.split(" "))


def _proper(name: str) -> str:
    """ "JANE DOE" as "Jane Doe"; names that hold small letters stay as they are."""
    return name.title() if name.isupper() and len(name) > 4 else name
