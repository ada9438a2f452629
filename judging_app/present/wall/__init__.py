"""What the audience sees, as values."""
