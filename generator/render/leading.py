"""A briefing in, what its overview leads with out: the quotations that carry it, and developments for its board.

Kept apart from the overview, for these lines are also the first to be opened where not all of an article may show.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Briefing, Quote, Span

MOST_CARRYING = 3
# Shorter ones carry no thought of their own, longer ones no longer fit three to a row.
QUOTE_WORDS = range(6, 46)


def developments_in_turn(briefing: Briefing, statuses: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """Issue, status and spans: every issue's first development of a status, then every issue's second one, and so on.

    Those of the first status come before those of the next one.
    """
    for status in statuses:
        queues = [(i.id, [d.spans for d in i.developments if d.status == status]) for i in briefing.issues]
        for turn in range(max((len(found) for _, found in queues), default=0)):
            yield from ((issue, status, found[turn]) for issue, found in queues if turn < len(found))


def carrying_quotes(briefing: Briefing) -> tuple[Quote, ...]:
    """Three in the speakers' own words, of different named speakers where there are, in reading order.

    Those of the most salient speakers, on an issue, in words enough to stand alone.
    """
    filed = {quote for issue in briefing.issues for quote in issue.quotes}
    ranked = sorted(
        (quote for quote in briefing.quotes if quote.kind != "indirect" and quote.speaker),
        key=lambda quote: -_weight(briefing, quote, quote.id in filed),
    )
    chosen: list[Quote] = []
    for again in (False, True):
        for quote in ranked:
            if len(chosen) < MOST_CARRYING and quote not in chosen and (again or _is_new_speaker(quote, chosen)):
                chosen.append(quote)
    return tuple(sorted(chosen, key=lambda quote: quote.spans[0]))


def _weight(briefing: Briefing, quote: Quote, is_on_issue: bool) -> float:
    """Whole quotations before quoted fragments, then by the speaker's salience and a matter that is filed."""
    words = sum(len(span.of(briefing.article.text).split()) for span in quote.spans)
    actor = briefing.actor_by_id.get(quote.speaker or "")
    return (
        (1.0 if words in QUOTE_WORDS else 0.0)
        + (1.5 if quote.kind == "direct" else 0.0)
        + (0.25 if is_on_issue else 0.0)
        + (actor.salience if actor else 0.0)
    )


def _is_new_speaker(quote: Quote, chosen: list[Quote]) -> bool:
    return all(quote.speaker != other.speaker for other in chosen)
