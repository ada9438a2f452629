"""Bytes to proposed values, with every problem named; nothing is written."""
