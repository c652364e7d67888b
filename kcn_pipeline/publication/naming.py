"""What the report calls entities, metrics, origins and the parties of a relation.

Belongs here: short and full names in both languages. Does not: the names themselves (`reference`).
"""

from __future__ import annotations

from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.reconciliation.wording.naming import entity_label, party_label
from kcn_pipeline.reference.entities import ENTITY_KINDS, entity_name
from kcn_pipeline.reference.metrics import load_metrics


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
    """A bloc by its region, a province’s own board by the province, others in full. Errors: as `full_name`."""
    full_name(entity)  # one that nobody knows is told with its cure
    return Bilingual.of(lambda language: entity_label(entity, language))


def is_entity(party: str) -> bool:
    """Whether a party of a relation is an entity (`board:ha-noi`) and not an origin, a metric or a window."""
    kind, _, code = party.partition(":")
    return kind in ENTITY_KINDS and bool(code)


def party_name(party: str) -> Bilingual:
    """A party of a relation: an entity, an origin, a metric, a window; what is none of these as it is."""
    if is_entity(party):
        return short_name(party)
    try:
        return Bilingual.of(lambda language: party_label(party, language))
    except KeyError:
        return Bilingual.same(party)


def origin_label(origin: str) -> Bilingual:
    """FDI, DDI or both together."""
    return text(f"origin.{origin}")
