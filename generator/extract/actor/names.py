"""A text in, the names printed in it out: token ranges with the title before each, not yet told what they name."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicon
from generator.model import Text

# A sentence with this share of capitalised words (and at least so many words) is a headline: capitals mean nothing in it.
HEADLINE_SHARE, HEADLINE_WORDS = 0.6, 4
_CLOSED = frozenset("DT IN PRP PRP$ CC MD WDT WP WP$ WRB EX RB RBR RBS TO UH CD VBZ VBP VBD VBG VB VBN RP PDT".split())
# With a small letter these are adjectives or part of another phrase.
_NO_TITLE_SMALL = frozenset({"major", "general", "private", "chief", "assistant", "principal", "crown", "deputy"})
_BEFORE_MONTHS = frozenset("in on since by until till last this next of late early mid during from to through".split())
_TAKES_ON = frozenset("council committee subcommittee commission conference center centre institute forum panel".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """One name as printed: tokens `[first, last)`."""

    first: int
    last: int
    words: tuple[str, ...]
    """Straight apostrophes, hyphens kept as tokens of their own joined to their neighbours: "Ki-moon"."""
    title: tuple[int, int] | None = None
    """Tokens of the title before it: "Foreign Minister", "Mr."."""
    honorific: str | None = None
    """Gender that an honorific tells: "f", "m" or "u"; None without one."""
    is_headline: bool = False

    @property
    def key(self) -> str:
        return " ".join(self.words).casefold().replace(".", "")


@dataclass(frozen=True, slots=True)
class _Lists:
    honorifics: dict[str, str]
    titles: frozenset[str]
    organizations: frozenset[str]
    particles: frozenset[str]
    function: frozenset[str]
    things: frozenset[str]
    tails: frozenset[str]
    extensions: frozenset[str]
    months: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]
    given: dict[str, str]
    countries: dict[str, str]
    demonyms: dict[str, str]


def _lists() -> _Lists:
    return _Lists(
        honorifics=lexicon.table("honorifics"),
        titles=lexicon.words("titles"),
        organizations=lexicon.words("organization_words"),
        particles=lexicon.words("name_particles"),
        function=lexicon.words("function_words"),
        months=frozenset(word.casefold() for word in lexicon.table("months")),
        extensions=frozenset(lexicon.table("name_extensions")),
        tails=lexicon.words("hyphen_tails"),
        things=lexicon.words("thing_words"),
        places=lexicon.words("place_words"),
        common=lexicon.words("common_words"),
        people=lexicon.words("people_nouns"),
        given=lexicon.table("given_names"),
        countries=lexicon.table("countries"),
        demonyms=lexicon.table("demonyms"),
    )


def find_names(text: Text) -> list[Seen]:
    """Names in reading order, not overlapping.

    A title without a name ("the Prime Minister") is none. In headlines only names count that the body has too.
    """
    lists = _lists()
    marked = _marked(text)
    capitals = _capitals(text, lists, marked)
    found: list[Seen] = []
    headlines: list[tuple[int, int]] = []
    for first, last in text.sentences:
        headline = _is_headline(text, first, last)
        if headline:
            headlines.append((first, last))
        here = first
        while here < last:
            if not capitals[here]:
                here += 1
                continue
            end = _extend(text, capitals, lists, here, last)
            found += _split(text, lists, here, end, headline)
            here = end
    found = _without_pairs(found)
    body = [name for name in found if not name.is_headline]
    if not body:
        return found
    inside = _in_headlines(text, body, headlines)
    covered = {token for name in inside for token in range(name.first, name.last)}
    own = [name for name in found if name.is_headline and _stands_alone(name, lists, marked, covered)]
    return sorted(body + inside + own, key=lambda name: name.first)


def _marked(text: Text) -> list[bool]:
    marked = [False] * len(text)
    for name in text.names:
        for token in range(name.first, name.last):
            marked[token] = True
    return marked


def _is_headline(text: Text, first: int, last: int) -> bool:
    """Whether plain words carry capitals too: no long plain word is small, and one at least is large."""
    function, common = lexicon.words("function_words"), lexicon.words("common_words")
    words = [w for w in text.words[first:last] if w[0].isalpha()]
    if len(words) < HEADLINE_WORDS:
        return False
    small = [w for w in words if w[0].islower() and len(w) > 3 and w not in function]
    large = sum(w[0].isupper() for w in words)
    # A sentence that lists names has a small verb; a caption of names has no large plain word after its first.
    plain = any(w[0].isupper() and (w.lower() in common or w.lower() in function) for w in words[1:])
    return not small and plain and large >= HEADLINE_SHARE * len(words)


def _capitals(text: Text, lists: _Lists, marked: list[bool]) -> list[bool]:
    """For each token whether its capital letter speaks for a name."""
    words, tags = text.words, text.tags
    capitals = [w[0].isupper() and tags[i] not in ("PRP", "PRP$", "DT") for i, w in enumerate(words)]
    inside, alone = _inside(text, capitals)
    for i, word in enumerate(words):
        if not capitals[i]:
            # "eBay", "al-Shabaab" and the like.
            capitals[i] = word[0].islower() and len(word) > 2 and any("A" <= c <= "Z" for c in word[1:]) and tags[i] != "CD"
            continue
        if not _starts(text, i):
            after_given = capitals[i - 1] and words[i - 1] in lists.given
            capitals[i] = tags[i].startswith("NNP") or (len(word) > 1 and (word.lower() not in lists.function or after_given))
            continue
        lower = word.lower()
        follows = i + 1 < len(words) and words[i + 1][0].isupper() and text.sentence_of[i] == text.sentence_of[i + 1]
        if tags[i] in ("NNP", "NNPS"):
            plain = (
                lower in lists.common or lower in lists.people or lower.removesuffix("s") in lists.people
            ) and lower not in lists.titles
            capitals[i] = not plain or (follows and word in inside) or word in alone or (follows and marked[i])
        elif lower in lists.function:
            capitals[i] = False
        elif tags[i] in _CLOSED and not marked[i]:
            capitals[i] = lower not in lists.common and (word in inside or follows)
        else:
            known = word in lists.given or word in lists.countries or word in lists.demonyms
            named = lower not in lists.common and lower not in lists.people
            seen = word in alone or (follows and word in inside)
            capitals[i] = seen or known or (named and follows) or (follows and lower in lists.titles)
    return capitals


def _inside(text: Text, capitals: list[bool]) -> tuple[set[str], set[str]]:
    """Words whose capital no sentence start explains; and those of them that stand there without another before or after."""
    inside: set[str] = set()
    alone: set[str] = set()
    for first, last in text.sentences:
        if _is_headline(text, first, last):
            continue
        for i in range(first + 1, last):
            if capitals[i] and not _starts(text, i):
                inside.add(text.words[i])
                if not capitals[i - 1] and not (i + 1 < last and capitals[i + 1]):
                    alone.add(text.words[i])
    return inside, alone


def _starts(text: Text, token: int) -> bool:
    """Whether a capital letter is due here anyway: at the start of a sentence or of speech."""
    first, _ = text.sentences[text.sentence_of[token]]
    if token == first:
        return True
    before = text.words[token - 1]
    return before in ("“", '"', "''", "``", "‘", "'", "•", "*", "—", ":", "(") or (
        token - 1 == first and not before[0].isalpha()
    )


def _extend(text: Text, capitals: list[bool], lists: _Lists, first: int, last: int) -> int:
    """End of the name that starts at `first`; never past `last`."""
    words, tags, starts, ends = text.words, text.tags, text.starts, text.ends

    def capital(i: int) -> bool:
        return i < last and capitals[i]

    end, opened = first + 1, False
    while end < last:
        word, before = words[end], words[end - 1].lower()
        if capitals[end]:
            if tags[end] in ("VBZ", "VBP", "VBD", "MD") and word.lower() in lists.common:
                break
            end += 1
        elif (word in ("-", "‐", "‑") or word == "–" and capital(end + 1)) and starts[end] == ends[end - 1] and end + 1 < last and starts[end + 1] == ends[end]:
            after = words[end + 1]
            if not capital(end + 1) and not _is_given_tail(lists, words[first:end], after):
                break
            end += 2
        elif word == "&" and capital(end + 1):
            end += 2
        elif word == "of" and (before in lists.organizations or before in ("statistics", "bank")):
            step = 2 if end + 2 < last and words[end + 1].lower() == "the" else 1
            if not capital(end + step):
                break
            end, opened = end + step + 1, True
        elif (word == "for" and before in lists.organizations) or (word in ("on", "against", "for") and before in _TAKES_ON):
            step = 2 if end + 2 < last and words[end + 1].lower() == "the" else 1
            after = words[end + step] if capital(end + step) else ""
            if not after.isalpha() or after.isupper() or after.lower() in lists.things:
                break
            end, opened = end + step + 1, True
        elif word == "for" and opened and capital(end + 1) and words[end + 1].lower() in lists.common:
            end += 2
        elif len(word) < 3 and word.isdigit() and capital(end + 1) and before not in lists.things and words[end + 1].lower() not in lists.things:
            end += 2
        elif word == "and" and capital(end + 1) and _joins(text, lists, capitals, first, end, opened, last):
            end += 2
        elif word in ("'s", "’s", "'", "’") and before in ("people", "peoples", "women", "men", "children", "workers", "farmers", "veterans", "teachers", "a&m") and capital(end + 1):
            end += 2
        elif word.lower() in lists.particles and capital(end + 1) and words[end - 1] not in lists.countries:
            end += 2
        elif word.lower() in lists.particles and end + 2 < last and words[end + 1].lower() in lists.particles and capital(end + 2):
            end += 3
        elif word == "," and capital(end + 1) and words[end + 1].lower().rstrip(".") in ("inc", "llc", "ltd", "jr", "sr", "corp", "co"):
            end += 2
        else:
            break
    return end


def _is_given_tail(lists: _Lists, before: list[str], after: str) -> bool:
    """ "Ban Ki-moon", "Kim Jong-un" and "Chung-tai", but not "Saudi-led" or "Hong Kong-based"."""
    if not after.isalpha() or after in lists.tails or len(after) > 6:
        return False
    return after not in lists.common or (len(before) > 1 and 1 < len(before[-1]) < 6 and not after.endswith("ed"))


def _joins(text: Text, lists: _Lists, capitals: list[bool], first: int, here: int, opened: bool, last: int) -> bool:
    """Whether "and" at `here` stands inside one name: "Food and Drug Administration", "Center for Strategic and …"."""
    left = text.words[here - 1]
    if first == here - 1 and first and text.words[first - 1] == "The" and not _starts(text, first - 1):
        # "in The Globe and Mail": the article with a capital says that a title follows.
        return True
    if left.lower() in lists.organizations or left.lower() in lists.places:
        return False
    right = here + 1
    while right < last and capitals[right]:
        right += 1
    tail = text.words[right - 1].lower()
    if left.lower() in lists.common and text.words[here + 1].lower() in lists.common and tail in lists.organizations and right - here > 2:
        return True
    if text.heads[here - 1] > here + 1 and text.words[text.heads[here - 1]].lower() in lists.organizations:
        # "Google and Facebook executives" has two names; their joint head is no organization word with a capital.
        return capitals[text.heads[here - 1]] and left not in lists.countries and left not in lists.given
    if not opened:
        return False
    if right - here == 2 and text.tags[here - 1].endswith("S") and text.tags[here + 1].endswith("S") and left.endswith("s"):
        return True
    open_left = left.lower() in lists.common or text.tags[here - 1] in ("JJ", "NN", "NNS")
    return (open_left or tail in ("studies", "affairs", "services")) and (
        text.words[here + 1] not in lists.given
    )


def _split(text: Text, lists: _Lists, first: int, last: int, headline: bool) -> list[Seen]:
    """A run of capitals as names: titles are taken off, a name inside the title is kept ("NASA Administrator …")."""
    words = text.words
    if first > 1 and words[first - 1] in ("-", "‑") and words[first - 2].lower() in ("pro", "anti", "non", "ex", "post", "pre"):
        # "pro-Beijing New People's Party": the first word belongs to the adjective.
        first += 1
    elif last - first > 3 and words[first].lower() in ("pro", "anti") and words[first + 1] == "-":
        first += 3
    if first >= last or last - first == 1 and _is_month(text, first, lists):
        return []
    if len(words[first]) == 1 and words[first + 1 : first + 2] == ["-"] or first and words[first - 1] in ("#", "@"):
        # "R-Texas" is a party and a state, "#ThisIsUs" a slogan.
        return []
    start, title_end, gender = first, first, None
    for i in range(first, last):
        lower = words[i].lower()
        if words[i] in lists.honorifics and (i + 1 < last) and not (i > first and words[i] in lists.given):
            gender, start, title_end = lists.honorifics[words[i]], i + 1, i + 1
        elif lower in lists.titles and not (i + 1 < last and words[i + 1].lower() in ("of", "for", "-")) and not (
            i > first and (words[i - 1] in lists.given or words[i - 1] in ("-", "&")) and i == last - 1 and lower[-1] != "."
        ):
            if not _is_organization_tail(words, i, last, lists):
                start, title_end = i + 1, i + 1
    found: list[Seen] = []
    if start > first and start > first:
        found += _inside_title(text, lists, first, start, headline)
    last = _with_extension(text, lists, start, last)
    if start < last:
        start = _after_office(text, lists, first, start, last)
        begin = _office_start(text, lists, first, start)
        title = (begin, start) if start > first else _title_before(text, lists, first)
        name = _seen(text, start, last, title, gender, headline)
        found += _cut_after_organization(text, lists, name)
        if words[last - 1] in lists.extensions and words[first:last] and start < last - 1:
            # "the Clinton campaign" names Clinton too.
            found.append(_seen(text, start, last - 1, None, None, headline))
    return found


def _with_extension(text: Text, lists: _Lists, first: int, last: int) -> int:
    """ "the Clinton campaign", "the Mexican government": the small word behind belongs to the name, but not in
    "a Clinton campaign rally"."""
    if not first < last < len(text) or text.words[last] not in lists.extensions or text.sentence_of[last] != text.sentence_of[first]:
        return last
    if text.words[last - 1].lower() in lists.organizations or text.tags[last] not in ("NN", "NNS"):
        return last
    after = last + 1
    if after < len(text) and text.tags[after].startswith("NN") and text.words[after][0].islower() and text.lemmas[after] not in lists.people:
        return last
    return last + 1


def _is_month(text: Text, token: int, lists: _Lists) -> bool:
    """ "May 18", "in August": months that are given names too."""
    if text.words[token].lower() not in lists.months:
        return False
    after = text.tags[token + 1] if token + 1 < len(text) else ""
    before = text.words[token - 1].lower() if token else ""
    return after == "CD" or before.isdigit() or before in _BEFORE_MONTHS


def _cut_after_organization(text: Text, lists: _Lists, name: Seen) -> list[Seen]:
    """ "University of Texas Amneh Jafari", "NASA Bill Ingalls": an employer with its person behind it is two names."""
    words = text.words
    cut = name.last - 2
    if name.last - name.first < 3 or words[cut] not in lists.given or words[cut + 1].lower() in lists.organizations | lists.places | lists.things:
        return [name]
    head = words[name.first : cut]
    opener = head[0].isupper() and len(head) == 1 and head[0] == head[0].upper() and len(head[0]) > 2 and "." not in head[0]
    organization = any(w.lower() in lists.organizations for w in head) and head[-1] not in ("of", "for", "the", "and", "&", "-")
    if not (opener or organization):
        return [name]
    return [
        _seen(text, name.first, cut, name.title, None, name.is_headline),
        _seen(text, cut, name.last, None, None, name.is_headline),
    ]


def _is_organization_tail(words: list[str], title: int, last: int, lists: _Lists) -> bool:
    """ "Justice Department", "Executive Board", "Attorney General's Office": the word belongs to an organization."""
    return title + 1 < last and any(words[k].lower() in lists.organizations for k in range(title + 1, last)) and (
        words[title + 1] not in lists.given
    )


def _inside_title(text: Text, lists: _Lists, first: int, start: int, headline: bool) -> list[Seen]:
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
    return [_seen(text, first, end, None, None, headline)] if end > first else []


def _after_office(text: Text, lists: _Lists, first: int, start: int, last: int) -> int:
    """ "(Secretary of) State John Kerry", "(Minister for) Foreign Affairs Wang Yi": where the person starts."""
    before = text.words[first - 2].lower() if first >= 2 else ""
    if start != first or text.words[first - 1] not in ("of", "for") or before not in lists.titles:
        return start
    for i in range(first + 1, last - 1):
        if text.words[i] in lists.given:
            return i
    return start


def _office_start(text: Text, lists: _Lists, first: int, start: int) -> int:
    """Where the title before `start` begins: "of State" takes "Secretary" in."""
    if first >= 2 and start > first and text.words[first - 1] in ("of", "for") and text.words[first - 2].lower() in lists.titles:
        return first - 2
    return first


def _title_before(text: Text, lists: _Lists, first: int) -> tuple[int, int] | None:
    """A title in small letters directly before the name: "chancellor Angela Merkel"."""
    if first and text.words[first - 1].lower() in lists.titles - _NO_TITLE_SMALL and text.sentence_of[first - 1] == text.sentence_of[first]:
        return first - 1, first
    return None


def _seen(
    text: Text, first: int, last: int, title: tuple[int, int] | None, gender: str | None, headline: bool
) -> Seen:
    parts: list[str] = []
    for i in range(first, last):
        word = text.words[i].replace("’", "'")
        if i > first and text.starts[i] == text.ends[i - 1]:
            parts[-1] += word
        else:
            parts.append(word)
    return Seen(first, last, tuple(parts), title, gender, headline)


def _without_pairs(found: list[Seen]) -> list[Seen]:
    """Without "Clinton-Trump" and the like: two names that the document has each for itself."""
    single = {name.words[-1] for name in found}
    return [
        name
        for name in found
        if not (len(name.words) == 1 and "-" in name.words[0] and set(name.words[0].split("-")) <= single)
    ]


def _stands_alone(name: Seen, lists: _Lists, marked: list[bool], covered: set[int]) -> bool:
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
        for form in forms:
            known.setdefault(form[0], []).append(form)
    for forms_ in known.values():
        forms_.sort(key=lambda form: -len(form))
    alone = {name.key for name in body}
    found = []
    for first, last in headlines:
        here = first
        while here < last:
            form = next((f for f in known.get(text.words[here], ()) if tuple(text.words[here : here + len(f)]) == f and here + len(f) <= last), None)
            if form is None or (len(form) == 1 and form[0].casefold().replace(".", "") not in alone and form[0].lower() in lexicon.words("common_words")):
                here += 1
                continue
            found.append(_seen(text, here, here + len(form), None, None, True))
            here += len(form)
    return found
