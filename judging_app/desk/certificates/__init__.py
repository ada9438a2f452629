"""Certificates: how an event arranges them, and what they say."""
