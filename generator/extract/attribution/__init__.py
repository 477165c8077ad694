"""How statements are found: clauses under reporting words, and quotation marks with what stands around them."""
