"""A statement needs something that can be seen."""

from __future__ import annotations

import pytest

from compare.errors import InputError
from compare.sources import make_statement


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "\ufeff\u2060 \u00a0"])
def test_an_invisible_text_is_no_statement(text: str) -> None:
    with pytest.raises(InputError, match=r"post\.txt is empty; expected a statement"):
        make_statement(text, source="post.txt")


def test_a_single_sign_is_one() -> None:
    assert len(make_statement("🙂").sentences) == 1
