"""What an extractor's confidence in a quotation is worth: how often such quotations are right."""

from __future__ import annotations

from generator.model import Quote

# Share of quotations with the right content and source among those of PolNeAR dev (84 articles, 1,724 quotations) that
# each pass of the extractor calls so sure; levels that did not rise with it are taken together. Five-fold over the
# articles, what is said differs from what is right by 2 points on average (the confidence itself: by 8). Count again
# when a pass changes.
_RIGHT = {
    "direct": ((0.75, 0.94), (0.0, 0.36)),
    "mixed": ((0.0, 0.73),),
    "indirect": ((0.65, 0.71), (0.0, 0.48)),
}


def sureness(quote: Quote) -> float:
    """The chance, 0 to 1, that content and source are right. What an editor has set is certain."""
    if quote.confidence == 1:
        return 1.0
    return next(right for least, right in _RIGHT.get(quote.kind, ((0.0, 0.5),)) if quote.confidence >= least)
