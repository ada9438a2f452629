"""Typing in paper sheets."""
