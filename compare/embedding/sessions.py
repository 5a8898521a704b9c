"""How the networks are run by onnxruntime: several at a time, each on one core.

Sentences are short, so one network run gains little from a second core and two runs side by side
gain nearly all of it. The results are the same to the last bit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def threads() -> int:
    """Return how many runs may go side by side: `READOUTS_THREADS`, else the cores there are."""
    wanted = os.environ.get("READOUTS_THREADS") or "0"
    if wanted.isdigit() and int(wanted):
        return int(wanted)
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def session_options() -> Any:
    """Return options of a session that keeps to one core and warns of nothing."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    return options


def side_by_side(work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """Return what `work` makes of each item, in their order, from as many threads as may run."""
    count = min(threads(), len(items))
    if count < 2:
        return [work(item) for item in items]
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, items))
