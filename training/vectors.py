"""Make the word vectors that the tagger, parser and name recogniser start from.

In: a folder with the sentence encoder all-MiniLM-L6-v2 (Apache 2.0; model.safetensors, tokenizer.json) and wordfreq's
list of frequent English words. Out: OUT.npz with `words` and `vectors` (one row a word, int8, with one scale a
dimension). About five minutes on one core.

    python training/vectors.py ENCODER OUT.npz [--words 45000] [--dimensions 96]

Each word is read alone by the encoder. Its wordpieces' embeddings say how it is built and inflected, its middle layer
how it is used, its last layer what it means; the three are joined and reduced by principal components. So a word that
the treebanks never show still stands near words that they do.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from wordfreq import top_n_list

HEADS = 12
MIDDLE = 3
BATCH = 256

Array = np.ndarray


class Encoder:
    """The six transformer layers of MiniLM in NumPy, for inputs of equal length."""

    def __init__(self, folder: Path):
        self.weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()

    def linear(self, x: Array, name: str) -> Array:
        flat = x.reshape(-1, x.shape[-1]) @ self.weights[name + ".weight"].T  # one large product, not one a word
        return (flat + self.weights[name + ".bias"]).reshape(*x.shape[:-1], -1)

    def norm(self, x: Array, name: str) -> Array:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def layers(self, ids: Array) -> list[Array]:
        """Hidden states `[batch, length, width]` after the embedding and after each layer."""
        w = self.weights
        length = ids.shape[1]
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
        x = self.norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        states = [x]
        for n in range(6):
            at = f"encoder.layer.{n}."
            x = self.norm(x + self.attention(x, at), at + "attention.output.LayerNorm")
            inner = gelu(self.linear(x, at + "intermediate.dense"))
            x = self.norm(x + self.linear(inner, at + "output.dense"), at + "output.LayerNorm")
            states.append(x)
        return states

    def attention(self, x: Array, at: str) -> Array:
        batch, length, width = x.shape

        def split(name: str) -> Array:
            y = self.linear(x, f"{at}attention.self.{name}")
            return y.reshape(batch, length, HEADS, width // HEADS).transpose(0, 2, 1, 3)

        scores = split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(width // HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        mixed = (scores @ split("value")).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self.linear(mixed, at + "attention.output.dense")

    def describe(self, words: list[str]) -> Array:
        """One row a word: wordpieces, middle layer and last layer, each averaged and scaled to length 1."""
        pieces = [self.tokenizer.encode(word).ids for word in words]
        rows = np.zeros((len(words), 3 * 384), dtype=np.float32)
        by_length: dict[int, list[int]] = {}
        for n, ids in enumerate(pieces):
            by_length.setdefault(len(ids), []).append(n)
        table = self.weights["embeddings.word_embeddings.weight"]
        by_length.pop(2, None)  # begin and end only: a word of characters that the encoder does not know keeps zeros
        for numbers in by_length.values():
            for first in range(0, len(numbers), BATCH):
                some = numbers[first : first + BATCH]
                ids = np.array([pieces[n] for n in some])
                states = self.layers(ids)
                parts = [table[ids][:, 1:-1].mean(1), states[MIDDLE][:, 1:-1].mean(1), states[-1].mean(1)]
                rows[some] = np.hstack([p / np.linalg.norm(p, axis=1, keepdims=True) for p in parts])
        return rows


def gelu(x: Array) -> Array:
    """The usual tanh form; it differs from the exact one by less than the int8 step used below."""
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))


def reduce(rows: Array, dimensions: int) -> Array:
    """Principal components, each row then scaled to length 1."""
    rows = rows - rows.mean(0)
    _, vectors = np.linalg.eigh(rows.T @ rows)
    reduced = rows @ vectors[:, ::-1][:, :dimensions]
    return reduced / np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("out", type=Path, help=".npz file to write")
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--dimensions", type=int, default=96)
    args = parser.parse_args()
    words = [w for w in top_n_list("en", args.words) if w.strip()]
    vectors = reduce(Encoder(args.encoder).describe(words), args.dimensions)
    scales = np.abs(vectors).max(0) / 127
    np.savez_compressed(
        args.out, words=np.array(words), vectors=np.round(vectors / scales).astype(np.int8), scales=scales
    )
    for probe in ("said", "senator", "jakarta", "fentanyl", "claimed", "ministry", "smith"):
        near = np.argsort(-(vectors @ vectors[words.index(probe)]))[1:8]
        print(probe, [words[n] for n in near])


if __name__ == "__main__":
    main()
