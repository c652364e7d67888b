"""A report as a page of a news portal: the article among everything else such a page shows.

Belongs here: HTML. Does not: the report (`reports`), legacy letters (they come in as text).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kcn_pipeline_tests.formats.reports import Report

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="{charset}">
<title>{title} | Cổng tin khu công nghiệp</title>
<style>nav li {{ display: inline }} .ben {{ float: right }}</style>
<script>var soLieu = {{ "duAn": 999, "von": "777 triệu USD" }};</script>
</head>
<body>
<header><a href="/">Cổng tin khu công nghiệp</a><nav><ul><li><a href="/">Trang chủ</a></li>
<li><a href="/du-an">64 dự án gọi vốn</a></li><li><a href="/kcn">25 KCN</a></li><li><a href="/hoi-dap">Hỏi đáp</a></li>
</ul></nav></header>
<main>
<article>
<h1>{title}</h1>
<p class="ngay">Cập nhật: {published}</p>
{body}
<figure><img src="/anh/1.jpg" alt="Ảnh 45 dự án"><figcaption>Ảnh: Nhà máy có 3.300 lao động</figcaption></figure>
</article>
<aside class="ben"><h3>Tin liên quan</h3><ul>
<li><a href="/tin/1">Nơi khác thu hút 88 dự án FDI với 1,9 tỷ USD</a></li>
<li><a href="/tin/2">Xuất khẩu cả nước đạt 120 tỷ USD</a></li>
<li><a href="/tin/3">Tuyển 2.000 lao động cho nhà máy mới</a></li></ul></aside>
</main>
<footer><p>Lượt truy cập: 1.234.567 | Đang xem: 89 | Hôm nay: 4.321</p>
<p>Giấy phép số 12/GP-TTĐT. Điện thoại: 0220.3800.000</p></footer>
</body>
</html>
"""


def portal_page(report: Report, *, with_table: bool = False, charset: str = "utf-8") -> str:
    """The page; `charset` is what it declares, encoding it is the caller's."""
    blocks = [f"<p>{escape(paragraph)}</p>" for paragraph in report.paragraphs[1:]]
    if with_table:
        blocks.append(_table(report.table))
    return _PAGE.format(charset=charset, title=escape(report.title), published=report.published, body="\n".join(blocks))


def _table(rows: Sequence[Sequence[str]]) -> str:
    header, *body = rows
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in header) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in body]
    return "<table>\n" + "\n".join(lines) + "\n</table>"
