"""The result, its parts, and what the panel decides about it."""
