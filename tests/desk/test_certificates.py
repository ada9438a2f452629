import json
from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from judging_app.desk.certificates import arranging
from judging_app.desk.desk import Desk
from judging_app.desk.undo import undo, undoable
from judging_app.domain.papers.certificates import (
    PLAIN,
    CertificateDesign,
    CertificatePlan,
    Guest,
    House,
    Logo,
)
from judging_app.domain.papers.pictures import kept_picture
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError

BOLD = CertificatePlan(CertificateDesign(House.BOLD))


def picture() -> str:
    target = BytesIO()
    Image.new("RGB", (80, 70), "navy").save(target, "PNG")
    return b64encode(target.getvalue()).decode()


def test_an_event_has_the_usual_design_until_it_is_changed(desk: Desk) -> None:
    assert arranging.plan(desk) == PLAIN


def test_the_design_is_on_the_record_and_can_be_undone_step_by_step(desk: Desk) -> None:
    arranging.arrange(desk, ORGANISER, BOLD)
    arranging.arrange(desk, ORGANISER, CertificatePlan(mentors=(Guest("Imani"),)))

    undo(desk, ORGANISER)

    assert arranging.plan(desk) == BOLD


def test_the_first_change_is_undone_to_the_usual_design(desk: Desk) -> None:
    arranging.arrange(desk, ORGANISER, BOLD)

    undo(desk, ORGANISER)

    assert arranging.plan(desk) == PLAIN
    assert undoable(desk, ORGANISER) is None


def test_a_template_holds_the_design_with_its_pictures_and_no_names(desk: Desk) -> None:
    content = picture()
    code = kept_picture(content).code
    design = CertificateDesign(House.FORMAL, logos=(Logo(code),))
    arranging.keep_picture(desk, ORGANISER, content)
    arranging.keep_picture(desk, ORGANISER, b64encode(b"another").decode())
    arranging.arrange(desk, ORGANISER, CertificatePlan(design, mentors=(Guest("Imani"),)))

    written = arranging.template(desk)
    read = arranging.read_template(written)

    assert (read.design, read.pictures) == (design, {code: content})
    assert b"Imani" not in written


def _broken(**change: object) -> bytes:
    good = {"format": "pitchday-certificates-1", "design": {"plan": {}}, "pictures": {}}
    return json.dumps({**good, **change}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.4",
        b"[" * 100_000,
        _broken(format="other"),
        _broken(design={"plan": 7}),
        _broken(design=None),
        _broken(pictures={"0" * 16: b64encode(b"no picture").decode()}),
        _broken(pictures=[]),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(DeskError, match=r"isn’t a certificate template.*Choose a file"):
        arranging.read_template(content)
