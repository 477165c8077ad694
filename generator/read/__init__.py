"""Seeds in, articles out. READERS names a reader for each ending."""
