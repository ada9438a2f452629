"""Tints of papers: flat, so that they print alike, and never the only sign of anything."""

from reportlab.lib.colors import HexColor

TINT = HexColor(0xECF0F0)
TINTED_INK = HexColor(0x93ACB4)
HEADED = HexColor(0x134E5E)
