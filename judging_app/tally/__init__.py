"""The arithmetic of results: exact, pure, and without a word."""
