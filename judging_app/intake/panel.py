"""judges.csv: the panel."""

from dataclasses import dataclass

from judging_app.domain.ids import JudgeId
from judging_app.domain.panel import Judge
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_row import Row
from judging_app.intake.csv_table import Table
from judging_app.intake.known import Known, declared
from judging_app.intake.organisations import OrganisationRoll

JUDGES = CsvForm("judges.csv", "judges", ("code", "name", "title", "organisation", "sector"))


def read_judges(table: Table, organisations: OrganisationRoll) -> Known[Judge]:
    """Every judge by code; a judge's title, organisation and sector may be empty."""
    return declared(table, "code", _JudgeReader(organisations).judge)


@dataclass(frozen=True, slots=True)
class _JudgeReader:
    """Reads judges, adding the organisations that they come from."""

    organisations: OrganisationRoll

    def judge(self, row: Row, code: str, _place: int) -> Judge:
        if ":" in code:
            row.refuse("A code can’t contain a colon. Write it without, such as J1.", "code")
        name, title = row.filled("name"), row.text("title")
        organisation = self.organisations.number_if_named(row.text("organisation"))
        return Judge(JudgeId(code), name, title, organisation, row.text("sector"))
