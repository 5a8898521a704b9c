"""Many pairs of statements, each compared once: here, in several processes, or on a Ray cluster."""

from compare.batch.manifest import Side, Unit, read_manifest
from compare.batch.run import BatchDone, run_batch

__all__ = ["BatchDone", "Side", "Unit", "read_manifest", "run_batch"]
