"""The text of one Word paragraph, out of the many elements that may hold or hide it.

Belongs here: which elements of WordprocessingML (ECMA-376 part 1, 17) are text. Does not: tables and the order of
blocks (`word`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docx.oxml.ns import qn

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS: Final = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_TEXTS: Final = frozenset({qn("w:t"), f"{_MATH}t"})
_BOX: Final = qn("w:txbxContent")
_CHOICES: Final = f"{_COMPATIBILITY}AlternateContent"
_OUT: Final = frozenset(
    qn(name)
    for name in (
        "w:del",
        "w:moveFrom",
        "w:delText",
        "w:instrText",
        "w:delInstrText",
        "w:fldData",
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:rt",
    )
)
_WRAPPERS: Final = frozenset(
    qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")
)


def children(container: Any) -> Iterator[Any]:
    """The blocks, rows or cells of an element; content controls and insertions are looked into."""
    for child in container.iterchildren("{*}*"):
        if child.tag in _WRAPPERS:
            yield from children(child)
        else:
            yield child


def is_deleted(properties: Any | None) -> bool:
    """Whether a deletion under review takes the element with these properties away."""
    return properties is not None and properties.find(qn("w:del")) is not None


def is_on(mark: Any | None) -> bool:
    """Whether a property that is there, or set to a value, holds."""
    return mark is not None and mark.get(qn("w:val"), "true") not in ("false", "0", "off")


def paragraph_text(paragraph: Any) -> tuple[str, list[Any]]:
    """Its text with tabs and line breaks, and the text boxes that are anchored in it."""
    pieces: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, pieces, boxes)
    return "".join(pieces), boxes


def _collect(element: Any, pieces: list[str], boxes: list[Any]) -> None:
    for child in element.iterchildren("{*}*"):
        tag = child.tag
        if tag in _TEXTS:
            pieces.append(child.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == _BOX:
            boxes.append(child)
        elif tag == _CHOICES:
            _collect(_chosen(child), pieces, boxes)
        elif tag not in _OUT and not _is_hidden(child):
            _collect(child, pieces, boxes)


def _chosen(alternatives: Any) -> Any:
    """The first alternative with text: the same box is there for new and for old programs."""
    options = list(alternatives.iterchildren("{*}*"))
    texts = (option for option in options if next(option.iter(*_TEXTS), None) is not None)
    return next(texts, options[0] if options else alternatives)


def _is_hidden(run: Any) -> bool:
    return run.tag == qn("w:r") and is_on(run.find(f"{qn('w:rPr')}/{qn('w:vanish')}"))
