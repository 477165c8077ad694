"""Words in, the places out where a line may break off without leaving half a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from generator import lexicon


def closes(words: Sequence[str]) -> bytes:
    """For each word, whether a phrase is whole with it: behind a comma, before "of" and "that".

    "urged the Foreign Minister | of China | to press Iran".
    """
    openers = lexicon.words("phrase_openers")
    opens = [word.lower() in openers for word in words]
    return bytes(
        not opens[n] and (words[n][-1] in ",;:—–" or n + 1 == len(words) or opens[n + 1]) for n in range(len(words))
    )


def break_before(first: int, after: int, closing: bytes) -> int:
    """Where a line of the words from `first` breaks off that has no room for the word `after`: behind a whole phrase.

    `after` itself where that would cost more than half of its words: so few say nothing.
    """
    for cut in range(after, first + (after - first) // 2, -1):
        if closing[cut - 1]:
            return cut
    return after
