"""A report says how often such findings were right where it was measured."""

from __future__ import annotations

import json
from dataclasses import replace

from compare.model import Comparison
from compare.relation.classifier import DIVERGENCE, load_classifier
from compare.relation.measured import measured
from compare.report.html import render_html
from compare.report.markdown import render_markdown
from compare.report.terminal import render_terminal
from compare.report.view import make_view

from .sample import realistic


def _signed(made: Comparison, sha256: str) -> Comparison:
    models = {**made.signature.models, "relation_classifier": sha256}
    return replace(made, signature=replace(made.signature, models=models))


def test_what_was_measured_of_these_models_is_said_in_every_report() -> None:
    made = _signed(realistic(), load_classifier().sha256)
    card = json.loads(DIVERGENCE.read_text("utf-8"))["card"]["cross_validated"]
    agreements = f"{round(100 * card['agreement_precision'])} of 100 agreements"
    divergences = f"{round(100 * card['divergence_precision'])} of 100 divergences told were right"
    view = make_view(made)
    assert agreements in view.trust
    assert divergences in view.trust
    for text in (
        render_html(view),
        render_markdown(view),
        render_terminal(view, width=100, colour=False),
    ):
        assert agreements in " ".join(text.split())


def test_nothing_is_said_of_models_that_were_not_measured() -> None:
    made = _signed(realistic(), "another")
    assert measured(made.signature) is None
    assert make_view(made).trust == ""
    assert "of 100" not in render_markdown(make_view(made))
