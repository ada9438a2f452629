"""Everything that a person can do, one function an act."""
