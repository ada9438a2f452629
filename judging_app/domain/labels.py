"""What judges are called wherever they are chosen or printed, no two of them the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.domain.setup import Setup


def judge_labels(
    judges: Sequence[Judge], organisations: Iterable[Organisation]
) -> Mapping[JudgeId, str]:
    """The name alone where nobody shares it; else with what tells each from the others.

    That is the organisation, else the office, else the code: "Sam Lee (HMRC)".
    """
    names = {one.id: one.name for one in organisations}
    namesakes: defaultdict[str, list[Judge]] = defaultdict(list)
    for judge in judges:
        namesakes[name_key(judge.name)].append(judge)
    labels = {
        judge.id: f"{judge.name} ({mark})" if mark else judge.name
        for group in namesakes.values()
        for judge, mark in zip(group, _marks(group, names), strict=True)
    }
    taken = Counter(map(name_key, labels.values()))
    return {
        judge.id: labels[judge.id]
        if taken[name_key(labels[judge.id])] == 1
        else f"{judge.name} ({judge.id})"
        for judge in judges
    }


def told_apart(setup: Setup) -> Setup:
    """The set-up with every judge called by their label, to show and to print."""
    labels = judge_labels(setup.judges, setup.organisations)
    if all(labels[judge.id] == judge.name for judge in setup.judges):
        return setup
    judges = tuple(replace(judge, name=labels[judge.id]) for judge in setup.judges)
    return replace(setup, judges=judges)


def _marks(group: Sequence[Judge], organisations: Mapping[OrganisationId, str]) -> list[str]:
    if len(group) == 1:
        return [""]
    told_by = [
        (organisations.get(judge.organisation or _NOWHERE, ""), judge.title, str(judge.id))
        for judge in group
    ]
    columns = [Counter(map(name_key, column)) for column in zip(*told_by, strict=True)]
    return [
        next(
            mark
            for mark, column in zip(own, columns, strict=True)
            if mark and column[name_key(mark)] == 1
        )
        for own in told_by
    ]


_NOWHERE = OrganisationId("")
