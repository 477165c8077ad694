"""Briefings in, Markdown pages out."""
