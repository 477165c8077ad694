"""A file name in, the name of the article's pages out."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Long enough to be recognised, short enough for any file system once folders and endings are added.
LONGEST = 80


def slug_of(stem: str) -> str:
    """Lower-case [a-z0-9-], never empty: "Élysée talks" becomes "elysee-talks".

    Where letters are lost (other scripts, very long names) six digits of the name's hash keep two names apart. It
    depends on the name alone, so that no address changes when another article is added.
    """
    folded = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c))
    kept = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    is_whole = kept != "" and len(kept) <= LONGEST and all(c.isascii() for c in folded.lower() if c.isalnum())
    if is_whole:
        return kept
    digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{kept[:LONGEST].strip('-') or 'article'}-{digest}"
