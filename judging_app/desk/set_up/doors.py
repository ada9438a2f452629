"""What is looked at before the doors open, gathered from the event."""

from collections.abc import Sequence

from judging_app.desk import run_order, settings, sign_in
from judging_app.desk.desk import Desk
from judging_app.desk.set_up import names as names_proof
from judging_app.desk.set_up.overview import facts
from judging_app.domain.roles import Actor
from judging_app.planning.doors_check import DoorsFacts, doors_findings
from judging_app.planning.settings_check import Finding, worst_first
from judging_app.present.start.sign_in import sign_in_rows


def findings(
    desk: Desk, actor: Actor, unprintable: Sequence[tuple[str, str]] = ()
) -> tuple[Finding, ...]:
    """Everything that was looked at, the worst first.

    `unprintable` are the names with letters that no font on paper has, and these letters.
    """
    setup, overview = desk.setup(), facts(desk)
    names = {row.key: row.name for row in sign_in_rows(setup)}
    without = [one for one in sign_in.everyone(desk) if not sign_in.has_pin(desk, one)]
    proofs = names_proof.proven(desk)
    found = doors_findings(
        DoorsFacts(
            setup=setup,
            undecided=overview.undecided,
            decided=overview.decided,
            without_pin=tuple(names.get(one.key, one.key) for one in without),
            not_handed_out=tuple(
                names.get(one.key, one.key) for one in sign_in.not_handed_out(desk)
            ),
            is_drawn=run_order.is_drawn(desk),
            added=len(run_order.added(desk)),
            unprintable=tuple(unprintable),
            names=len(proofs),
            proven=sum(one.is_right for one in proofs),
        )
    )
    return worst_first((*settings.findings(desk, actor), *found))


def names_shown(desk: Desk) -> tuple[str, ...]:
    """Every name that is shown and printed: of people, judges, teams and organisations."""
    setup = desk.setup()
    people = (setup.participants, setup.judges, setup.mentors)
    kinds = (*people, setup.teams, setup.organisations)
    return tuple(one.name for kind in kinds for one in kind)
