"""The result and what it follows from, in words and numbers."""
