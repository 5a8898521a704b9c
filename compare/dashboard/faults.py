"""What goes wrong, as a sentence for the reader and with its details in the server's log."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from compare.errors import CompareError

_log = logging.getLogger("readouts")


@contextmanager
def said(tell: Callable[[str], None]) -> Iterator[None]:
    """Turn any error into a sentence; Streamlit's own ways out of a run are no errors.

    :param tell: what to do with the sentence
    """
    try:
        yield
    except CompareError as error:
        tell(str(error))
    except Exception:
        number = uuid.uuid4().hex[:8]
        _log.exception("the page failed (%s)", number)
        tell(
            "Something went wrong on the server. Load the page anew; if it happens again, tell "
            f"whoever runs it the number {number}, under which the details are in its log."
        )
