"""A text in, the tokens of its dateline out: "KUALA LUMPUR, 8 Aug (Straits Wire) - "."""

from __future__ import annotations

import re

from generator import lexicon
from generator.model import Span, Text

# Place in capitals, date or state, agency in brackets, a dash or colon: each part but the last may be missing.
_DATELINE = re.compile(
    r"[^\w(\n]{0,3}(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3})?"
    r"(?P<more>,[ ]?[^()—–:\n]{1,30}?)?(?P<agency>[ ]?\([A-Z][^()\n]{1,40}\))?[ ]?(?P<mark>—|–|--?|:)[ ]"
)
# A shorter word in capitals may be an acronym; without a date or an agency behind it, it must be a known place.
_LONGEST_ACRONYM = 6
# A byline or a standfirst may come before the paragraph that has the dateline.
_PARAGRAPHS = 2


def dateline_tokens(text: Text) -> range:
    """Empty where no dateline opens one of the first two paragraphs."""
    for paragraph in text.article.paragraphs[:_PARAGRAPHS]:
        match = _DATELINE.match(text.string, paragraph.span.start, min(paragraph.span.end, paragraph.span.start + 120))
        if match and _is_dateline(match):
            return text.tokens_in(Span(paragraph.span.start, match.end()))
    return range(0)


def _is_dateline(match: re.Match[str]) -> bool:
    place, agency = match["place"], match["agency"]
    if place is None:
        return agency is not None and match["more"] is None
    known = " ".join(word.capitalize() for word in re.split(r"[ /]", place))
    if known in lexicon.words("places") or known in lexicon.table("capitals"):
        return True
    if match["mark"] == ":":
        return False
    return agency is not None or match["more"] is not None or len(place) > _LONGEST_ACRONYM
