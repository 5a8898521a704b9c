"""Zip files made and read in memory: nothing in one ever becomes a path on the disk."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compare.contract import from_json
from compare.errors import ArchiveError
from compare.model import Comparison

# Over a hundred statements of the longest kind with all their comparisons; what is larger is no
# event, or was made to fill the memory.
MAX_BYTES = 256_000_000  # unpacked, all files together
MAX_PACKED = 64_000_000
MAX_FILES = 5_000
_NAME = re.compile(
    r"manifest\.json|event\.json|reviews\.json|texts/[0-9a-f]{64}\.txt"
    r"|statements/[0-9a-f]{64}\.json|comparisons/[1-9][0-9]{0,5}\.json"
)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of an archive, checked against its manifest."""

    files: Mapping[str, bytes]

    def read(self, name: str) -> bytes:
        """Return a file.

        :raises ArchiveError: there is none of that name
        """
        if name not in self.files:
            raise ArchiveError(f"{name[:90]} is missing")
        return self.files[name]

    def json(self, name: str) -> Any:
        """Return a file's JSON."""
        return json.loads(self.read(name))

    def comparison(self, name: str) -> Comparison:
        """Return a file as a comparison; it is checked against its contract."""
        return from_json(self.read(name).decode("utf-8", "surrogatepass"))


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files, key=lambda name: (name != "manifest.json", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name])
    return buffer.getvalue()


def unpack(data: bytes, schema: str) -> Unpacked:
    """Return the files of an archive, each as its manifest says.

    :raises ArchiveError: it is no zip, is too large, holds a name that no export writes, is
        encrypted, or a file isn't what the manifest says
    """
    if len(data) > MAX_PACKED:
        raise ArchiveError(
            f"the archive is over {MAX_PACKED // 1_000_000} MB; expected what "
            "'readouts event export' wrote"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = _files(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
    ) as error:
        raise ArchiveError(
            f"not a readable archive ({error}); expected what 'readouts event export' wrote"
        ) from None
    if "manifest.json" not in files:
        raise ArchiveError(
            "the archive has no manifest.json; expected what 'readouts event export' wrote"
        )
    manifest_bytes = files.pop("manifest.json")
    try:
        manifest = json.loads(manifest_bytes)
        found, listed = manifest["schema"], manifest["files"]
        sums = {str(name): str(row["sha256"]) for name, row in listed.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ArchiveError(
            f"the archive's manifest can't be read ({error!r}); export the event again"
        ) from None
    if found != schema:
        raise ArchiveError(
            f"the archive is of the form {found!r}, expected {schema!r}; export it with this "
            "version of readout-compare"
        )
    if set(sums) != set(files):
        odd = sorted(set(sums) ^ set(files))[0]
        raise ArchiveError(f"{odd[:90]} is in the archive or its manifest only; export it again")
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != sums[name]:
            raise ArchiveError(f"{name} doesn't have its checksum; it was changed on its way")
    return Unpacked(files)


def _files(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Read all files; sizes are counted while reading, for a header can say anything."""
    infos = archive.infolist()
    if len(infos) > MAX_FILES:
        raise ArchiveError(
            f"the archive holds {len(infos):,} files; expected at most {MAX_FILES:,}"
        )
    files: dict[str, bytes] = {}
    left = MAX_BYTES
    for info in infos:
        if not _NAME.fullmatch(info.filename) or info.filename in files:
            raise ArchiveError(
                f"the archive holds {info.filename[:90]!r}, which no export writes; expected what "
                "'readouts event export' wrote"
            )
        if info.flag_bits & 0x1:
            raise ArchiveError("the archive is encrypted; expected one without a password")
        with archive.open(info) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise ArchiveError(
                f"the archive unpacks to over {MAX_BYTES // 1_000_000} MB; expected an event"
            )
        files[info.filename] = content
    return files
