"""Articles in, texts out: sentences, tokens, tags, trees, names and quotation marks. The only home of spaCy."""

from generator.language.engine import analyse, analyse_all

__all__ = ["analyse", "analyse_all"]
