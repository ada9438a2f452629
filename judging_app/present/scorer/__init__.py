"""Paper sheets in words."""
