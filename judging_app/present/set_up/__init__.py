"""The set-up in words: what there is, what is still missing, and its tables."""
