"""Speed and memory, side by side in one run, with ratios: medians over rounds that take turns.

    python -m benchmarks.speed                    # cold warm embedding
    python -m benchmarks.speed cold --rounds 9
    python -m benchmarks.speed batch --pairs 200  # processes against one

cold: `readouts compare` on two 40-sentence files and `readouts --help`, in processes of their own,
against benchmarks/user_script.py. warm: compare() against the network's own run on the same
sentences, which no program with this model can go below. candidates: the links of the full
computation, by how near they stand to one of their sentences. The cache of vectors is off.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = tuple[str, float, float, float]  # what, seconds, MB or 0, times the first row's seconds


def timed(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, tuple[float, float]]:
    """Return median seconds and peak MB of each; each round runs all, so noise falls on all.

    :param runs: each does its work and returns its peak in MB, or 0
    """
    spent: dict[str, list[float]] = {name: [] for name in runs}
    peaks: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            begin = time.perf_counter()
            peaks[name].append(run())
            spent[name].append(time.perf_counter() - begin)
    return {name: (statistics.median(spent[name]), statistics.median(peaks[name])) for name in runs}


def show(title: str, found: dict[str, tuple[float, float]], base: str) -> None:
    """Print a table; ratios are to `base`."""
    memory = any(peak for _, peak in found.values())
    print(f"\n| {title} | median | to {base} |" + (" peak | to it |" if memory else ""))
    print("|---|---:|---:|" + ("---:|---:|" if memory else ""))
    for name, (seconds, peak) in found.items():
        row = f"| {name} | {seconds:.3f} s | {seconds / found[base][0]:.2f} |"
        if memory:
            row += f" {peak:.0f} MB | {peak / found[base][1]:.2f} |"
        print(row, flush=True)


def process(command: Sequence[str]) -> Callable[[], float]:
    """Return a run of a command that gives its peak memory in MB, its own children left out.

    Compiled modules are kept between runs, as they are on a user's machine.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> float:
        child = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, env=own
        )
        assert child.stderr is not None
        errors = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(errors.decode())
        return usage.ru_maxrss / 1024

    return run


def cold(rounds: int) -> None:
    """Whole commands in fresh processes."""
    from benchmarks.made import gold_statements

    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, statement in zip("ab", gold_statements(40), strict=True):
            Path(folder, f"{name}.txt").write_text(statement.text, "utf-8")
            names.append(f"{folder}/{name}.txt")
        runs = {
            "the user's script": process([sys.executable, "benchmarks/user_script.py", *names]),
            "readouts compare": process([sys.executable, "-m", "compare", "compare", *names]),
            "readouts --help": process([sys.executable, "-m", "compare", "--help"]),
            "python -c pass": process([sys.executable, "-c", "pass"]),
        }
        show("cold, 40 x 40", timed(runs, rounds), "the user's script")


def _network(texts: Sequence[str]) -> Callable[[], float]:
    """Return a run of the network alone: the batches are made, the vectors thrown away.

    Batches run side by side, as they do in the product: it is the fastest that this network goes.
    """
    import numpy as np

    from compare.embedding import load_embedder
    from compare.embedding.packaged import length_batches
    from compare.embedding.sessions import side_by_side

    model: Any = load_embedder()
    codes = [np.array(code.ids) for code in model._tokenizer.encode_batch(list(texts))]
    batches = [np.stack([codes[i] for i in part]) for part in length_batches(list(map(len, codes)))]
    feeds = [
        {"input_ids": ids, "attention_mask": np.ones_like(ids), "words": model._words[ids]}
        for ids in batches
    ]

    def run() -> float:
        layers = ["layer3", "layer5", "layer6"]
        side_by_side(lambda feed: bool(model._session.run(layers, feed)), feeds[::-1])
        return 0

    return run


def warm(rounds: int) -> None:
    """compare() where everything is loaded."""
    from benchmarks.made import gold_statements
    from compare.embedding import load_embedder
    from compare.language.facts import read_sentences
    from compare.pipeline import compare

    for count in (10, 40, 200):
        a, b = gold_statements(count)
        texts = [side.sentence(i) for side in (a, b) for i in range(len(side.sentences))]
        runs: dict[str, Callable[[], float]] = {
            "the network alone": _network(texts),
            "embedding": lambda texts=texts: 0 * len(load_embedder().encode(texts).tokens),
            "reading facts": lambda a=a, b=b: 0 * len(read_sentences(a) + read_sentences(b)),
            "compare": lambda a=a, b=b: 0 * len(compare(a, b).links),
        }
        timed(runs, 1)
        show(f"warm, {count} x {count}", timed(runs, rounds), "the network alone")


def embedding(rounds: int) -> None:
    """Sentences a second: batches of one length, as they are, and padded ones."""
    import numpy as np

    from benchmarks.made import gold_statements
    from compare.embedding import load_embedder

    a, b = gold_statements(200)
    texts = [side.sentence(i) for side in (a, b) for i in range(len(side.sentences))]
    model: Any = load_embedder()
    codes = sorted((c.ids for c in model._tokenizer.encode_batch(texts)), key=len)

    def padded(size: int) -> Callable[[], float]:
        def run() -> float:
            for at in range(0, len(codes), size):
                part = codes[at : at + size]
                ids = np.zeros((len(part), max(map(len, part))), dtype=np.int64)
                mask = np.zeros_like(ids)
                for row, code in enumerate(part):
                    ids[row, : len(code)], mask[row, : len(code)] = code, 1
                feed = {"input_ids": ids, "attention_mask": mask, "words": model._words[ids]}
                model._session.run(["layer3", "layer5", "layer6"], feed)
            return 0

        return run

    runs = {"batches of one length": _network(texts), "one by one": padded(1)}
    runs |= {f"{size} with padding": padded(size) for size in (8, 16, 32)}
    found = timed(runs, rounds)
    show(f"embedding {len(texts)} sentences", found, "batches of one length")
    print(f"{len(texts) / found['batches of one length'][0]:.0f} sentences a second")


def candidates(rounds: int) -> None:
    """How near the links of the full computation stand, of 400 sentences a side."""
    import numpy as np

    from benchmarks.made import gold_statements
    from compare.alignment import align
    from compare.alignment.tfidf import tfidf_cosine, words
    from compare.embedding import load_embedder

    a, b = gold_statements(400)
    texts = [[side.sentence(i) for i in range(len(side.sentences))] for side in (a, b)]
    vectors = [load_embedder().encode(side) for side in texts]
    found = align(*texts, *vectors, 0.35)
    scores = (np.asarray(found.similarity), tfidf_cosine(*texts, words))
    ranks = []
    for i, j in {(i, j) for match in found.matches for i in match.a for j in match.b}:
        places = [(s[i] > s[i, j]).sum() for s in scores] + [
            (s[:, j] > s[i, j]).sum() for s in scores
        ]
        ranks.append(1 + int(min(places)))
    print(f"\n{len(ranks)} links, the farthest is number {max(ranks)} of its sentence")


def batch(rounds: int, pairs: int) -> None:
    """Pairs a second in one process of one thread, and in two."""
    from benchmarks.made import write_manifest

    threads = dict.fromkeys(("READOUTS_THREADS", "OMP_NUM_THREADS"), "1")
    os.environ.update(threads)
    with tempfile.TemporaryDirectory() as folder:
        manifest = Path(folder, "m.jsonl")
        write_manifest(manifest, pairs)
        count = [0]

        def run(jobs: int) -> Callable[[], float]:
            def once() -> float:
                count[0] += 1
                out = f"{folder}/{count[0]}"
                command = [sys.executable, "-m", "compare", "batch", str(manifest), "-o", out]
                return process([*command, "--jobs", str(jobs)])()

            return once

        found = timed({"one process": run(1), "--jobs 2": run(2)}, rounds)
        show(f"batch of {pairs} pairs", found, "one process")
        speedup = found["one process"][0] / found["--jobs 2"][0]
        print(f"{speedup / 2:.2f} of two perfect single runs")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    known: dict[str, Callable[[int], None]] = {
        "cold": cold, "warm": warm, "embedding": embedding, "candidates": candidates,
    }  # fmt: skip
    parser.add_argument("parts", nargs="*", choices=[*known, "batch", []])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=100, help="of the batch")
    options = parser.parse_args()
    os.environ["READOUTS_VECTORS_MB"] = "0"
    for part in options.parts or ["cold", "warm", "embedding"]:
        if part == "batch":
            batch(options.rounds, options.pairs)
        else:
            known[part](options.rounds)


if __name__ == "__main__":
    main()
