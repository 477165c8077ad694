"""What an article says about a speaker in, whether that makes an expert out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator import lexicon
from generator.model import Text


def expertise(words: list[str]) -> str:
    """What the lower-case words that describe a person make of him or her.

    "expert": at a body of research; "plain": an expert by profession; "former": by nothing but an office held before;
    "" for anybody else.

    A party to the matter is none, whatever else it is: campaigns, spokespeople, advocates, business, the press. Nor is
    who holds an office now; who held one before is, but for politicians.
    """
    past = False
    seen = set()
    for at, word in enumerate(words):
        stem = _singular(word)
        if word in lexicon.words("past_words"):
            past = True
            continue
        if word in (",", ";", "now", "currently", "current") or (word in ("a", "an", "the") and words[at - 1] == "and"):
            past = False
        if stem in lexicon.words("party_words") and not past:
            return ""
        if stem in lexicon.words("official_nouns"):
            is_politician = stem in lexicon.words("past_politicians") and not _is_deputy(words, at)
            seen.add("politician" if past and is_politician else "past office" if past else "office")
        if stem in lexicon.words("practice_nouns") and not past:
            seen.add("practice")
        if stem in lexicon.words("expert_nouns"):
            seen.add("expert")
        if stem in lexicon.words("leading_nouns") or lexicon.words("leading_verbs") & {word, stem, word[:-2]}:
            seen.add("past lead" if past else "lead")
        if word in lexicon.words("government_words") and not _is_campus(words, at):
            seen.add("past state" if past else "state")
    return _judged(seen, is_research=is_research_name(words))


def _judged(seen: set[str], *, is_research: bool) -> str:
    """What the kinds of words in a description come to."""
    if "office" in seen or ("practice" in seen and not is_research):
        return ""
    if is_research and seen & {"expert", "lead"}:
        return "expert"
    if "expert" in seen:
        return "" if "state" in seen else "plain"
    if "past office" in seen or {"past lead", "past state"} <= seen:
        return "former"
    return ""


def is_research_name(words: list[str]) -> bool:
    """Whether lower-case words name a body of research: by known names, by "institute", by "center" with "policy"."""
    there = set(words)
    if there & lexicon.words("strong_research_words") or there & {"university", "université", "universität"}:
        return True
    if there & lexicon.words("research_words") and there & lexicon.words("research_topics"):
        return True
    return _is_known(words)


def is_research_body(names: Iterable[str], cue: str) -> bool:
    """Whether what an organization of these names says by that verb is an expert judgement and not its own case."""
    for name in names:
        words = name.lower().replace("'", " '").split()
        if _is_known(words) or set(words) & lexicon.words("strong_research_words"):
            return True
        if set(words) & lexicon.words("research_words") and not set(words) & lexicon.words("government_words"):
            return bool(set(words) & lexicon.words("research_topics")) or cue in lexicon.words("research_cues")
    return False


def expert_noun(text: Text, tokens: range, cue: str) -> int | None:
    """The token that makes a source without a name an expert one: "analysts", "a study"; None where none does."""
    low = [text.words[token].lower() for token in tokens]
    stems = [_singular(word) for word in low]
    if any(stem in lexicon.words("party_words") for stem in stems):
        return None
    if _is_known(low):
        return next((token for token in tokens if text.tags[token][:2] == "NN"), None)
    if any(word in lexicon.words("government_words") for word in low):
        return None
    if any(stem in lexicon.words("official_nouns") and not set(low) & lexicon.words("past_words") for stem in stems):
        return None
    for token, stem in zip(tokens, stems, strict=True):
        if stem in lexicon.words("expert_nouns") and text.tags[token] in ("NNS", "NN"):
            return token
    for token, word, stem in zip(tokens, low, stems, strict=True):
        if stem in lexicon.words("official_nouns") and text.tags[token] == "NNS":
            return token
        if word in lexicon.words("research_works") and text.tags[token][:2] == "NN":
            is_plain = stem in ("study", "research", "analyse") and cue in lexicon.words("research_cues")
            return token if is_plain or is_research_name(low) else None
    return None


def _is_known(words: list[str]) -> bool:
    """Whether the name of a known body stands in the words."""
    return any(
        tuple(words[at : at + length]) in _bodies() for length in range(1, 7) for at in range(len(words) - length + 1)
    )


@cache
def _bodies() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(name.replace("'", " '").split()) for name in lexicon.words("research_bodies"))


def _is_deputy(words: list[str], at: int) -> bool:
    """ "assistant secretary", "Deputy National Security Secretary"."""
    return bool({"assistant", "deputy", "under"} & set(words[max(0, at - 3) : at]))


def _is_campus(words: list[str], at: int) -> bool:
    """ "Ohio State University", "the Department of Economics"."""
    return "university" in words[at + 1 : at + 3] or "school" in words[at + 1 : at + 3]


@cache
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
