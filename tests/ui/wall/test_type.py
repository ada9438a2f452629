import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.wall.type import NAME, SMALL, Type, laid_out


@pytest.mark.parametrize("name", ["H محمد", "H王小明", "H अनुष्का", "H สมชาย"])
@pytest.mark.parametrize("size", [NAME, SMALL])
def test_a_name_in_another_script_stands_on_the_line_of_all_others(
    name: str, size: int, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")

    assert foot_of_the_h(name, size) == foot_of_the_h("H", size)


def foot_of_the_h(text: str, size: int) -> int:
    """The last row that its first letter is painted in, in a box that has room above and below."""
    picture = QImage(size // 4, 4 * size, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    shaped = laid_out(text, Type(size))
    painter = QPainter(picture)
    painter.setFont(shaped.font)
    painter.drawStaticText(QPointF(0, size + shaped.lead), shaped.text)
    painter.end()
    rows = range(picture.height())
    across = range(picture.width())
    return max(y for y in rows if any(picture.pixelColor(x, y).value() < 128 for x in across))
