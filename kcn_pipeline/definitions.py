"""Everything that Dagster loads, on one screen.

Belongs here: the one `Definitions` object. Does not: any definition of its own; each lives in `defs`,
one concept a file.
"""

import dagster as dg

from kcn_pipeline.defs.catalogue import ASSETS, CHECKS
from kcn_pipeline.defs.jobs import ASSET_JOBS
from kcn_pipeline.defs.rebuilding import rebuild_years
from kcn_pipeline.defs.resources import resources_of
from kcn_pipeline.defs.schedules import SCHEDULES
from kcn_pipeline.defs.sensors import new_documents
from kcn_pipeline.settings import data_directory

defs = dg.Definitions(
    assets=ASSETS,
    asset_checks=CHECKS,
    jobs=[*ASSET_JOBS, rebuild_years],
    schedules=SCHEDULES,
    sensors=[new_documents],
    resources=resources_of(data_directory()),
    executor=dg.in_process_executor,
)
