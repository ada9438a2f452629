"""Keeping an event and forgetting its people: what is held, where, until when, and what goes."""
