"""Train the tagger, parser and name recogniser that ship in `generator/language/model`.

In: a folder of treebanks (`*.conllu.xz`, named in training/README.md). Out: a spaCy pipeline on disk and its figures
on held-out data. One core, about half an hour.

    python training/train.py TREEBANKS VECTORS.npz OUT [--width 96] [--epochs 12]

The three components share one embedding network, which also sees the word vectors of training/vectors.py. Words
without names marked (EWT's training part) or without a tree (Wikigold) teach only what they know: spaCy skips missing
annotation.
"""

from __future__ import annotations

import argparse
import lzma
import random
import shutil
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed
from spacy.vectors import Vectors
from thinc.api import Adam, NumpyOps, set_current_ops

TRAIN = ("ewt-train", "gum-train", "pud", "wikigold", "ewt-dev-ner")
# EWT's training part has names unmarked, not absent.
UNMARKED_NAMES = {"ewt-train"}
EVALUATION = "ewt-test-ner"
BATCH_WORDS = 800
SEED = 7


@dataclass(frozen=True)
class Sentence:
    """One sentence as columns; `heads` are sentence-relative, `names` BIO tags or None where unknown."""

    words: list[str]
    spaces: list[bool]
    tags: list[str] | None
    heads: list[int]
    deps: list[str]
    names: list[str] | None


Document = list[Sentence]


def read_treebank(path: Path, *, has_names: bool) -> list[Document]:
    """The documents ("# newpar") of a CoNLL-U file, in file order."""
    documents: list[Document] = []
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newpar"):
                documents.append([])
            elif line[:1].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                documents[-1].append(_sentence(rows, has_names=has_names))
                rows = []
    if rows:
        documents[-1].append(_sentence(rows, has_names=has_names))
    return [d for d in documents if d]


def _sentence(rows: list[list[str]], *, has_names: bool) -> Sentence:
    misc = [dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair) for row in rows]
    has_tree = rows[0][6] != "_"
    return Sentence(
        words=[_plain_quote(row[1], row[4]) for row in rows],
        spaces=[m.get("SpaceAfter") != "No" for m in misc],
        tags=[row[4] for row in rows] if has_tree else None,
        heads=[int(row[6]) - 1 for row in rows] if has_tree else [],
        deps=[row[7] for row in rows] if has_tree else [],
        names=[m.get("NER", "O") for m in misc] if has_names else None,
    )


def _plain_quote(word: str, tag: str) -> str:
    """Double marks become curly ones, as `generator/language` hands them over; apostrophes become straight."""
    if word in {'"', "''", "``", "“", "”"} and tag in {"``", "''"}:
        return "“" if tag == "``" else "”"
    return word.replace("’", "'")


def name_bank(documents: list[Document]) -> dict[tuple[str, int], list[list[str]]]:
    """Every marked name, by kind and number of words."""
    bank: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
    for document in documents:
        for sentence in document:
            for kind, start, end in names_of(sentence):
                bank[kind, end - start].append(sentence.words[start:end])
    return bank


def names_of(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    start = None
    tags = [*(sentence.names or []), "O"]
    for i, tag in enumerate(tags):
        if start is not None and not tag.startswith("I-"):
            yield tags[start][2:], start, i
            start = None
        if tag.startswith("B-"):
            start = i


def augmented(document: Document, bank: dict, chance: random.Random) -> Document:
    """A variant for this epoch: other names of the same kind and length, another case, straight marks, no space."""
    roll = chance.random()
    if chance.random() < 0.45:
        document = [_with_other_names(s, bank, chance) for s in document]
    if roll < 0.04:
        document = [replace(s, words=[w.upper() for w in s.words]) for s in document]
    elif roll < 0.08:
        document = [replace(s, words=[w.lower() for w in s.words]) for s in document]
    elif roll < 0.14:
        document = [replace(s, words=[w[:1].upper() + w[1:] for w in s.words]) for s in document]
    return document


def _with_other_names(sentence: Sentence, bank: dict, chance: random.Random) -> Sentence:
    if sentence.names is None:
        return sentence
    words = list(sentence.words)
    for kind, start, end in names_of(sentence):
        if chance.random() < 0.6:
            words[start:end] = chance.choice(bank[kind, end - start])
    return replace(sentence, words=words)


def example(nlp: Language, document: Document) -> Example:
    words = [w for s in document for w in s.words]
    spaces = [w for s in document for w in s.spaces]
    tagged = document[0].tags is not None
    reference = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=[t for s in document for t in s.tags] if tagged else None,
        heads=_document_heads(document) if tagged else None,
        deps=[d for s in document for d in s.deps] if tagged else None,
        ents=[n for s in document for n in s.names] if document[0].names is not None else None,
    )
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)


def _document_heads(document: Document) -> list[int]:
    heads, offset = [], 0
    for sentence in document:
        heads += [h + offset for h in sentence.heads]
        offset += len(sentence.words)
    return heads


def pieces(documents: list[Document], chance: random.Random) -> list[Document]:
    """Long documents cut into runs of one to six sentences: an article comes in by its paragraphs."""
    out = []
    for document in documents:
        start = 0
        while start < len(document):
            length = chance.choice((1, 1, 2, 2, 3, 3, 4, 6))
            out.append(document[start : start + length])
            start += length
    return out


def batches(documents: list[Document]) -> Iterator[list[Document]]:
    batch, size = [], 0
    for document in documents:
        batch.append(document)
        size += sum(len(s.words) for s in document)
        if size >= BATCH_WORDS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def new_pipeline(width: int, vectors: Path) -> Language:
    nlp = spacy.blank("en")
    nlp.vocab.vectors = read_vectors(nlp, vectors)
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": width,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                    "rows": [5000, 1000, 2500, 2500],
                    "include_static_vectors": True,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": width,
                    "depth": 4,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            }
        },
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, state, hidden in (("parser", "parser", 64), ("ner", "ner", 64)):
        nlp.add_pipe(
            name,
            config={
                "model": {
                    "@architectures": "spacy.TransitionBasedParser.v2",
                    "state_type": state,
                    "extra_state_tokens": False,
                    "hidden_width": hidden,
                    "maxout_pieces": 2,
                    "use_upper": True,
                    "tok2vec": listener,
                }
            },
        )
    return nlp


def read_vectors(nlp: Language, path: Path) -> Vectors:
    """The table of training/vectors.py, looked up by lower-cased word; unknown words get zeros."""
    table = numpy.load(path)
    data = table["vectors"].astype("float32") * table["scales"].astype("float32")
    return Vectors(strings=nlp.vocab.strings, data=data, keys=table["words"].tolist(), attr="LOWER")


def train(treebanks: Path, vectors: Path, out: Path, *, width: int, epochs: int) -> None:
    fix_random_seed(SEED)
    # NumPy's matrix product: twice as fast as thinc's own on one core.
    set_current_ops(NumpyOps(use_blis=False))
    chance = random.Random(SEED)
    corpora = {
        name: read_treebank(treebanks / f"{name}.conllu.xz", has_names=name not in UNMARKED_NAMES) for name in TRAIN
    }
    test = read_treebank(treebanks / f"{EVALUATION}.conllu.xz", has_names=True)
    documents = [d for corpus in corpora.values() for d in corpus]
    bank = name_bank(documents)
    nlp = new_pipeline(width, vectors)
    nlp.initialize(lambda: [example(nlp, d) for d in documents])
    optimizer = Adam(0.002, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    steps = epochs * sum(1 for _ in batches(pieces(documents, random.Random(SEED))))
    step = 0
    for epoch in range(epochs):
        started, losses = time.perf_counter(), defaultdict(float)
        chance.shuffle(documents)
        work = pieces(documents, chance)
        chance.shuffle(work)
        for batch in batches(work):
            warm = min(1.0, (step + 1) / 250)
            optimizer.learn_rate = 0.002 * warm * max(0.02, 1 - step / steps)
            nlp.update(
                [example(nlp, augmented(d, bank, chance)) for d in batch], drop=0.1, sgd=optimizer, losses=losses
            )
            step += 1
        with nlp.use_params(optimizer.averages):
            figures = evaluate(nlp, test)
            nlp.to_disk(out, exclude=["vocab"])
            shutil.copy(vectors, out / "vectors.npz")
        seconds = time.perf_counter() - started
        print(f"epoch {epoch + 1} {seconds:.0f} s", {k: round(v, 1) for k, v in losses.items()}, figures, flush=True)


def evaluate(nlp: Language, documents: list[Document]) -> dict[str, float]:
    """Tag accuracy, UAS, LAS, sentence F and name F on pieces with gold tokens."""
    examples = [example(nlp, d) for d in pieces(documents, random.Random(1))]
    for eg, doc in zip(examples, nlp.pipe([eg.predicted for eg in examples], batch_size=64), strict=True):
        eg.predicted = doc
    scores = {
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_spans(examples, "sents"),
        **Scorer.score_deps(examples, "dep", ignore_labels=("punct",)),
        **Scorer.score_spans(examples, "ents"),
    }
    wanted = ("tag_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
    return {key: round(100 * scores[key], 1) for key in wanted}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="folder of *.conllu.xz")
    parser.add_argument("vectors", type=Path, help="made by training/vectors.py")
    parser.add_argument("out", type=Path, help="folder to write the pipeline to")
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--epochs", type=int, default=12)
    args = parser.parse_args()
    train(args.treebanks, args.vectors, args.out, width=args.width, epochs=args.epochs)


if __name__ == "__main__":
    numpy.random.seed(SEED)
    main()
