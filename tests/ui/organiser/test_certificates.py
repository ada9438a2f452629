from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from judging_app.desk.certificates import arranging
from judging_app.domain.papers.certificates import (
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    House,
    Signature,
)
from judging_app.domain.roles import ORGANISER
from judging_app.errors import OutputError
from judging_app.export.letterhead import letterhead
from tests.desk.small_event import make_small_event
from tests.ui import screens
from tests.ui.small_window import small_window
from ui.organiser.certificate_parts import MarksPart
from ui.organiser.certificates import CertificateDesigner
from ui.pages import CERTIFICATES
from ui.widgets.scroll import ScrollColumn
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = small_window(qtbot, tmp_path)
    made.entry_asked.emit(CERTIFICATES)
    yield made
    made.close()


@pytest.fixture
def designer(window: Window) -> CertificateDesigner:
    return screens.certificates(window)


def test_the_page_is_there_without_anything_being_touched(designer: CertificateDesigner) -> None:
    page = designer.page.grab().toImage()

    assert designer.save.isEnabled()
    assert len({page.pixelColor(x, page.height() // 2).name() for x in range(page.width())}) > 3


def test_the_page_follows_what_is_typed_and_the_record_the_pause(
    window: Window, designer: CertificateDesigner, qtbot: QtBot
) -> None:
    before = designer.page.grab().toImage()
    designer.words.title.setFocus()
    QTest.keyClicks(designer.words.title, "!")

    after = designer.page.grab().toImage()
    assert before != after
    qtbot.waitUntil(lambda: bool(arranging.plan(window.day.desk).design.words))
    assert arranging.plan(window.day.desk).design.words[0].title.endswith("!")


def test_a_design_is_chosen_kept_and_undone(
    window: Window, designer: CertificateDesigner, qtbot: QtBot
) -> None:
    designer.houses.cards[House.BOLD].click()
    qtbot.waitUntil(lambda: arranging.plan(window.day.desk).design.house is House.BOLD)

    designer.undo.click()

    assert arranging.plan(window.day.desk).design.house is House.CLASSIC
    assert designer.houses.cards[House.CLASSIC].isChecked()
    assert not designer.undo.isEnabled()


@pytest.mark.parametrize("is_recorded", [True, False])
def test_the_design_of_one_event_is_never_that_of_the_next(
    window: Window, designer: CertificateDesigner, tmp_path: Path, *, is_recorded: bool
) -> None:
    first, other = window.day.desk.file.path, tmp_path / "other.pitchday"
    make_small_event(other)
    designer.houses.cards[House.BOLD].click()
    if is_recorded:
        window.entry_asked.emit("papers")
    window.open_event(other)
    window.day.enter(ORGANISER)
    for page in ("people", CERTIFICATES, "people"):
        window.entry_asked.emit(page)

    assert arranging.plan(window.day.desk).design.house is House.CLASSIC
    assert designer.houses.cards[House.CLASSIC].isChecked()
    window.open_event(first)
    assert arranging.plan(window.day.desk).design.house is House.BOLD


def test_a_signatures_picture_is_removed_and_who_signs_stays(qtbot: QtBot) -> None:
    part = MarksPart()
    qtbot.addWidget(part)
    signed = (Signature("Ada Reed", "Chair", "a picture"), Signature("Bo Lund"))
    design = CertificateDesign(signatures=signed)
    part.show_plan(CertificatePlan(design), CertificateKind.PARTICIPANTS)
    assert [one.drop.isHidden() for one in part.signers] == [False, True, True]

    with qtbot.waitSignal(part.changed) as changed:
        part.signers[0].drop.click()

    assert changed.args[0].design.signatures == (
        Signature("Ada Reed", "Chair"),
        Signature("Bo Lund"),
    )


def test_design_part_and_person_are_chosen_by_keys(designer: CertificateDesigner) -> None:
    designer.words.title.setFocus()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    QTest.keyClick(designer.words.title, Qt.Key.Key_4, control)
    QTest.keyClick(designer.words.title, Qt.Key.Key_Right, alt)
    QTest.keyClick(designer.words.title, Qt.Key.Key_Right, alt)
    QTest.keyClick(designer.words.title, Qt.Key.Key_Left, alt)
    QTest.keyClick(designer.words.title, Qt.Key.Key_PageDown, control)

    assert designer.houses.cards[House.FORMAL].isChecked()
    assert designer.person.key == "1"
    assert designer.parts.word == "Who"


def test_a_placeholder_that_there_is_not_is_told_and_not_kept(
    window: Window, designer: CertificateDesigner
) -> None:
    designer.words.body.clear()
    QTest.keyClicks(designer.words.body, "by {nmae}")

    assert "There is no {nmae}" in designer.words.problem.text()
    window.entry_asked.emit("papers")
    kept = [words.body for words in arranging.plan(window.day.desk).design.words]
    assert not any("nmae}" in body for body in kept)


def test_what_is_put_in_goes_where_one_types(designer: CertificateDesigner) -> None:
    designer.words.title.setFocus()
    designer.words.title.clear()
    next(button for one, button in designer.words.put_in.items() if one.code == "team").click()

    assert designer.words.title.text() == "{team}"


def test_a_placeholder_is_put_in_at_the_cursor_by_keys_alone(
    designer: CertificateDesigner,
) -> None:
    title = designer.words.title
    title.setFocus()
    title.setText("For and all")
    title.setCursorPosition(4)
    QTest.keyClick(title, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    first = designer.window().focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Return)

    assert title.text() == "For {name}and all"
    assert title.hasFocus()


def test_each_design_is_shown_as_the_page_of_the_same_person_and_follows_what_is_typed(
    designer: CertificateDesigner, qtbot: QtBot
) -> None:
    def pages() -> list[QImage]:
        return [card.picture.grab().toImage() for card in designer.houses.cards.values()]

    blank = pages()
    qtbot.waitUntil(lambda: all(one != was for one, was in zip(pages(), blank, strict=True)))
    drawn = pages()
    designer.words.title.setFocus()
    QTest.keyClicks(designer.words.title, " of thanks")
    qtbot.waitUntil(lambda: all(one != was for one, was in zip(pages(), drawn, strict=True)))

    assert len({hash(bytes(one.constBits())) for one in drawn}) == len(House)


def test_volunteers_typed_a_line_each_have_certificates(
    window: Window, designer: CertificateDesigner
) -> None:
    designer.parts.buttons["Who"].click()
    designer.who.volunteers.setPlainText("Imani Odu, Steward\nJo Bell")

    window.entry_asked.emit("papers")
    found = arranging.plan(window.day.desk).volunteers
    assert [(one.name, one.office) for one in found] == [("Imani Odu", "Steward"), ("Jo Bell", "")]


def test_one_who_is_unticked_gets_none_and_whoever_is_done_is_passed_over(
    window: Window, designer: CertificateDesigner
) -> None:
    count = designer.who.people.count()
    designer.who.people.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert designer.save.text() == f"Save {count - 1} certificates…"

    designer.whom_asked.emit("shown")
    assert designer.save.text() == "Save 1 certificate…"
    window.entry_asked.emit("papers")
    assert len(arranging.plan(window.day.desk).left_out) == 1


def test_a_draft_leaves_nobody_done(
    window: Window,
    designer: CertificateDesigner,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window.choice, "folder", lambda _title: tmp_path)
    why = "Marked “Draft” until the result is published."
    assert designer.told.text().endswith(why)
    assert not designer.open_folder.isVisible()

    designer.save.click()

    qtbot.waitUntil(lambda: designer.told.text().startswith("1 file"))
    assert designer.told.text().endswith(f"in {tmp_path.name}\n{why}")
    assert designer.open_folder.isVisible()
    assert [one.name for one in tmp_path.glob("*DRAFT.pdf")]
    assert arranging.plan(window.day.desk).done == ()


def test_the_page_stays_in_view_beside_the_settings_that_scroll(
    window: Window, designer: CertificateDesigner, qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    designer.parts.buttons["Paper"].click()
    bar = designer.findChildren(ScrollColumn)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > designer.page.height() // 2)

    bar.setValue(bar.maximum())

    assert designer.page.visibleRegion().boundingRect().height() == designer.page.height()


def test_colour_margin_and_a_logo_s_place_are_kept(
    window: Window, designer: CertificateDesigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (100, 100), "navy").save(logo)
    monkeypatch.setattr(window.choice, "picture", lambda _title: logo)
    designer.marks.add_logo.click()
    designer.marks.logos[0].left.setValue(40)
    designer.paper.margin.setValue(6)
    designer.paper.colours["colour"].field.setText("#1d70b8")

    window.entry_asked.emit("papers")
    design = arranging.plan(window.day.desk).design
    assert (design.logos[0].x_mm, design.margin_mm, design.colour) == (40, 6, "#1d70b8")


def test_a_letterhead_as_pdf_lies_behind_the_words(
    window: Window, designer: CertificateDesigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letterhead.pdf"
    canvas = Canvas(str(path), pagesize=(842, 595))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 500, 842, 95, stroke=0, fill=1)
    canvas.save()
    monkeypatch.setattr(window.choice, "letterhead", lambda: path)
    designer.houses.cards[House.LETTERHEAD].click()

    designer.paper.add_background.click()

    page = designer.page.grab().toImage()
    above = page.pixelColor(page.width() // 2, 20)
    assert above.red() > above.blue()
    assert arranging.plan(window.day.desk).design.background


def test_a_file_that_is_no_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "letterhead.pdf"
    path.write_bytes(b"%PDF nothing")

    with pytest.raises(OutputError, match=r"letterhead.pdf can’t be read as a PDF"):
        letterhead(path)
