"""A build's bill of materials, in CycloneDX's JSON; `build.spec` puts it beside the program."""

from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from supply.shipped import Shipped, application, beside, shipped

VERSION = SchemaVersion.V1_6
NAME = "sbom.cdx.json"


def bill() -> str:
    """What goes out of what is installed here, and what needs what."""
    itself, parts = application(), shipped()
    components = {one.name: _component(one) for one in (*parts, *beside())}
    root = _component(itself, ComponentType.APPLICATION)
    bom = Bom(components=components.values())
    bom.metadata.component = root
    bom.register_dependency(
        root, [*(components[name] for name in itself.needs), *_with_it(components)]
    )
    for one in parts:
        needed = [components[name] for name in one.needs]
        bom.register_dependency(components[one.name], needed)
    return str(make_outputter(bom, OutputFormat.JSON, VERSION).output_as_string(indent=2))


def write_bill(folder: Path) -> Path:
    """Write the bill of materials into a folder."""
    path = folder / NAME
    path.write_text(bill() + "\n", encoding="utf-8")
    return path


def _with_it(components: dict[str, Component]) -> list[Component]:
    return [components[one.name] for one in beside()]


def _component(one: Shipped, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    return Component(
        name=one.name,
        version=one.version,
        type=kind,
        bom_ref=f"{one.name}@{one.version}",
        purl=PackageURL("pypi", name=one.name, version=one.version) if one.is_package else None,
        licenses=[LicenseFactory().make_from_string(one.licence)],
    )
