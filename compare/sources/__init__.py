"""From what an analyst has to a Statement."""

from compare.sources.statement import make_statement
from compare.sources.text import Source, decode, read_source

__all__ = ["Source", "decode", "make_statement", "read_source"]
