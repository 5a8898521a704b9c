"""Export and import: the same bytes back, and nothing taken in that no export wrote."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.errors import ArchiveError
from compare.store import Store, open_store
from compare.store import unpack as unpacking
from compare.store.archive import export_event, import_event, read_archive
from compare.store.unpack import pack

from .made import fill


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sealed(files: dict[str, bytes], schema: str = "readouts/archive/1") -> bytes:
    """Return files as an archive whose manifest fits them, as a forger would make it."""
    files = {name: data for name, data in files.items() if name != "manifest.json"}
    listed = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for name, data in files.items()
    }
    manifest = json.dumps({"schema": schema, "files": listed}).encode()
    return pack({"manifest.json": manifest, **files})


def test_export_delete_import_gives_the_same_back(store: Store) -> None:
    event_id = fill(store)
    event, history = store.event(event_id), store.reviews(event_id)
    pairs = {(a.key, b.key): store.comparisons(event, a, b) for a, b in event.pairs()}
    data = export_event(store, event_id)
    store.delete_event(event_id)
    assert import_event(store, read_archive(data)) == event_id
    assert store.event(event_id) == event
    assert store.reviews(event_id) == history
    assert {(a.key, b.key): store.comparisons(event, a, b) for a, b in event.pairs()} == pairs
    assert export_event(store, event_id) == data
    assert len(store.search("fishermen")) == 2


def test_it_goes_from_one_kind_of_database_to_the_other(store: Store, tmp_path: Path) -> None:
    data = export_event(store, fill(store))
    with open_store(str(tmp_path / "other.sqlite")) as other:
        assert export_event(other, import_event(other, read_archive(data))) == data


def test_every_file_can_be_read_without_us(store: Store) -> None:
    files = opened(export_event(store, fill(store)))
    assert sum(name.startswith("texts/") for name in files) == 3
    assert b"All 40 fishermen go home." in b"".join(
        files[n] for n in files if n.startswith("texts/")
    )
    comparison = json.loads(files["comparisons/1.json"])
    assert comparison["schema"] == "readouts/comparison/2"
    assert len(json.loads(files["reviews.json"])) == 4


def test_an_event_that_is_there_is_not_overwritten(store: Store) -> None:
    event_id = fill(store)
    data = export_event(store, event_id)
    with pytest.raises(ArchiveError, match="is in this database already"):
        import_event(store, read_archive(data))
    assert import_event(store, read_archive(data), "a-copy") == "a-copy"
    assert store.reviews("a-copy") == store.reviews(event_id)


Change = Callable[[dict[str, bytes]], bytes]


def _changed(name: str, old: bytes, new: bytes) -> Change:
    def change(files: dict[str, bytes]) -> bytes:
        real = next(key for key in files if key.startswith(name))
        assert old in files[real]
        return sealed(files | {real: files[real].replace(old, new)})

    return change


def _raw(name: str, content: bytes = b"x") -> Change:
    def change(files: dict[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for key, data in [*files.items(), (name, content)]:
                archive.writestr(key, data)
        return buffer.getvalue()

    return change


HOSTILE: list[tuple[str, Change, str]] = [
    ("no zip", lambda files: b"hello", "not a readable archive"),
    ("cut off", lambda files: sealed(files)[:-200], "not a readable archive"),
    ("a path out", _raw("../../etc/passwd"), "which no export writes"),
    ("an absolute path", _raw("/etc/passwd"), "which no export writes"),
    ("another drive", _raw("C:\\x.json"), "which no export writes"),
    ("a link", _raw("texts/link"), "which no export writes"),
    ("a name twice", _raw("event.json"), "which no export writes"),
    ("no manifest", lambda files: pack({"event.json": b"{}"}), "no manifest.json"),
    ("a changed text", lambda files: pack(files | {"event.json": b"{}"}), "doesn't have its checksum"),
    ("another schema", lambda files: sealed(files, "readouts/archive/9"), "readouts/archive/9"),
    ("no JSON", lambda files: sealed(files | {"event.json": b"{"}), "can't be read"),
    ("no object", lambda files: sealed(files | {"event.json": b"[]"}), "can't be read"),
    ("deep JSON", lambda files: sealed(files | {"event.json": b"[" * 99_999}), "can't be read"),
    ("deep manifest", lambda files: pack({"manifest.json": b"[" * 99_999}), "can't be read"),
    ("a file too few", lambda files: sealed({k: v for k, v in files.items() if k != "reviews.json"}), "reviews.json is missing"),
    ("a file too many", lambda files: sealed(files | {"comparisons/9.json": b"{}"}), "imports nothing"),
    ("other words", _changed("texts/", b"e", b"E"), "isn't what its name says"),
    ("another hash", _changed("statements/", b'"sha256": "', b'"sha256": "0'), "isn't what its name says"),
    ("a bad relation", _changed("comparisons/1", b'"agreement"', b'"agreemint"'), "can't be read"),
    ("other statements", _changed("comparisons/1", b"Governor", b"Gouverneur"), "of other statements"),
    ("a bad verdict", _changed("reviews.json", b'"reject"', b'"perhaps"'), "not a review"),
    ("a review left out", _changed("reviews.json", b'"number": 2', b'"number": 7'), "not in order"),
    ("a bad id", _changed("event.json", b'"2026-05-01-talks', b'"../talks'), "can't be an event's id"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "says"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_what_no_export_wrote_is_refused_whole(
    tmp_path: Path, name: str, change: Change, says: str
) -> None:
    with open_store(str(tmp_path / "s.sqlite")) as store:
        event_id = fill(store)
        files = opened(export_event(store, event_id))
        store.delete_event(event_id)
        if says == "imports nothing":  # a file that nothing names is harmless, and not kept
            assert export_event(store, import_event(store, read_archive(change(files))))
            return
        with pytest.raises(Exception) as caught:  # noqa: PT011 - which error is checked below
            import_event(store, read_archive(change(files)))
        assert type(caught.value).__module__ == "compare.errors"
        assert says in str(caught.value)
        assert "\n" not in str(caught.value)
        assert store.events() == ()
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["s.sqlite"]


def test_what_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pack({"event.json": bytes(40_000_000)})
    assert len(bomb) < 100_000
    monkeypatch.setattr(unpacking, "MAX_BYTES", 1_000_000)
    with pytest.raises(ArchiveError, match="unpacks to over 1 MB"):
        unpacking.unpack(bomb, "x")
    monkeypatch.setattr(unpacking, "MAX_FILES", 0)
    with pytest.raises(ArchiveError, match="1 files; expected at most 0"):
        unpacking.unpack(bomb, "x")
    monkeypatch.setattr(unpacking, "MAX_PACKED", 10)
    with pytest.raises(ArchiveError, match="the archive is over"):
        unpacking.unpack(bomb, "x")


def test_a_header_that_lies_about_the_size_is_not_believed() -> None:
    data = bytearray(pack({"event.json": b"x" * 1000}))
    for at in range(len(data) - 4):
        if data[at : at + 4] == (1000).to_bytes(4, "little"):
            data[at : at + 4] = (7).to_bytes(4, "little")
    with pytest.raises(ArchiveError):
        unpacking.unpack(bytes(data), "x")
