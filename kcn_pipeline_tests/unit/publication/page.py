"""A page taken apart, for tests of what was written into it.

Belongs here: parsing with the standard library. Does not: rendering (`report`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str | None]


@dataclass
class Element:
    """One element: its tag, its attributes and all text inside it."""

    tag: str
    attributes: Attributes
    text: str = ""

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())


@dataclass
class Page:
    """Every element in the order of their start."""

    elements: list[Element] = field(default_factory=list)

    def having(self, tag: str | None = None, css: str | None = None, **attributes: str) -> list[Element]:
        """The elements of a tag, of a class, and with the attributes named (`_` stands for `-`)."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if (tag is None or element.tag == tag)
            and (css is None or css in element.classes)
            and all(element.attributes.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str | None = None, css: str | None = None, **attributes: str) -> Element:
        found = self.having(tag, css, **attributes)
        assert len(found) == 1, f"{len(found)} elements instead of one for {tag} {css} {attributes}"
        return found[0]

    @property
    def ids(self) -> list[str]:
        return [str(element.attributes["id"]) for element in self.elements if element.attributes.get("id")]

    @property
    def links(self) -> list[str]:
        return [str(element.attributes["href"]) for element in self.having("a") if element.attributes.get("href")]


class _Reader(HTMLParser):
    _VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.page.elements.append(element)
        if tag not in self._VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        opened = self.open.pop()
        assert opened.tag == tag, f"</{tag}> closes <{opened.tag}>"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def parsed(html: str) -> Page:
    """The page; a wrongly nested or open element is an AssertionError."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"<{reader.open[-1].tag}> is never closed"
    return reader.page
