"""Whether the open file may give a result: one question, asked at every door that tells one.

Nothing is believed by default. A file is trusted once a check of it found nothing, and whatever
goes wrong while it is checked or read means that it isn't.
"""

from dataclasses import dataclass

from judging_app.errors import NotTrustedError
from judging_app.present.organiser.verification import finding_text, refusal_text
from judging_app.store.event_file import EventFile
from judging_app.store.verify import Check, Verification, Verifier

BEING_CHECKED = "The file is still being checked. The result is shown as soon as that is done."


@dataclass(frozen=True, slots=True)
class Trust:
    """What is known of a file: that it is trusted, is still being checked, or isn't to be trusted.

    `sentence` says why no result is told, and is empty where one may be.
    """

    sentence: str
    is_being_checked: bool = False

    @property
    def is_given(self) -> bool:
        """Whether a result may be told."""
        return not self.sentence

    @property
    def is_refused(self) -> bool:
        """Whether something is the matter with the file."""
        return not (self.is_given or self.is_being_checked)


class FileTrust:
    """Knows what the checks of one open file found."""

    def __init__(self, file: EventFile) -> None:
        self._file = file
        self._withdrawn = ""
        self._verifier = Verifier()
        self._afresh: Verification | None = None
        self.check: Check | None = None

    def begin(self) -> Check:
        """Take the file as it is now, for its check to be run on any thread.

        Raises:
            EventFileError: if the file can't be read.
        """
        self._verifier = Verifier()  # another check may still be at work with the one before
        self.check = self._afresh = None  # nothing is known if the file can't be read now
        self.check = Check(self._file.db, self._file.path, self._verifier)
        return self.check

    def stand(self) -> Trust:
        """What is known now, without waiting; a file that nobody began to check is checked here."""
        found = self._known
        if self._withdrawn and not (found and found.findings):
            return Trust(self._withdrawn)
        if self.check is None and self._afresh is None:
            found = self.afresh()
        return Trust(BEING_CHECKED, is_being_checked=True) if found is None else self._of(found)

    @property
    def is_refused(self) -> bool:
        """Whether something is known to be the matter with the file."""
        found = self._known
        return bool(self._withdrawn) or (found is not None and bool(found.findings))

    def begin_again(self) -> None:
        """Take nothing for granted any more: somebody else may have had the file."""
        if self.check is None:
            self._afresh = None
        else:
            self.begin()

    def require(self) -> None:
        """Wait until the file is checked, and refuse if it isn't as it was recorded.

        Raises:
            NotTrustedError: saying what is the matter with it.
        """
        if self.check is not None:
            self.check.run()
        if not (stand := self.stand()).is_given:
            raise NotTrustedError(self._file.path, stand.sentence)

    def afresh(self) -> Verification:
        """Check the file as it is now: an earlier check says nothing of what came since."""
        if self.check is not None:
            self.check.run()
        self._afresh = self._verifier.verify(self._file.db)
        return self._afresh

    def withdraw(self, sentence: str) -> None:
        """Trust the file no more; a check that finds something says it better."""
        self._withdrawn = sentence

    @property
    def _known(self) -> Verification | None:
        return self._afresh or (self.check.found if self.check else None)

    def _of(self, found: Verification) -> Trust:
        if not found.findings:
            return Trust("")
        sentences = tuple(finding_text(one.entry, one.what, found.names) for one in found.findings)
        return Trust(refusal_text(self._file.path.name, sentences))
