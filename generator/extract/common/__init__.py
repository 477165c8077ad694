"""Small helpers that several extractors share; none of them finds anything by itself."""
