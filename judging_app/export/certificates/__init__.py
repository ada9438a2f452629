"""Draws certificates: five house designs by one renderer, in one file or in a file each."""
