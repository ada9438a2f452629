"""What leaves the event as data, as files."""
