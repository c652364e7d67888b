"""A wording in both languages of the report, and how it stands in a page.

Belongs here: pairing, filling in and escaping. Does not: the wordings themselves (`reference`) or
the forms of numbers (`figures`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from kcn_pipeline.reference.report_texts import Text, load_texts


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same said in Vietnamese and in English; templates print both, the page shows one."""

    vi: str
    en: str

    @classmethod
    def same(cls, wording: str) -> Bilingual:
        """A wording that no language changes: a name, a code."""
        return cls(wording, wording)

    @classmethod
    def of(cls, write: Callable[[str], str]) -> Bilingual:
        """What `write` makes of `vi` and of `en`."""
        return cls(write("vi"), write("en"))

    def read(self, language: str) -> str:
        """The wording in `vi` or `en`."""
        return self.vi if language == "vi" else self.en

    def __html__(self) -> str:
        if self.vi == self.en:
            return str(escape(self.vi))
        vi = Markup('<span class="vi" lang="vi">{}</span>').format(self.vi)
        return str(vi + Markup('<span class="en" lang="en">{}</span>').format(self.en))

    def attributes(self) -> Markup:
        """`data-vi` and `data-en`, for elements that cannot hold a span (option, title, label)."""
        return Markup('data-vi="{}" data-en="{}"').format(self.vi, self.en)


def text(key: str, **fields: object) -> Bilingual:
    """The wording `key` with its fields filled in; a Bilingual field is taken in each language.

    Errors: KeyError naming the key and the file it belongs into.
    """
    row = _row(key)
    return Bilingual(_filled("vi", row.vi, fields), _filled("en", row.en, fields))


def text_in(language: str, key: str, **fields: object) -> str:
    """The wording `key` in one language, for a terminal. Errors: KeyError, as `text`."""
    return text(key, **fields).read(language)


def counted(key: str, count: int, **fields: object) -> Bilingual:
    """The wording `key` for `count` things, with the English singular for one; `{count}` is filled in."""
    row = _row(key)
    en = row.en_one if count == 1 and row.en_one is not None else row.en
    fields = {"count": Bilingual(f"{count:,}".replace(",", "."), f"{count:,}"), **fields}
    return Bilingual(_filled("vi", row.vi, fields), _filled("en", en, fields))


def _row(key: str) -> Text:
    row = load_texts().get(key)
    if row is None:
        raise KeyError(f"report_texts.yaml has no text '{key}'; add a row with vi and en")
    return row


def _filled(language: str, wording: str, fields: Mapping[str, object]) -> str:
    return wording.format(**{name: _in(language, value) for name, value in fields.items()})


def _in(language: str, value: object) -> str:
    return value.read(language) if isinstance(value, Bilingual) else str(value)
