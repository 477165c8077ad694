"""A headline in, the same with the small letters that its words have in running text out.

"Another Senator Backs The Bill" is no list of names; the models below read "Another senator backs the bill" better.
"""

from __future__ import annotations

import re
from collections import Counter

from generator import lexicon
from generator.language.lemmas import lemma

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?:;”\"\n]")
# Words from so many letters on are counted: "of" and "the" are small in most headlines.
TELLING = 4
# A headline of which so many telling words, the first one aside, have capital letters prints all words so.
CAPITALISED = 0.7
# Fewer telling words say nothing about how the headline is printed.
FEWEST = 3


def true_cased(headline: str, body: str) -> str:
    """Of the same length; unchanged where the headline prints names only with capital letters.

    A word keeps its capital where the article's sentences mostly print it with one, or where neither they nor the
    dictionary know it in small letters.
    """
    words = list(_WORD.finditer(headline))
    telling = [match.group() for match in words[1:] if len(match.group()) >= TELLING]
    if len(telling) < FEWEST or sum(w[0].isupper() for w in telling) < CAPITALISED * len(telling):
        return headline
    small, large = _counted(body)
    chars = list(headline)
    for match in words[1:]:
        word = match.group()
        low = word.lower()
        if len(low) != len(word) or not word[0].isupper() or (word.isupper() and low != "a"):
            continue
        if small[low] > large[low] or (not small[low] and not large[low] and _is_common(word)):
            chars[match.start() : match.end()] = low
    return "".join(chars)


def _counted(body: str) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in small letters, and with a capital letter where no sentence begins."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    honorifics = {title.rstrip(".") for title in lexicon.table("honorifics")}
    before = ""
    end = 0
    for match in _WORD.finditer(body):
        word = match.group()
        if word.islower():
            small[word] += 1
        elif before in honorifics or (before and not _SENTENCE_END.search(body, end, match.start())):
            large[word.lower()] += 1
        before, end = word, match.end()
    return small, large


def _is_common(name: str) -> bool:
    word = name.lower()
    if word in lexicon.words("function_words") or word in lexicon.words("modal_verbs"):
        return True
    if any(name in lexicon.table(table) for table in ("countries", "capitals", "demonyms")):
        return False
    forms = (word, lemma(word, "VBZ"), lemma(word, "NNS"))
    return any(
        form in lexicon.words(list_name) for list_name in ("common_words", "verbs", "people_nouns") for form in forms
    )
