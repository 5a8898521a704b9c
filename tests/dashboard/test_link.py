"""Which links are addresses, and what is said of the others."""

from __future__ import annotations

import pytest

from compare.dashboard import link
from compare.dashboard.intake import Draft, read_draft
from compare.errors import InputError
from compare.sources import ReadOptions, Source


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://site.example/page", "https://site.example/page"),
        (" HTTP://site.example ", "HTTP://site.example"),
        ("example.com/page", "https://example.com/page"),
        ("kremlin.ru", "https://kremlin.ru"),
        ("www.site.example:8080/page?id=1#end", "https://www.site.example:8080/page?id=1#end"),
        ("site.example?id=1", "https://site.example?id=1"),
        ("президент.рф/news", "https://президент.рф/news"),
        ("site.xn--p1ai", "https://site.xn--p1ai"),
        ("site.example/readout.html", "https://site.example/readout.html"),
    ],
)
def test_an_address_may_stand_without_its_scheme(given: str, address: str) -> None:
    assert link.web_address(given) == address


@pytest.mark.parametrize(
    "given",
    [
        *(
            "nonsense",
            "We met in Oslo.",
            "readout.html",
            "notes.TXT",
            "talks.final.docx",
            "-",
            "a.",
        ),
        *("/etc/passwd", "../x.example/page", "~/x.txt", "C:\\texts\\a.txt", "me@site.example"),
        *(
            "ftp://site.example/a",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "mailto:a@b.example",
        ),
        *(
            "localhost:8501",
            "127.0.0.1/x",
            "[::1]/x",
            "site.example page",
            ".example",
            "a..example",
        ),
    ],
)
def test_what_is_no_address_is_refused_with_an_example(given: str) -> None:
    message = "is no web address; expected one that begins with https://, such as https://site"
    with pytest.raises(InputError, match=message):
        link.web_address(given)


def test_nothing_is_said_of_options_that_the_page_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as caught:
        link.linked("http://127.0.0.1:8501/")
    assert str(caught.value).endswith("expected one in the open internet")
    asked = []

    def read(name: str, options: ReadOptions) -> Source:
        asked.append((name, options.allow_private))
        note = f"{name} is taken from the cache of 3 May; --refresh fetches it again"
        return Source("We met.", name, notes=(note, "x -- y; z"))

    monkeypatch.setattr(link, "read_source", read)
    source = link.linked("site.example/page")
    assert asked == [("https://site.example/page", False)]
    assert source.notes == (
        *("https://site.example/page is taken from the cache of 3 May", "x -- y; z"),
    )


@pytest.mark.parametrize("text", ["https://site.example/page", "\n http://site.example/a?b \n"])
def test_a_link_in_place_of_a_text_is_told_where_it_belongs(text: str) -> None:
    with pytest.raises(InputError, match="is a web address; .* choose “Give a link” above"):
        read_draft(Draft(text=text), "A")
    assert read_draft(Draft(text=f"See {text.strip()} for all."), "A").statement.sentences
