"""An analysed text in, findings out: one file a kind of finding, none of which imports another."""
