"""Web pages in the layouts that Vietnamese portals had over the years, each with what is its article and what is not.

Belongs here: articles in our own words, layouts, the furniture around them. Does not: assertions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """What an editor wrote: title, summary, paragraphs, items of a list, rows of a table (the first its header)."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def wanted(self) -> list[str]:
        """Every line that must be in the text of the page, in order."""
        return [self.summary, *self.paragraphs, *self.items, *(" | ".join(row) for row in self.rows)]


YEAR = Article(
    "Ban Quản lý các KCN Hải Dương tổng kết năm 2018",
    "Năm 2018, các KCN Hải Dương thu hút thêm 512 triệu USD vốn đầu tư nước ngoài.",
    (
        "Trong năm 2018, Ban Quản lý các KCN Hải Dương cấp mới 38 dự án, vốn mới và tăng thêm bằng 128% kế hoạch.",
        "Lũy kế đến hết năm, các KCN có 247 dự án còn hiệu lực với 4,63 tỷ USD vốn đăng ký.",
        "Doanh nghiệp trong KCN xuất khẩu 5,9 tỷ USD, nộp ngân sách 2.870 tỷ đồng.",
        "Số lao động làm việc thường xuyên là 96.400 người, thu nhập bình quân 7,2 triệu đồng.",
    ),
)
SHORT = Article(
    "Phú Thọ: 9 dự án mới vào KCN trong quý I",
    "Quý I năm 2021, Ban Quản lý các KCN Phú Thọ cấp phép cho 9 dự án.",
    ("Tổng vốn của 9 dự án là 61,5 triệu USD.",),
)
LISTED = Article(
    "Kết quả 6 tháng đầu năm 2017 của các KCN Quảng Ngãi",
    "Ban Quản lý KKT Dung Quất và các KCN Quảng Ngãi vừa công bố số liệu 6 tháng đầu năm 2017.",
    ("Các chỉ tiêu chính so với cùng kỳ năm trước như sau:", "Nửa cuối năm, Ban tập trung giải phóng 130 ha mặt bằng."),
    items=(
        "Vốn thực hiện: 143 triệu USD",
        "Doanh thu: 61.340 tỷ đồng",
        "Kim ngạch xuất khẩu: 231 triệu USD",
        "Lao động: 18.950 người",
    ),
)
TABLED = Article(
    "Tình hình các khu công nghiệp Tây Ninh năm 2020",
    "Ban Quản lý Khu kinh tế Tây Ninh công bố số liệu năm 2020 theo từng khu.",
    ("Số dự án và vốn đăng ký đến ngày 31/12/2020 được tổng hợp trong bảng sau.",),
    rows=(
        ("Khu công nghiệp", "Số dự án", "Vốn đăng ký (triệu USD)"),
        ("Trảng Bàng", "78", "641,2"),
        ("Phước Đông", "43", "2.935,8"),
        ("Thành Thành Công", "33", "377,4"),
    ),
)
TERSE = Article(
    "Số liệu 9 tháng năm 2022",
    "KCN Bắc Giang, 9 tháng năm 2022.",
    ("Cấp mới 26 dự án.", "Vốn tăng thêm 318 triệu USD.", "Xuất khẩu 14,7 tỷ USD.", "Nộp ngân sách 3.105 tỷ đồng."),
)
ARTICLES = {"year": YEAR, "short": SHORT, "listed": LISTED, "tabled": TABLED, "terse": TERSE}

MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Dịch vụ công", "Liên hệ 0220.3890111")
RELATED = (
    "KCN Nam Sách đón dự án 45 triệu USD (12/03/2017)",
    "Cụm công nghiệp Tân Hồng lấp đầy 71% (05/02/2017)",
    "Ký kết hợp tác đào tạo 1.200 lao động (21/01/2017)",
    "Hội nghị gặp mặt 85 doanh nghiệp đầu xuân (09/01/2017)",
)
RATES = (("USD", "23.245"), ("EUR", "27.118"), ("JPY", "209,4"), ("Vàng SJC", "55.900"))
CAPTION = "Ảnh: Lễ khởi công nhà máy 27 triệu USD tại KCN số 3"
COUNTER = "Lượt truy cập: 8.412.377"
VIEWS = "Lượt xem: 4519"
FOOTER = "Địa chỉ: 99 đường 30/10. Điện thoại: 0210.3811222. Giấy phép số 77/GP-TTĐT."
UNWANTED = (
    *("0220.3890111", "45 triệu", "71%", "1.200 lao", "85 doanh", "23.245", "55.900", "27 triệu", "8.412.377"),
    *("4519", "0210.3811222", "77/GP"),
)


def _links(lines: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{number}.html">{line}</a></{tag}>' for number, line in enumerate(lines))


def _paragraphs(article: Article, opening: str = "<p>", closing: str = "</p>") -> str:
    body = "".join(f"{opening}{line}{closing}" for line in (article.summary, *article.paragraphs))
    if article.items:
        body += "<ul>" + "".join(f"<li>{item}</li>" for item in article.items) + "</ul>"
    return body + _table(article.rows)


def _table(rows: tuple[tuple[str, ...], ...], attributes: str = 'border="1"') -> str:
    if not rows:
        return ""
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    return f"<table {attributes}>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _page(article: Article, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{article.title} - Cổng thông tin</title>'
        f"{head}<style>p {{margin: 11px}}</style><script>var hits = 335577;</script></head><body>{body}</body></html>"
    )


def wordpress(article: Article) -> str:
    head = '<meta property="article:published_time" content="2019-01-14T08:30:00+07:00">'
    return _page(
        article,
        f'<header id="masthead"><nav class="main-navigation"><ul>{_links(MENU)}</ul></nav></header>'
        f'<div id="primary"><article class="post type-post"><h1 class="entry-title">{article.title}</h1>'
        f'<div class="entry-meta">{VIEWS}</div><div class="entry-content">{_paragraphs(article)}'
        f'<figure class="wp-caption"><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure></div></article>'
        f'<div class="related-posts"><h3>Bài viết liên quan</h3><ul>{_links(RELATED)}</ul></div></div>'
        f'<aside class="widget-area">{_table(RATES)}</aside><footer>{FOOTER}<p>{COUNTER}</p></footer>',
        head,
    )


def tables_of_2005(article: Article) -> str:
    text = "<br><br>".join((article.summary, *article.paragraphs, *article.items))
    return (
        f"<HTML><HEAD><TITLE>{article.title}</TITLE><META http-equiv=Content-Type content='text/html; charset=utf-8'>"
        "</HEAD><BODY bgcolor=#FFFFFF><TABLE width=780 cellpadding=0><TR><TD colspan=3><IMG src=banner.gif></TD></TR>"
        f"<TR><TD width=150 valign=top><TABLE>{''.join(f'<TR><TD><A href=x>{m}</A></TD></TR>' for m in MENU)}</TABLE>"
        f"{_table(RATES)}</TD><TD valign=top><TABLE width=100%><TR><TD><FONT face=Arial size=3 color=navy><B>"
        f"{article.title}</B></FONT></TD></TR><TR><TD align=justify><FONT face=Arial size=2>{text}</FONT>"
        f"{_table(article.rows)}</TD></TR><TR><TD><B>Các tin khác:</B>"
        f"{''.join(f'<BR>- <A href=y>{line}</A>' for line in RELATED)}</TD></TR></TABLE></TD><TD>{COUNTER}</TD></TR>"
        f"<TR><TD colspan=3 align=center><FONT size=1>{FOOTER}</FONT></TD></TR></TABLE></BODY></HTML>"
    )


def sharepoint(article: Article) -> str:
    divisions = _paragraphs(article, '<div style="text-align:justify">\u200b', "</div>")
    return _page(
        article,
        f'<form method="post" action="x.aspx" id="aspnetForm"><input type="hidden" value="77112233">'
        f'<div id="s4-workspace">'
        f'<div class="ms-core-navigation"><ul class="root static">{_links(MENU)}</ul></div><div id="contentRow">'
        f'<div id="DeltaPlaceHolderMain"><table width="100%"><tr><td><div class="ms-webpart-zone">'
        f"<h2>{article.title}</h2>"
        f'<div class="ms-rtestate-field">{divisions}</div></div></td></tr><tr><td><div class="tinkhac">'
        f"<span>Tin khác</span><ul>{_links(RELATED)}</ul></div></td></tr></table></div></div>"
        f'<div class="ms-right">{_table(RATES)}<span>{COUNTER}</span></div><div id="ft">{FOOTER}</div></div></form>',
    )


def liferay(article: Article) -> str:
    return _page(
        article,
        f'<div id="wrapper"><div id="navigation"><ul>{_links(MENU)}</ul></div><div class="columns-2">'
        f'<div id="column-1">'
        f'<div class="portlet-boundary"><section class="portlet"><div class="portlet-content"><div class="asset-full">'
        f'<h3 class="header-title">{article.title}</h3>'
        f'<div class="journal-content-article">{_paragraphs(article)}</div>'
        f'<div class="view-count">{VIEWS}</div></div></div></section></div><div class="portlet-asset-publisher">'
        f'<h4>Tin bài liên quan</h4>{_links(RELATED, "div")}</div></div><div id="column-2">{_table(RATES)}'
        f'<div class="thongke">{COUNTER}</div></div></div><div id="footer">{FOOTER}</div></div>',
    )


def dotnetnuke(article: Article) -> str:
    return _page(
        article,
        f'<form id="Form"><div id="dnn_menu"><ul>{_links(MENU)}</ul></div><div id="dnn_ContentPane">'
        f'<div id="dnn_ctr412">'
        f'<span class="Head">{article.title}</span><div class="Normal">{_paragraphs(article)}</div>'
        f'<p class="caption">{CAPTION}</p><div class="otherNews"><b>Các tin đã đăng:</b>'
        f"{''.join(f'<div><a href=z>{line}</a></div>' for line in RELATED)}</div></div></div>"
        f'<div id="dnn_RightPane">{_table(RATES)}{COUNTER}</div><div id="dnn_FooterPane">{FOOTER}</div></form>',
    )


def joomla(article: Article) -> str:
    return _page(
        article,
        f'<div id="topmenu"><ul class="menu">{_links(MENU)}</ul></div><div class="item-page"><h2>{article.title}</h2>'
        f'<dl class="article-info"><dd class="hits">{VIEWS}</dd></dl>{_paragraphs(article)}<ul class="pager pagenav">'
        f'<li><a href="p">Trước</a></li></ul></div><div id="right"><div class="moduletable">{_table(RATES)}</div>'
        f'<div class="moduletable"><h3>Tin mới nhất</h3><ul class="latestnews">{_links(RELATED)}</ul></div></div>'
        f'<div id="footer"><p>{FOOTER}</p>{COUNTER}</div>',
    )


def drupal(article: Article) -> str:
    return _page(
        article,
        f'<div id="page"><div class="region-menu"><ul>{_links(MENU)}</ul></div><div id="content" class="column"><h1>'
        f'{article.title}</h1><div class="node node-article"><div class="field field-name-body">'
        f'<div class="field-items">'
        f'<div class="field-item even">{_paragraphs(article)}</div></div></div></div><div class="block-views"><h2>Cùng '
        f'chuyên mục</h2>{_links(RELATED, "p")}</div></div><div class="region-sidebar-second">{_table(RATES)}</div>'
        f'<div class="region-footer">{FOOTER} {COUNTER}</div></div>',
    )


def newspaper(article: Article) -> str:
    paragraphs = "".join(f'<p class="Normal">{line}</p>' for line in article.paragraphs)
    items = "".join(f"<p>- {item}</p>" for item in article.items)
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-01-20T10:00:00"}</script>'
    )
    return _page(
        article,
        f'<div class="top-nav">{_links(MENU, "span")}</div><section class="detail"><h1 class="title-detail">'
        f'{article.title}</h1><h2 class="sapo">{article.summary}</h2><div class="fck_detail">{paragraphs}{items}'
        f'{_table(article.rows)}<table class="tplCaption"><tr><td><img src=b.jpg></td></tr><tr>'
        f'<td class="image-caption">'
        f'{CAPTION}</td></tr></table><div class="box-tinlienquan"><ul>{_links(RELATED)}</ul></div></div>'
        f'<div class="social-share">Chia sẻ 512</div></section><div class="box-ty-gia">{_table(RATES)}</div>'
        f'<div class="footer-info">{FOOTER}</div>',
        head,
    )


def word_export(article: Article) -> str:
    opening = '<p class="MsoNormal" style="margin:6pt"><span lang="VI"><span style="font-size:13pt">'
    return _page(
        article,
        f'<div id="left">{_links(MENU, "p")}</div><div id="noidung"><div class="tieude">{article.title}</div>'
        f'<div class="WordSection1">{_paragraphs(article, opening, "</span></span><o:p></o:p></p>")}</div>'
        f'<p class="xem">{VIEWS}</p></div><div id="phai">{_table(RATES)}</div><div id="chan">{FOOTER}</div>',
    )


def line_breaks_in_one_division(article: Article) -> str:
    text = "<br/>".join((article.summary, *article.paragraphs, *article.items))
    return _page(
        article,
        f'<div class="menu">{_links(MENU, "span")}</div><div class="main">'
        f'<div class="detail-title">{article.title}</div>'
        f'<div class="detail-content">{text}{_table(article.rows)}</div>'
        f'<div class="tag">Từ khóa: <a href=k>KCN 2017</a>'
        f'</div><div class="other"><div class="hd">Tin cùng chuyên mục</div>{_links(RELATED)}</div></div>'
        f'<div class="counter">{COUNTER}</div><div class="copyright">{FOOTER}</div>',
    )


def centre_and_font(article: Article) -> str:
    return (
        f"<html><head><title>{article.title}</title></head><body><center><h2>{article.title}</h2></center>"
        f"{_paragraphs(article, '<p align=justify><font size=3>', '</font>')}<hr><center><a href=..>Trang chủ</a> | "
        f"<a href=..>Quay lại</a><br><small>{COUNTER}</small></center></body></html>"
    )


def misleading_names(article: Article) -> str:
    """The content stands in what its names call a sidebar, as on sites that were re-arranged by style sheets."""
    return _page(
        article,
        f'<div class="sidebar-left"><ul>{_links(MENU)}</ul></div><div class="sidebar-right widget"><div class="header">'
        f'<h1>{article.title}</h1></div><div class="box related-content">{_paragraphs(article)}</div></div>'
        f'<div class="links"><ul>{_links(RELATED)}</ul>{COUNTER}</div><div class="bottom">{FOOTER}</div>',
    )


def comments(article: Article) -> str:
    return _page(
        article,
        f'<nav>{_links(MENU)}</nav><main><h1>{article.title}</h1>{_paragraphs(article)}</main><div id="comments" '
        f'class="comment-list"><h3>Ý kiến bạn đọc</h3><div class="comment-body"><p>Tôi nghe nói có tới 85 doanh nghiệp '
        f"nợ lương 1.200 lao động, mong Ban kiểm tra.</p></div></div><footer>{FOOTER}{COUNTER}</footer>",
    )


def bootstrap_columns(article: Article) -> str:
    """Nothing is named after what it is; teasers have summaries, the site's name is its only h1."""
    teasers = "".join(
        f'<div class="row"><div class="col-4"><img src="t.jpg"></div><div class="col-8"><h5>'
        f'<a href="/t">{line}</a></h5>'
        f"<small>09/01/2017</small></div></div>"
        for line in RELATED
    )
    statistics = "".join(f"<div>{name} <b>{rate}</b></div>" for name, rate in RATES)
    return _page(
        article,
        f'<div class="container"><h1>Cổng thông tin các khu công nghiệp</h1>'
        f'<div class="row">{_links(MENU, "div")}</div>'
        f'<div class="row"><div class="col-md-9"><h2>{article.title.upper()}</h2><em>Thứ tư</em>{_paragraphs(article)}'
        f'</div><div class="col-md-3">{teasers}{statistics}</div></div><div class="row"><div class="col-12">'
        f"<p>{FOOTER}</p><p>{COUNTER}</p></div></div></div>",
    )


def sections(article: Article) -> str:
    """Each paragraph in a block of its own, with links inside paragraphs and a link to another article between them."""
    linked = article.summary.replace("KCN", '<a href="/kcn">KCN</a>')
    parts = "".join(f'<section class="el"><div><p>{line}</p></div></section>' for line in article.paragraphs)
    items = "".join(f'<section class="el"><div>{item}</div></section>' for item in article.items)
    return _page(
        article,
        f'<div class="nav-wrap">{_links(MENU)}</div><div class="page"><div class="el"><h1>{article.title}</h1></div>'
        f'<div class="el"><strong>{linked}</strong></div><div class="el">&gt;&gt; <a href="/r">{RELATED[0]}</a></div>'
        f'{parts}{items}<div class="el">{_table(article.rows)}</div></div><div class="el">{_links(RELATED)}</div>'
        f'<div class="el">{FOOTER}</div>',
    )


def link_that_wraps_the_article(article: Article) -> str:
    return _page(
        article,
        f'<div id="top"><a href="/">Trang chủ</a></div><a href="/print">'
        f"<h3>{article.title}</h3>{_paragraphs(article)}</a>"
        f"<p>{FOOTER}</p>",
    )


def nothing_but_the_article(article: Article) -> str:
    return _paragraphs(article)


def deep_layout_tables(article: Article) -> str:
    """Tables in tables, the article in one cell beside a calendar and a table of rates in others."""
    calendar = "".join(f"<tr>{''.join(f'<td>{day}</td>' for day in range(w, w + 7))}</tr>" for w in (1, 8, 15, 22))
    return _page(
        article,
        f"<table><tr><td><table><tr><td>{_links(MENU, 'span')}</td></tr></table></td></tr><tr><td><table>"
        f"<tr><td><table>"
        f"{calendar}</table>{_table(RATES)}</td><td><table><tr><td><span>{article.title}</span></td></tr>"
        f"<tr><td><table>"
        f"<tr><td><div>{_paragraphs(article, '<div>', '</div>')}</div></td></tr></table></td></tr></table></td></tr>"
        f"</table></td></tr><tr><td><font>{FOOTER}</font></td></tr></table>",
    )


def unnamed_discussion(article: Article) -> str:
    """Readers wrote more than the editor, in blocks that no name tells apart."""
    said = "Theo tôi được biết còn 85 doanh nghiệp chưa trả lương cho 1.200 lao động, đề nghị các cấp vào cuộc sớm."
    discussion = f"<div><b>Nam</b><p>{said}</p></div>" * 3
    return _page(
        article,
        f"<nav>{_links(MENU)}</nav><div><h1>{article.title}</h1><div>{_paragraphs(article)}</div></div>"
        f"<div><h3>Ý kiến bạn đọc</h3><div>{discussion}</div></div><footer>{FOOTER}</footer>",
    )


Layout = Callable[[Article], str]
LAYOUTS: tuple[Layout, ...] = (
    wordpress,
    tables_of_2005,
    sharepoint,
    liferay,
    dotnetnuke,
    joomla,
    drupal,
    newspaper,
    word_export,
    line_breaks_in_one_division,
    centre_and_font,
    misleading_names,
    comments,
    bootstrap_columns,
    sections,
    link_that_wraps_the_article,
    nothing_but_the_article,
    deep_layout_tables,
    unnamed_discussion,
)
PAGES = tuple(
    (layout, name)
    for layout in LAYOUTS
    for name, article in ARTICLES.items()
    # The parser ends a link where a table begins.
    if not (article.rows and layout is link_that_wraps_the_article)
)
