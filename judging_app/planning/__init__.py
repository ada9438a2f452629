"""What can be worked out before the day: conflicts of interest found in the data."""
