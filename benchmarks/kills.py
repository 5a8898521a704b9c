"""A batch that is killed with SIGKILL at random points and taken up again: is all the same?

Run `python -m benchmarks.kills [--pairs 2000] [--kills 20]`. One run goes through; a second is
killed again and again, each time taken up by the same command. Then every output file of both is
compared byte for byte, and what was there when a run was killed must never be written again.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made import write_manifest


def _written(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.glob("units/*/[!.]*.json")}


def _contents(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def main() -> None:
    """Print what held and what didn't; exit 1 if something didn't."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        manifest, whole, killed = (Path(folder, name) for name in ("m.jsonl", "whole", "killed"))
        write_manifest(manifest, options.pairs)
        command = [sys.executable, "-m", "compare", "batch", str(manifest), "--jobs", "2", "-o"]
        start = time.perf_counter()
        subprocess.run([*command, str(whole)], check=True, stderr=subprocess.DEVNULL)
        took = time.perf_counter() - start
        print(f"{options.pairs} pairs in one go: {took:.0f} s", flush=True)
        before: dict[Path, int] = {}
        again = 0
        for number in range(options.kills):
            process = subprocess.Popen(
                [*command, str(killed)], start_new_session=True, stderr=subprocess.DEVNULL
            )
            time.sleep(rng.uniform(0, 2 * took / options.kills))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            now = _written(killed)
            again += sum(now.get(path) != when for path, when in before.items())
            before = now
            print(f"kill {number + 1}: {len(now)} units done", flush=True)
        subprocess.run([*command, str(killed)], check=True, stderr=subprocess.DEVNULL)
        now = _written(killed)
        again += sum(now.get(path) != when for path, when in before.items())
        one, other = _contents(whole), _contents(killed)
        differ = [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
        print(f"{len(one)} files, of which {len(differ)} differ; {again} units were written twice")
        for name in differ[:5]:
            print(f"  {name}")
        sys.exit(1 if differ or again else 0)


if __name__ == "__main__":
    main()
