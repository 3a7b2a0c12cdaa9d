"""Web archives of any size → Parquet files of claims → a record: one code path on one machine and on a cluster.

    from onrecord import bulk
    bulk.run(["crawl/"], "run/")                      # restartable; `Options(cluster=...)` for Ray
    with onrecord.open("onrecord.db") as record:
        bulk.load("run/", record)

A page goes through the gate first (`decode.gate`), which refuses in microseconds what cannot be of the field.
"""

from onrecord.bulk.loading import load
from onrecord.bulk.progress import Progress
from onrecord.bulk.run import Counts, Options, run

__all__ = ["Counts", "Options", "Progress", "load", "run"]
