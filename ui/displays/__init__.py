"""This computer's displays, and which of them the projector is on."""
