"""The record of an actor while it is being put together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from generator import lexicon
from generator.extract.actor.seen import Seen


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor while it is being put together."""

    kind: str
    names: list[Seen] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    """Words of its full names, case-folded."""
    forms: dict[str, list[str]] = field(default_factory=dict)
    """The key of each full name, in words."""
    label: str = ""
    """Set where the name does not come from the article: a country whose names differ."""

    @property
    def gender(self) -> str | None:
        """ "f", "m" or None: an honorific says it, or the given name."""
        # A few dozen names tell as much as a thousand, and keep long articles quick.
        names = self.names[:50]
        told = [name.honorific for name in names if name.honorific in ("f", "m")]
        if told:
            return Counter(told).most_common(1)[0][0]
        given = lexicon.table("given_names")
        for name in names:
            sex = given.get(name.words[0])
            if len(name.words) > 1 and sex in ("f", "m"):
                return sex
        for name in names:
            sex = given.get(name.words[0])
            if sex in ("f", "m") and len(self.best.split()) == 1:
                return sex
        return None

    @property
    def best(self) -> str:
        """The fullest name, the more frequent one of two."""
        if self.label:
            return self.label
        forms = Counter(" ".join(name.words) for name in self.names)
        top = max(
            forms,
            key=lambda form: (
                len(form.split()) if len(form.split()) < 6 or self.kind != "person" else 0,
                forms[form],
                len(form),
            ),
        )
        return _calm(top) if self.kind == "person" else top


# "JFK" keeps its capitals, "LACEY" does not.
_LONGEST_INITIALS = 3


def _calm(name: str) -> str:
    """A person's name in capitals as prose prints it: "Sean O'Neil" for "SEAN O'NEIL"."""
    if not name.isupper() or all(len(word) <= _LONGEST_INITIALS for word in name.split()):
        return name
    return " ".join(word if "." in word or word in ("II", "III", "IV") else _calm_word(word) for word in name.split())


def _calm_word(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda part: "Mc" + part.group(1).upper(), word)
