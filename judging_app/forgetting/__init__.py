"""Forgetting people: which texts of the record are about somebody, and what takes their place."""
