"""`readouts evaluate alignment`: the readers and measures on small files written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from compare.embedding import Embedder
from compare.errors import CompareError, FormatError, InputError, SettingError
from compare.evaluation.alignment import (
    FLOORS,
    SETS,
    chosen_files,
    evaluate_alignment,
    floors_broken,
)
from compare.evaluation.ists import chunk_scores, read_ists
from compare.evaluation.multimwa import argmax, read_multimwa, same_words, token_spans
from compare.evaluation.peers import margin_scores, mutual_scores
from compare.evaluation.scores import Result, average_precision, f1, tables
from compare.evaluation.superpal import LEARNED, SHIPPED, best_threshold, read_superpal
from compare.evaluation.xparade import read_xparade

DATA = Path(__file__).parents[2].parent / "shared" / "data"

WORDS = (
    "0\tthe old ship sank .\tN/A\tthe ship went down .\tN/A\t1\t1\t0-0 2-1 3-2 3-3 4-4\t1-1\n"
    "1\tthey signed the pact\tN/A\tthey signed a deal\tN/A\t1\t1\t0-0 1-1 2-2 3-3\n"
)

CHUNKS = """<sentence id="1" status="">
// The old ship sank .
// A ship went down yesterday
<source>
1 The :
2 old :
3 ship :
4 sank :
5 . :
</source>
<translation>
1 A :
2 ship :
3 went :
4 down :
5 yesterday :
</translation>
<alignment>
1 2 3 <==> 1 2 // SPE1 // 4 // The old ship <==> A ship
4 <==> 3 4 // EQUI // 5 // sank <==> went down
0 <==> 5 // NOALI // NIL // -not aligned- <==> yesterday
5 <==> 0 // NOALI // NIL // . <==> -not aligned-
</alignment>
</sentence>
"""

COLUMNS = "topic,scuSentCharIdx,scuSentence,documentFile,docSentCharIdx,docSentText\n"
SUMMARIES = COLUMNS + "".join(
    f"{topic},{at},{one},{file},{place},{other}\n"
    for topic, at, one, file, place, other in [
        (
            "harbour",
            40,
            "Norland freed the forty fishermen.",
            "1.txt",
            0,
            "The fishermen are free.",
        ),
        (
            "harbour",
            0,
            "The talks took two days.",
            "2.txt",
            9,
            "They talked on Monday and Tuesday.",
        ),
        ("harbour", 40, "Norland freed the forty fishermen.", "2.txt", 0, "Norland let forty go."),
        ("storm", 0, "The storm tore roofs off houses.", "1.txt", 5, "Houses lost their roofs."),
        ("storm", 50, "Nobody was hurt.", "1.txt", 90, "There were no injuries."),
    ]
)

PARAGRAPHS = [
    {
        "tokens": {"0": "EN:", "1": "Otto", "2": "sailed", "3": "home", "4": ".", "6": "He",
                   "7": "opened", "8": "a", "9": "bakery", "10": "."},
        "text": "Otto sailed home. He opened a bakery.",
        "labels": {"same": [1, 2, 3, 4], "new": [6, 7, 8, 9, 10], "inf": []},
        "translation": "Otto sailed home.",
    }
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, file, text in (
        ("multimwa", "tiny.tsv", WORDS),
        ("ists", "tiny.wa", CHUNKS),
        ("superpal", "tiny.csv", SUMMARIES),
        ("xparade", "es-en-tiny.json", json.dumps(PARAGRAPHS)),
        ("xparade", "en-es-tiny.json", json.dumps(PARAGRAPHS)),
    ):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / file).write_text(text, "utf-8")
    return tmp_path


def test_words_are_read_with_sure_and_possible_links(folder: Path) -> None:
    first, second = read_multimwa(folder / "multimwa" / "tiny.tsv")
    assert first.a == ("the", "old", "ship", "sank", ".")
    assert first.sure == {(0, 0), (2, 1), (3, 2), (3, 3), (4, 4)}
    assert first.possible == {(1, 1)}
    assert second.possible == frozenset()
    assert [(span.start, span.end) for span in token_spans(first.a)][:3] == [
        (0, 3),
        (4, 7),
        (8, 12),
    ]


def test_chunks_are_read_with_their_types(folder: Path) -> None:
    (pair,) = read_ists(folder / "ists" / "tiny.wa")
    assert pair.chunks_a == ((0, 1, 2), (3,), (4,))
    assert pair.chunks_b == ((0, 1), (2, 3), (4,))
    assert pair.links == ((0, 0, "SPE1"), (1, 1, "EQUI"))


def test_sentences_are_in_reading_order_and_each_stands_once(folder: Path) -> None:
    harbour, storm = read_superpal(folder / "superpal" / "tiny.csv")
    assert harbour.a == ("The talks took two days.", "Norland freed the forty fishermen.")
    assert harbour.b[0] == "The fishermen are free."
    assert harbour.links == {(0, 2), (1, 0), (1, 1)}
    assert storm.links == {(0, 0), (1, 1)}


def test_the_tokens_of_a_paragraph_are_found_in_its_text(folder: Path) -> None:
    (item,) = read_xparade(folder / "xparade" / "es-en-tiny.json")
    assert [item.text[s.start : s.end] for s in item.words][4:] == [
        "He",
        "opened",
        "a",
        "bakery",
        ".",
    ]
    assert item.new.tolist() == [False] * 4 + [True] * 5


@pytest.mark.parametrize(
    ("name", "file", "text", "says"),
    [
        ("multimwa", "x.tsv", "0\ta b\tN/A\ta b\tN/A\t1\t1\t0-7\n", "line 1 .*link 0-7"),
        ("multimwa", "x.tsv", "only one column\n", "line 1 is no word-aligned pair"),
        ("multimwa", "x.tsv", "", "line 1 is no word-aligned pair"),
        ("ists", "x.wa", "nothing", "holds no <sentence"),
        ("ists", "x.wa", CHUNKS.replace("4 <==> 3 4", "9 <==> 3 4"), "pair 1 .*words '9'"),
        ("ists", "x.wa", CHUNKS.replace("<source>", "<s>"), "no <source>"),
        ("superpal", "x.csv", "topic,scuSentence\nx,y\n", "row 1 is no SuperPAL"),
        ("superpal", "x.csv", COLUMNS, "holds no alignment"),
        ("xparade", "es-en-x.json", '[{"text": "a"}]', "is no X-PARADE file"),
        ("xparade", "es-en-x.json", "{", "is no X-PARADE file"),
    ],
)
def test_a_damaged_file_is_named(
    name: str, file: str, text: str, says: str, tmp_path: Path, embedder: Embedder
) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / file).write_text(text)
    with pytest.raises(FormatError, match=says) as caught:
        evaluate_alignment(tmp_path, embedder)
    assert file in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.wa").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(FormatError, match="expected UTF-8"):
        read_ists(tmp_path / "x.wa")


def test_every_set_is_scored_beside_its_peers(folder: Path, embedder: Embedder) -> None:
    results = {result.name: result for result in evaluate_alignment(folder, embedder)}
    assert set(results) == {
        "superpal/tiny", "ists/tiny", "multimwa/tiny", "xparade/es-en-tiny", "xparade/en-es-tiny",
    }  # fmt: skip
    assert [method for method, _ in results["superpal/tiny"].rows][:3] == [
        LEARNED,
        SHIPPED,
        "cosine",
    ]
    assert results["ists/tiny"].value("ours", "alignment F1") == pytest.approx(1)
    assert results["multimwa/tiny"].value("exact match", "precision") == 1
    assert results["multimwa/tiny"].value("ours", "recall") > 0.7
    assert results["xparade/es-en-tiny"].value("ours", "new F1") == 1
    assert "not measured" in results["xparade/en-es-tiny"].size
    for result in results.values():
        assert all(v is None or 0 <= v <= 1 for _, values in result.rows for v in values)
    assert "multimwa/tiny: 2 pairs, 9 sure links" in tables(tuple(results.values()))


def test_sets_and_single_files_are_chosen(folder: Path) -> None:
    assert [name for name, _ in chosen_files(folder)] == [
        "superpal", "ists", "multimwa", "xparade", "xparade",
    ]  # fmt: skip
    assert [file.name for _, file in chosen_files(folder, ["xparade/es-en-tiny", "ists"])] == [
        "es-en-tiny.json", "tiny.wa",
    ]  # fmt: skip
    with pytest.raises(SettingError, match="no set 'snli'; choose one of"):
        chosen_files(folder, ["snli"])
    with pytest.raises(InputError, match=r"holds no ists/other.wa"):
        chosen_files(folder, ["ists/other"])
    with pytest.raises(InputError, match="holds none of the sets"):
        chosen_files(folder / "ists")
    with pytest.raises(InputError, match="no such folder"):
        chosen_files(folder / "gone")


def test_a_figure_under_its_floor_is_told() -> None:
    (name, method, column), floor = next(iter(FLOORS.items()))
    low = Result(name, "", (column,), ((method, (floor - 0.01,)),))
    (line,) = floors_broken([low])
    assert line.startswith(f"{name}: {column} is 0.76")
    assert floors_broken([Result(name, "", (column,), ((method, (floor,)),))]) == ()
    with pytest.raises(InputError, match="no file scored has a floor"):
        floors_broken([Result("ists/other", "", (column,), ((method, (0.5,)),))])


def test_the_measures_by_hand(folder: Path) -> None:
    marked = np.array([True, False, True, False])
    assert average_precision(np.array([4.0, 3.0, 2.0, 1.0]), marked) == pytest.approx(
        (1 + 2 / 3) / 2
    )
    assert average_precision(np.zeros(4), marked) == 0.5  # equal scores are taken together
    assert f1(2, 3, 5) == 0.5
    assert f1(0, 0, 0) == 1
    # Threshold 2 takes three of four, two of them right: F1 4/5; 4 takes one: 2/3.
    assert best_threshold([np.array([4.0, 3.0, 2.0, 1.0])], [marked]) == 2.0
    (pair,) = read_ists(folder / "ists" / "tiny.wa")
    assert chunk_scores([pair], [frozenset({(0, 0), (1, 1)})]) == (1, 1, 1, 1)
    # "The old ship" with "A ship": six word pairs of weight 1/3, and "sank": two of 1/2.
    both, chunks, precision, recall = chunk_scores([pair], [frozenset({(0, 0)})])
    assert (precision, recall) == (1, pytest.approx(2 / 3))
    assert both == pytest.approx(0.8)
    assert chunks == pytest.approx(2 / 3)


def test_peers_by_hand() -> None:
    score = np.array([[0.9, 0.8], [0.7, 0.1]], dtype=np.float32)
    assert mutual_scores(score).tolist() == [[pytest.approx(0.9), -1], [-1, -1]]
    assert argmax(score) == {(0, 0)}
    # The two nearest are all there are: row mean 0.85, column mean 0.8.
    assert margin_scores(score)[0, 0] == pytest.approx(0.9 / 0.825)
    assert same_words(["the", "cat", "the"], ["The", "the", "dog", "the"]) == {(0, 0), (2, 1)}


@pytest.mark.skipif(not DATA.is_dir(), reason="the public sets are not here")
@pytest.mark.parametrize(
    ("name", "rows"), [("superpal", 9), ("ists/headlines-dev", 5), ("xparade/es-en-dev", 4)]
)
def test_real_files_hold_their_floors(name: str, rows: int, embedder: Embedder) -> None:
    results = evaluate_alignment(DATA, embedder, [name])
    assert len(results[0].rows) == rows
    assert floors_broken(results) == ()


@pytest.mark.skipif(not DATA.is_dir(), reason="the public sets are not here")
def test_every_real_file_can_be_read() -> None:
    readers = {"superpal": read_superpal, "ists": read_ists, "multimwa": read_multimwa,
               "xparade": read_xparade}  # fmt: skip
    assert set(readers) == set(SETS)
    for name, file in chosen_files(DATA):
        if name != "xparade" or file.stem.split("-")[1] == "en":
            try:
                assert readers[name](file)
            except CompareError as error:
                pytest.fail(str(error))
