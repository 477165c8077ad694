"""A page with the theme's inline scripts in, the same page with files in their place out, for `script-src 'self'`."""

from __future__ import annotations

import hashlib
import re

# The theme's own: without attributes. Article text cannot hold one (render/escape.py), and data blocks such as the
# theme's settings have a type.
_INLINE = re.compile(r"<script>(?!</script>)([^<]*(?:<(?!/?script>)[^<]*)*)</script>")
# Every page loads the theme's bundle; what stands before its name leads to the site's root.
_ROOT = re.compile(r'<script (?:defer )?src="([^"]*)assets/javascripts/bundle\b')
FOLDER = "assets/javascripts/inline"


def separate(html: str) -> tuple[str, dict[str, str]]:
    """The page, and its scripts by their path below the site. A page without the theme's bundle stays as it is."""
    root = _ROOT.search(html)
    if root is None:
        return html, {}
    scripts: dict[str, str] = {}

    def linked(match: re.Match[str]) -> str:
        path = f"{FOLDER}/{hashlib.sha256(match[1].encode()).hexdigest()[:8]}.js"
        scripts[path] = match[1]
        return f'<script src="{root[1]}{path}"></script>'

    return _INLINE.sub(linked, html), scripts
