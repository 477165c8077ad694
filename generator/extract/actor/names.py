"""A text in, the names printed in it out: token ranges with the title before each, not yet told what they name."""

from __future__ import annotations

from generator import lexicon
from generator.extract.actor.capitals import find_capitals, is_headline
from generator.extract.actor.parts import seen, split_run
from generator.extract.actor.runs import find_end
from generator.extract.actor.seen import Lists, Seen, read_lists
from generator.extract.common.datelines import dateline_tokens
from generator.model import Text


def find_names(text: Text) -> list[Seen]:
    """Names in reading order, not overlapping.

    A title without a name ("the Prime Minister") is none. In headlines only names count that the body has too.
    """
    lists = read_lists()
    marked = _marked(text)
    capitals = find_capitals(text, lists, marked)
    for token in (*dateline_tokens(text), *_lone_days(text, lists, capitals)):
        capitals[token] = False
    found: list[Seen] = []
    headlines: list[tuple[int, int]] = []
    for first, last in text.sentences:
        headline = is_headline(text, first, last)
        if headline:
            headlines.append((first, last))
        here = first
        while here < last:
            if not capitals[here]:
                here += 1
                continue
            end = find_end(text, capitals, lists, here, last)
            found += split_run(text, lists, here, end, headline)
            here = end
    found = [_without_party(text, lists, _without_office(text, lists, name)) for name in found if not _is_markup(name)]
    found = _without_pairs(found)
    body = [name for name in found if not name.is_headline]
    if not body:
        return found
    inside = _in_headlines(text, body, headlines)
    covered = {token for name in inside for token in range(name.first, name.last)}
    own = [name for name in found if name.is_headline and _stands_alone(name, lists, marked, covered)]
    return sorted(body + inside + own, key=lambda name: name.first)


def _lone_days(text: Text, lists: Lists, capitals: list[bool]) -> list[int]:
    """ "His doctor Friday", "in Florida Friday": days that are no part of a name; in "Super Tuesday" they are."""
    days = lexicon.table("weekdays")
    found = [token for token, word in enumerate(text.words) if word.lower() in days]
    return [
        token
        for token in found
        if not any(capitals[token + 1 : token + 2])
        and not (token and capitals[token - 1] and not _ends_before_day(text, lists, token - 1))
    ]


def _ends_before_day(text: Text, lists: Lists, token: int) -> bool:
    word = text.words[token]
    return word in lexicon.words("places") or word in lists.countries or word.lower() in lists.titles


def _is_markup(name: Seen) -> bool:
    """ "author=", "before.@AnnLee": signs that no name has."""
    return not _SIGNS.isdisjoint("".join(name.words))


_SIGNS = frozenset('=@"“”<>{}|\\')


def _marked(text: Text) -> list[bool]:
    marked = [False] * len(text)
    for name in text.names:
        for token in range(name.first, name.last):
            marked[token] = True
    return marked


def _without_office(text: Text, lists: Lists, name: Seen) -> Seen:
    """ "Clinton Chief of Staff Cheryl Mills": an office behind a name is none of its words."""
    is_office = name.words[-1].lower() in lists.titles and text.words[name.last : name.last + 1] == ["of"]
    if len(name.words) != 2 or not is_office or name.title:
        return name
    return seen(text, name.first, name.last - 1, None, None, name.is_headline)


def _without_party(text: Text, lists: Lists, name: Seen) -> Seen:
    """ "Democrat Ann Lee", "Republican Bo Ek": whose side somebody is on is no part of the name."""
    is_side = name.words[0].casefold() in _SIDES or name.words[0] in lists.demonyms
    if len(name.words) < 3 or not is_side or name.title or name.words[1] not in lists.given:
        return name
    return seen(text, name.first + 1, name.last, None, None, name.is_headline)


_SIDES = frozenset({"democrat", "democratic", "republican", "libertarian", "independent", "conservative", "socialist"})


def _without_pairs(found: list[Seen]) -> list[Seen]:
    """Without "Clinton-Trump" and the like: two names that the document has each for itself."""
    single = {name.words[-1] for name in found}
    return [
        name
        for name in found
        if not (len(name.words) == 1 and "-" in name.words[0] and set(name.words[0].split("-")) <= single)
    ]


def _stands_alone(name: Seen, lists: Lists, marked: list[bool], covered: set[int]) -> bool:
    """A name that only a headline has: the recogniser sees it, and none of its words is a common one."""
    tokens = range(name.first, name.last)
    if len(name.words) < 2 or not covered.isdisjoint(tokens):
        return False
    return all(marked[token] for token in tokens) and not any(word.lower() in lists.common for word in name.words)


def _in_headlines(text: Text, body: list[Seen], headlines: list[tuple[int, int]]) -> list[Seen]:
    """The body's names where headlines print them, the longest first: in a headline all words have capitals."""
    known: dict[str, list[tuple[str, ...]]] = {}
    for name in body:
        forms = {tuple(text.words[name.first : name.last])}
        if (name.honorific or name.title or len(name.words) in (2, 3)) and text.words[name.last - 1][0].isupper():
            forms.add((text.words[name.last - 1],))
        for words in forms:
            known.setdefault(words[0], []).append(words)
    for forms_ in known.values():
        forms_.sort(key=lambda form: -len(form))
    alone = {name.key for name in body}
    found = []
    for first, last in headlines:
        here = first
        while here < last:
            form = next(
                (
                    f
                    for f in known.get(text.words[here], ())
                    if tuple(text.words[here : here + len(f)]) == f and here + len(f) <= last
                ),
                None,
            )
            if form is None or (
                len(form) == 1
                and form[0].casefold().replace(".", "") not in alone
                and form[0].lower() in lexicon.words("common_words")
            ):
                here += 1
                continue
            found.append(seen(text, here, here + len(form), None, None, True))
            here += len(form)
    return found
