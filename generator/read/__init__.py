"""Seeds in, articles out. READERS (formats.py) names a reader for each ending; nothing is ever fetched."""

from generator.read.article import read_article
from generator.read.folder import left_alone, read_all, read_folder
from generator.read.formats import READERS

__all__ = ["READERS", "left_alone", "read_all", "read_article", "read_folder"]
