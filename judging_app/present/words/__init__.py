"""What a person reads for the members of the closed sets, whose values are codes of the record."""
