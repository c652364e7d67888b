"""Names of the parts of a page."""

from __future__ import annotations

import pytest

from kcn_pipeline.reference.page_parts import closing_headings, load_page_parts, names_a_part


@pytest.mark.parametrize(
    "name",
    [
        "nav",
        "topNav",
        "main-nav_2",
        "box-tin-lien-quan",
        "boxTinLienQuan",
        "dnn_RightPane",
        "image-caption",
        "TOPMENU",
        "ft",
    ],
)
def test_parts_are_known_by_their_names(name: str) -> None:
    assert names_a_part(name)


@pytest.mark.parametrize(
    "name",
    [
        "content",
        "navy",
        "left",
        "soft",
        "article-body",
        "entry",
        "chanh",
        "main",
        "dnn_ContentPane",
        "42",
        "",
        "shared",
    ],
)
def test_other_names_are_none(name: str) -> None:
    assert not names_a_part(name)


def test_every_row_has_its_source_and_no_name_stands_twice() -> None:
    names = [name for part in load_page_parts() for name in part.names]
    assert len(names) == len(set(names))
    assert all(part.source for part in load_page_parts())


def test_headings_are_compared_in_lower_case() -> None:
    assert "ý kiến bạn đọc" in closing_headings()
