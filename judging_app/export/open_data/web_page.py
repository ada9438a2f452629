"""The result's page for a website: one HTML file that asks for nothing else and runs no script."""

import base64
from xml.etree.ElementTree import Element, SubElement, tostring

from judging_app.paths import RESOURCES
from judging_app.present.open_data.page import PageTeam, ResultPage

_ACCENT = "#2b3ea8"
_PNG = b"\x89PNG"


def web_page(page: ResultPage) -> str:
    """The file."""
    root = Element("html", lang="en")
    head, body = SubElement(root, "head"), SubElement(root, "body")
    SubElement(head, "meta", charset="utf-8")
    scale = "width=device-width, initial-scale=1"
    SubElement(head, "meta", name="viewport", content=scale)
    _add(head, "title", f"{page.title}: result")
    style = (RESOURCES / "page" / "style.css").read_text("utf-8")
    _add(head, "style", style.replace("ACCENT", page.look.accent or _ACCENT))
    _head(SubElement(body, "header"), page)
    main = SubElement(body, "main")
    if page.awards:
        _awards(_section(main, "awards", "Awards"), page)
    _result(_section(main, "result", "Result"), page)
    _judging(_section(main, "judging", "How it was judged"), page)
    foot = _add(
        SubElement(body, "footer"), "p", f"Edition {page.edition} of the result. Its code is "
    )
    _add(foot, "strong", page.code).tail = ". Every paper of this result has it."
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    found = SubElement(parent, tag, attributes)
    found.text = text
    return found


def _section(parent: Element, name: str, title: str) -> Element:
    found = SubElement(parent, "section", {"aria-labelledby": name})
    _add(found, "h2", title, id=name)
    return found


def _head(parent: Element, page: ResultPage) -> None:
    for logo in page.look.logos:
        SubElement(parent, "img", alt="", src=_address(logo))
    _add(parent, "h1", page.title)
    _add(parent, "p", page.when_and_where)


def _address(logo: str) -> str:
    kind = "png" if base64.b64decode(logo[:16]).startswith(_PNG) else "jpeg"
    return f"data:image/{kind};base64,{logo}"


def _awards(parent: Element, page: ResultPage) -> None:
    listed = SubElement(parent, "dl")
    for title, winners in page.awards:
        _add(listed, "dt", title)
        _add(SubElement(listed, "dd"), "bdi", winners)


def _table(parent: Element, caption: str, heads: tuple[str, ...]) -> Element:
    """A table's body; the last column is of figures."""
    table = SubElement(parent, "table")
    _add(table, "caption", caption)
    row = SubElement(SubElement(table, "thead"), "tr")
    for title in heads:
        _add(row, "th", title, scope="col")
    row[-1].set("class", "score")
    return SubElement(table, "tbody")


def _result(parent: Element, page: ResultPage) -> None:
    heads = ("Place", "Team", "Challenge", "Score")
    body = _table(parent, "The teams as they were announced, best first", heads)
    for team in page.teams:
        _team(SubElement(body, "tr"), team)


def _team(row: Element, team: PageTeam) -> None:
    _add(row, "td", team.place)
    about = SubElement(row, "th", scope="row")
    _add(about, "bdi", team.name)
    for text in (", ".join(team.members), team.note):
        if text:
            SubElement(about, "br")
            _add(SubElement(about, "small"), "bdi", text)
    _add(SubElement(row, "td"), "bdi", team.challenge)
    _add(row, "td", team.score, **{"class": "score"})


def _judging(parent: Element, page: ResultPage) -> None:
    _add(parent, "p", page.method)
    body = _table(parent, "The criteria, and what each counts", ("Criterion", "Counts"))
    for title, weight in page.criteria:
        row = SubElement(body, "tr")
        _add(row, "th", title, scope="row")
        _add(row, "td", weight, **{"class": "score"})
