"""A dossier in, the geometry of its pictures out; templates/pictures/*.svg.j2 draw them.

Units are those of the pictures' own grids. Text is clipped here, in full in the table below each picture.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import log2, sqrt

from generator.render.actors import actors_spoken_of
from generator.render.cards import Link, actor_link, issue_link
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.timeline import Row
from generator.render.wording import capitalised, clipped, day_in_words

WIDTH = 640
# Most actors on one side of the matrix that are still readable on one screen.
MOST_ACTORS = 25
MOST_ISSUES = 14


@dataclass(frozen=True, slots=True)
class Dot:
    y: int
    number: int
    date: str
    words: str
    is_upcoming: bool


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    width: int
    height: int
    top: int
    bottom: int
    dots: tuple[Dot, ...]
    published_y: int
    """Where the day of publication stands; 0 when it is not stated."""
    published: str


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


@dataclass(frozen=True, slots=True)
class StripPicture:
    width: int
    height: int
    rows: tuple[Heading, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Heading, ...]
    lines: tuple[ParagraphsLine, ...]


def timeline_picture(rows: tuple[Row, ...], published: date | None) -> TimelinePicture | None:
    """Dated rows from top to bottom; None with fewer than two. Longer gaps are longer, but compressed."""
    dated = [row for row in rows if row.iso]
    if len(dated) < 2:
        return None
    y, before, dots, published_y = TOP, 0, [], 0
    for row in dated:
        day = _first_day(row.iso)
        if published and not published_y and day > published.toordinal():
            y += _gap(published.toordinal() - before) if before else 0
            before, published_y = published.toordinal(), y
        y += _gap(day - before) if before else 0
        dots.append(Dot(y, row.number, row.date, clipped(row.what.text, TIMELINE_CHARACTERS), row.is_upcoming))
        before = day
    if published and not published_y:
        y = published_y = y + _gap(published.toordinal() - before)
    printed = day_in_words(published) if published else ""
    return TimelinePicture(WIDTH, y + TOP, TOP, y, tuple(dots), published_y, printed)


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
            )
            for issue in issues
        ),
    )


UNNAMED = "Speaker not named"

# Timeline: room above the first dot; what fits beside a dot on a phone, where the text is set larger.
TOP, TIMELINE_CHARACTERS = 24, 44
# Matrix: one square; room beside a name; a letter's usual width; a slanted name's height to its length (sine of 50
# degrees); names longer than this are clipped.
STEP, LABEL_GAP, CHARACTER, SLANT = 30, 12, 7, 0.77
LABEL_CHARACTERS = 26
# Strip: one issue's row, where its boxes start in it, the line of paragraph numbers, what fits above the boxes.
ROW, BAR_TOP, TICKS, STRIP_CHARACTERS = 46, 26, 24, 50


def _gap(days: int) -> int:
    """Two lines of text at least; a week some 50, a year some 80."""
    return 32 + round(min(6 * log2(1 + max(days, 0)), 66))


def _first_day(iso: str) -> int:
    """The first day that "2023-11" or "2023" means; dates that no calendar has count as their month's first."""
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return date(min(max(year, 1), 9999), min(max(month, 1), 12), 1).toordinal()
