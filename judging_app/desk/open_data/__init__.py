"""What leaves the event as data, for one audience."""
