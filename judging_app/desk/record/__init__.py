"""The record as proof: its keys and signatures, its check, and the paper at closing."""
