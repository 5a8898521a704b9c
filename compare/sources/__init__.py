"""From what an analyst has to a Statement."""

from compare.sources.reader import read_bytes, read_source
from compare.sources.records import Dropped, ReadOptions, Source
from compare.sources.statement import make_statement
from compare.sources.text import decode

__all__ = [
    "Dropped",
    "ReadOptions",
    "Source",
    "decode",
    "make_statement",
    "read_bytes",
    "read_source",
]
