"""Speaking to people in the language they chose with `KCN_LANG`.

Belongs here: filling a message, and translating what a stage said in English. Does not: the
wordings (`messages.yaml`, `stage_messages.yaml`) or where they are printed (`commands`).
"""

from __future__ import annotations

import re
from functools import cache

from kcn_pipeline.reference.messages import load_messages, load_stage_messages
from kcn_pipeline.reference.report_texts import Text
from kcn_pipeline.settings import language

_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")
# What is to be typed as it stands, in any language.
_VERBATIM = frozenset({"example", "field", "fields"})


def say(key: str, /, **values: object) -> str:
    """The message in the language of the moment, its placeholders filled.

    Errors: KeyError on a key that `messages.yaml` lacks, or a placeholder that `values` lacks.
    """
    message = load_messages().get(key)
    if message is None:
        raise KeyError(f"messages.yaml has no message '{key}'; add a row with en and vi")
    return _wording(message).format(**values)


def translated(english: str) -> str:
    """What a stage said, in the language of the moment; a sentence that no row of `stage_messages.yaml` fits stays.

    Stages keep their problems in English, in ledgers and logs alike; only what people read is translated.
    """
    if language() == "en":
        return english
    for pattern, message in _patterns():
        if found := pattern.fullmatch(english):
            values = found.groupdict().items()
            return _wording(message).format(**{k: v if k in _VERBATIM else translated(v) for k, v in values})
    return english


def _wording(message: Text) -> str:
    return message.vi if language() == "vi" else message.en


@cache
def _patterns() -> list[tuple[re.Pattern[str], Text]]:
    """Every sentence of a stage as a pattern; those with most words of their own first, as they say most."""
    rows = sorted(load_stage_messages().values(), key=lambda row: -len(re.sub(r"\{\w+\}", "", row.en)))
    return [(re.compile(_PLACEHOLDER.sub(r"(?P<\1>.+?)", re.escape(row.en)), re.DOTALL), row) for row in rows]
