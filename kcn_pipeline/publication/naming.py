"""What the report calls entities, metrics, origins and the parties of a relation.

Belongs here: short and full names in both languages. Does not: the names themselves (`reference`).
"""

from __future__ import annotations

from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.quantities import ORIGINS
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.entities import ENTITY_KINDS, entity_kind, entity_name
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.provinces import load_provinces


def metric_label(code: str) -> Bilingual:
    """Name of a metric. Errors: KeyError naming the code and the cure."""
    metric = load_metrics().get(code)
    if metric is None:
        raise KeyError(f"metric '{code}' is not in metrics.yaml; add its row or correct what gave it")
    return Bilingual(metric.label_vi, metric.label_en)


def full_name(entity: str) -> str:
    """Official Vietnamese name of an entity. Errors: KeyError or ValueError naming entity and cure."""
    try:
        return entity_name(entity)
    except KeyError as error:
        raise KeyError(f"'{entity}' is not in the reference data; add its row or correct what gave it") from error


def short_name(entity: str) -> Bilingual:
    """A name for tables: a bloc by its region, a province's own board by the province, others in full."""
    code = entity.partition(":")[2]
    match entity_kind(entity):
        case "bloc":
            return text("entity.bloc", name=load_blocs()[code].region_name)
        case "board" if (province := _province_of(code)) is not None:
            return text("entity.board", name=province)
        case _:
            return Bilingual.same(full_name(entity))


def is_entity(party: str) -> bool:
    """Whether a party of a relation is an entity (`board:ha-noi`) and not an origin, a metric or a window."""
    kind, _, code = party.partition(":")
    return kind in ENTITY_KINDS and bool(code)


def party_name(party: str) -> Bilingual:
    """A party of a relation: an entity, an origin, or what reconciliation wrote (a window, a metric)."""
    if is_entity(party):
        return short_name(party)
    if party in ORIGINS:
        return origin_label(party)
    return metric_label(party) if party in load_metrics() else Bilingual.same(party)


def origin_label(origin: str) -> Bilingual:
    """FDI, DDI or both together."""
    return text(f"origin.{origin}")


def _province_of(board: str) -> str | None:
    """Name of the province whose own board this is; None for a second board or one of another name."""
    row = load_boards().get(board)
    # What stands behind @ is the year from which an identity of the same name holds.
    if row is None or row.province.partition("@")[0] != board.partition("@")[0]:
        return None
    return load_provinces()[row.province].name
