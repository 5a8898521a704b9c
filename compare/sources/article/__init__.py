"""Both sides out of one news article: who is quoted or reported, and with what words."""

from compare.sources.article.attribute import read_article
from compare.sources.article.records import Article, Claim, Voice
from compare.sources.article.sides import ArticleSide, Origin, pick_sides

__all__ = ["Article", "ArticleSide", "Claim", "Origin", "Voice", "pick_sides", "read_article"]
