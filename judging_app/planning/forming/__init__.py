"""Forming teams that are as alike as they can be."""
