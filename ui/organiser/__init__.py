"""What the organiser sets up and prints."""
