"""Turns of an interview or a transcript in, the actor that each turn's label stands for out."""

from __future__ import annotations

from collections import Counter, defaultdict

from generator import lexicon
from generator.extract.common.labels import lead_of
from generator.model import Actor, Attribution, Mention, Span, Text

_ONE_SELF = frozenset({"I", "I'm", "me", "my", "My"})


def find_label_speakers(
    text: Text, turns: list[Attribution], actors: tuple[Actor, ...], held: dict[int, tuple[str, Mention]]
) -> dict[Span, str]:
    """For each label the actor's id; labels that stand for nobody known are left out.

    A label is introduced once, "THE CHAIR (Ann Lee)", and stands alone from then on: "THE CHAIR".
    """
    people = {actor.id for actor in actors if actor.kind == "person"}
    by_name = _by_last_word(actors)
    found: dict[Span, str] = {}
    known: dict[str, str] = {}
    kinds = lexicon.table("turn_labels")
    answering: list[Attribution] = []
    for turn in turns:
        assert turn.source is not None
        lead = lead_of(turn.source.of(text.string))
        if kinds.get(lead) == "answers":
            answering.append(turn)
        if lead in kinds:
            continue
        speaker = _named(text, turn.source, held, people) or known.get(lead) or _surnamed(lead, by_name)
        speaker = speaker or _in_office(lead, actors)
        if speaker is not None:
            found[turn.source] = known[lead] = speaker
    guest = _guest(text, turns[0], answering, actors) if answering else None
    if guest is not None:
        found |= {turn.source: guest for turn in answering if turn.source is not None}
    return found


def _named(text: Text, label: Span, held: dict[int, tuple[str, Mention]], people: set[str]) -> str | None:
    """The person named in the label, before any organization that is named there too."""
    inside = [held[token][0] for token in text.tokens_in(label) if token in held]
    return next((actor for actor in inside if actor in people), inside[0] if inside else None)


def _by_last_word(actors: tuple[Actor, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind == "person":
            for name in (actor.name, *actor.aliases):
                found[name.split()[-1].casefold()].add(actor.id)
    return found


def _surnamed(lead: str, by_name: dict[str, set[str]]) -> str | None:
    """The one person whose surname closes the label."""
    fitting = by_name.get(lead.split()[-1], set()) if lead else set()
    return next(iter(fitting)) if len(fitting) == 1 else None


def _in_office(lead: str, actors: tuple[Actor, ...]) -> str | None:
    """ "THE MAYOR": the one person whose role it is."""
    office = lead.removeprefix("the ")
    fitting = [a.id for a in actors if a.kind == "person" and a.role and a.role.casefold() in (lead, office)]
    return fitting[0] if len(fitting) == 1 else None


def _guest(text: Text, first: Attribution, answers: list[Attribution], actors: tuple[Actor, ...]) -> str | None:
    """Who answers: the person whom title and introduction speak of most.

    Nobody where no answer says "I": then the paper answers questions of its own.
    """
    if not any(text.words[t] in _ONE_SELF for turn in answers for span in turn.spans for t in text.tokens_in(span)):
        return None
    assert first.source is not None
    authors = {name.casefold() for name in text.article.byline}
    counts = Counter(
        {
            actor.id: sum(mention.span.end <= first.source.start for mention in actor.mentions)
            for actor in actors
            if actor.kind == "person" and actor.name.casefold() not in authors
        }
    )
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] else None
