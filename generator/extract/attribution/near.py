"""Claims by place, so that a quotation looks at its neighbours only, however long the paragraph."""

from __future__ import annotations

from generator.extract.attribution.claim import Claim
from generator.model import Text

# Tokens to a block; a stretch sees the claims of its own block and of the two beside it. No sentence is as long.
_BLOCK = 500


class Near:
    """Claims under the paragraph and block of a token."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._blocks: dict[tuple[int, int], list[Claim]] = {}

    def add(self, claim: Claim, token: int) -> None:
        """Put a claim where its cue stands, or its content when it has none."""
        self._blocks.setdefault((self._text.paragraph_of[token], token // _BLOCK), []).append(claim)

    def of(self, token: int) -> list[Claim]:
        """Those of the token's paragraph, near to it."""
        paragraph, block = self._text.paragraph_of[token], token // _BLOCK
        return [claim for at in range(block - 1, block + 2) for claim in self._blocks.get((paragraph, at), ())]
