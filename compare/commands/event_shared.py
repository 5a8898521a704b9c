"""What the commands on events share: which database, which event, and who is at work."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated

import typer

from compare.report.safe import one_line
from compare.store.author import AUTHOR, author_name

if TYPE_CHECKING:
    from compare.store import Store

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        help="A file, or postgresql://user@host/name. [default: READOUTS_DATABASE, else the "
        "user's data folder]",
        show_default=False,
    ),
]
EventId = Annotated[str, typer.Argument(help="The event's id; 'readouts event list' shows them.")]
Author = Annotated[
    str | None,
    typer.Option(
        help=f"Who decides. [default: {AUTHOR}, else the user's name]", show_default=False
    ),
]


def opened(database: str | None, *, make: bool = False) -> AbstractContextManager[Store]:
    """Open the database; SQLAlchemy is loaded only now.

    :param make: whether it is made where it isn't there; what needs an event finds none in it
    """
    from compare.store import open_store

    return open_store(database, make=make)


__all__ = ["AUTHOR", "Author", "Database", "EventId", "author_name", "one_line", "opened"]
