"""Who gets to a desk, other than by a PIN of their own."""
