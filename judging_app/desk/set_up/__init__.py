"""The set-up as the organiser changes it: rows by hand and from lists, and everybody's PIN."""
