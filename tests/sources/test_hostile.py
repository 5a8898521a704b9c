"""Hostile files: an error in one line or a right result, in bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.sources import read_bytes, read_source
from tests.sources.documents import lines_pdf

_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_SECONDS, _BYTES = 10, 1_000_000_000


def word_xml(body: str, before: str = "", times: int = 1) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        part.write((before + _WORD).encode())
        for _ in range(times):
            part.write(body.encode())
        part.write(b"</w:body></w:document>")
    return out.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(out),
    )
    return out + head + table + tail


def stream(body: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(body), more, body)


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_ONE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
_RUN = """<w:p><w:r><w:t>We agreed to meet.</w:t></w:r></w:p>"""
_LAUGHS = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip

HOSTILE: dict[str, tuple[bytes, str]] = {
    "zip bomb": (word_xml(_RUN * 40_000, times=60), "unpacks to over 60 MB"),
    "entity bomb": (word_xml("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", _LAUGHS), "can't be read as docx"),
    "10,000 pages": (lines_pdf([["page"]] * 10_000), "has over 300 pages"),
    "pages in a loop": (raw_pdf(_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), "is a scan"),
    "form in a loop": (raw_pdf(_CATALOG, _ONE, _PAGE, stream(b"/X Do"), stream(b"/X Do /X Do", _FORM)), "is a scan"),
    "tables in a loop": (b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF", "be read|nested too deep"),
    "packed page": (raw_pdf(_CATALOG, _ONE, _PAGE, stream(zlib.compress(b"BT (a) Tj ET " * 20_000_000), b"/Filter/FlateDecode"), b"<<>>"), "took over|needs over|nested too deep"),
    "deep HTML": (b"<html>" + b"<div>" * 100_000 + b"We agreed.", "nested too deep"),
    "deep bold": (b"<html><p>" + b"<b>" * 100_000 + b"We agreed.", "nested too deep"),
    "deep JSON": (b"[" * 1_000_000 + b"]" * 1_000_000, "nested too deep|is over 1 million"),
    "long number": (b'{"text": ' + b"9" * 100_000 + b"}", "a number in it is too long"),
    "many lines": (b"\n" * 15_000_000 + b"a", "is over 1 million characters"),
    "many hashtags": (b"#a " * 3_000_000 + b"x", "is over 1 million characters"),
    "null byte": (b"We agreed\x00 to meet.", "is a binary file"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_its_bounds(name: str, tmp_path: Path) -> None:
    data, says = HOSTILE[name]
    path = tmp_path / "file.bin"
    path.write_bytes(data)
    # The bound is the test's: the process is ended, and the test fails, when it is over it.
    code = (
        "import json, resource, sys\n"
        "from compare.sources import read_source\n"
        "from compare.errors import InputError\n"
        "try: said = 'read: ' + read_source(sys.argv[1]).text[:50]\n"
        "except InputError as error: said = str(error)\n"
        # This process's own peak would take in that of the tests, which it was forked from.
        "own = next(row for row in open('/proc/self/status') if row.startswith('VmHWM'))\n"
        "apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "peak = max(int(own.split()[1]), apart)\n"
        "print(json.dumps([said, peak]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        timeout=_SECONDS + 5,  # with the start of the interpreter, on a machine that tests
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    said, peak = json.loads(done.stdout)
    assert any(part in said for part in says.split("|")), said
    assert "\n" not in said
    assert peak * 1024 < _BYTES


def test_a_file_of_a_gigabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(InputError, match="is over 20 MB"):
        read_source(str(path))


def test_words_that_turn_the_direction_are_kept_and_shown_as_signs() -> None:
    from compare.report.safe import one_line

    source = read_bytes("We agreed \u202eto meet\u202c again.".encode(), "a.txt")
    assert source.text == "We agreed \u202eto meet\u202c again."
    assert "\u202e" not in one_line(source.text)


def test_nothing_is_fetched_or_opened_for_a_document(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE d [<!ENTITY a SYSTEM "file://{secret}">]>'
    data = word_xml("<w:p><w:r><w:t>We agreed. &a;</w:t></w:r></w:p>", entity)
    assert read_bytes(data, "a.docx").text == "We agreed."
    page = f'<html><iframe src="file://{secret}"></iframe><p>We agreed to meet.</p><img src="{secret}"></html>'
    assert read_bytes(page.encode(), "a.html").text == "We agreed to meet."


def test_a_library_in_the_working_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('run')")
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    assert (
        read_bytes(b"<html><p>We agreed to meet.</p></html>", "a.html").text == "We agreed to meet."
    )
