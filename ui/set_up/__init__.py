"""The event as it is set up: what there is, its tables, and lists that come in."""
