"""A text and its issues' topics in, which issues each sentence is about out: who acts and what is said goes by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.extract.common.stems import stem
from generator.extract.issue.topics import Topic
from generator.model import Text


def file_sentences(text: Text, topics: Sequence[Topic], dealing: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """For each sentence of `text` the numbers of the topics that it is about; none in the title.

    `dealing`: for each topic its paragraphs. A sentence is about the topics that it names; one that names none goes on
    about those of the sentence before it in its paragraph, and before the first of them runs ahead to them. In a
    paragraph that names none, every sentence is about all topics that deal with it.
    """
    named = _named(text, topics)
    by_paragraph: defaultdict[int, list[int]] = defaultdict(list)
    for number, (first, _) in enumerate(text.sentences):
        by_paragraph[text.paragraph_of[first]].append(number)
    about = [frozenset[int]()] * len(text.sentences)
    for paragraph, sentences in by_paragraph.items():
        of_all = frozenset(n for n, places in enumerate(dealing) if paragraph in places)
        told = frozenset[int]().union(*(named[s] for s in sentences)) & of_all
        # Of a whole section, or by words that stand in several sentences.
        throughout = frozenset(n for n in of_all - told if topics[n].is_section or paragraph in topics[n].paragraphs)
        now = next((here for s in sentences if (here := named[s] & of_all)), of_all)
        for s in sentences:
            now = named[s] & of_all or now
            about[s] = now | throughout
    return about


def _named(text: Text, topics: Sequence[Topic]) -> list[frozenset[int]]:
    """For each sentence the topics whose phrases, or all of whose words in whatever form, stand in it."""
    wanted = {s for topic in topics for s in topic.stems}
    stems: list[set[str]] = [set() for _ in text.sentences]
    for word, sentence in zip(text.words, text.sentence_of, strict=True):
        if (found := stem(word.lower())) in wanted:
            stems[sentence].add(found)
    phrased: defaultdict[int, set[int]] = defaultdict(set)
    for n, topic in enumerate(topics):
        for phrase in topic.phrases:
            phrased[text.sentence_of[phrase.first]].add(n)
    return [
        frozenset(phrased[number]) | {n for n, topic in enumerate(topics) if here and here.issuperset(topic.stems)}
        for number, here in enumerate(stems)
    ]
