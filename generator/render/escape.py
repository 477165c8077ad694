"""Any string in, Markdown out that shows exactly its characters and does nothing else."""

from __future__ import annotations

import re
import string

from markupsafe import Markup


class Markdown(Markup):
    """A string that is Markdown already: made by us, or escaped once."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Markdown:
        """What `+`, `%`, `join` and `format` do to the plain strings that they are given."""
        return escape(s)


def escape(value: object) -> Markdown:
    """`value` as text for Python-Markdown, inside a paragraph, heading, table cell, HTML element or attribute.

    Shows every visible character of it. White space is collapsed; what would act on the page instead of showing on it
    is left out: control characters, line and paragraph separators, byte order marks, overrides of the reading
    direction, lone surrogates. `Markdown` comes back as it is. Not for code blocks: entities are no markup there.
    """
    if isinstance(value, Markup):
        return Markdown(value)
    return Markdown(plain(str(value)).translate(_ENTITIES))


def plain(text: str) -> str:
    """`text` with white space collapsed and without the characters that act instead of showing; not escaped."""
    return _SPACES.sub(" ", _UNSHOWN.sub("", text)).strip(" ")


# A mark of direction for one place (U+200E, U+200F, U+061C) stays: right-to-left names need it, and it cannot reach
# beyond its neighbours. Control characters that are white space are dealt with by _SPACES.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of direction
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, interlinear annotations, no characters
    "\ud800-\udfff"  # halves of a character
    "\U000e0000-\U000e007f]"  # invisible tags
)
_SPACES = re.compile("[ \t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
# Backslash escapes and the four HTML entities alone were not enough in a browser (tests/test_safety.py holds both
# against the same hostile texts): extensions give meaning to nearly every punctuation mark, at some place.
_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
