"""The arithmetic of results: exact, pure, and without a word.

Whatever follows from a result raises `MethodError` where the method gives none on these ballots.
"""
