"""What a share speaks of where its own words tell more than the amount before it: a part by origin, a part of a whole.

Belongs here: correcting the subject of a share. Does not: finding the nearest one (`subjects`), base and part
(`shares`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.metrics.wordings import SPECIFIC_AT_MOST
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.ratios.subjects import Subject, subject_of
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.metrics import load_metrics

_SHARED_WITH_LAST: Final = 2


def subject_of_share(subject: Subject, earlier: Sequence[Draft], around: Surroundings, mentions: MentionMap) -> Subject:
    """`subject`, or what the words of the share alone tell of it."""
    if _is_of_a_trade(around, mentions):
        return Subject(None, None)
    if not subject.is_known:
        subject = _whole_of(around)
    if not subject.is_known and around.role == "account_for" and around.part is None:
        # `Các khu chiếm 45% giá trị sản xuất công nghiệp`, `Long An chiếm 60% vốn FDI`
        subject = Subject(None, around.base, None, _origin_of_base(around, mentions))
    if _goes_on_with_places(subject, earlier, around):
        subject = Subject(None, around.base)
    if around.of_place and _speaks_of_other(subject, around.base):
        subject = Subject(None, around.base)  # `các khu đóng góp 45% kim ngạch của cả nước`
    if subject.head is not None and any(m.first >= around.start for m in mentions.of("respectively")):
        return subject  # each percentage has its amount
    if subject.head is not None:
        subject = _of_same_origin(_alike(subject, earlier, around), earlier, around, mentions)
    told = _part_by_origin(around, subject, mentions) or _told_by_origin(around, subject, mentions)
    return told or _with_origin_of_base(subject, around, mentions)


def _is_of_a_trade(around: Surroundings, mentions: MentionMap) -> bool:
    """`Lĩnh vực dệt may chiếm 31% vốn đăng ký`, `các dự án thuộc ngành điện tử chiếm 77%`: a part by its trade."""
    trades = (m for m in mentions.of("only") if around.start <= m.first and m.last <= around.until)
    return around.role == "account_for" and any(m.value.value == "sector" for m in trades)


def is_cut(subject: Subject) -> bool:
    """`thời gian xử lý từ 20 ngày còn 12 ngày (giảm 40%)`: a rate that days tell too is not compared but said."""
    metric = load_metrics().get(subject.metric or "")
    told_otherwise = subject.head is not None and subject.head.figure.dimension != "percent"
    return told_otherwise and metric is not None and metric.kind == "rate" and "percent" in metric.dimensions


def _told_by_origin(around: Surroundings, subject: Subject, mentions: MentionMap) -> Subject | None:
    """`40 dự án, FDI chiếm 35% số dự án và 60% vốn đăng ký`: the part is the origin that the verb speaks of."""
    metric = subject.metric if subject.metric in around.bases else around.base or subject.metric
    if around.role != "account_for" or around.verb is None or metric is None or not load_metrics()[metric].origin_split:
        return None
    if subject.origin in ("fdi", "ddi") and subject.metric == metric:
        return None
    word = next((m for m in reversed(mentions.of("origin")) if m.last == around.verb.first), None)
    if word is None or word.value.value == "total":
        return None
    return Subject(None, metric, word, word.value.value)


def _whole_of(around: Surroundings) -> Subject:
    """`83% lao động là người địa phương`: the whole of a part that no amount before names."""
    wholes = wholes_of(around.part)
    named = around.base if around.base in wholes else None
    return Subject(None, named or (wholes[0] if len(wholes) == 1 else None))


def _origin_of_base(around: Surroundings, mentions: MentionMap) -> Origin | None:
    """The origin in or right behind the wording of the base."""
    bases = [m for m in around.right if m.role == FREE and m.value == around.base]
    origins = mentions.of("origin")
    return next((o.value.value for m in bases for o in origins if m.first <= o.first <= m.last), None)


def _goes_on_with_places(subject: Subject, earlier: Sequence[Draft], around: Surroundings) -> bool:
    """`Các khu chiếm 45% sản lượng và 60% xuất khẩu của tỉnh`: a share of another whole by the same places."""
    told = earlier[-1] if earlier else None
    if told is None or told.comparison != "share" or told.head is not None or told.metric != told.base:
        return False
    return around.role == "account_for" and around.base not in (None, told.base) and subject.metric == told.metric


def _speaks_of_other(subject: Subject, base: str | None) -> bool:
    """Whether what was found before a share cannot be a part of its base: enterprises of exports."""
    if base is None or subject.head is not None:
        return False
    known = load_metrics().get(subject.metric or "")
    return known is None or set(known.dimensions).isdisjoint(load_metrics()[base].dimensions)


def _alike(subject: Subject, earlier: Sequence[Draft], around: Surroundings) -> Subject:
    """`6 dự án (152 triệu USD) chiếm 54% tổng vốn`: a share of money is of money, wherever the amount stands."""
    head, base = subject.head, load_metrics().get(around.base or "")
    if head is None or base is None or head.figure.dimension in base.dimensions:
        return subject
    fitting = [d for d in earlier[-_SHARED_WITH_LAST:] if d.is_level and d.figure.dimension in base.dimensions]
    if not fitting and around.role == "account_for" and around.base not in wholes_of(subject.metric):
        return Subject(None, around.base)  # `việc làm cho 2.000 lao động, đóng góp 60% tổng thu ngân sách`
    return subject_of(fitting[-1], subject.cue) if fitting else subject


def _of_same_origin(subject: Subject, earlier: Sequence[Draft], around: Surroundings, mentions: MentionMap) -> Subject:
    """`cấp 9 dự án, vốn 40 triệu USD và 60 tỷ đồng, chiếm 70% vốn FDI mới của tỉnh`: only FDI is a part of FDI."""
    if around.role != "account_for" or subject.metric not in around.bases or subject.origin is None:
        return subject
    origin = _origin_of_base(around, mentions)
    if origin in (None, "total", subject.origin):
        return subject
    alike = (d for d in reversed(earlier[-_SHARED_WITH_LAST:]) if d.is_level and d.metric == subject.metric)
    part = next((d for d in alike if d.origin == origin), None)
    return subject if part is None else subject_of(part, subject.cue)


def _with_origin_of_base(subject: Subject, around: Surroundings, mentions: MentionMap) -> Subject:
    """`vốn thực hiện bằng 42% vốn trong nước`: a part of what one origin has is of that origin."""
    metric = load_metrics().get(subject.metric or "")
    if metric is None or not metric.origin_split or (subject.head is not None and subject.origin in ("fdi", "ddi")):
        return subject
    origin = _origin_of_base(around, mentions)
    return subject if origin in (None, "total") else Subject(subject.head, subject.metric, subject.cue, origin)


def _part_by_origin(around: Surroundings, subject: Subject, mentions: MentionMap) -> Subject | None:
    """`vốn FDI chiếm 88% tổng vốn đăng ký`: a part told by its origin alone is of the metric of its whole."""
    base = around.base
    bare = any(m.value == base and m.last - m.first == 1 for m in around.right)
    if base is None or bare or subject.metric == base or not load_metrics()[base].origin_split:
        return None
    origins = mentions.of("origin")
    near = [m for m in origins if around.start <= m.first and m.last <= around.until and m.value.value != "total"]
    if not near or (subject.head is not None and subject.head.figure.first >= around.start):
        return None
    named = [m for m in mentions.of(FREE) if around.start <= m.first < around.until]
    specific = any(0 < sum(n.first == m.first for n in named) <= SPECIFIC_AT_MOST for m in named)
    return None if specific else Subject(None, base, near[-1], near[-1].value.value)
