"""`judging-app verify`: whether an event file, or a bundle, says what was recorded."""

from argparse import Namespace

from judging_app.bundle.archive import SUFFIX
from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import held
from judging_app.cli.output import say, warn
from judging_app.desk.record.checking import check_file, code_answer


def verify(arguments: Namespace) -> int:
    """Check a file; each fault is one line on standard error."""
    if arguments.file.suffix == SUFFIX:
        from judging_app.cli.bundles import verify_bundle  # noqa: PLC0415 - for a bundle alone

        return verify_bundle(arguments)
    found = check_file(arguments.file)
    for fault in found.faults:
        warn(fault)
    if found.faults:
        return REFUSED
    say(found.summary)
    for sentence in found.proof:
        say(sentence)
    if arguments.code is None:
        return DONE
    with held(arguments.file) as desk:
        answer = code_answer(desk, found, arguments.code)
    (say if answer.is_known else warn)(answer.said)
    return DONE if answer.is_known else REFUSED
