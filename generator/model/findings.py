"""What is found in an article. Every finding carries the span of its evidence, verbatim in `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named or meant."""

    span: Span
    kind: str
    """"name" | "pronoun" | "description"; of asides "inside" (of a longer name) | "credit"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks, under one name."""

    id: str
    name: str
    """The fullest name of the article, without honorifics."""
    kind: str
    """"person" | "organization" | "government" | "group"."""
    role: str | None
    """As printed: "dean of the Institute of International Studies"."""
    affiliation: str | None
    """As printed."""
    aliases: tuple[str, ...]
    """Other names of the article for the same actor, most frequent first; resolved seats ("Beijing") too."""
    salience: float
    """0 to 1; the most prominent actor of an article has 1."""
    mentions: tuple[Mention, ...]
    """In reading order."""
    role_span: Span | None = None
    """Where the role is printed."""
    asides: tuple[Mention, ...] = ()
    """Its names inside longer names ("the Moe Prize") and in credits of pictures: in the data, on no page."""
    edited_names: tuple[str, ...] = ()
    """Those of its aliases that an editor says are the same actor."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thoughts as reported: who (source), by which words (cue), what (content)."""

    kind: str
    """"direct": all content in quotation marks; "mixed": some; "indirect": none."""
    spans: tuple[Span, ...]
    """The content in reading order, quotation marks at its edges left out."""
    source: Span | None
    cue: Span | None
    confidence: float = 1.0
    """0 to 1: how sure the extractor is that the content is attributed, and to this source."""


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution with its speaker named."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: str | None
    """Id of an actor; None where no name is certain."""
    confidence: float = 1.0
    stands_for: Span | None = None
    """What a source that is a mere "they" stands for, where these are nobody by name: "Chinese officials"."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words in quotation marks that nobody is said to say: titles, scare quotes."""

    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """Something that happened, is planned, is blocked or is claimed, within an issue."""

    spans: tuple[Span, ...]
    status: str
    """"happened" | "planned" | "blocked" | "claimed"."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A separate matter that a briefing would file."""

    id: str
    name: str
    """A noun phrase of the article, tidied."""
    paragraphs: tuple[str, ...]
    """Paragraph ids in reading order."""
    actors: tuple[str, ...]
    """Actor ids, most involved first."""
    quotes: tuple[str, ...]
    """Quote ids in reading order."""
    developments: tuple[Development, ...]
    name_span: Span | None = None
    """Where the article prints the phrase that became the name."""


@dataclass(frozen=True, slots=True)
class View:
    """An expert's judgement."""

    id: str
    quote: str
    """Quote id."""
    holder: str | None
    """Actor id; None for unnamed experts ("analysts say")."""
    holder_words: str
    """As printed: "analysts", "Wu Xinbo"."""
    credentials: str | None
    """As printed, past office too."""
    credentials_span: Span | None
    hedges: tuple[Span, ...]
    """"may", "could", "if" … within the claim."""
    issues: tuple[str, ...]
    """Issue ids, the likeliest first."""


# How a date was resolved that an editor has set.
SET_BY_EDITOR = "set by an editor"


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated, or announced."""

    id: str
    date: str | None
    """"2023-11-15" | "2023-11" | "2023"; None when the words cannot be resolved."""
    words: str
    """The date as printed: "last week"."""
    kind: str
    """"past" | "upcoming"."""
    spans: tuple[Span, ...]
    """What happened: the clause or sentence."""
    words_span: Span | None = None
    """Where the date is printed; None for announced events without one."""
    resolution: str | None = None
    """How the date was resolved, in words: "the Friday before publication"; None for a full printed date."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a briefing would carry."""

    id: str
    words: str
    """As printed, with what it counts: "100,000 Americans a year"."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the overview; its text is taken from its spans."""

    text: str
    spans: tuple[Span, ...]
    is_own_words: bool = False
    """The text is an editor's, in words of their own; the spans are what it rests on."""


# The bottom line's contract: two or three points of at most 60 words together.
BOTTOM_LINE_WORDS = 60
BOTTOM_LINE_POINTS = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """Bottom line first; the first two or three points hold at most 60 words together."""

    summary: tuple[Point, ...] = field(default=())
    bottom_line: int | None = None
    """How many points an editor made the bottom line; None where the 60 words decide."""

    @property
    def bottom_line_length(self) -> int:
        """How many points are the bottom line: the editor's, else as many as fit, at least one where there is any."""
        if self.bottom_line is not None:
            return self.bottom_line
        words = length = 0
        for point in self.summary[:BOTTOM_LINE_POINTS]:
            words += len(point.text.split())
            if length and words > BOTTOM_LINE_WORDS:
                break
            length += 1
        return length
