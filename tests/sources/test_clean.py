"""What stands around a text is left out and listed; the text itself stays letter for letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.sources import Source, read_bytes
from compare.sources.dates import find_date
from compare.sources.guess import guess_speaker
from tests.conftest import ROOT

LONG = " ".join(["The two sides agreed on Tuesday to meet again in the spring."] * 8)
BODY = "The two sides agreed on Tuesday to meet again in the spring, and to bring their maps."


def read(text: str) -> Source:
    return read_bytes(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("By Jane Roe", "byline"),
        ("By Jane Roe and Tom Field in Geneva", "byline"),
        ("ByHT News Desk", "byline"),
        ("Reporting by Jane Roe; Editing by Tom Field", "byline"),
        ("Feb 12, 2025 10:58 PM IST", "date line"),
        ("Updated: 12 June 2026, 4:05 PM", "date line"),
        ("President Morel meets Mr. Karsten (File image)(AP)", "caption"),
        ("Image credit: Jane Roe", "caption"),
        ("The harbour of Veld. REUTERS/Jane Roe", "caption"),
        ("File image", "caption"),
        ("Home News World Sports", "menu"),
        ("Sign in | Subscribe", "menu"),
        ("Share  Tweet  Email", "menu"),
        ("1.2K Shares · 340 Likes", "share counts"),
        ("Read more: Storm hits the coast", "related link"),
        ("Also Read | Storm hits the coast", "related link"),
        ("Subscribe to our newsletter for daily updates", "sign-up box"),
        ("FOR IMMEDIATE RELEASE", "transcript head"),
        ("Unofficial translation", "transcript head"),
        ("Office of the Press Secretary", "transcript head"),
        ("END 11:14 A.M. EST", "transcript head"),
        ("11:02 A.M. EST", "date line"),
        ("© 2026 The Veld Courier. All rights reserved.", "copyright line"),
        ("(With inputs from agencies)", "agency note"),
        ("Topics: Norland, Tarn, Harbour", "tags"),
        ("###", "divider"),
        ("|---|:---:|", "divider"),
    ],
)
def test_a_line_around_the_text_is_left_out(line: str, reason: str) -> None:
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}"):
        source = read(text)
        assert source.text == BODY
        assert [(item.text, item.reason) for item in source.dropped] == [(line, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "We agreed.\n\nBy Friday all forty fishermen will be home again, and the ship as well.",
        "We share the view of Tarn. We follow its proposals. We will report on it.",
        "Read my lips: no new taxes, now or later.",
        "1/2 of the harbour belongs to Norland, and 1/2 of it to Tarn.",
        "We met in Velden, 3 June 2026. It was good to see them all again.",
        "On 12 June 2026 we met. On 13 June 2026 we agreed.",
        "@POTUS and I agreed on everything. #Harbour is open to all ships.",
        "GREAT CALL with the President of Norland\n\nWe agreed to work together, very closely, on it all.",
        "See https://norland.example/treaty for the text. It is clear & simple.",
        "  We met.\r\nWe agreed - fully. ",
    ],
)
def test_a_statement_stays_as_it_is(text: str) -> None:
    source = read(text)
    assert source.text == text
    assert source.dropped == ()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "samples").rglob("*.txt")), ids=lambda p: p.name
)
def test_the_built_in_statements_stay_as_they_are(path: Path) -> None:
    assert read_bytes(path.read_bytes(), "a.txt").text == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("GENEVA, 3 May 2026 – ", "2026-05-03"),
        ("WASHINGTON (AP) — ", ""),
        ("Kyiv, Ukraine (CNN) — ", ""),
        ("VELD, Feb 12 (Reuters) - ", ""),
        ("NEW DELHI: ", ""),
        ("ANKAVA, 3 June 2026. ", "2026-06-03"),
        ("Velden, Norland, March 3, 2026. ", "2026-03-03"),
    ],
)
def test_a_dateline_is_left_out_and_gives_the_date(dateline: str, date: str) -> None:
    source = read(dateline + BODY)
    assert (source.text, source.date) == (BODY, date)
    assert [(item.text, item.reason) for item in source.dropped] == [(dateline.strip(), "dateline")]


def test_a_line_that_stands_twice_and_a_headline() -> None:
    again = "It rained all that day.\nIt rained all that day.\n"
    source = read(f"Norland and Tarn meet again\n\n{LONG}\n\n{again}")
    assert source.title == "Norland and Tarn meet again"
    assert dict(source.basis)["title"] == "the first line"
    assert source.text == f"{LONG}\n\nIt rained all that day."


def test_a_post_as_it_is_copied_from_a_screen() -> None:
    text = (
        "Jeanne Morel\n@jmorel\n·\n2h\n1/ We agreed &amp; shook hands.\n"
        "2/ Our teams start at once. #Norland #Tarn\nhttps://t.co/abc\nShow more\n"
        "10:58 PM · Feb 12, 2025\n1.2M Views\n3.4K Reposts  12K Likes\n345\n"
    )
    source = read(text)
    assert source.text.split("\n") == ["We agreed & shook hands.", "Our teams start at once."]
    assert (source.kind, source.speaker, source.date) == ("post", "Jeanne Morel", "2025-02-12")
    assert {item.reason for item in source.dropped} >= {
        "handle",
        "time stamp",
        "share counts",
        "thread number",
        "hashtags",
        "link",
    }


def test_sounds_of_a_transcript_are_left_out() -> None:
    source = read(
        "Thank you all. (Applause.) We agreed to meet. [Laughter] In the spring (of 2026)."
    )
    assert source.text == "Thank you all. We agreed to meet. In the spring (of 2026)."
    assert [item.reason for item in source.dropped] == ["sound", "sound"]


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("RT @morel: We agreed to meet.", "We agreed to meet."),
        ("@karsten @weiss We agreed to meet.", "We agreed to meet."),
        ("We agreed to meet. (1/2)\nIn the spring. (2/2)", "We agreed to meet.\nIn the spring."),
        ("We agreed to meet.\n#Norland", "We agreed to meet."),
        ("It&#39;s &quot;done&quot;.", 'It\'s "done".'),
    ],
)
def test_what_a_post_has_around_its_words(post: str, text: str) -> None:
    assert read(post).text == text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 February 2025", "2025-02-12"), ("Feb. 12, 2025", "2025-02-12"), ("2025-02-12T10:00", "2025-02-12"),
        ("on the 3rd of May 2026", "2026-05-03"), ("12.02.2025", "2025-02-12"), ("02/03/2025", ""),
        ("31 February 2025", ""), ("12025-02-12", ""), ("May 2025", ""),
    ],
)  # fmt: skip
def test_dates_that_can_be_told(text: str, date: str) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        (
            "Statement by the Foreign Minister of Norland on the talks",
            "Foreign Minister of Norland",
        ),
        ("Readout of President Morel's Call with President Karsten", "President Morel"),
        ("Joint press statement from the Border Commission", "Border Commission"),
        ("Telephone conversation with the President of Tarn", ""),
        ("Norland and Tarn meet again", ""),
    ],
)
def test_a_title_may_say_who_speaks(title: str, speaker: str) -> None:
    assert guess_speaker(title) == speaker


@given(st.text(alphabet='aB1@#/:.,\n \t“"&;©-—(', max_size=120))
def test_any_text_loses_only_what_is_listed(text: str) -> None:
    from compare.errors import InputError

    try:
        source = read(text + "\nWe agreed to meet again.")
    except InputError:
        return
    kept = sum(c.isalnum() for c in source.text) + sum(
        sum(c.isalnum() for c in item.text) for item in source.dropped
    )
    if source.kind in ("text", "post") and "&" not in text:
        assert kept == sum(c.isalnum() for c in text + "We agreed to meet again.")


@pytest.mark.parametrize(
    ("line", "speaker", "date"),
    [
        ("Northern Ferries statement, 9 June 2026", "Northern Ferries", "2026-06-09"),
        ("Ministry of Ports of Norland: readout of the call, 9 June 2026",
         "Ministry of Ports of Norland", "2026-06-09"),
        ("The Seamen's Union press release (3 May 2026)", "Seamen's Union", "2026-05-03"),
        ("Norland's response", "Norland", ""),
    ],
)  # fmt: skip
def test_a_line_that_says_whose_statement_it_is_heads_a_text_of_two_lines(
    line: str, speaker: str, date: str
) -> None:
    body = "All boats sail again from Monday. Nobody was hurt."
    source = read(f"{line}\n{body}")
    assert source.text.strip() == body
    assert (source.speaker, source.date, source.title) == (
        speaker, date, line,
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "The union issued a statement on 9 June 2026",
        "We made a statement",
        "What a great statement",
    ],
)
def test_the_first_line_of_a_sentence_is_no_head(line: str) -> None:
    text = f"{line}\nSaying so is what Norland's fleet does best."
    assert "statement" in read(text).text
