"""An editor's corrections in, what the pages say where a finding is not as the program left it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model import Edit
from generator.model.ids import stable_id
from generator.render.wording import day_in_words, one_line


@dataclass(frozen=True, slots=True)
class EditMark:
    """Stands beside whatever an editor has corrected."""

    day: date | None
    """Of the commit; the latest one where several corrections made the finding what it is."""
    words: str
    """What was corrected."""
    href: str
    """Where the page on the source lists it."""

    @property
    def anchor(self) -> str:
        return self.href.partition("#")[2]

    @property
    def when(self) -> str:
        """ "8 April 2026"; empty for what is not committed."""
        return day_in_words(self.day) if self.day else ""


def edit_marks(edits: Iterable[Edit], page: str) -> tuple[EditMark, ...]:
    """One for each correction, in the sidecar's order. Its anchor stays the same while it says the same."""
    taken: set[str] = set()
    return tuple(EditMark(e.day, one_line(e.words), f"{page}#{stable_id('c', e.words, taken)}") for e in edits)


def joined(marks: list[EditMark], href: str = "") -> EditMark:
    """One mark for what several corrections changed; it leads to `href`, else to the first of them."""
    days = [mark.day for mark in marks if mark.day]
    return EditMark(max(days, default=None), "; ".join(mark.words for mark in marks), href or marks[0].href)
