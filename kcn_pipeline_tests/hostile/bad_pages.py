"""Bad web pages: deep, broken, full of scripts, or pointing elsewhere.

Belongs here: HTML and web archives. Does not: other markup (`bad_office`).
"""

from __future__ import annotations

from kcn_pipeline_tests.hostile.corpus import bad_file
from kcn_pipeline_tests.hostile.sound_files import TEXT, html_file, web_archive_file

DEPTH = 100_000
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


@bad_file("deep.html", "quarantined", "no text|deeply|parsed|period|zone")
def a_hundred_thousand_nested_tags() -> bytes:
    return page("<div>" * DEPTH + PARAGRAPHS + "</div>" * DEPTH)


@bad_file("deep-tables.html", "quarantined", "no text|deeply|parsed|period|zone")
def nested_tables() -> bytes:
    return page("<table><tr><td>" * 8_000 + PARAGRAPHS)


@bad_file("never-closed.html", "registered")
def tags_never_closed() -> bytes:
    return page(PARAGRAPHS + "<b><i><u><a href=x>" * 20_000)


@bad_file("scripts.html", "registered")
def full_of_scripts() -> bytes:
    script = "<script>document.write('99 du an'); while(1){}</script><noscript>98 du an</noscript>"
    handler = "<p onclick='fetch(\"http://127.0.0.1:9/\")'>" + TEXT.splitlines()[1] + "</p>"
    return page(script * 2_000 + PARAGRAPHS + handler + "<iframe src='file:///etc/passwd'></iframe>")


@bad_file("attributes.html", "registered")
def attributes_of_a_megabyte() -> bytes:
    return page(f"<p class='{'x ' * 500_000}' {'data-a=1 ' * 50_000}>{TEXT}</p>{PARAGRAPHS}")


@bad_file("elsewhere.html", "registered")
def everything_lies_elsewhere() -> bytes:
    head = "<base href='http://127.0.0.1:9/'><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>"
    return page(PARAGRAPHS + "<img src='http://127.0.0.1:9/a.png'>", head + "<link rel=stylesheet href=a.css>")


@bad_file("entities.xhtml", "registered")
def entities_of_its_own() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE html [<!ENTITY l0 "lol">{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    return f"{doctype}<html><body>{PARAGRAPHS}<p>&l11; &file;</p></body></html>".encode()


@bad_file("references.html", "quarantined", "period|zone")
def a_million_references() -> bytes:
    return page(PARAGRAPHS + "<p>" + "&#x200b;&nbsp;&#1114112;&bogus;" * 50_000 + "</p>")


@bad_file("charset.html", "registered")
def a_charset_nobody_knows() -> bytes:
    return html_file().replace(b"<head>", b"<head><meta charset='klingon-8'>")


@bad_file("cut.html", "registered")
def cut_within_a_tag() -> bytes:
    return page(PARAGRAPHS)[:-20] + b"<p class='"


@bad_file("tags.html", "quarantined", "no text")
def nothing_but_tags() -> bytes:
    return page("<p></p><div></div>" * 10_000)


@bad_file("comment.html", "quarantined", "no text|period|zone")
def a_comment_never_closed() -> bytes:
    return page("<!-- " + PARAGRAPHS)


@bad_file("lt.html", "registered")
def a_million_opening_signs() -> bytes:
    return page(PARAGRAPHS) + b"<" * 1_000_000


@bad_file("no-page.mhtml", "quarantined", "no page")
def a_web_archive_without_page() -> bytes:
    return web_archive_file().replace(b"text/html", b"image/png")


@bad_file("deep.mhtml", "quarantined", "no page|deeply|failed")
def parts_within_parts() -> bytes:
    nested = "".join(f"--b{n}\r\nContent-Type: multipart/related; boundary=b{n + 1}\r\n\r\n" for n in range(5_000))
    return f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n{nested}".encode()


@bad_file("cut.mhtml", "quarantined", "no page|no text|period|zone")
def a_web_archive_cut_off() -> bytes:
    return web_archive_file()[:230]
