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
        if stem == "campaign" or (stem in lexicon.words("party_words") and not past and not _is_camp(words, at)):
            return ""
        if stem in lexicon.words("market_nouns") and _is_of_markets(words, at):
            seen.add("expert")
            continue
        if stem in lexicon.words("official_nouns"):
            is_politician = stem in lexicon.words("past_politicians") and not _is_deputy(words, at)
            seen.add("politician" if past and is_politician else "past office" if past else "office")
        if stem in lexicon.words("practice_nouns") and not past:
            seen.add("expert" if _is_of_a_book(words, at) or _is_unattached(words, at) else "practice")
        if stem in lexicon.words("expert_nouns"):
            seen.add("expert")
        if stem in lexicon.words("leading_nouns") or lexicon.words("leading_verbs") & {word, stem, word[:-2]}:
            seen.add("past lead" if past else "lead")
        if _is_firm(words, at):
            seen.add("firm")
        if word in lexicon.words("government_words") and not _is_campus(words, at):
            seen.add("past state" if past else "state")
    return _judged(seen, is_research=is_research_name(words))


def _judged(seen: set[str], *, is_research: bool) -> str:
    """What the kinds of words in a description come to."""
    if "office" in seen or ("practice" in seen and not is_research):
        return ""
    if is_research and seen & {"expert", "lead"}:
        return "expert"
    if "expert" in seen or {"lead", "firm"} <= seen:
        return "" if "state" in seen else "plain"
    if "past office" in seen or {"past lead", "past state"} <= seen:
        return "former"
    return ""


def _is_of_markets(words: list[str], at: int) -> bool:
    """ "Portfolio manager"; "chief economic adviser at a bank", but not "… to the president"."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in ("chief", "economic"):
        return after in ("at", "with")
    return before in lexicon.words("market_words") and after != "to"


def _is_unattached(words: list[str], at: int) -> bool:
    """ "A Republican strategist", called on to judge the race, but not "a strategist for the senator"."""
    return (
        words[at] in _CONSULTED
        and words[at + 1 : at + 2] not in (["for"], ["to"], ["with"])
        and not {"'s", "’s"} & set(words[:at])
    )


def _is_camp(words: list[str], at: int) -> bool:
    """ "*Republican* strategist": which side is consulted."""
    return words[at] in ("republican", "democrat") and not _CONSULTED.isdisjoint(words[at + 1 : at + 3])


_CONSULTED = frozenset({"strategist", "strategists", "consultant", "consultants", "pollster", "pollsters"})


def _is_of_a_book(words: list[str], at: int) -> bool:
    """ "Author of a history of the dam" is introduced by what he knows, "the author" by what he does."""
    return words[at] == "author" and words[at + 1 : at + 2] == ["of"]


def _is_firm(words: list[str], at: int) -> bool:
    """ "A Nairobi consulting firm"."""
    return words[at].rpartition("-")[2] in lexicon.words("firm_words") and not lexicon.words("firm_nouns").isdisjoint(
        words[at + 1 : at + 2]
    )


def is_research_name(words: list[str]) -> bool:
    """Whether lower-case words name a body of research: by known names, by "institute", by "center" with "policy"."""
    there = set(words)
    if there & lexicon.words("strong_research_words") or there & {"university", "université", "universität"}:
        return True
    if there & lexicon.words("research_words") and there & lexicon.words("research_topics"):
        return True
    return _is_known(words)


def is_judging_firm(words: list[str]) -> bool:
    """Whether a lower-case name is that of a broker, whose people are asked about markets."""
    return len(words) > 1 and words[-1] in lexicon.words("judging_firms")


def is_firm(words: list[str]) -> bool:
    """Whether lower-case words that describe a body say that it lives on its judgement: "a consulting firm"."""
    is_party = any(_singular(word) in lexicon.words("party_words") for word in words)
    return not is_party and any(_is_firm(words, at) for at in range(len(words)))


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
    if "current" in low or any(word in lexicon.words("government_words") for word in low):
        return None
    if any(stem in lexicon.words("official_nouns") and not set(low) & lexicon.words("past_words") for stem in stems):
        return None
    for token, stem in zip(tokens, stems, strict=True):
        if stem in lexicon.words("expert_nouns") and text.tags[token] in ("NNS", "NN"):
            return token
    if low == ["the", "authors"]:
        return tokens[1]
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
