"""The check of the record, for the organiser and the host."""
