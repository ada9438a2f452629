"""Problems are told in order, and no more of them than can be read."""

from collections.abc import Callable

from judging_app.intake.tables.problems import MOST_TOLD

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


def test_every_problem_is_told_by_file_and_then_by_row(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["not-scored.csv"] += b"J9,Perch,absent\n"
    small["teams.csv"] += b",Appeals,\nLantern,,\n"
    small["participants.csv"] = small["participants.csv"].replace(b"Perch", b"Porch")
    # A ballot is found incomplete only after every row is read.
    small["ballots.csv"] = small["ballots.csv"].replace(
        b"J1,Lantern,delivery,4.5", b"J9,Lantern,delivery,y"
    )

    places = [problem.partition(":")[0] for problem in problems_of(small)]
    assert places == [
        "participants.csv, row 3, column team",
        "teams.csv, row 4, column team",
        "teams.csv, row 5, column team",
        "ballots.csv, row 2",
        "ballots.csv, row 3, column judge",
        "ballots.csv, row 3, column score",
        "not-scored.csv, row 4, column judge",
    ]


def test_no_more_than_fifty_problems_are_told_and_the_rest_are_counted(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
) -> None:
    small["participants.csv"] += _in_no_team(MOST_TOLD + 3)

    problems = problems_of(small)

    assert len(problems) == MOST_TOLD + 1
    assert problems[-1] == "and 3 more. Correct these first, then read the folder again."


def test_exactly_fifty_problems_are_all_told(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["participants.csv"] += _in_no_team(MOST_TOLD)

    problems = problems_of(small)

    assert len(problems) == MOST_TOLD
    assert problems[-1].startswith("participants.csv, row 53, column team: ")


def _in_no_team(people: int) -> bytes:
    return "".join(f"Cy Mott {one},,,,,Porch {one}\n" for one in range(people)).encode()


def test_one_mistake_in_many_rows_is_one_line_with_its_rows(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["participants.csv"] += b"Cy Mott,,,,,Porch\n" * 41

    unknown, repeated = problems_of(small)

    assert unknown.startswith("participants.csv, rows 4, 5, 6, 7 and 37 more, column team: ")
    assert repeated.startswith("participants.csv, rows 5, 6, 7, 8 and 36 more: “Cy Mott” is")


def test_empty_names_are_told_once_and_not_as_repeated(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["teams.csv"] += b",Appeals,\n,Visas,\n"

    assert problems_of(small) == (
        "teams.csv, rows 4 and 5, column team: The team is empty. Type one.",
    )
