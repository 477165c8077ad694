"""Material's search index in, the same with the other ways in which its words are typed out.

The words go into a field of their own: results show title and text only, just as the page has them. Material's index
takes any field that its configuration names (tests/plugin/test_search_forms.py asks a browser).
"""

from __future__ import annotations

import html
import json
import re
import unicodedata

FIELD = "folded"
# As much as the text, so that "detente" finds what "détente" finds, in the same order.
BOOST = 1.0
# Titles of the front matter come with numbers for their punctuation; Material's highlighting would cut them up.
_NUMBER = re.compile(r"&#(\d{2,3});")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]")
# O’Brien, d’Estaing; what is longer before the mark is a possessive.
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’][^\W\d_]{3,}")
# Longer ones are words in capitals; of these, agencies are rarely printed with stops.
MOST_CAPITALS = 3
# Letters that Unicode does not take apart into a letter and its mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)


def with_forms(index: str) -> str:
    """The index as JSON, a field more for each of its entries that has words with another form."""
    data = json.loads(index)
    data["config"].setdefault("fields", {})[FIELD] = {"boost": BOOST}
    for entry in data["docs"]:
        entry["title"] = _NUMBER.sub(_plain_mark, entry["title"])
        if found := forms(html.unescape(_TAG.sub(" ", f"{entry['title']} {entry['text']}"))):
            entry[FIELD] = " ".join(found)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _plain_mark(number: re.Match[str]) -> str:
    """The character that "&#126;" stands for, but for those that mean something in HTML."""
    mark = chr(int(number[1]))
    return number[0] if mark in "<>&\"'" else mark


def forms(text: str) -> list[str]:
    """Other ways of typing the words of `text`, sorted, each once: "detente", "US" for "U.S." and back."""
    found = {form for word in set(_WORD.findall(text)) for form in _forms(word)}
    return sorted(found)


def _forms(word: str) -> set[str]:
    bare = word.rstrip(".")
    found = {_plain(bare)}
    if _ELIDED.fullmatch(bare):
        found.add(_plain(bare.replace("'", "").replace("’", "")))
    if _INITIALS.fullmatch(word):
        found.add(_plain(word.replace(".", "")))
    elif 1 < len(bare) <= MOST_CAPITALS and bare.isalpha() and bare.isupper():
        found.add(".".join(_plain(bare)))
    # Words in other scripts, whose marks are letters of their own, have no plain form.
    return {form for form in found - {bare} if form.isascii()}


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
