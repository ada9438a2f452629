"""Data that is to be saved."""

from dataclasses import dataclass

from judging_app.bundle.bundle import EventData
from judging_app.present.open_data.kinds import DataKind
from judging_app.present.open_data.page import ResultPage


@dataclass(frozen=True, slots=True)
class DataJob:
    """What is to be saved, in values alone, so that a thread may write it without the event."""

    title: str
    data: EventData
    kinds: tuple[DataKind, ...]
    page: ResultPage | None = None
