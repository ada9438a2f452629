"""The set-up row by row: what differs between two of them, and what of it may change when."""
