"""`readouts evaluate alignment`: sentences, chunks and words of public sets, with simple peers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from compare.embedding import Embedder
from compare.errors import InputError, SettingError
from compare.evaluation.ists import evaluate_ists
from compare.evaluation.multimwa import evaluate_multimwa
from compare.evaluation.scores import Result
from compare.evaluation.superpal import LEARNED, evaluate_superpal
from compare.evaluation.xparade import evaluate_xparade

# Each set's folder, the ending of its files, and what scores one of them.
SETS: dict[str, tuple[str, Callable[[Path, Embedder], Result]]] = {
    "superpal": (".csv", evaluate_superpal),
    "ists": (".wa", evaluate_ists),
    "multimwa": (".tsv", evaluate_multimwa),
    "xparade": (".json", evaluate_xparade),
}

# Floors by file, method and column, a little under what the command printed when they were set;
# lowering one needs a reason in the commit.
FLOORS: dict[tuple[str, str, str], float] = {
    ("superpal/dev", LEARNED, "AP"): 0.77,
    ("ists/headlines-dev", "ours", "alignment F1"): 0.945,
    ("ists/images", "ours", "alignment F1"): 0.925,
    ("ists/answers-students", "ours", "alignment F1"): 0.925,
    ("multimwa/mtref-dev", "ours", "sure F1"): 0.858,
    ("multimwa/mtref-dev", "ours", "sure+possible F1"): 0.84,
    ("multimwa/wiki-dev", "ours", "sure F1"): 0.974,
    ("xparade/es-en-dev", "ours", "new AP"): 0.87,
    ("xparade/es-en-dev", "ours", "new F1"): 0.78,
}


def chosen_files(folder: Path, sets: Iterable[str] = ()) -> list[tuple[str, Path]]:
    """Return each file to score with its set, in a fixed order.

    :param folder: holds a folder for each set, such as multimwa/
    :param sets: sets, or single files of them ("multimwa/mtref-dev"); all that are there when empty
    :raises InputError: the folder or a set asked for isn't there, or nothing is
    :raises SettingError: a set is unknown
    """
    if not folder.is_dir():
        raise InputError(
            f"{folder}: no such folder; expected one that holds any of: "
            + ", ".join(f"{name}/*{ending}" for name, (ending, _) in SETS.items())
        )
    found = []
    wanted = [text.strip() for text in sets]
    for text in wanted or SETS:
        name, _, stem = text.partition("/")
        if name not in SETS:
            raise SettingError(f"no set {name!r}; choose one of: {', '.join(SETS)}")
        ending = SETS[name][0]
        files = sorted((folder / name).glob(f"{stem or '*'}{ending}"))
        if not files and wanted:
            raise InputError(f"{folder} holds no {name}/{stem or '*'}{ending}")
        found += [(name, file) for file in files if (name, file) not in found]
    if not found:
        raise InputError(
            f"{folder} holds none of the sets; expected any of: "
            + ", ".join(f"{name}/*{ending}" for name, (ending, _) in SETS.items())
        )
    return found


def evaluate_alignment(
    folder: Path, embedder: Embedder, sets: Iterable[str] = ()
) -> tuple[Result, ...]:
    """Score every file chosen; see `chosen_files`.

    :raises FormatError: a file is not of its set's form
    """
    return tuple(SETS[name][1](file, embedder) for name, file in chosen_files(folder, sets))


def floors_broken(results: Iterable[Result]) -> tuple[str, ...]:
    """Return a sentence for each figure under its floor.

    :raises InputError: none of the files scored has a floor, so that nothing would be checked
    """
    by_name = {result.name: result for result in results}
    broken, checked = [], 0
    for (name, method, column), floor in FLOORS.items():
        if name not in by_name or not by_name[name].rows:
            continue
        checked += 1
        value = by_name[name].value(method, column)
        if value is None or value < floor:
            shown = "not given" if value is None else f"{value:.3f}"
            broken.append(f"{name}: {column} is {shown}, its floor is {floor:.3f}")
    if not checked:
        raise InputError(
            "no file scored has a floor; expected one of: "
            + ", ".join(sorted({name for name, _, _ in FLOORS}))
        )
    return tuple(broken)
