"""Comparing events by their bundles: what each was like, on scales that they share."""
