"""A batch's results as tables: Parquet for questions over all, JSON lines, and the failures."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from compare.batch.manifest import Unit
from compare.batch.work import read_outcome, unit_file
from compare.errors import SettingError
from compare.model import RELATIONS, Signature
from compare.output import write_file

SCHEMA = "readouts/batch/1"
_COUNTS = (*RELATIONS, "only_a", "only_b")


def need_parquet() -> Any:
    """Return pyarrow, which writes Parquet.

    :raises SettingError: it isn't installed
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise SettingError(
            "pyarrow is not installed, expected the extra 'batch'; "
            "run: pip install 'readout-compare[batch]'"
        ) from None
    return pyarrow


def _schemas(pa: Any) -> dict[str, Any]:
    """Return the columns of each table."""
    text, whole, real = pa.string(), pa.int32(), pa.float64()
    meta = [(f"{s}_{name}", text) for s in "ab" for name in ("title", "speaker", "date", "source")]
    return {
        "comparisons": pa.schema(
            [("unit", text), ("error", text), *meta, ("a_sentences", whole), ("b_sentences", whole)]
            + [(name, whole) for name in _COUNTS]
        ),
        "links": pa.schema(
            [("unit", text), ("link", whole), ("relation", text), ("severity", real)]
            + [(name, real) for name in ("similarity", "probability", "confidence")]
            + [("a_text", text), ("b_text", text), ("kinds", pa.list_(text))]
        ),
        "evidence": pa.schema(
            [
                *(("unit", text), ("link", whole), ("kind", text)),
                *(("a_text", text), ("b_text", text), ("note", text)),
            ]
        ),
        "omissions": pa.schema(
            [
                *(("unit", text), ("side", text), ("sentence", whole)),
                *(("severity", real), ("text", text)),
                *(("nearest", whole), ("nearest_probability", real), ("nearest_text", text)),
            ]
        ),
    }


def _words(statement: dict[str, Any], spans: Sequence[dict[str, int] | None]) -> str | None:
    """Return the words of some spans, or None where there are none."""
    found = [statement["text"][span["start"] : span["end"]] for span in spans if span is not None]
    return " ".join(found) if found else None


def unit_rows(unit: str, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row that a unit's file adds, with the name of its table."""
    made = data["comparison"]
    row: dict[str, Any] = {"unit": unit, "error": data["error"] or None}
    if made is None:
        yield "comparisons", row
        return
    sides = made["statements"]
    for name in "ab":
        for field in ("title", "speaker", "date", "source"):
            row[f"{name}_{field}"] = sides[name][field]
        row[f"{name}_sentences"] = len(sides[name]["sentences"])
    yield "comparisons", row | {name: made["summary"][name] for name in _COUNTS}
    spans = {name: sides[name]["sentences"] for name in "ab"}
    for at, link in enumerate(made["links"]):
        same = ("relation", "severity", "similarity", "probability", "confidence")
        texts = {f"{s}_text": _words(sides[s], [spans[s][i] for i in link[s]]) for s in "ab"}
        kinds = list(dict.fromkeys(item["kind"] for item in link["evidence"]))
        values = {name: link[name] for name in same}
        yield "links", {"unit": unit, "link": at, **values, **texts, "kinds": kinds}
        for item in link["evidence"]:
            texts = {f"{s}_text": _words(sides[s], [item[s]]) for s in "ab"}
            values = {"kind": item["kind"], "note": item["note"]}
            yield "evidence", {"unit": unit, "link": at, **values, **texts}
    for name in "ab":
        for item in made[f"only_{name}"]:
            words = _words(sides[name], [spans[name][item["sentence"]]])
            row = {"unit": unit, "side": name, **item, "text": words, "nearest": None}
            if near := item.get("nearest"):
                other = "b" if name == "a" else "a"
                row["nearest"] = near["sentence"]
                row["nearest_probability"] = near["probability"]
                row["nearest_text"] = _words(sides[other], [spans[other][near["sentence"]]])
            yield "omissions", row


def write_tables(tasks: Sequence[tuple[Unit, str]], folder: Path, made_by: Signature) -> int:
    """Write all tables in the manifest's order, a few units at a time; return how many failed.

    :raises OutputError: one can't be written
    """
    pa = need_parquet()
    schemas = _schemas(pa)
    failures: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory(dir=folder, prefix=".tables.") as temporary:
        parts = {name: Path(temporary) / f"{name}.parquet" for name in schemas}
        writers = {
            name: pa.parquet.ParquetWriter(parts[name], schema, compression="zstd")
            for name, schema in schemas.items()
        }
        lines = Path(temporary) / "comparisons.jsonl"
        with lines.open("w", encoding="utf-8", errors="surrogatepass") as stream:
            for at in range(0, len(tasks), 500):
                rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas}
                for unit, _ in tasks[at : at + 500]:
                    data = read_outcome(unit_file(folder, unit.id))
                    if data is None:
                        continue
                    # As it was written: an id of any text counts, also one that UTF-8 can't hold.
                    unit_id = data["id"]
                    for name, row in unit_rows(unit_id, data):
                        rows[name].append(row)
                    if data["error"]:
                        failures.append({"unit": unit_id, "error": data["error"]})
                    else:
                        line = {"unit": unit_id, "comparison": data["comparison"]}
                        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
                for name, found in rows.items():
                    if found:
                        writers[name].write_table(pa.Table.from_pylist(found, schema=schemas[name]))
        for writer in writers.values():
            writer.close()
        for path in (*parts.values(), lines):
            path.replace(folder / path.name)
    text = io.StringIO()
    for row in failures:
        text.write(json.dumps(row, ensure_ascii=False) + "\n")
    write_file(text.getvalue(), folder / "failures.jsonl")
    about = {
        "schema": SCHEMA,
        "signature": {
            "version": made_by.version,
            "models": dict(sorted(made_by.models.items())),
            "settings": dict(sorted(made_by.settings.items())),
        },
        "units": len(tasks),
        "failed": len(failures),
    }
    write_file(json.dumps(about, ensure_ascii=False, indent=1) + "\n", folder / "batch.json")
    return len(failures)
