"""The sentences that people read in a terminal, in English and in Vietnamese.

Belongs here: loading `messages.yaml` and `stage_messages.yaml`. Does not: the row model, which the
report's wordings share (`report_texts`), or choosing the language of the moment (`kcn_pipeline.messages`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.report_texts import Text, load_texts

MESSAGES_FILE: Final = DATA / "messages.yaml"
STAGE_MESSAGES_FILE: Final = DATA / "stage_messages.yaml"


def load_messages() -> dict[str, Text]:
    """Every message of the command line by its key. Errors: BrokenReference."""
    return load_texts(MESSAGES_FILE)


def load_stage_messages() -> dict[str, Text]:
    """What the stages say of files and findings, by key; their code holds the English. Errors: BrokenReference."""
    return load_texts(STAGE_MESSAGES_FILE)
