"""What `briefing review` does: an article in, what the program is least sure of out, with lines to correct it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BuildError, reason_of
from generator.extract.common.sureness import Sureness, counts
from generator.model import Actor, Briefing, Event, Issue, Quote, Span, View
from generator.pipeline import brief_all
from generator.read import read_article
from generator.replace import replace_file

OPENING = (
    "# --- What the program is least sure of (`briefing review`); take away the first `# ` of the lines to use. ---"
)
CLOSING = "# --- End of the review. ---"
# Who uncovers the line and forgets to change it hears that this is no date.
DAY = "YYYY-MM-DD"
# Where what carries no figure stands among what does, for the order of the list only: a date whose words name no day, a
# name that shares no word with the actor's other names, a speaker who is not named.
UNDATED, OTHER_NAME, NOT_NAMED = 0.6, 0.7, 0.5
# Of a hundred findings that are surer than this, one is wrong: to look at them costs more than it mends.
SURE = 0.98


@dataclass(frozen=True, slots=True)
class Doubt:
    """One finding that an editor should look at."""

    sureness: float
    """0 to 1."""
    why: str
    """"62 % sure that Ann Lee says this"."""
    sentence: str
    paragraph: str
    """"p3", or "title"."""
    section: str
    """Of the sidecar, with its colon."""
    lines: tuple[str, ...]
    """Below the section, without indentation: what the program thinks, ready to be changed."""


@dataclass(frozen=True, slots=True)
class Review:
    """The doubts about one article, least sure first."""

    article: Path
    doubts: tuple[Doubt, ...]
    left_out: int = 0
    """Doubts that found no room, all of them surer."""

    @property
    def text(self) -> str:
        """For the screen: the doubts in words, then the lines for the sidecar."""
        if not self.doubts:
            return "Nothing that the program found is in doubt."
        told = [f"{d.paragraph}: {d.why}.\n    {d.sentence}" for d in self.doubts]
        told += [f"{self.left_out} surer ones are left out; `--most` shows more."] if self.left_out else []
        return "\n".join([*told, *_without_signal(), "", self.stub])

    @property
    def stub(self) -> str:
        """Lines for the sidecar, all of them remarks: nothing is corrected before an editor uncovers one."""
        lines = [OPENING]
        for section in dict.fromkeys(d.section for d in self.doubts):
            lines.append(f"# {section}")
            for doubt in (d for d in self.doubts if d.section == section):
                lines.append(f"#   # {doubt.paragraph}: {doubt.why}. {doubt.sentence}")
                lines += [f"#   {line}" for line in doubt.lines]
        return "\n".join([*lines, CLOSING])

    def write(self, *, opening: str = "") -> Path:
        """Put the lines at the end of the sidecar, in place of those of an earlier review; nothing else changes.

        A sidecar that was not there begins with `opening`.
        """
        sidecar = self.article.with_suffix(".yml")
        try:
            before = sidecar.read_bytes().decode("utf-8") if sidecar.exists() else opening
            kept = _without_review(before).rstrip("\r\n")
            replace_file(sidecar, ((kept + "\n\n" if kept else "") + self.stub + "\n").encode("utf-8"))
        except OSError as error:
            raise BuildError(
                sidecar, f"cannot be written ({reason_of(error)})", hint="check its permissions"
            ) from error
        return sidecar


def review_article(path: Path, *, most: int) -> Review:
    """At most `most` doubts, least sure first. Corrections that the sidecar makes already are no doubts any more."""
    (briefing,) = brief_all([read_article(path)])
    edited = {finding for edit in briefing.edits for finding in edit.findings}
    doubts = [doubt for owner, doubt in _doubts(briefing) if owner not in edited]
    ordered = sorted(doubts, key=lambda doubt: doubt.sureness)
    return Review(path, tuple(ordered[:most]), len(ordered[most:]))


def _without_signal() -> list[str]:
    """What is said of a kind whose wrong findings look like its right ones."""
    right, of = counts("figures")["all"]
    return [f"Figures are not in this list: {right} of {of} were right where it was counted, and no sign told which."]


def _doubts(briefing: Briefing) -> Iterator[tuple[str, Doubt]]:
    """With the id of the finding that each is about, in reading order within a kind."""
    place, sure = _Places(briefing), Sureness(briefing)
    for quote in briefing.quotes:
        speaker = briefing.actor_by_id.get(quote.speaker or "")
        if quote.confidence < 1 or (speaker is None and quote.kind != "indirect"):
            yield quote.id, _about_quote(place, quote, speaker, sure.of_quote(quote))
    for issue in briefing.issues:
        if (chance := sure.of_issue(issue)) < SURE and issue.paragraphs:
            yield issue.id, _about_issue(place, issue, chance)
    for view in briefing.views:
        if (chance := sure.of_view(view)) < SURE:
            yield view.id, _about_view(place, view, chance)
    for event in briefing.events:
        if (found := sure.of_date(event)) is not None and found < SURE:
            yield event.id, _about_date(place, event, found)
    undated = [event for event in briefing.events if event.date is None and event.words]
    if undated and briefing.article.published is None:
        yield "published", _about_day(place, undated)
    for event in undated if briefing.article.published else ():
        yield event.id, _about_event(place, event)
    for actor in briefing.actors:
        if (chance := sure.of_actor(actor)) < SURE and actor.mentions:
            yield actor.id, _about_actor(place, actor, chance)
        for alias in actor.aliases:
            if not set(alias.casefold().split()) & set(actor.name.casefold().split()):
                yield actor.id, _about_name(place, actor, alias)


def _about_quote(place: _Places, quote: Quote, speaker: Actor | None, sure: float) -> Doubt:
    if speaker is None:
        why = f"{sure:.0%} sure that this is somebody's statement, and it names no speaker"
        sure = min(sure, NOT_NAMED)
    else:
        why = f"{sure:.0%} sure that {speaker.name} says “{place.words(quote.spans[0])}”"
    lines = (f"{quote.id}:", f"  speaker: {_scalar(speaker.name) if speaker else 'null'}", f"  kind: {quote.kind}")
    return Doubt(sure, why, place.sentence(quote.spans[0]), place.paragraph(quote.spans[0]), "quotes:", lines)


def _about_issue(place: _Places, issue: Issue, sure: float) -> Doubt:
    where = issue.name_span or next(p.span for p in place.briefing.article.paragraphs if p.id == issue.paragraphs[0])
    why = f"{sure:.0%} sure that “{place.plain(issue.name)}” is a matter of its own, in {_listed(issue.paragraphs)}"
    lines = (f"{issue.id}:   # or: drop", f"  name: {_scalar(issue.name)}")
    return Doubt(sure, why, place.sentence(where), place.paragraph(where), "issues:", lines)


def _listed(paragraphs: tuple[str, ...]) -> str:
    return ", ".join(paragraphs[:MOST_LISTED]) + (" …" if len(paragraphs) > MOST_LISTED else "")


# Paragraphs of an issue that a line of the list names.
MOST_LISTED = 6


def _about_view(place: _Places, view: View, sure: float) -> Doubt:
    where = place.briefing.quote_by_id[view.quote].spans[0]
    why = f"{sure:.0%} sure that “{place.words(where)}” is an expert's judgement"
    credentials = _scalar(view.credentials) if view.credentials else "null"
    lines = (f"{view.id}:   # or: drop", f"  credentials: {credentials}")
    return Doubt(sure, why, place.sentence(where), place.paragraph(where), "views:", lines)


def _about_date(place: _Places, event: Event, sure: float) -> Doubt:
    where = event.words_span or event.spans[0]
    why = f"{sure:.0%} sure that “{place.plain(event.words)}” means {event.date}"
    lines = (f"{event.id}:", f"  date: {event.date}")
    return Doubt(sure, why, place.sentence(where), place.paragraph(where), "events:", lines)


def _about_actor(place: _Places, actor: Actor, sure: float) -> Doubt:
    where = actor.mentions[0].span
    why = f"{sure:.0%} sure that “{place.plain(actor.name)}” is an actor, and a {actor.kind}"
    lines = (f"{actor.id}:   # or: drop", f"  kind: {actor.kind}")
    return Doubt(sure, why, place.sentence(where), place.paragraph(where), "actors:", lines)


def _about_day(place: _Places, undated: list[Event]) -> Doubt:
    """One doubt for all dates that count from a day which nobody has stated."""
    first = undated[0].words_span or undated[0].spans[0]
    dates = f"dates such as “{undated[0].words}” count" if len(undated) > 1 else f"date, “{undated[0].words}”, counts"
    why = f"the day of publication is not stated, and {len(undated)} {dates} from it"
    return Doubt(0.0, why, place.sentence(first), place.paragraph(first), f"published: {DAY}", ())


def _about_event(place: _Places, event: Event) -> Doubt:
    where = event.words_span or event.spans[0]
    why = f"“{event.words}” names no day that the program can tell"
    lines = (f"{event.id}:", "  date: null", f"  kind: {event.kind}")
    return Doubt(UNDATED, why, place.sentence(where), place.paragraph(where), "events:", lines)


def _about_name(place: _Places, actor: Actor, alias: str) -> Doubt:
    mentions = [m.span for m in actor.mentions if m.span.of(place.briefing.article.text) == alias]
    where = mentions[0] if mentions else actor.mentions[0].span
    lines = (f"{actor.id}:", "  split:", f"    {_scalar(alias)}: [{_scalar(alias)}]")
    why = f"“{alias}” is taken for {actor.name}"
    return Doubt(OTHER_NAME, why, place.sentence(where), place.paragraph(where), "actors:", lines)


@dataclass(frozen=True)
class _Places:
    """Sentences and paragraphs of one briefing, in words."""

    briefing: Briefing

    def sentence(self, span: Span) -> str:
        starts = [sentence.start for sentence in self.briefing.sentences]
        number = bisect_right(starts, span.start) - 1
        return self.words(self.briefing.sentences[number]) if number >= 0 else self.words(span)

    def paragraph(self, span: Span) -> str:
        blocks = self.briefing.article.paragraphs
        return next((p.id for p in blocks if p.span.start <= span.start < p.span.end), "title")

    def words(self, span: Span) -> str:
        """On one line, without characters that a terminal or YAML would act upon."""
        return self.plain(span.of(self.briefing.article.text))

    def plain(self, text: str) -> str:
        return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _scalar(words: str) -> str:
    """In quotation marks of YAML."""
    plain = "".join(c for c in words if c.isprintable()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _without_review(text: str) -> str:
    start, end = text.find(OPENING), text.find(CLOSING)
    return text[:start] + text[end + len(CLOSING) :].lstrip("\n") if 0 <= start < end else text
