"""A device that keeps the text that is painted on it, whoever paints it and however."""

from PySide6.QtGui import QPaintDevice, QPaintEngine, QTextItem


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[str] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, _state: object) -> None:  # noqa: N802 - Qt's own name
        pass

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, _at: object, item: QTextItem) -> None:  # noqa: N802 - as above
        self.texts.append(item.text())

    def drawPixmap(self, *_args: object) -> None:  # noqa: N802 - as above
        pass

    def drawPath(self, _path: object) -> None:  # noqa: N802 - as above
        pass

    def drawPolygon(self, *_args: object) -> None:  # noqa: N802 - as above
        pass

    def drawRects(self, *_args: object) -> None:  # noqa: N802 - as above
        pass


class TextDevice(QPaintDevice):
    """A picture of a size of which nothing but `texts` is kept."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._engine = _Engine()
        self._width, self._height = width, height

    @property
    def texts(self) -> list[str]:
        return self._engine.texts

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's own name
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        of = QPaintDevice.PaintDeviceMetric
        sizes = {of.PdmWidth: self._width, of.PdmHeight: self._height, of.PdmDepth: 32}
        return sizes.get(metric, 96 if "Dpi" in metric.name else 1)
