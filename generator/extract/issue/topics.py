"""Phrases in, the topics of an article out: what it keeps coming back to, each with the places where it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator import lexicon
from generator.extract.common.stems import stem
from generator.extract.issue.phrases import (
    BROAD,
    FRAME,
    MATTER,
    NAME,
    OTHER,
    PLACE,
    PLAIN,
    Phrase,
    lemma_of_verb,
    noun_kind,
    with_complement,
)
from generator.model import Text


@dataclass(slots=True)
class Topic:
    """One candidate for an issue; filled while the phrases are read."""

    stems: tuple[str, ...]
    """One stem, or a modifier's and its head's; a place's whole name."""
    kind: str
    phrases: list[Phrase] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    """Indexes into `Article.paragraphs`, where its words stand in whatever form; -1 is the title."""
    weight: float = 0.0
    has_field: bool = False
    """A frame or another noun after its matter or field of policy: "tax plan", "military talks"."""
    is_section: bool = False
    """The article has a subheading for it."""

    @property
    def is_listed(self) -> bool:
        """The article calls it an issue by name."""
        return any(p.is_listed for p in self.phrases)

    @property
    def is_in_passing(self) -> bool:
        """Named once, where no matters are named."""
        return len(self.phrases) == 1 and not self.phrases[0].is_cued and not self.is_section


# What a head is worth as an issue's name, and what a place in the title or after a cue adds to the number of
# paragraphs. Chosen on the briefing benchmark by the mean over 48 settings, not the best single one (F1 .55 to .62).
_WORTH = {MATTER: 2.6, BROAD: 1.3, FRAME: 1.0, OTHER: 0.7, PLACE: 1.0, PLAIN: 0.5}
# "Climate change", "tax plan": a frame or any other noun after a matter.
MATTER_BEFORE = 2.0
# A matter that is named once only, where matters are named ("talks on artificial intelligence").
ONCE = 0.6
# … and one that is named once anywhere.
ONCE_IN_PASSING = 0.4
# … and one that the article calls an issue by name.
LISTED = 1.5
# A noun that is no known matter must come so often, or in so many paragraphs.
OFTEN = 3
IN_TITLE = 2.0
IN_TITLE_OF_FRAME = 0.3
CUED = 0.4
# A matter that mostly stands before other nouns, where they make a matter of their own: "trade blacklist".
MODIFIER = 0.7
# More paragraphs count for less and less: a topic of the whole article is one issue among others.
SPREAD_POWER = 0.6


def find_topics(text: Text, phrases: list[Phrase]) -> list[Topic]:
    """Heaviest first."""
    where = _places(text)
    topics: dict[tuple[str, ...], Topic] = {}
    for phrase in phrases:
        for stems, kind in _keys(text, phrase):
            topic = topics.get(stems)
            if topic is None:
                topic = topics[stems] = Topic(stems, kind)
            topic.phrases.append(phrase)
    found = []
    for topic in topics.values():
        topic.paragraphs = set.intersection(*(where[s] for s in topic.stems))
        topic.weight = _weight(text, topic)
        if topic.weight > 0:
            found.append(topic)
    return sorted(found, key=lambda t: (-t.weight, t.phrases[0].first))


def find_recurring_frames(text: Text, phrases: list[Phrase]) -> list[Topic]:
    """Words that frame a matter and come back in less than half of the article, heaviest first: "campaign", "views"."""
    where = _places(text)
    frames: dict[tuple[str, ...], Topic] = {}
    for phrase in phrases:
        if phrase.kind == FRAME:
            stems = phrase.stems[-1:]
            frames.setdefault(stems, Topic(stems, FRAME)).phrases.append(phrase)
    found = [topic for topic in frames.values() if len(topic.phrases) > 1]
    for topic in found:
        topic.paragraphs = set(where[topic.stems[0]])
        topic.weight = len(topic.paragraphs - {-1}) ** SPREAD_POWER * (1 + IN_TITLE_OF_FRAME * (-1 in topic.paragraphs))
    narrow = [t for t in found if len(t.paragraphs - {-1}) <= len(text.article.paragraphs) / 2]
    return sorted(narrow, key=lambda t: (-t.weight, t.phrases[0].first))


def find_title_topics(text: Text, phrases: list[Phrase]) -> list[Topic]:
    """What the title names in two telling words or more, heaviest first: "Harbour dredging plan stalls".

    Its paragraphs are those that hold one of these words; a word for a frame ("plan") or a plain one stands anywhere.
    """
    title = [_without_verb(text, p) for p in phrases if text.paragraph_of[p.first] < 0]
    return _composed(text, [p for p in title if p.kind in (MATTER, BROAD, FRAME, OTHER)])


def find_frame_topics(text: Text, phrases: list[Phrase]) -> list[Topic]:
    """For an article without a matter: what it frames as one, heaviest first: "opposition to the mayor"."""
    frames = [p for p in phrases if p.kind in (BROAD, FRAME) and text.paragraph_of[p.first] >= 0]
    return _composed(text, frames)


def _composed(text: Text, phrases: list[Phrase]) -> list[Topic]:
    """Topics of phrases with their complements, of those that come to two telling words or more."""
    where = _places(text)
    found = []
    for phrase in phrases:
        whole = with_complement(text, phrase)
        telling = _telling(text, whole)
        if telling and len(whole.stems) > 1:
            paragraphs = set.union(*(where[s] for s in telling))
            found.append(Topic(whole.stems, whole.kind, [whole], paragraphs, len(paragraphs) ** SPREAD_POWER))
    return sorted(found, key=lambda t: (-t.weight, t.phrases[0].first))


# What follows a verb in a headline, and no noun: "Washington *Test How* Far", "ESPN *Fires a* Host".
_OBJECTS = frozenset({"WRB", "WP", "DT", "PRP", "PRP$", "TO", "VBG", "RB"})


def _without_verb(text: Text, phrase: Phrase) -> Phrase:
    """A headline's "plan stalls" is rarely a plural behind a frame: the plan stalls; nor is "maker cuts"."""
    last = phrase.last - 1
    if last == phrase.first or lemma_of_verb(text, last) is None:
        return phrase
    is_behind_frame = text.tags[last] == "NNS" and noun_kind(text.words[last - 1].lower()) in (MATTER, FRAME, PLAIN)
    has_object = last + 1 < len(text) and text.tags[last + 1] in _OBJECTS
    if not is_behind_frame and not has_object:
        return phrase
    kind = NAME if text.tags[last - 1].startswith("NNP") else noun_kind(text.lemmas[last - 1])
    return replace(phrase, last=last, stems=phrase.stems[:-1], kind=kind)


def _telling(text: Text, phrase: Phrase) -> list[str]:
    words = [text.words[n].lower() for n in range(phrase.first, phrase.last) if text.tags[n] != "HYPH"]
    return [stem(w) for w in words if {noun_kind(w), noun_kind(w.removesuffix("s"))} <= {MATTER, BROAD, OTHER}]


_TELLING = ("N", "J", "V")


def _places(text: Text) -> dict[str, set[int]]:
    """For each stem of a noun, verb or adjective the paragraphs where it stands."""
    where: dict[str, set[int]] = defaultdict(set)
    demonyms = lexicon.table("demonyms")
    before = ""
    for word, tag, paragraph in zip(text.words, text.tags, text.paragraph_of, strict=True):
        if tag[0] in _TELLING:
            where[stem(word.lower())].add(paragraph)
            if word[0].isupper():
                country = demonyms.get(f"{before} {word}") or demonyms.get(word, "")
                for part in country.split():
                    where[stem(part.lower())].add(paragraph)
        before = word
    return where


def _keys(text: Text, phrase: Phrase) -> Iterator[tuple[tuple[str, ...], str]]:
    """The topics that a phrase speaks for: its head, its head with the word before it, matters before its head."""
    stems = phrase.stems
    if phrase.kind == PLACE:
        if len(stems) < 4 and not _is_seat(text, phrase):
            yield stems, PLACE
        return
    if phrase.kind not in _WORTH:
        return
    if phrase.kind in (MATTER, BROAD, OTHER):
        yield stems[-1:], phrase.kind
    if len(stems) > 1 and stems[-2] != stems[-1]:
        yield stems[-2:], phrase.kind
    if text.lemmas[phrase.last - 1] in lexicon.words("official_nouns"):
        # "National security adviser": an office, whatever is talked about.
        return
    for token in range(phrase.first, phrase.last - 1):
        if text.tags[token] in _NOUNS and noun_kind(text.lemmas[token]) == MATTER:
            key = stem(text.words[token].lower())
            if key != stems[-1]:
                yield (key,), MATTER


_NOUNS = frozenset({"NN", "NNS"})


def _is_seat(text: Text, phrase: Phrase) -> bool:
    """A capital stands for its government, "the South" for half of the world: no matters."""
    word = text.words[phrase.last - 1]
    if phrase.last - phrase.first == 1 and noun_kind(word.lower()) == PLAIN:
        return True
    return text.span(phrase.first, phrase.last).of(text.string) in lexicon.table("capitals")


def _weight(text: Text, topic: Topic) -> float:
    phrases, paragraphs = topic.phrases, topic.paragraphs
    if topic.kind != PLAIN and all(p.kind == PLAIN for p in phrases):
        return 0.0
    cued = sum(p.is_cued for p in phrases)
    if len(phrases) == 1 and not (topic.kind == MATTER or (cued and topic.kind in (BROAD, FRAME, PLACE))):
        return 0.0
    if topic.kind in (OTHER, PLAIN) and len(phrases) < OFTEN and len(paragraphs) < OFTEN:
        return 0.0
    # Where the phrase itself stands counts in full, other forms of its words half.
    own = {text.paragraph_of[p.first] for p in phrases}
    spread = (len(own) + len(paragraphs)) / 2 + IN_TITLE * (-1 in paragraphs) + CUED * min(cued, 3)
    counts = lexicon.table("word_counts")
    common = min(int(counts.get(s, 2)) for s in topic.stems)
    worth = _WORTH[topic.kind] * (
        LISTED if topic.is_listed else 1.0 if len(phrases) > 1 else ONCE if cued else ONCE_IN_PASSING
    )
    if len(topic.stems) == 2 and topic.kind in (BROAD, FRAME, OTHER) and _is_matter_before(text, topic):
        worth *= MATTER_BEFORE
        topic.has_field = True
    if topic.kind == PLACE:
        worth *= _as_matter(text, topic)
    if (
        len(topic.stems) == 1
        and len(phrases) > 1
        and 2 * sum(p.stems[-1:] == topic.stems for p in phrases) < len(phrases)
    ):
        worth *= MODIFIER
    return float(spread**SPREAD_POWER * worth * (12 - common) / 10)


def _is_matter_before(text: Text, topic: Topic) -> bool:
    before = topic.phrases[0].last - 2
    return before >= topic.phrases[0].first and (
        noun_kind(text.lemmas[before]) == MATTER or text.words[before].lower() in lexicon.words("policy_adjectives")
    )


def _as_matter(text: Text, topic: Topic) -> float:
    """How far a place is talked about and does not act itself: 0 to 1."""
    if len(topic.paragraphs) > max(2, len(text.article.paragraphs) / 3) or -1 in topic.paragraphs:
        return 0.0
    acting = sum(text.deps[_top(text, p)] in _ACTING for p in topic.phrases)
    if 2 * sum(_is_in_list(text, p) for p in topic.phrases) > len(topic.phrases):
        return 0.0
    cued = sum(p.is_cued for p in topic.phrases)
    if not cued:
        return 0.0
    if topic.is_listed:
        return 1.0
    return max(0.0, (len(topic.phrases) + cued - 2 * acting) / (2 * len(topic.phrases)))


_ACTING = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "obl:agent"})


# So many names in a row make a list ("won Vermont, Georgia and Texas"); two are two.
LIST = 3


def _is_in_list(text: Text, phrase: Phrase) -> bool:
    """Whether a place only stands in a list of places."""
    top = _top(text, phrase)
    first = text.heads[top] if text.deps[top] == "conj" else top
    beside = sum(text.deps[child] == "conj" and text.tags[child].startswith("NNP") for child in text.children[first])
    return beside + 1 >= LIST and not phrase.is_cued


def _top(text: Text, phrase: Phrase) -> int:
    """The token of the phrase that hangs on something outside it."""
    for token in range(phrase.last - 1, phrase.first - 1, -1):
        if not phrase.first <= text.heads[token] < phrase.last or text.heads[token] == token:
            return token
    return phrase.last - 1
