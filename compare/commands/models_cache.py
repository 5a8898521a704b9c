"""`readouts models cache`: what is kept of vectors, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from compare.errors import OutputError
from compare.output import write_stdout


def models_cache(
    clear: Annotated[bool, typer.Option("--clear", help="Forget all vectors.")] = False,
) -> None:
    """Show where vectors made before are kept, how many, and how large they may grow.

    READOUTS_CACHE names another folder; READOUTS_VECTORS_MB sets the limit, 0 for no cache.

    \b
    Examples:
      readouts models cache
      readouts models cache --clear
    """
    from compare.embedding.cache import VectorCache, cache_file, cache_limit

    cache = VectorCache(cache_file(), cache_limit())
    if clear:
        try:
            cache.clear()
        except OSError as error:
            raise OutputError(
                f"{cache.path} can't be deleted: {error.strerror}; "
                "expected a file that you may delete; delete it by hand"
            ) from None
    state = cache.state()
    write_stdout(
        f"{state.path}\n{state.texts} texts, {state.bytes / 1e6:.1f} MB "
        f"of at most {state.limit / 1e6:.0f} MB\n"
    )
