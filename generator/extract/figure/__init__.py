"""What `figures.py` is made of: reading an amount, and the words that belong to it."""
