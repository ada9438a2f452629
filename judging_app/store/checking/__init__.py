"""What is asked of a file before it is believed: bounds, the tables it may have, its record."""
