"""A run of capitals in, the names in it out: titles taken off, employers and persons told apart."""

from __future__ import annotations

from generator import lexicon
from generator.extract.actor.seen import Lists, Seen
from generator.model import Text


def split_run(text: Text, lists: Lists, first: int, last: int, headline: bool) -> list[Seen]:
    """A run of capitals as names: titles are taken off, a name inside the title is kept ("NASA Administrator …")."""
    words = text.words
    first = _after_prefix(words, lists, first, last)
    first += _is_plain_noun(text, lists, first, last)
    if first >= last or _is_no_name(text, lists, first, last):
        return []
    start, gender = _after_title(words, lists, first, last)
    gender = gender or _shouted_honorific(words, lists, first)
    found = _inside_title(text, lists, first, start, headline) if start > first else []
    last = _with_extension(text, lists, start, last)
    if start < last:
        start = _after_office(text, lists, first, start, last)
        begin = _office_start(text, lists, first, start)
        title = (begin, start) if start > first else _title_before(text, lists, first)
        found += _cut_after_organization(text, lists, seen(text, start, last, title, gender, headline))
        if words[last - 1] in lists.extensions and start < last - 1:
            # "the Clinton campaign" names Clinton too.
            found.append(seen(text, start, last - 1, None, None, headline))
    return found


def _is_plain_noun(text: Text, lists: Lists, first: int, last: int) -> bool:
    """ "Striker Ann Lee scored": the noun has its capital from the sentence's start."""
    words = text.words
    if last - first != 3 or text.tags[first] != "NN" or words[last - 1].lower() in lists.organizations:
        return False
    if words[first].lower() in lists.people:
        return True
    return words[first].lower() in lists.common and not any(
        words[i].lower() in lists.common or words[i] in lists.countries or text.tags[i] != "NNP"
        for i in range(first + 1, last)
    )


def _after_prefix(words: list[str], lists: Lists, first: int, last: int) -> int:
    """Where the name begins behind "pro-": in "pro-Beijing New People's Party" at "New"."""
    if first > 1 and words[first - 1] in ("-", "‑") and words[first - 2].lower() in lists.prefixes:
        return first + 1
    if last - first > 3 and words[first].lower() in lists.prefixes and words[first + 1] == "-":
        return first + 3
    return first


def _is_no_name(text: Text, lists: Lists, first: int, last: int) -> bool:
    """ "May 18"; "R-Texas", a party and a state; "#ThisIsUs", a slogan."""
    words = text.words
    if last - first == 1 and _is_month(text, first, lists):
        return True
    if last - first == 1 and _shouted_honorific(words, lists, last + 1):
        return True
    return (len(words[first]) == 1 and words[first + 1 : first + 2] == ["-"]) or (
        first > 0 and words[first - 1] in "#@"
    )


def _shouted_honorific(words: list[str], lists: Lists, first: int) -> str | None:
    """The gender that "MS." before `first` tells; its full stop was taken for a sentence's end."""
    if first < 2 or words[first - 1 : first] != ["."] or not words[first - 2].isupper():
        return None
    return lists.honorifics.get(words[first - 2].capitalize() + ".")


def _after_title(words: list[str], lists: Lists, first: int, last: int) -> tuple[int, str | None]:
    """Where the name begins behind titles and honorifics, and the gender that an honorific tells."""
    start, gender = first, None
    for i in range(first, last):
        lower, after = words[i].lower(), words[i + 1].lower() if i + 1 < last else ""
        honorific = words[i].capitalize() if lower[-1] == "." and words[i].isupper() else words[i]  # "MS. OKAFOR:"
        if honorific in lists.honorifics and after and not (i > first and words[i] in lists.given):
            gender, start = lists.honorifics[honorific], i + 1
        elif lower in lists.titles and after not in ("of", "for", "-"):
            # "Dennis Major" ends in a surname.
            surname = (
                i > first
                and i == last - 1
                and lower[-1] != "."
                and (words[i - 1] in lists.given or words[i - 1] in "-&")
                and words[i - 1] not in lexicon.words("places")  # "Indiana Governor"
            )
            if not surname and not _is_organization_tail(words, i, last, lists):
                start = i + 1
    return start, gender


def _with_extension(text: Text, lists: Lists, first: int, last: int) -> int:
    """ "the Clinton campaign", "the Mexican government": the small word behind belongs to the name, but not in
    "a Clinton campaign rally"."""
    if (
        not first < last < len(text)
        or text.words[last] not in lists.extensions
        or text.sentence_of[last] != text.sentence_of[first]
    ):
        return last
    if text.words[last - 1].lower() in lists.organizations or text.tags[last] not in ("NN", "NNS"):
        return last
    after = last + 1
    if (
        after < len(text)
        and text.tags[after].startswith("NN")
        and text.words[after][0].islower()
        and text.lemmas[after] not in lists.people
    ):
        return last
    return last + 1


def _is_month(text: Text, token: int, lists: Lists) -> bool:
    """ "May 18", "in August": months that are given names too."""
    if text.words[token].lower() not in lists.months:
        return False
    after = text.tags[token + 1] if token + 1 < len(text) else ""
    before = text.words[token - 1].lower() if token else ""
    return after == "CD" or before.isdigit() or before in lists.before_months


def _cut_after_organization(text: Text, lists: Lists, name: Seen) -> list[Seen]:
    """ "University of Texas Amneh Jafari", "NASA Bill Ingalls": an employer with its person behind it is two names."""
    words = text.words
    cut = name.last - 2
    if (
        name.last - name.first < 3
        or words[cut] not in lists.given
        or words[cut + 1].lower() in lists.organizations | lists.places | lists.things
    ):
        return [name]
    head = words[name.first : cut]
    opener = (
        head[0].isupper() and len(head) == 1 and head[0] == head[0].upper() and len(head[0]) > 2 and "." not in head[0]
    )
    organization = any(w.lower() in lists.organizations for w in head) and head[-1] not in (
        "of",
        "for",
        "the",
        "and",
        "&",
        "-",
    )
    if not (opener or organization):
        return [name]
    return [
        seen(text, name.first, cut, name.title, None, name.is_headline),
        seen(text, cut, name.last, None, None, name.is_headline),
    ]


def _is_organization_tail(words: list[str], title: int, last: int, lists: Lists) -> bool:
    """ "Justice Department", "Executive Board", "Attorney General's Office": the word belongs to an organization."""
    return (
        title + 1 < last
        and any(words[k].lower() in lists.organizations for k in range(title + 1, last))
        and (words[title + 1] not in lists.given)
    )


def _inside_title(text: Text, lists: Lists, first: int, start: int, headline: bool) -> list[Seen]:
    """The organization or country that opens a title: "U.S. President", "NASA Administrator", "House Speaker"."""
    end = first
    for i in range(first, start):
        word = text.words[i]
        if word in lists.honorifics or word.lower() in lists.titles:
            break
        if word in lists.countries or (word.isupper() and len(word) > 1) or word.lower() in lists.organizations:
            end = i + 1
    two = " ".join(text.words[first : first + 2])
    if two in lists.countries:
        end = max(end, first + 2)
    return [seen(text, first, end, None, None, headline)] if end > first else []


def _after_office(text: Text, lists: Lists, first: int, start: int, last: int) -> int:
    """ "(Secretary of) State John Kerry", "(Minister for) Foreign Affairs Wang Yi": where the person starts."""
    before = text.words[first - 2].lower() if first >= 2 else ""
    if start != first or text.words[first - 1] not in ("of", "for") or before not in lists.titles:
        return start
    for i in range(first + 1, last - 1):
        if text.words[i] in lists.given:
            return i
    return start


def _office_start(text: Text, lists: Lists, first: int, start: int) -> int:
    """Where the title before `start` begins: "of State" takes "Secretary" in, "for Mayor" takes in no "spokesman"."""
    if (
        first >= 2
        and start > first
        and text.words[first].lower() not in lists.titles
        and text.words[first] not in lists.honorifics
        and text.words[first - 1] in ("of", "for")
        and text.words[first - 2].lower() in lists.titles
    ):
        return first - 2
    return first


def _title_before(text: Text, lists: Lists, first: int) -> tuple[int, int] | None:
    """A title in small letters directly before the name: "chancellor Angela Merkel"."""
    if (
        first
        and text.words[first - 1].lower() in lists.titles
        and text.words[first - 1] not in lists.small_titles
        and text.sentence_of[first - 1] == text.sentence_of[first]
    ):
        return first - 1, first
    return None


def seen(text: Text, first: int, last: int, title: tuple[int, int] | None, gender: str | None, headline: bool) -> Seen:
    parts: list[str] = []
    for i in range(first, last):
        word = text.words[i].replace("’", "'")
        if i > first and text.starts[i] == text.ends[i - 1]:
            parts[-1] += word
        else:
            parts.append(word)
    return Seen(first, last, tuple(parts), title, gender, headline)
