"""A topic in, its name out: the noun phrase that the article uses for it, tidied."""

from __future__ import annotations

from collections import Counter

from generator import lexicon
from generator.extract.issue.phrases import MATTER, NAME, PLACE, PLAIN, Phrase, with_complement, with_owner
from generator.extract.issue.topics import Topic
from generator.model import Text

# Two telling words name a matter best: "sanctions" says less than "economic sanctions", four are a mouthful. What a
# phrase of so many words is worth beside one more place where it stands.
_BY_LENGTH = {1: 0.0, 2: 0.6, 3: 0.4}
# A phrase that the title or a list of matters prints is the article's own name for it.
CUED = 0.3
# What is named after another head, once: "trade blacklist", where trade is dealt with.
MODIFIES = 0.7
# A word at least so common (lexicon, word_counts) says little alone: "attacks"; so many tokens more tell it.
COMMON, MOST_MORE = 3, 4


def name_topic(text: Text, topic: Topic, taken: set[str]) -> tuple[str, Phrase] | None:
    """The name, and the phrase where it is printed; None when others have all its names (`taken`, in small letters)."""
    forms: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in topic.phrases:
        forms.setdefault(phrase.stems, []).append(phrase)
    ranked = sorted(forms.values(), key=lambda same: (same[0].kind == PLAIN, -_fitness(topic, same), same[0].first))
    clearest = [_told(text, topic, same) for same in ranked]
    names = [(_tidied(text, phrase), phrase) for phrase in clearest]
    named = next((n for n in names if n[0].lower() not in taken), None)
    if named is not None:
        taken.add(named[0].lower())
    return named


def tells_more(text: Text, topic: Topic) -> bool:
    """Whether its name has a word beside the topic's own: "*Moe's* campaign", no bare "campaign"."""
    named = name_topic(text, topic, set())
    return named is not None and len(named[0].split()) > len(topic.stems)


def _fitness(topic: Topic, same: list[Phrase]) -> float:
    aside = MODIFIES * (len(same) == 1 and same[0].kind == MATTER and topic.stems[-1] != same[0].stems[-1])
    return len(same) + _BY_LENGTH.get(len(same[0].stems), -0.5) + CUED * any(p.is_cued for p in same) - aside


def _clearest(text: Text, same: list[Phrase]) -> Phrase:
    """The commonest spelling in the running text; a title's capital letters would have to be undone."""
    running = [p for p in same if text.paragraph_of[p.first] >= 0] or same
    spellings = Counter(text.words[p.last - 1].lower() for p in running)
    return max(running, key=lambda p: (spellings[text.words[p.last - 1].lower()], -p.first))


def _told(text: Text, topic: Topic, same: list[Phrase]) -> Phrase:
    """The clearest one; where that is a single word, one with what it is about, or whose it is.

    "Attacks *on shipping*", where the word is a common one; else "*Moe's* emails", by the name that comes most often.
    """
    clearest = _clearest(text, same)
    if len(clearest.stems) > 1 or clearest.kind in (PLACE, NAME) or topic.is_section:
        return clearest
    about = _with_complement(text, clearest, same)
    return about if about is not clearest else _with_owner(text, clearest, same)


def _with_owner(text: Text, clearest: Phrase, same: list[Phrase]) -> Phrase:
    owned = [(p, whole) for p in same if text.paragraph_of[p.first] >= 0 and (whole := with_owner(text, p)) is not p]
    owners = [text.span(whole.first, p.first).of(text.string).rstrip("'’s ") for p, whole in owned]
    if not owned:
        return clearest
    [(commonest, _)] = Counter(owners).most_common(1)
    return owned[owners.index(commonest)][1]


def _with_complement(text: Text, clearest: Phrase, same: list[Phrase]) -> Phrase:
    if int(lexicon.table("word_counts").get(clearest.stems[-1], 0)) < COMMON:
        return clearest
    for phrase in same:
        whole = with_complement(text, phrase)
        is_whole = phrase.last < whole.last <= phrase.last + MOST_MORE and text.lemmas[phrase.last] in _ABOUT
        # "Blamed the flood on neglect": what stands behind an object may belong to the verb.
        is_loose = text.deps[phrase.last - 1] == "obj" and text.lemmas[text.heads[phrase.last - 1]] in _SPLIT
        if is_whole and not is_loose and text.paragraph_of[phrase.first] >= 0 and _tells(text, whole.last - 1):
            return whole
    return clearest


# Verbs with an object and a preposition of their own.
_SPLIT = frozenset({"base", "blame", "discuss", "hold", "impose", "pin", "place", "press", "put", "share", "spend"})
_ABOUT = frozenset({"on", "over", "against", "of", "between", "among", "with"})


def _tells(text: Text, token: int) -> bool:
    """Whether a noun behind "on" or "of" says what about: no time, no "basis"."""
    word, lemma = text.words[token].lower(), text.lemmas[token]
    if any(word in lexicon.table(name) for name in ("time_units", "months", "weekdays", "day_words", "seasons")):
        return False
    return lemma not in lexicon.words("plain_nouns") or lemma in lexicon.words("people_nouns")


def _printed(text: Text, phrase: Phrase) -> str:
    """On one line, a headline's words in the letters of running text."""
    span = text.span(phrase.first, phrase.last)
    chars = list(span.of(text.string))
    for token in range(phrase.first, phrase.last):
        chars[text.starts[token] - span.start : text.ends[token] - span.start] = text.words[token]
    return " ".join("".join(chars).split())


def _tidied(text: Text, phrase: Phrase) -> str:
    """As printed, on one line; a capital letter that only opens a sentence or a headline becomes small."""
    words = _printed(text, phrase)
    first = text.sentences[text.sentence_of[phrase.first]][0]
    is_common = text.tags[phrase.first][:2] in {"NN", "JJ"} and not text.tags[phrase.first].startswith("NNP")
    opens = phrase.first == first or text.paragraph_of[phrase.first] < 0
    demonyms = lexicon.table("demonyms")
    if opens and is_common and words[1:].islower() and text.words[phrase.first] not in demonyms:
        return words[0].lower() + words[1:]
    return words
