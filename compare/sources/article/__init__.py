"""Both sides out of one news article: who is quoted or reported, and with what words."""

from compare.sources.article.attribute import read_article
from compare.sources.article.notes import (
    attribution,
    check_article,
    nobodys_note,
    reads_as_statement,
)
from compare.sources.article.records import Article, Claim, Voice
from compare.sources.article.sides import ArticleSide, Origin, pick_sides

__all__ = [
    "Article",
    "ArticleSide",
    "Claim",
    "Origin",
    "Voice",
    "attribution",
    "check_article",
    "nobodys_note",
    "pick_sides",
    "read_article",
    "reads_as_statement",
]
