"""The environment variable that names the database, for those who don't load SQLAlchemy."""

from __future__ import annotations

VARIABLE = "READOUTS_DATABASE"
