"""Everything that a person can do, one function an act.

Each may refuse with a `DeskError`, whose text is for the person: who may do and see what, and when,
is in `rights`; each further reason is a sentence where it is raised. What asks for the result also
raises `MethodError` where the method gives none on these ballots. A docstring names an error only
where the caller has something to do about that kind.
"""
