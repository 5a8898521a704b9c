"""The same results from a Ray cluster of several nodes, also when one of them is killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compare.batch import read_manifest, run_batch
from compare.errors import SettingError
from tests.batch.test_batch import manifest, results
from tests.conftest import ROOT

ray = pytest.importorskip("ray")


def test_a_cluster_that_loses_a_node_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ray.cluster_utils import Cluster

    units = read_manifest(manifest(tmp_path, 10))
    run_batch(units, tmp_path / "here")
    # The nodes' processes find the package where the tests do.
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    try:
        second = cluster.add_node(num_cpus=1)
        cluster.wait_for_nodes()
        lost: list[int] = []

        def report(done: int, total: int) -> None:
            if done == 3 and not lost:
                lost.append(done)
                cluster.remove_node(second, allow_graceful=False)

        done = run_batch(units, tmp_path / "there", ray=cluster.address, report=report)
        assert lost == [3]
        assert (done.units, done.failed) == (11, 1)
        assert results(tmp_path / "there") == results(tmp_path / "here")
        assert run_batch(units, tmp_path / "there", ray=cluster.address).made == 0
    finally:
        ray.shutdown()
        cluster.shutdown()


def test_no_cluster_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="no Ray cluster at 'nowhere://x'"):
        run_batch(read_manifest(manifest(tmp_path, 1)), tmp_path / "out", ray="nowhere://x")
