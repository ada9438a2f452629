"""Wires the rubric: its table, the levels of the chosen criterion, templates, and its file."""

from dataclasses import replace

from PySide6.QtCore import QObject

from judging_app import files
from judging_app.domain.event import Phase
from judging_app.errors import DeskError
from judging_app.export.rubric_file import NAME, rubric_csv
from judging_app.intake.folder import read_nothing
from judging_app.intake.rubric_templates import rubric_templates, template_file
from judging_app.present.set_up.criteria import levels_typed, lock_words, preview, sum_words
from judging_app.words import counted
from ui.day import Day
from ui.file_choice import FileChoice
from ui.set_up.rubric import RubricEditor
from ui.set_up.tables_wiring import TablesWiring


class RubricWiring(TablesWiring):
    """Serves the rubric's page."""

    def __init__(self, parent: QObject, day: Day, screen: RubricEditor, choice: FileChoice) -> None:
        super().__init__(parent, day, screen)
        self._editor, self._choice = screen, choice
        screen.templates.show_templates([(one.id, one.name) for one in rubric_templates()])
        screen.templates.looked_at.connect(self._look_at)
        screen.templates.gone.connect(self.refresh)
        screen.template_asked.connect(self._use)
        screen.save_asked.connect(self._save)
        screen.table.went_to.connect(self._show_levels)

    def refresh(self) -> None:
        """Show what is so now."""
        super().refresh()
        desk = self._day.desk
        setup, phase = desk.recorded_setup(), desk.event().phase
        rubric = setup.rubric
        self._editor.show_rubric(preview(setup), sum_words(rubric), lock_words(rubric, phase))
        self._editor.lock_all(is_locked=phase is not Phase.SETTING_UP)
        self._show_levels(self._editor.table.current_key)

    def _show_levels(self, key: str) -> None:
        criteria = self._day.desk.recorded_setup().rubric.criteria
        one = next((one for one in criteria if one.id == key), None)
        if one is None:
            self._editor.levels.show_levels("", "", ())
        else:
            self._editor.levels.show_levels(one.id, one.title, levels_typed(one))

    def _look_at(self, template: str) -> None:
        """Show a template as a judge would see it, before it is used."""
        rubric = read_nothing(template_file(template)).setup.rubric
        setup = replace(self._day.desk.recorded_setup(), rubric=rubric)
        self._editor.preview.show_rows(preview(setup))
        count = counted(len(rubric.criteria), "criterion", "criteria")
        self._editor.templates.show_says(f"{count}, as a judge would see them.")

    def _use(self, template: str) -> None:
        rubric = read_nothing(template_file(template)).setup.rubric
        self._try(lambda setup: replace(setup, rubric=rubric))
        self._editor.table.go_to_first()

    def _save(self) -> None:
        """Save it as a file that can be imported again, unless one of its name is there."""
        folder = self._choice.folder("Folder for the rubric")
        if folder is None:
            return
        path = folder / NAME
        if path.exists():
            said = f"“{NAME}” is in this folder already. Choose another folder."
            self._editor.say(said, "loss")
            return
        try:
            files.save(path, rubric_csv(self._day.desk.recorded_setup().rubric))
        except DeskError as refusal:
            self._editor.say(str(refusal), "loss")
        else:
            self._editor.say(f"Saved as “{NAME}” in {folder.name}. Import it into any event.")
