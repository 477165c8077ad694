"""A dossier in, what its page on source and method shows out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.render.citations import anchor_of, safe_url
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.extracts import FIRST_WORDS
from generator.render.selection import LEAST_CONFIDENCE
from generator.render.wording import (
    NOT_STATED,
    capitalised,
    clipped,
    counted,
    day_in_words,
    first_words,
    listed,
    one_line,
)

# Enough to see what was left out, too little to publish it.
DROPPED_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What the article says about itself; "not stated in the supplied text" where it does not."""

    title: str
    publisher: str
    byline: str
    published: str
    published_from: str
    """Where the date was found; empty without one."""
    url: str
    """Safe to link; empty without one."""
    words: int
    paragraphs: int
    sha256: str
    is_full: bool
    file: str

    @property
    def stated(self) -> tuple[tuple[str, str], ...]:
        """Heading and words of what the article says about itself."""
        parts = (("Publisher", self.publisher), ("Byline", self.byline), ("Published", self.published))
        return tuple((heading, words) for heading, words in parts if words != NOT_STATED)

    @property
    def missing(self) -> str:
        """What it does not say: "publisher and date"."""
        parts = (("publisher", self.publisher), ("date", self.published), ("byline", self.byline))
        return listed([name for name, part in parts if part == NOT_STATED])

    @property
    def kicker(self) -> str:
        """Publisher, date and byline on one line; where there is none of them, that."""
        stated = [part for part in (self.publisher, self.published) if part != NOT_STATED]
        stated += [f"by {self.byline}"] if self.byline != NOT_STATED else []
        return " · ".join(stated) or f"{capitalised(self.missing)} {NOT_STATED}"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the text, or the first words of a paragraph."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    number: int
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DroppedLine:
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    card: SourceCard
    share: int
    limit: int
    """The most percent of it that the site's settings allow."""
    """Percent of the article's words that stand somewhere on its pages."""
    paragraphs: tuple[SourceParagraph, ...]
    dropped: tuple[DroppedLine, ...]
    found: tuple[tuple[str, str, str], ...]
    """What, how many, how it was found."""
    corrections: tuple[EditMark, ...]
    """What an editor has changed and when, in the sidecar's order."""


def source_card(dossier: Dossier) -> SourceCard:
    article = dossier.briefing.article
    return SourceCard(
        title=one_line(article.title),
        publisher=one_line(article.publisher or "") or NOT_STATED,
        byline=", ".join(one_line(name) for name in article.byline) or NOT_STATED,
        published=day_in_words(article.published) if article.published else NOT_STATED,
        published_from=article.published_from or "" if article.published else "",
        url=safe_url(article.url) if article.url else "",
        words=sum(len(p.span.of(article.text).split()) for p in article.paragraphs),
        paragraphs=len(article.paragraphs),
        sha256=article.sha256,
        is_full=article.rights == "full",
        file=article.path.name,
    )


def source_page(dossier: Dossier) -> SourcePage:
    article = dossier.briefing.article
    return SourcePage(
        card=source_card(dossier),
        share=shown_share(dossier),
        limit=round(100 * dossier.extract_share),
        paragraphs=_whole(dossier) if article.rights == "full" else _listed(dossier),
        dropped=tuple(
            DroppedLine(clipped(dropped.span.of(article.text), DROPPED_CHARACTERS), dropped.reason)
            for dropped in article.dropped
        ),
        found=_found(dossier),
        corrections=dossier.edits,
    )


def shown_share(dossier: Dossier) -> int:
    """Percent of the body's words that stand on the pages without its rights allowing all, each counted once.

    Names of actors and issues are not counted: they are no extract.
    """
    return round(100 * dossier.extracts.share)


def _whole(dossier: Dossier) -> tuple[SourceParagraph, ...]:
    """Every sentence with an anchor of its own."""
    grouped: dict[int, list[Line]] = {}
    for span in dossier.briefing.sentences:
        number, sentence = dossier.citations.position(span)
        if number:
            line = Line(anchor_of(number, sentence), one_line(span.of(dossier.text)))
            grouped.setdefault(number, []).append(line)
    return tuple(
        SourceParagraph(
            number,
            anchor_of(number, 0),
            tuple(grouped.get(number) or [Line("", one_line(paragraph.span.of(dossier.text)))]),
        )
        for number, paragraph in enumerate(dossier.briefing.article.paragraphs, 1)
    )


def _listed(dossier: Dossier) -> tuple[SourceParagraph, ...]:
    """Paragraph numbers with their first words."""
    return tuple(
        SourceParagraph(
            number, anchor_of(number, 0), (Line("", first_words(paragraph.span.of(dossier.text), FIRST_WORDS)),)
        )
        for number, paragraph in enumerate(dossier.briefing.article.paragraphs, 1)
    )


def _found(dossier: Dossier) -> tuple[tuple[str, str, str], ...]:
    briefing = dossier.briefing
    kinds = Counter(quote.kind for quote in briefing.quotes)
    left_out = len(dossier.whole.quotes) - len(briefing.quotes)
    named = sum(1 for quote in briefing.quotes if quote.speaker)
    return (
        (
            "Quotations",
            counted(kinds["direct"] + kinds["mixed"], "quotation"),
            "words between quotation marks that a reporting word or a colon ties to a speaker",
        ),
        (
            "Reported statements",
            counted(kinds["indirect"], "statement")
            + (f"; {counted(left_out, 'less certain one')} in briefing.json only" if left_out else ""),
            "clauses that depend on a reporting word such as “said”, “urged” or “according to”, by a "
            "grammatical parse; pages show those with a confidence of "
            f"{LEAST_CONFIDENCE} or more, and requests by a named actor",
        ),
        (
            "Speakers",
            f"{named} of {len(briefing.quotes)} named",
            "the name, title, description or pronoun before or after the reporting word, followed back to the actor it "
            "means; left open where that is not certain",
        ),
        (
            "Terms",
            counted(len(briefing.terms), "term"),
            "words in quotation marks that nobody is said to say, such as titles and coined phrases",
        ),
        (
            "Actors",
            counted(len(briefing.actors), "actor"),
            "names that the article prints, joined with shorter forms, titles, pronouns and seats of government",
        ),
        (
            "Issues",
            counted(len(briefing.issues), "issue"),
            "noun phrases of the article around which its paragraphs gather",
        ),
        (
            "Analyst views",
            counted(len(briefing.views), "view"),
            "statements whose speaker the article presents as an expert; officials and parties are not analysts",
        ),
        (
            "Dates",
            counted(len(briefing.events), "date"),
            "printed dates; relative ones are counted from the day of publication and from nothing else",
        ),
        ("Figures", counted(len(briefing.figures), "figure"), "numbers with what they count"),
    )
