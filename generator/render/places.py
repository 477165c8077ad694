"""Where each page of a briefing stands below docs/, and how one page links to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Briefing

# Long enough to recognise a name, short enough for any file system below any folder.
LONGEST_SLUG = 48
# MkDocs takes these for a folder's own page.
_TAKEN = frozenset({"index", "readme"})


@dataclass(frozen=True)
class Places:
    """Paths of one briefing's pages, "/" as separator; `actors` and `issues` by id."""

    root: str
    """The folder, with "/" at its end; empty for pages over all briefings."""
    actors: dict[str, str]
    issues: dict[str, str]

    def page(self, name: str, anchor: str = "") -> str:
        """A page of the folder: `page("quotes", "q-1a2b3c")`."""
        return f"{self.root}{name}.md" + (f"#{anchor}" if anchor else "")

    def file(self, name: str) -> str:
        """A published file of the folder: `file("briefing.json")`."""
        return self.root + name


def places_of(briefing: Briefing, *, root: str) -> Places:
    """One path for each actor and issue, named after it; the id where the name has no Latin letters or digits."""
    return Places(
        root,
        _paths(root + "actors/", ((actor.id, actor.name) for actor in briefing.actors)),
        _paths(root + "issues/", ((issue.id, issue.name) for issue in briefing.issues)),
    )


def relative(here: str, target: str) -> str:
    """`target` (a page below docs/ with or without "#anchor", or a whole address) as a link on the page `here`."""
    if "://" in target:
        return target
    path, mark, anchor = target.partition("#")
    if path == here and mark:
        return mark + anchor
    folder, steps = here.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(folder), len(steps) - 1) and folder[shared] == steps[shared]:
        shared += 1
    return "../" * (len(folder) - shared) + "/".join(steps[shared:]) + mark + anchor


def slug(name: str) -> str:
    """Lower-case Latin letters, digits and single hyphens; empty when the name has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['’]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def _paths(folder: str, named: Iterable[tuple[str, str]]) -> dict[str, str]:
    taken = set(_TAKEN)
    found = {}
    for identifier, name in named:
        wanted = slug(name) or slug(identifier)
        unique = wanted if wanted not in taken else f"{wanted}-{slug(identifier)}"
        taken.add(unique)
        found[identifier] = f"{folder}{unique}.md"
    return found
