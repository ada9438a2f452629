"""Which commands there are, and what each takes; a file for each kind of work."""
