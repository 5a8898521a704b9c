"""Models by folder or hub name: what can't be had is said at once, and nothing is downloaded."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from compare.contract import to_json
from compare.embedding import load_embedder, packaged
from compare.errors import ModelError


def test_a_name_that_is_not_here_is_an_error_with_the_next_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(
        ModelError, match="'no/such' is not on this machine.*models prepare no/such"
    ):
        load_embedder("no/such")


@pytest.mark.parametrize("name", ["../..", "a b c", "x" * 300, "http://127.0.0.1/model"])
def test_what_is_no_model_name_is_refused(name: str) -> None:
    with pytest.raises(ModelError, match="expected"):
        load_embedder(name)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model folder: expected modules.json"):
        load_embedder(str(tmp_path))


def test_pickled_weights_are_never_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged.model_folder(), folder, ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(ModelError, match=r"no \.safetensors file.*pickled weights"):
        load_embedder(str(folder))


def test_a_damaged_model_is_an_error_not_a_traceback(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged.model_folder(), folder)
    (folder / "model.safetensors").write_bytes(b"\x08\x00\x00\x00\x00\x00\x00\x00{}      ")
    with pytest.raises(ModelError, match="lacks 101 of its weights.*fetch it again"):
        load_embedder(str(folder))


def test_a_local_model_serves_a_whole_comparison(tmp_path: Path) -> None:
    from compare import Settings, compare, make_statement

    folder = tmp_path / "my-model"
    shutil.copytree(packaged.model_folder(), folder)
    a = make_statement("The talks lasted two hours. The harbour will open in May.")
    b = make_statement("In May the port opens again. The talks lasted 120 minutes.")
    result = compare(a, b, Settings(embedder=str(folder)))
    assert str(folder) in result.signature.models
    default = compare(a, b)
    assert [(x.a, x.b) for x in result.links] == [(x.a, x.b) for x in default.links]
    assert json.loads(to_json(result))["signature"]["settings"]["embedder"] == str(folder)


@pytest.mark.parametrize("more", [[], ["--cross-encoder"]])
def test_a_hub_that_can_not_be_reached_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    from compare.cli import main

    # Port 9 of this machine: nothing listens there, and nothing leaves it.
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr("sys.argv", ["readouts", "models", "prepare", "some/model", *more])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert "model 'some/model' can't be fetched" in said
    assert "check the connection" in said
    assert "Traceback" not in said
