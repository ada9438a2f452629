"""What leaves the event as data, in words and as sheets for people."""
