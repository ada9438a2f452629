"""Draws papers that are described as data."""
