"""The tables of documents as received and as cleaned.

Belongs here: their columns. Does not: what is read out of them (`facts`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.tables.columns import JSON_LIST, count, day, entity, half_year, one_of, sha256, share, table, text

RAW_DOCUMENTS: Final = table(
    "raw_documents",
    "Register of the documents of a half-year with their decoded text (văn bản gốc).",
    {
        "document_id": sha256("SHA-256 of the bytes as received", unique=True),
        "document": text("File name"),
        "path": text("Path below the data directory"),
        "period": half_year("Half-year of the reporting period (kỳ báo cáo); a yearly report: the second half"),
        "window_start": day("First day the report covers"),
        "window_end": day("Last day the report covers"),
        "publisher": entity("Board or bloc that reports (đơn vị báo cáo)", nullable=True),
        "kind": one_of("Kind of document", ("bloc_report", "board_report", "press")),
        "published_on": day("Day of publication where the text tells it", nullable=True),
        "title": text("First line or HTML title"),
        "url": text("Source address from the sidecar", nullable=True),
        "media_type": text("Media type, from the content"),
        "charset": text("Charset of the bytes"),
        "source_group": sha256("First of the copies of one text that several sites published: they are one source"),
        "superseded_by": sha256("Document that is the next version of this one", nullable=True),
        "size_bytes": count("Size of the file, bytes"),
        "characters": count("Length of the decoded text, characters"),
        "evidence": text(f"{JSON_LIST} of what period and publisher were read from"),
        "places": text(
            f"{JSON_LIST} of [start, end, page, box, cell]: where stretches of the text stand in the source"
        ),
        "decisions": text(f"{JSON_LIST} of what the reader had to choose"),
        "text": text("Decoded text: the coordinate system of every span"),
    },
)

CLEANED_TEXTS: Final = table(
    "cleaned_texts",
    "Correct Vietnamese with its alignment to the decoded text (văn bản đã làm sạch).",
    {
        "document_id": sha256("Document", unique=True),
        "document": text("File name"),
        "period": half_year("Half-year of the document"),
        "text": text("Cleaned text, NFC"),
        "segments": text(
            f"{JSON_LIST} of the changed stretches: raw_start, raw_end, text, kind, rule, score, alternatives"
        ),
        "damage": text(f"{JSON_LIST} of the damage found, paragraph by paragraph, with its evidence"),
        "words": count("Words of the decoded text"),
        "words_restored": count("Words that cleaning changed"),
        "characters_removed": count("Characters of page furniture removed"),
        "impossible_before": share("Words of the decoded text that are no syllables (âm tiết), a word"),
        "impossible_after": share("Words of the cleaned text that are no syllables, foreign names among them, a word"),
        "doubtful_words": count("Restored words that may well be another one (chữ chưa chắc)"),
        "doubtful_near_numbers": count("Doubtful words with a digit close by"),
    },
)
