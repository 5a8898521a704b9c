"""Reading a statement: every input is read right or refused with one sentence that helps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.sources import ReadOptions, decode, make_statement, read_bytes, read_source
from compare.sources.limits import MAX_BYTES

UMLAUT = "Die Gespräche über die Brücke dauerten neunzig Minuten, sagte der Präsident."
CURLY = "“We agreed,” he said — the President’s words — “to work together.” "
CYRILLIC = "Президент России Владимир Путин провёл телефонный разговор с Президентом США."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"Plain text.", "Plain text.", "utf-8"),
        ("Curly “quotes” — here.".encode(), "Curly “quotes” — here.", "utf-8"),
        (b"\xef\xbb\xbfWith a mark.", "With a mark.", "utf-8-sig"),
        ("Sixteen.".encode("utf-16"), "Sixteen.", "utf-16"),
        ("Big.".encode("utf-16-be").join([b"\xfe\xff", b""]), "Big.", "utf-16"),
        ("Wide.".encode("utf-32"), "Wide.", "utf-32"),
        (b"Two\r\nlines.\r\n", "Two\r\nlines.\r\n", "utf-8"),
    ],
)
def test_text_is_read_as_it_is(data: bytes, text: str, encoding: str) -> None:
    source = decode(data, "a.txt")
    assert (source.text, source.encoding, source.note) == (text, encoding, "")


@pytest.mark.parametrize(
    ("text", "encoding"), [(UMLAUT, "cp1252"), (CYRILLIC, "cp1251"), (CURLY, "cp1252")]
)
def test_another_encoding_is_found_and_said(text: str, encoding: str) -> None:
    source = decode((text * 3).encode(encoding), "a.txt")
    assert source.text == text * 3
    assert f"not UTF-8; read as {source.encoding}" in source.note


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "a.txt is empty"),
        (b" \n\t\r\n ", "a.txt is empty"),
        ("\ufeff\u200b\u00a0".encode(), "a.txt is empty"),
        (b"%PDF-1.7 ...", "a.txt is a PDF, not text"),
        (b"PK\x03\x04rest", "a.txt is a zip or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a.txt is a picture"),
        (b"abc\x00def", "a.txt is a binary file"),
        (bytes(range(1, 32)) * 9, "a.txt is a binary file"),
        (b"\xff\xfeabc", "begins like utf-16 but isn't"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "a.txt")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_paths_that_can_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; expected a text file"):
        read_source(str(tmp_path / "gone.txt"))
    with pytest.raises(InputError, match="is a directory; expected a text file"):
        read_source(str(tmp_path))
    with pytest.raises(InputError, match="can't be read"):
        read_source("a\0b")
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="is over 20 MB"):
        read_source(str(large))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = decode(data, "x")
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert source.text.strip()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We agreed to work together, very closely, and to meet soon.", "en"),
        ("GREAT CALL with the President of Norland! We AGREED on it all. He will be there.", "en"),
        (UMLAUT, "de"),
        (CYRILLIC, "ru"),
        ("Le président de la République s'est entretenu ce matin avec le chancelier.", "fr"),
        ("Kyiv", ""),
        ("12:30 !!! 🙂", ""),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert make_statement(text).language == language


def test_a_statement_keeps_the_text_and_its_hash() -> None:
    statement = make_statement("One.\r\nTwo.", speaker="S", date="2026-05-01", source="a.txt")
    assert statement.text == "One.\r\nTwo."
    assert [statement.sentence(i) for i in range(2)] == ["One.", "Two."]
    assert statement.sha256 == ("a4fa9b22ea18537d517d86499dbf280a31dcf0bb92130e9223abe4d2b78f7e70")


def test_a_short_text_that_says_what_it_is_has_its_title_taken_off() -> None:
    source = read_bytes(b"Readout of the call\n\nWe met in Oslo.", "x.txt")
    assert (source.text, source.title) == ("We met in Oslo.", "Readout of the call")
    whole = read_bytes(
        b"Readout of the call\n\nWe met in Oslo.", "x.txt", options=ReadOptions(keep_all=True)
    )
    assert whole.text.startswith("Readout of the call")
