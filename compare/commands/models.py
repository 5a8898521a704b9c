"""`readouts models list` and `prepare`: the models of a comparison, and how to have another one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from compare.commands.shared import note
from compare.errors import SettingError
from compare.output import write_stdout
from compare.settings import Settings


def models_list() -> None:
    """List the models of a comparison and their hashes."""
    from compare.pipeline import signature

    _write_models(signature(Settings()).models)


def _write_models(rows: Mapping[str, str]) -> None:
    width = max(len(name) for name in rows)
    write_stdout("".join(f"{name:{width}}  {value}\n" for name, value in sorted(rows.items())))


def models_prepare(
    name: Annotated[
        str | None,
        typer.Argument(help="A hub model to fetch. [default: check the built-in models]"),
    ] = None,
    cross_encoder: Annotated[
        bool, typer.Option("--cross-encoder", help="It is an entailment cross-encoder.")
    ] = False,
) -> None:
    """Check the built-in models, or fetch a sentence-transformers model from the hub.

    Prints the models of a comparison with it, as `readouts models list` does.
    """
    from compare.embedding import PACKAGED, load_embedder
    from compare.pipeline import signature

    if cross_encoder:
        _prepare_cross_encoder(name)
        return
    if name is not None and name != PACKAGED and not Path(name).expanduser().is_dir():
        from compare.embedding.hub import download

        note(f"fetching {name}")
        download(name)
    embedder = load_embedder(name or PACKAGED)
    embedder.encode(["Ready."])
    _write_models(signature(Settings(embedder=name or PACKAGED)).models)
    note(f"{embedder.name} is ready")


def _prepare_cross_encoder(name: str | None) -> None:
    from compare.embedding.hub import download
    from compare.relation.cross_encoder import NONE, OWNER, load_cross_encoder

    if name is None or name == NONE:
        raise SettingError(
            "no cross-encoder is named; expected a hub name or a folder, such as "
            "cross-encoder/nli-deberta-v3-small"
        )
    if not Path(name).expanduser().is_dir():
        note(f"fetching {name}")
        download(name, OWNER)
    model = load_cross_encoder(name)
    if model is not None:
        _write_models({model.name: model.fingerprint})
        note(f"{model.name} is ready")
