"""What a new event has from the start, and what can follow."""

WHAT_FOLLOWS: tuple[tuple[str, tuple[tuple[str, str, bool], ...]], ...] = (
    (
        "Who takes part",
        (
            (
                "Participants",
                "Not yet. One list is enough: teams and organisations are read from it.",
                False,
            ),
            ("Teams", "Not yet. As listed, or typed.", False),
            ("Panel", "Not yet. Judges, their PINs and conflicts of interest.", False),
        ),
    ),
    (
        "How it is judged",
        (
            ("Rubric", "Not yet. A published one, or your own.", False),
            (
                "Method and tie-breaks",
                "There: the mean of the judges’ totals. A tie stays joint.",
                True,
            ),
            ("Awards", "There: the places.", True),
        ),
    ),
    (
        "The day and its papers",
        (
            ("Date and venue", "Not yet. Shown on the projector and on papers.", False),
            ("Run order", "There: as the teams are listed, or drawn by lot.", True),
            ("Colours and logos", "There: our colours, no logos.", True),
            ("Certificates", "There: ready to print.", True),
        ),
    ),
)
"""For each part of an event: a thing, what is said of it, and whether it is there."""
