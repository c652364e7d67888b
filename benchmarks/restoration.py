"""How well damaged text is restored, and how fast, written to `docs/restoration.md`.

Belongs here: the tables. Does not: the damages (`damaging`), the peer (`peer_restorer`), comparing words (`words`),
time and memory (`cleaning_costs`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.accuracy import commit
from benchmarks.cleaning_costs import Cost, measured_cost
from benchmarks.corpora import REPOSITORY
from benchmarks.damaging import damaged_texts, whole_texts
from benchmarks.peer_restorer import restored_by_peer
from benchmarks.peers import RESTORING_ENVIRONMENT, RESTORING_PEER, interpreter_of
from benchmarks.words import WordScore, score_words
from kcn_pipeline.cleaning.clean import clean_text

REPORT: Final = REPOSITORY / "docs" / "restoration.md"

Texts = Sequence[str]

EXPLANATION: Final = """Own texts, none of which the language model was made of, are damaged and restored. *All*: share
of all words right; *damaged*: of the words that damage had changed; *harm*: share of sound words that were broken.
Words are compared without case and place of the tone mark (hòa = hoà); *tỉ = tỷ* is the share of all words right when
these two spellings count as one word, which text that lost the letter does not tell apart. *Dropped*: letters
U+1EA0 to U+1EF9 but for ế and those behind đ, ư, ơ. *Misread*: set in two fonts, printed whole, blurred, tilted and
shrunk, or faint and compressed, and read by Tesseract's English data. *Stripped*: typed without any mark. *Apart*:
every mark a character of its own. The held-out third was never looked at while rules were written or the corpus was.
*Other styles*: short texts with the words of everyday life (letters, minutes, reportage, questions and answers,
notices), of which the corpus has little: what to expect of documents that are hardly reports."""

COSTS: Final = """One core, each line a process of its own that cleans all development texts: *first* with nothing met
before, *again* with its words known. *Peak* is the memory of the process, the interpreter included; *loaded* the time
until the language model can be asked."""

_HEADER: Final = "| damage | texts | words | all | tỉ = tỷ | damaged | harm |\n|---|---|---:|---:|---:|---:|---:|"
_COST_HEADER: Final = "| text | first | again | loaded | peak |\n|---|---:|---:|---:|---:|"


def write_restoration(path: Path = REPORT) -> str:
    """Measure every damage, write the report and give its text."""
    whole = {split: whole_texts(split) for split in ("development", "held_out", "other_styles")}
    damaged = {split: damaged_texts(split) for split in whole}
    rows = [
        _row(damage, split, total_score(whole[split], _ours(texts), texts))
        for damage in damaged["development"]
        for split, texts in ((split, damaged[split][damage]) for split in whole)
    ]
    costs = [_cost_row(damage, measured_cost(texts)) for damage, texts in damaged["development"].items()]
    parts = ["# Restoration of damaged text", _measured(), EXPLANATION, "\n".join([_HEADER, *rows]), *_missing(damaged)]
    parts += ["## Beside another restorer of marks", _peers(whole, damaged)]
    parts += ["## Speed and memory", COSTS, "\n".join([_COST_HEADER, *costs])]
    text = "\n\n".join(parts) + "\n"
    path.write_text(text, encoding="utf-8")
    return text


def total_score(whole: Texts, restored: Texts, damaged: Texts) -> WordScore:
    """The scores of all texts together."""
    scores = [score_words(text, bad, made) for text, bad, made in zip(whole, damaged, restored, strict=True)]
    return sum(scores, start=WordScore())


def _ours(texts: Texts) -> Texts:
    return [clean_text(text).text for text in texts]


def _measured() -> str:
    return f"Measured {datetime.now(UTC):%Y-%m-%d} at commit {commit()} by `make bench`."


def _missing(damaged: Mapping[str, Mapping[str, Texts]]) -> list[str]:
    if "misread" in damaged["development"]:
        return []
    return ["*Misread* was left out: Tesseract's English data or the fonts are not installed."]


def _peers(whole: Mapping[str, Texts], damaged: Mapping[str, Mapping[str, Texts]]) -> str:
    """Words that each gets wrong in texts without marks."""
    python = interpreter_of(RESTORING_PEER, RESTORING_ENVIRONMENT)
    if python is None:
        return f"`{RESTORING_PEER.package}` could not be installed."
    rows = ["| texts | words | wrong here | wrong with pyvi's `add_accents` | share |\n|---|---:|---:|---:|---:|"]
    for split, texts in whole.items():
        stripped = damaged[split]["stripped"]
        ours = total_score(texts, _ours(stripped), stripped)
        other = total_score(texts, restored_by_peer(stripped, python), stripped)
        share = ours.wrong / other.wrong
        rows.append(f"| {_name(split)} | {ours.words:,} | {ours.wrong:,} | {other.wrong:,} | {share:.3f} |")
    return "\n".join(rows)


def _row(damage: str, split: str, score: WordScore) -> str:
    of_damaged = f"{score.damaged_right / score.damaged:.4f}" if score.damaged else "—"
    shares = f"{score.right / score.words:.4f} | {score.right_either_way / score.words:.4f}"
    return f"| {damage} | {_name(split)} | {score.words:,} | {shares} | {of_damaged} | {score.harm:.4f} |"


def _cost_row(damage: str, cost: Cost) -> str:
    if damage == "none":
        first, again = (f"{speed / 1e6:.2f} MB/s" for speed in (cost.first_bytes_a_second, cost.again_bytes_a_second))
    else:
        first, again = (f"{speed:,.0f} words/s" for speed in (cost.first_words_a_second, cost.again_words_a_second))
    return f"| {damage} | {first} | {again} | {cost.load_seconds:.2f} s | {cost.peak_bytes / 1e6:.0f} MB |"


def _name(split: str) -> str:
    return split.replace("_", " ")
