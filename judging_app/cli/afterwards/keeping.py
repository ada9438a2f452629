"""`judging-app archive`, `forget`, `held` and `delete-on`: keeping an event, and forgetting it."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import opened, verified
from judging_app.cli.output import progress_bar, say, warn
from judging_app.cli.papers import make_paper
from judging_app.desk.desk import Desk
from judging_app.desk.forgetting import held, places, until
from judging_app.desk.forgetting.people import forget_people, is_forgotten, remarks_to_decide
from judging_app.desk.keeping.copies import copy_now
from judging_app.desk.open_data.archiving import archive_job
from judging_app.domain.roles import ORGANISER
from judging_app.errors import UnknownError
from judging_app.export.archive import write_archive
from judging_app.export.papers import check_target
from judging_app.forgetting.remarks import Fate, Remark
from judging_app.present.organiser.forgetting import (
    WHAT_STAYS_ELSEWHERE,
    RemarkRow,
    delete_on_text,
    deleted_text,
    files_text,
    left_text,
    remark_rows,
    remarks_text,
)


def archive(arguments: Namespace) -> int:
    """Write the archive of an event that was verified first."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        with progress_bar("Archive") as progress:
            write_archive(arguments.archive, archive_job(desk, ORGANISER), progress)
        say(f"Saved as {arguments.archive}.")
        if not is_forgotten(desk):
            warn("It has names in it. Keep it where nobody else can read it.")
    return DONE


def forget(arguments: Namespace) -> int:
    """List what is to be decided; once all of it is, forget everybody and delete the copies."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        found = remarks_to_decide(desk, ORGANISER)
        rows = remark_rows(found, desk.setup())
        fates = _fates(found, arguments.answers, is_proposed=arguments.as_proposed)
        files = places.other_files(desk)
        undecided = [one for one in found if one.found and one.text not in fates]
        if arguments.dry_run or undecided:
            _list_remarks(rows, lists_all=arguments.all)
            say(files_text(len(files)))
            for one in files:
                print(one.path)
        if arguments.dry_run:
            return DONE
        if undecided:
            warn("Decide on each with --answer ID=keep, ID=codes or ID=delete, or --as-proposed.")
            return REFUSED
        forget_people(desk, ORGANISER, fates)
        _delete_files(desk)
    return DONE


def held_on(arguments: Namespace) -> int:
    """Write the paper of what is held on somebody."""
    check_target(arguments.folder)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        make_paper(held.held_job(desk, ORGANISER, arguments.who), arguments.folder)
    return DONE


def delete_on(arguments: Namespace) -> int:
    """Show the day, or choose another."""
    with opened(arguments.file, arguments.passphrase_file) as desk:
        if arguments.day is not None or arguments.none:
            until.set_delete_on(desk, ORGANISER, None if arguments.none else arguments.day)
        say(delete_on_text(until.delete_on(desk)))
    return DONE


def _delete_files(desk: Desk) -> None:
    found = places.files_with_people(desk)
    left = places.delete_files(found)
    say(deleted_text(len(found) - len(left)))
    for one in left:
        warn(left_text(str(one.path)))
    say(f"A new copy is {copy_now(desk)}.")
    say(WHAT_STAYS_ELSEWHERE)


def _fates(
    found: Sequence[Remark], answers: Sequence[tuple[str, str]], *, is_proposed: bool
) -> Mapping[str, Fate]:
    by_code = {one.code: one for one in found}
    fates = {one.text: one.proposed for one in found if one.found and is_proposed}
    for code, word in answers:
        if code not in by_code:
            raise UnknownError(f"There is no remark “{code}” in this event. Check the letters.")
        if word not in _FATES:
            raise UnknownError(f"“{word}” isn’t an answer. Write keep, codes or delete.")
        fates[by_code[code].text] = _FATES[word]
    return fates


def _list_remarks(rows: Sequence[RemarkRow], *, lists_all: bool) -> None:
    say(remarks_text(rows))
    for row in rows:
        if row.is_doubtful or lists_all:
            say(f"{row.code}  {row.place}: {row.text}")
            if row.found:
                say(f"      {row.found}; proposed: {_WORDS[row.proposed]}")


_FATES: Mapping[str, Fate] = {one.value: one for one in Fate}
_WORDS: Mapping[Fate, str] = {one: word for word, one in _FATES.items()}
