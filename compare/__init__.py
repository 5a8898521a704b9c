"""Compare two accounts of the same event: what both assert, where they differ, what one omits."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.errors import CompareError
    from compare.model import Comparison, Statement
    from compare.pipeline import compare
    from compare.settings import Settings
    from compare.sources.statement import make_statement

__all__ = ["CompareError", "Comparison", "Settings", "Statement", "compare", "make_statement"]

# Loaded when first used, so that a part of the package can be had without all of it.
_HOME = {
    "CompareError": "compare.errors",
    "Comparison": "compare.model",
    "Statement": "compare.model",
    "compare": "compare.pipeline",
    "Settings": "compare.settings",
    "make_statement": "compare.sources.statement",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'compare' has no attribute {name!r}")
