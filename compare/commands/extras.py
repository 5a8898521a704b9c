"""What stands in a report beside the comparison, for the formats that have room for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.model import Comparison

if TYPE_CHECKING:
    from compare.report.extras import Extras
    from compare.store.records import Review

_ROOMY = ("html", "docx")


def extras_for(
    comparison: Comparison,
    format: str,
    history: Mapping[str, Sequence[Review]] | None = None,
    letters: tuple[str, str] = ("A", "B"),
) -> Extras:
    """Return reviews and, for HTML and Word, similarities and what the statements dwell on.

    :param letters: what the statements are called
    :raises ModelError: the embedder of the comparison can't be had
    """
    from compare.report.extras import Extras

    if format not in _ROOMY:
        return Extras(history or {}, letters=letters)
    from compare.insight.heat import heat
    from compare.insight.tables import insight

    embedder = str(comparison.signature.settings["embedder"])
    both = (comparison.a, comparison.b)
    return Extras(history or {}, insight(both, embedder), heat(*both, embedder), letters)
