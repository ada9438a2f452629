"""Keeping the event: its safety copies, and going on from one of them."""
