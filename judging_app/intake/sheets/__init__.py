"""Files as they arrive, of any common kind, to sheets of texts."""
