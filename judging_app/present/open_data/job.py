"""Data that is to be saved, alone or with the event and its papers."""

from dataclasses import dataclass

from judging_app.bundle.bundle import EventData
from judging_app.present.open_data.badges import Badges
from judging_app.present.open_data.kinds import DataKind
from judging_app.present.open_data.page import ResultPage
from judging_app.present.organiser.papers import PaperJob


@dataclass(frozen=True, slots=True)
class DataJob:
    """What is to be saved, in values alone, so that a thread may write it without the event."""

    title: str
    data: EventData
    kinds: tuple[DataKind, ...]
    page: ResultPage | None = None
    badges: Badges | None = None


@dataclass(frozen=True, slots=True)
class ArchiveJob:
    """An event that is to be kept: its file as it is, its papers, and its data as a bundle."""

    file_name: str
    content: bytes
    title: str
    papers: tuple[PaperJob, ...]
    data: EventData
