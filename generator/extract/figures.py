"""A text in, its figures out: sums, shares and counts, with what they count."""

from __future__ import annotations

from generator import lexicon
from generator.extract.figure.amount import Amount, amount_at, starters
from generator.extract.figure.phrase import measured_start, noun_end, phrase_start, tail_end
from generator.model import Figure, Span, Text
from generator.model.ids import stable_id

# Counts below this are told and not reported ("two sides", "one slide"), unless of money or a share.
# Chosen on the gold articles of the benchmark: its annotators kept no count of two.
LEAST = 3
# Numbers with nothing after them that they count ("killing more than 10,000") are figures from here on.
LEAST_BARE = 1000


def find_figures(text: Text) -> tuple[Figure, ...]:
    """Figures in reading order; the same words count once.

    Left out: dates, ages, durations, times of day, ordinals, scores, numbers that name something ("Article 21"), and
    small counts of what nobody would report ("three reasons").
    """
    low = [word.lower() for word in text.words]
    begins = starters()
    found: list[Figure] = []
    taken: set[str] = set()
    seen: set[str] = set()
    done = 0
    for at, word in enumerate(low):
        if at < done or not (word in begins or "0" <= word[:1] <= "9"):
            continue
        first, last = text.sentences[text.sentence_of[at]]
        amount = amount_at(low, at, first, last)
        end = _end(text, low, amount, first, last) if amount else 0
        if amount is None or not end:
            continue
        start = phrase_start(low, amount.first, max(first, done))
        if end == amount.last:
            start = measured_start(low, text.tags, start, max(first, done))
        span = text.span(start, end)
        if low[end - 1][-1] == "." and low[end - 1][:-1] in lexicon.words("scale_letters"):
            # "£30m." at the end of a sentence: its full stop belongs to the sentence.
            span = Span(span.start, span.end - 1)
        done = end
        words = span.of(text.string)
        if words.casefold() not in seen:
            seen.add(words.casefold())
            found.append(Figure(stable_id("f", words, taken), words, (span,)))
    return tuple(found)


def _end(text: Text, low: list[str], amount: Amount, first: int, last: int) -> int:
    """Where the figure ends, with what it counts; 0 for an amount that is no figure."""
    after = low[amount.last] if amount.last < last else ""
    nouns = noun_end(low, text.tags, amount.last, last)
    end = tail_end(low, text.tags, nouns, last, of_money=amount.kind in ("money", "vague"))
    if amount.kind == "money":
        return end
    if after in lexicon.table("time_units") or _is_label(text, low, amount, first):
        return 0
    if amount.kind in ("share", "vague"):
        counted = low[end - 1]
        return 0 if counted in lexicon.table("time_units") and amount.kind == "vague" else end
    if amount.kind == "compound":
        unit = low[amount.last - 1]
        is_time = unit in lexicon.table("time_units") or unit in lexicon.words("uncounted_nouns")
        return 0 if is_time or amount.value < LEAST or nouns == amount.last else end
    if amount.kind == "range":
        return end if low[nouns - 1] in lexicon.words("tally_nouns") else 0
    return _count_end(text, low, amount, nouns, end)


def _count_end(text: Text, low: list[str], amount: Amount, nouns: int, end: int) -> int:
    """The end of a count that somebody would report, else 0."""
    word = low[amount.first]
    if nouns == amount.last:
        is_exact = amount.value < LEAST_BARE or (len(word) == 4 and word.isdecimal())
        return 0 if is_exact else end
    if len(word) == 4 and word.isdecimal() and 1900 <= amount.value <= 2100:
        return 0
    noun = text.lemmas[nouns - 1]
    is_plural = text.tags[nouns - 1] in ("NNS", "NNPS") or noun in lexicon.words("collective_nouns")
    if amount.value < LEAST or not is_plural or noun in lexicon.words("uncounted_nouns"):
        return 0
    return 0 if low[nouns - 1] in lexicon.table("time_units") else end


def _is_label(text: Text, low: list[str], amount: Amount, first: int) -> bool:
    """Whether the number belongs to what stands before it: "Article 21", "Sept. 9", "aged 30", "G-20"."""
    before = amount.first - 1
    if before < first or amount.kind == "share":
        return False
    if low[before] in lexicon.words("number_names") or low[before] in lexicon.table("months"):
        return True
    if low[before] in lexicon.table("date_relations") and low[before] not in ("this", "that"):
        return True
    if low[before] in ("-", "/", ":") and text.ends[before] == text.starts[amount.first]:
        return True
    return text.tags[before] == "NNP" and low[amount.first][:1].isdigit() and amount.value < LEAST_BARE
