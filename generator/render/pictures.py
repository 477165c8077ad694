"""A dossier in, the geometry of its pictures out; templates/pictures/ draws them.

Units of SVG are those of the pictures' own grids. Text is clipped here, in full in the table below each picture.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import sqrt

from generator.render.actors import actors_spoken_of
from generator.render.cards import Link, actor_link, issue_link
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.timeline import Row
from generator.render.wording import capitalised, clipped, day_in_words

WIDTH = 640
# Most actors on one side of the matrix that are still readable on one screen.
MOST_ACTORS = 25
MOST_ISSUES = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated event on the line, or the day of publication."""

    kind: str
    """As in `Row.kind`; "published" for the day of publication."""
    gap: int
    """Room above it, 0 to 5: longer gaps are longer, but compressed."""
    date: str
    words: str
    edit: EditMark | None = None


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    marks: tuple[Mark, ...]
    """From top to bottom."""
    kinds: tuple[str, ...]
    """Those that the line has, for its legend."""

    @property
    def events(self) -> int:
        return sum(mark.kind != PUBLISHED for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Cell:
    x: float
    y: float
    radius: float
    number: int


@dataclass(frozen=True, slots=True)
class Heading:
    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A row of the table that says the same as the matrix."""

    speaker: Link | None
    name: str
    spoken_of: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class SpeakersPicture:
    width: int
    height: int
    left: int
    right: int
    top: int
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[Cell, ...]
    lines: tuple[SpeakerLine, ...]
    left_out: int
    """Actors that found no room; the table has them."""


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: int
    width: float
    is_on: bool


@dataclass(frozen=True, slots=True)
class ParagraphsLine:
    """A row of the table that says the same as the strip."""

    link: Link
    title: str
    cites: tuple[Cite, ...]
    edit: EditMark | None


@dataclass(frozen=True, slots=True)
class StripPicture:
    width: int
    height: int
    rows: tuple[Heading, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Heading, ...]
    lines: tuple[ParagraphsLine, ...]


def timeline_picture(rows: tuple[Row, ...], published: date | None) -> TimelinePicture | None:
    """Dated rows from top to bottom, the day of publication among them; None with fewer than two."""
    dated = [
        (row.day, row.kind, row.date, clipped(row.what.text, TIMELINE_CHARACTERS), row.edit) for row in rows if row.iso
    ]
    if len(dated) < 2:
        return None
    if published:
        today = published.toordinal()
        place = sum(day <= today for day, *_ in dated)
        dated.insert(place, (today, PUBLISHED, day_in_words(published), "the article was published", None))
    before = [dated[0][0], *(day for day, *_ in dated)]
    marks = tuple(
        Mark(kind, _gap(day - last), words, what, edit)
        for (day, kind, words, what, edit), last in zip(dated, before[:-1], strict=True)
    )
    return TimelinePicture(marks, tuple(dict.fromkeys(mark.kind for mark in marks if mark.kind != PUBLISHED)))


def speakers_picture(dossier: Dossier) -> SpeakersPicture | None:
    """Who speaks of whom, and how often: a row for each speaker, a column for each actor spoken of.

    None where nobody speaks of anybody.
    """
    counts: dict[str, Counter[str]] = {}
    for quote in dossier.briefing.quotes:
        for actor in actors_spoken_of(dossier, quote):
            counts.setdefault(quote.speaker or "", Counter())[actor] += 1
    if not counts:
        return None
    order = [actor.id for actor in dossier.briefing.actors]
    speakers = [actor for actor in [*order, ""] if actor in counts]
    total: Counter[str] = Counter()
    for counter in counts.values():
        total.update(counter)
    spoken = [actor for actor in order if actor in total]
    rows, columns = speakers[:MOST_ACTORS], spoken[:MOST_ACTORS]
    most = max(max(counter.values()) for counter in counts.values())
    names = {actor.id: clipped(actor.name, LABEL_CHARACTERS) for actor in dossier.briefing.actors} | {"": UNNAMED}
    left = LABEL_GAP + CHARACTER * max(len(names[actor]) for actor in rows)
    top = LABEL_GAP + round(CHARACTER * SLANT * max(len(names[actor]) for actor in columns))
    cells = tuple(
        Cell(left + STEP * (x + 0.5), top + STEP * (y + 0.5), round(5 + 7 * sqrt(number / most), 1), number)
        for y, speaker in enumerate(rows)
        for x, actor in enumerate(columns)
        if (number := counts[speaker][actor])
    )
    return SpeakersPicture(
        width=left + STEP * len(columns) + top,
        height=top + STEP * len(rows) + 4,
        left=left,
        right=left + STEP * len(columns),
        top=top,
        rows=tuple(Heading(0, top + STEP * (y + 0.5), names[a]) for y, a in enumerate(rows)),
        columns=tuple(Heading(left + STEP * (x + 0.5), top - 6, names[a]) for x, a in enumerate(columns)),
        cells=cells,
        lines=tuple(
            SpeakerLine(
                actor_link(dossier, speaker) if speaker else None,
                names[speaker],
                tuple((actor_link(dossier, actor), number) for actor, number in counts[speaker].most_common()),
            )
            for speaker in speakers
        ),
        left_out=len(speakers) - len(rows) + len(spoken) - len(columns),
    )


def strip_picture(dossier: Dossier) -> StripPicture | None:
    """Where in the article each issue stands: a row for each, a box for each paragraph. None without issues."""
    paragraphs = dossier.briefing.article.paragraphs
    issues = dossier.briefing.issues
    if not issues or not paragraphs:
        return None
    box = WIDTH / len(paragraphs)
    gap = min(2.0, box / 5)
    bars = tuple(
        Bar(round(box * x, 2), ROW * y + BAR_TOP, round(box - gap, 2), paragraph.id in issue.paragraphs)
        for y, issue in enumerate(issues[:MOST_ISSUES])
        for x, paragraph in enumerate(paragraphs)
    )
    every = max(1, round(len(paragraphs) / 8))
    height = ROW * len(issues[:MOST_ISSUES])
    numbers = {paragraph.id: number for number, paragraph in enumerate(paragraphs, 1)}
    return StripPicture(
        width=WIDTH,
        height=height + TICKS,
        rows=tuple(
            Heading(0, ROW * y + BAR_TOP - 6, clipped(capitalised(issue.name), STRIP_CHARACTERS))
            for y, issue in enumerate(issues[:MOST_ISSUES])
        ),
        bars=bars,
        ticks=tuple(
            Heading(round(box * (n - 0.5), 2), height + TICKS - 4, str(n)) for n in range(1, len(paragraphs) + 1, every)
        ),
        lines=tuple(
            ParagraphsLine(
                issue_link(dossier, issue.id),
                capitalised(issue.name),
                tuple(dossier.citations.paragraph(numbers[p]) for p in issue.paragraphs if p in numbers),
                dossier.edit_of(issue.id),
            )
            for issue in issues
        ),
    )


UNNAMED = "Speaker not named"

# Timeline: the kind of its mark that is no event; two lines at the width of a desk.
PUBLISHED, TIMELINE_CHARACTERS = "published", 200
# Matrix: one square; room beside a name; a letter's usual width; a slanted name's height to its length (sine of 50
# degrees); names longer than this are clipped.
STEP, LABEL_GAP, CHARACTER, SLANT = 30, 12, 7, 0.77
LABEL_CHARACTERS = 26
# Strip: one issue's row, where its boxes start in it, the line of paragraph numbers, what fits above the boxes.
ROW, BAR_TOP, TICKS, STRIP_CHARACTERS = 46, 26, 24, 50


def _gap(days: int) -> int:
    """None, some days, some weeks, months, years, decades."""
    return sum(days > most for most in (0, 10, 60, 400, 4000))
