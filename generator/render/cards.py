"""Findings in, what a page prints of them out: statements with their label, quotations as cards, links as chips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator import lexicon
from generator.model import Actor, Quote, Span
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.wording import broken_off, capitalised, one_line

QUOTED, IN_PART, REPORTED, ARTICLE, OURS, EDITED = (
    "quoted",
    "quoted in part",
    "reported",
    "article",
    "ours",
    "edited",
)
UNNAMED = "speaker not named"
_LABELS = {"direct": QUOTED, "mixed": IN_PART, "indirect": REPORTED}

# Words behind a speaker's name that the frame of a reported statement keeps: longer descriptions stand beside the name.
MOST_DESCRIPTION = 4
# Words between who says it and what is said that a line keeps: "Mr. Wang told Mr. Sullivan that".
MOST_BETWEEN = 4

_OPENING = '“„«‟‹"'
_CLOSING = '”»›"'
# A closing mark right behind, or behind the punctuation that belongs to what it closes.
_CLOSES = re.compile(r"[.,;:!?]?(?P<mark>[”»›\"]|'')")


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page; `note` says a word more about it."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of the article on a page, verbatim, with the kind of statement it is."""

    text: str
    label: str
    cite: Cite
    speaker: Link | None = None
    """Whose words or thoughts they are, where the line lies within a quotation or reported statement."""
    source: str = ""
    """The same as printed, where no actor is certain; says so where that is a mere pronoun."""
    opener: str = ""
    """The pronoun that the line opens with, where it is known who is meant."""
    meant: Link | None = None
    note: str = ""
    """A word on its status, where lines of several stand together."""
    issue: Link | None = None
    edit: EditMark | None = None
    """What an editor has corrected about it, or about whose words they are."""
    issue_edit: EditMark | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reported statement on a page."""

    words: str
    span: Span
    is_frame: bool
    """Whether it tells who says it, and is no part of what is said."""
    space_before: bool


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A quotation or reported statement with everything that is known about it."""

    id: str
    kind: str
    """As in `Quote.kind`."""
    label: str
    parts: tuple[str, ...]
    """Direct: the words without their marks, a part for each stretch. Otherwise one part, marks as printed."""
    speaker: Link | None
    speaker_id: str
    """For filters; empty where no actor is certain."""
    role: str
    source: str
    """The source as printed; empty where the article prints none."""
    stands_for: str
    """What a source that is a mere "they" stands for, where these are nobody by name."""
    cue: str
    pieces: tuple[Piece, ...]
    """What is said within the words that tell who says it, in the article's order; none for direct speech."""
    printed: str
    """The words that tell who says it, where no piece has them."""
    is_cut: bool
    """Whether it goes on in the article."""
    cite: Cite
    issues: tuple[Link, ...]
    issue_ids: tuple[str, ...]
    edit: EditMark | None
    speaker_edit: EditMark | None
    """What an editor has corrected about the actor who speaks; None where `edit` says it already."""

    @property
    def has_marks(self) -> bool:
        """Whether we set quotation marks around each part."""
        return self.kind == "direct"

    @property
    def heading(self) -> str:
        """Who says it: the actor's name, else the source as printed, where that is more than a pronoun."""
        if self.speaker:
            return self.speaker.name
        return capitalised(self.stands_for or (UNNAMED if _names_nobody(self.source) else self.source))

    @property
    def is_resolved(self) -> bool:
        """Whether the speaker's name is not what the article prints at this place."""
        return bool(self.speaker and self.source and self.speaker.name.casefold() not in self.source.casefold())


def quote_cards(dossier: Dossier) -> dict[str, QuoteCard]:
    """A card for each quotation and reported statement, by id, in reading order."""
    issues_of: dict[str, list[str]] = {}
    for issue in dossier.briefing.issues:
        for quote in issue.quotes:
            issues_of.setdefault(quote, []).append(issue.id)
    return {quote.id: _card(dossier, quote, issues_of.get(quote.id, [])) for quote in dossier.briefing.quotes}


def statement(dossier: Dossier, spans: tuple[Span, ...], *, issue: Link | None = None, id: str = "") -> Statement:
    """A line of the article with its label: somebody's words where a statement makes up most of it, else the article's.

    Within direct speech the line gets quotation marks, for those of the article may stand outside of it.
    """
    inner = tuple(_without_marks(dossier.text, span) for span in spans)
    inside = dossier.quote_around(inner[0])
    quote = inside or dossier.quote_over(spans[0])
    is_speech = inside is not None and inside.kind == "direct"
    speaker = dossier.briefing.actor_by_id.get(quote.speaker or "") if quote else None
    # A line that prints its source needs no second mention of it.
    prints_it = quote is not None and quote.source is not None and any(span.covers(quote.source) for span in spans)
    source = one_line(quote.source.of(dossier.text)) if quote and quote.source else ""
    meant_by = one_line(quote.stands_for.of(dossier.text)) if quote and quote.stands_for else UNNAMED
    source = meant_by if source and _names_nobody(source) else "" if prints_it else source
    opener, meant = dossier.opener(spans[0])
    if not meant or (speaker and speaker.id == meant):
        opener = ""
    label = _LABELS[quote.kind] if quote else ARTICLE
    return Statement(
        text=printed(dossier, inner, set_marks=True) if is_speech else printed(dossier, spans),
        label=IN_PART if label == QUOTED and not is_speech else label,
        cite=dossier.citations.cite(spans[0]),
        speaker=actor_link(dossier, speaker.id) if speaker else None,
        source=source,
        opener=opener,
        meant=actor_link(dossier, meant) if opener else None,
        issue=issue,
        edit=dossier.edit_of(id, quote.id if quote else None),
    )


def printed(dossier: Dossier, spans: tuple[Span, ...], *, set_marks: bool = False) -> str:
    """The words of the spans, an ellipsis wherever words of their sentence are left out."""
    text, pieces = dossier.text, []
    for number, span in enumerate(spans):
        sentence = dossier.citations.sentence_of(span)
        before = text[sentence.start : span.start] if sentence.start < span.start else ""
        after = text[span.end : sentence.end] if span.end < sentence.end else ""
        starts_late = any(c.isalnum() for c in before) and not number
        stops_early = any(c.isalnum() for c in after) or number + 1 < len(spans)
        shown = dossier.shown(span)
        is_cut = shown != span
        words = one_line(shown.of(text) if set_marks else marked(text, shown).of(text))
        words = broken_off(words) if is_cut else words
        words = f"“{words}”" if set_marks else words
        pieces.append(("… " if starts_late else "") + words + (" …" if stops_early and not is_cut else ""))
        if is_cut:
            break
    return " ".join(pieces)


def shown_spans(dossier: Dossier, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans as far as they may be shown: those after the first one that breaks off are left out."""
    found: list[Span] = []
    for span in spans:
        found.append(dossier.shown(span))
        if found[-1] != span:
            break
    return tuple(found)


def actor_link(dossier: Dossier, actor: str, note: str = "") -> Link:
    return Link(dossier.briefing.actor_by_id[actor].name, dossier.places.actors[actor], note)


def issue_link(dossier: Dossier, issue: str, note: str = "") -> Link:
    return Link(dossier.briefing.issue_by_id[issue].name, dossier.places.issues[issue], note)


def actor_links(dossier: Dossier, actors: Iterable[str]) -> tuple[Link, ...]:
    """Ids that are no actor of the briefing are left out."""
    return tuple(actor_link(dossier, actor) for actor in actors if actor in dossier.places.actors)


def issue_links(dossier: Dossier, issues: Iterable[str]) -> tuple[Link, ...]:
    """Ids that are no issue of the briefing are left out."""
    return tuple(issue_link(dossier, issue) for issue in issues if issue in dossier.places.issues)


def role_in_words(role: str | None, affiliation: str | None) -> str:
    """Both as printed; the affiliation is left out where the role names it already."""
    if role and affiliation and affiliation.casefold() not in role.casefold():
        return one_line(f"{role}, {affiliation}")
    return one_line(role or affiliation or "")


def _card(dossier: Dossier, quote: Quote, issues: list[str]) -> QuoteCard:
    text = dossier.text
    actor = dossier.briefing.actor_by_id.get(quote.speaker or "")
    shown = shown_spans(dossier, quote.spans)
    is_cut = shown != quote.spans
    if quote.kind == "direct":
        words = [one_line(span.of(text)) for span in shown]
    else:
        words = [" … ".join(one_line(marked(text, span).of(text)) for span in shown)]
    parts = (*words[:-1], broken_off(words[-1]) if is_cut else words[-1])
    frame = _frame(dossier, quote, actor)
    edit, speaker_edit = dossier.edit_of(quote.id), dossier.edit_of(quote.speaker)
    pieces = () if quote.kind == "direct" else _pieces(dossier, shown, frame, is_cut=is_cut)
    return QuoteCard(
        id=quote.id,
        kind=quote.kind,
        label=_LABELS[quote.kind],
        parts=parts,
        speaker=actor_link(dossier, actor.id) if actor else None,
        speaker_id=actor.id if actor else "",
        role=role_in_words(actor.role, actor.affiliation) if actor else "",
        source=one_line(quote.source.of(text)) if quote.source else "",
        stands_for=one_line(quote.stands_for.of(text)) if quote.stands_for and not actor else "",
        cue=one_line(quote.cue.of(text)) if quote.cue else "",
        pieces=pieces,
        printed="" if any(piece.is_frame for piece in pieces) else _joined(dossier, frame),
        is_cut=is_cut,
        cite=dossier.citations.cite(quote.spans[0]),
        issues=issue_links(dossier, issues),
        issue_ids=tuple(issues),
        edit=edit,
        speaker_edit=speaker_edit if speaker_edit != edit else None,
    )


def _frame(dossier: Dossier, quote: Quote, actor: Actor | None) -> tuple[Span, ...]:
    """Source and cue in the article's order; of a source with a long description no more than up to the name."""
    spans = [span for span in (quote.source, quote.cue) if span]
    if quote.source and actor:
        names = [m.span.end for m in actor.mentions if quote.source.covers(m.span)]
        if names and len(dossier.text[names[0] : quote.source.end].split()) > MOST_DESCRIPTION:
            spans[0] = Span(quote.source.start, names[0])
    return tuple(sorted(span for span in spans if not any(o != span and o.covers(span) for o in spans)))


def _pieces(dossier: Dossier, content: tuple[Span, ...], frame: tuple[Span, ...], *, is_cut: bool) -> tuple[Piece, ...]:
    """Content and frame in the article's order; without the frame where it is not of the same sentences."""
    text = dossier.text
    told = {dossier.citations.sentence_of(span) for span in content}
    is_near = all(dossier.citations.sentence_of(span) in told for span in frame)
    apart = is_near and not any(a.start < b.end and b.start < a.end for a in frame for b in content)
    said = [marked(text, span) for span in content]
    spans = [(span, False) for span in said] + [(span, True) for span in frame if apart]
    found: list[Piece] = []
    for span, is_frame in sorted(spans):
        if found and not found[-1].words.rstrip("”").endswith("…"):
            found += _between(dossier, found[-1].span, span)
        words = one_line(span.of(text))
        words = broken_off(words) if is_cut and span == said[-1] else words
        follows = bool(found) and (text[span.start - 1].isspace() or found[-1].words.endswith("…"))
        found.append(Piece(words, span, is_frame, follows))
    return tuple(found)


def _joined(dossier: Dossier, spans: tuple[Span, ...]) -> str:
    """The spans' words in the article's order, as they stand there; an ellipsis for words between them."""
    pieces = _pieces(dossier, spans, (), is_cut=False)
    return "".join(" " * piece.space_before + piece.words for piece in pieces)


def _between(dossier: Dossier, first: Span, second: Span) -> list[Piece]:
    """What stands between two places: punctuation, a few words that may be shown, or an ellipsis for them."""
    gap = dossier.text[first.end : second.start]
    words = one_line(gap)
    if not words:
        return []
    start = first.end + gap.index(words[0])
    place = Span(start, start + len(gap.strip()))
    is_shown = len(words.split()) <= MOST_BETWEEN and dossier.shown(place) == place
    if any(character.isalnum() for character in words) and not is_shown:
        return [Piece("…", place, True, True)]
    return [Piece(words, place, True, gap[0].isspace())]


def _names_nobody(source: str) -> bool:
    """Whether a source is a mere pronoun."""
    return all(word in lexicon.words("function_words") for word in source.casefold().split())


def _without_marks(text: str, span: Span) -> Span:
    """The span without quotation marks and white space at its edges; as it is where nothing else would be left."""
    start, end = span.start, span.end
    while start < end and (text[start] in _OPENING or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _CLOSING or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else span


def marked(text: str, span: Span) -> Span:
    """The span with the quotation marks of the article that stand right at its edges.

    Spans leave them out; without them a reader would see one mark of a pair only, or none.
    """
    start, end = span.start, span.end
    if start and text[start - 1] in _OPENING and not text[start].isspace():
        start -= 1
    elif text[max(start - 2, 0) : start] == "''" and not text[start].isspace():
        start -= 2
    if closing := _CLOSES.match(text, end):
        words = text[start:end]
        is_open = words.count("“") > words.count("”") or words.count('"') % 2 or words.count("''") % 2
        if is_open or closing.start() == closing.start("mark"):
            end = closing.end()
    return Span(start, end)
