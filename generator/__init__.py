"""News articles in, briefing pages out: read, analyse, extract, render (see pipeline.py)."""

__version__ = "0.1.0"
