"""kill -9 in the middle of an import, a compare or a migration leaves a database that is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("action", ["import", "compare", "migrate"])
def test_a_killed_writer_leaves_a_sound_database(database: str, action: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killer", database, action, "45"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "sound 45\n"), done.stderr
