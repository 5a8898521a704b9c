"""Lines that a page copied whole has around its text."""

from __future__ import annotations

import pytest

from compare.errors import InputError
from compare.sources import read_bytes
from compare.sources.page_lines import page_line

TEXT = (
    "On 3 May the ministers spoke by telephone and agreed to reopen the crossing at Veld on 10 May, "
    "once the road to the bridge is clear and the customs house is open again."
)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home > News > Press releases", "menu"),
        ("Main | President | News | Documents", "menu"),
        ("We use cookies to improve your experience on our site.", "cookie notice"),
        ("Print version", "share buttons"),
        ("Share: VK Telegram", "share buttons"),
        ("Tel.: +7 495 000-00-00", "contact line"),
        ("862-03-05-2026", "document number"),
        ("Press release | Published 3 May 2026, 14:30 | Press Department", "date line"),
        ("Veld | 10 May | open", ""),
        ("We use the bridge and no cookies were found at the crossing, the minister said", ""),
        ("Published in Veld, the report says the bridge of 2026 is safe and open to all lorries.", ""),
        ("We will share our view on telegram services.", ""),
        ("News | Weather | Both were bad.", ""),
    ],
)  # fmt: skip
def test_page_lines(line: str, reason: str) -> None:
    assert page_line(line, edge=True) == reason


def test_a_page_pasted_whole_leaves_its_statement() -> None:
    page = (
        "Accept all cookies\nHome > News > Press releases\n"
        f"Press release | Published 3 May 2026, 14:30 | Press Department\n\n{TEXT}\n\nPrint version\n"
    )
    source = read_bytes(page.encode(), "page.txt")
    assert (source.text.strip(), source.date) == (TEXT, "2026-05-03")


def test_a_title_without_the_site_behind_it() -> None:
    page = (
        "<html><head><title>Talks with Karin Lind - News - MFA</title></head><body>"
        f"<h2>Talks with Karin Lind</h2><p>{TEXT}</p></body></html>"
    )
    source = read_bytes(page.encode(), "page.html")
    assert (source.title, source.text.strip()) == ("Talks with Karin Lind", TEXT)


def test_text_in_wide_letters_without_a_mark() -> None:
    assert read_bytes(TEXT.encode("utf-16-le"), "a.txt").text == TEXT
    assert read_bytes(TEXT.encode("utf-16-be"), "a.txt").encoding == "utf-16-be"


def test_a_western_text_is_named_by_the_commonest_encoding() -> None:
    source = read_bytes(f"{TEXT} The “café” stays – for now.".encode("cp1252"), "a.txt")
    assert source.encoding == "cp1252"


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="holds no words"):
        read_bytes(b"...\n***\n", "a.txt")


def test_later_posts_of_a_thread_lose_their_numbers() -> None:
    posts = b'[{"text": "We agreed to meet."}, {"text": "2/ It opens in May."}]'
    assert read_bytes(posts, "a.json").text == "We agreed to meet.\n\nIt opens in May."
    share = b"We agreed to meet.\n2/3 of the harbour is open."
    assert read_bytes(share, "a.txt").text == share.decode()
