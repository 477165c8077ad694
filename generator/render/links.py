"""An address from an article in, one that may stand in a link out."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.render.escape import Markdown

# All that RFC 3986 lets stand as it is, "%" for what is encoded already; quotation marks, brackets and spaces are not.
_SAFE = "-._~:/?#@!$&'()*+,;=%"


def href(url: str) -> Markdown | None:
    """`url` for an attribute `href` or a Markdown link; None unless it is a whole http or https address."""
    try:
        parts = urlsplit(url.strip())
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    if not is_web or any(ord(character) < 33 for character in url.strip()):
        return None
    encoded = quote(url.strip(), safe=_SAFE)
    return Markdown("".join(_ENTITIES.get(character, character) for character in encoded))


# What could end a Markdown link, an attribute or emphasis; browsers read the entities back.
_ENTITIES = {mark: f"&#{ord(mark)};" for mark in "&'()*_~!$@"}
