"""The spaCy pipeline is loaded late, once, and without torch; in a fresh process each."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import ModelError
from compare.language import pipeline

ROOT = Path(__file__).parents[2]


def run(code: str) -> str:
    """Run code in a new interpreter and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_facts_imports_no_spacy() -> None:
    code = (
        "import sys, compare.language.facts, compare.language.pipeline;"
        "print('spacy' in sys.modules)"
    )
    assert run(code) == "False"


def test_spacy_without_torch_and_torch_afterwards() -> None:
    code = (
        "import sys; from compare.language.pipeline import load_pipeline;"
        "nlp = load_pipeline(); before = 'torch' in sys.modules;"
        "import torch, sentence_transformers;"
        "print(before, float(torch.ones(2).sum()), nlp('They left.')[1].lemma_)"
    )
    assert run(code) == "False 2.0 leave"


def test_spacy_after_torch() -> None:
    code = (
        "import torch, sys; from compare.language.pipeline import load_pipeline;"
        "print(load_pipeline()('They left.')[1].lemma_, sys.modules['torch'] is torch)"
    )
    assert run(code) == "leave True"


def test_loaded_once_and_named() -> None:
    nlp = pipeline.load_pipeline()
    assert pipeline.load_pipeline() is nlp
    assert pipeline.pipeline_version(nlp).startswith("en_core_web_sm 3.")


def test_the_tokenizer_is_the_one_that_is_stored() -> None:
    package = importlib.import_module(pipeline.PACKAGES[-1])
    stored, made = package.load().tokenizer, pipeline.load_pipeline().tokenizer
    assert made.rules == stored.rules
    assert made.token_match is stored.token_match is None
    assert made.faster_heuristics == stored.faster_heuristics
    for name in ("prefix_search", "suffix_search", "infix_finditer", "url_match"):
        mine, theirs = (getattr(item, name).__self__.pattern for item in (made, stored))
        assert mine == theirs


def test_missing_pipeline_names_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PACKAGES", ("no_such_pipeline",))
    pipeline.load_pipeline.cache_clear()
    try:
        with pytest.raises(ModelError, match="pip install"):
            pipeline.load_pipeline()
    finally:
        pipeline.load_pipeline.cache_clear()
