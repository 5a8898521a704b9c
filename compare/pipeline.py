"""compare(): the one place that strings the steps together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version

from compare.alignment import align, align_large, is_large
from compare.alignment.scorer import load_scorer
from compare.alignment.second import load_second
from compare.embedding import PACKAGED, load_embedder
from compare.language.facts import SentenceFacts, read_sentences
from compare.language.pipeline import load_pipeline, pipeline_version
from compare.model import Comparison, Signature, Statement
from compare.progress import Progress, silent
from compare.relation import judge
from compare.relation.classifier import load_classifier
from compare.relation.cross_encoder import load_cross_encoder
from compare.settings import Settings

Facts = tuple[tuple[SentenceFacts, ...], tuple[SentenceFacts, ...]]


def product_version() -> str:
    """Return the installed version of readout-compare."""
    try:
        return version("readout-compare")
    except PackageNotFoundError:  # run from a source tree that was not installed
        return "0+source"


def signature(settings: Settings) -> Signature:
    """Return how a comparison with these settings is made.

    :raises ModelError: a model can't be had
    """
    embedder = load_embedder(settings.embedder)
    cross = load_cross_encoder(settings.cross_encoder)
    return Signature(
        version=product_version(),
        models={
            **embedder.files,
            **({cross.name: cross.fingerprint} if cross else {}),
            "pair_scorer": load_scorer("adapter" in embedder.files).sha256,
            **({"pair_second": load_second().sha256} if "adapter" in embedder.files else {}),
            "relation_classifier": load_classifier().sha256,
            "spacy": pipeline_version(load_pipeline()),
        },
        settings=settings.as_dict(),
    )


def compare(
    a: Statement, b: Statement, settings: Settings | None = None, progress: Progress = silent
) -> Comparison:
    """Compare two statements: the same statements and settings give the same result.

    :param progress: called now and then with what is done, how far it is, and out of how much
    :raises ModelError: the embedder of the settings can't be had
    """
    settings = settings or Settings()
    cross = load_cross_encoder(settings.cross_encoder)
    texts_a = [a.sentence(index) for index in range(len(a.sentences))]
    texts_b = [b.sentence(index) for index in range(len(b.sentences))]
    if is_large(len(texts_a), len(texts_b)):
        alignment, vectors_a, vectors_b = align_large(
            texts_a, texts_b, load_embedder(settings.embedder), settings.link_threshold, progress
        )
        facts = _facts(a, b, progress)
    else:
        progress = silent  # it takes seconds, and the steps don't follow one another
        if settings.embedder != PACKAGED:
            load_embedder(settings.embedder)  # torch can't be imported beside spaCy
        # The parser holds one core; vectors and alignment leave the interpreter to it meanwhile.
        with ThreadPoolExecutor(1) as beside:
            reading = beside.submit(_facts, a, b)
            embedder = load_embedder(settings.embedder)
            vectors_a, vectors_b = embedder.encode(texts_a), embedder.encode(texts_b)
            alignment = align(texts_a, texts_b, vectors_a, vectors_b, settings.link_threshold)
            facts = reading.result()
    judged = judge(
        a,
        b,
        vectors_a,
        vectors_b,
        alignment,
        facts,
        settings.divergence_threshold,
        cross=cross,
        progress=progress,
    )
    return Comparison(signature(settings), a, b, judged.links, judged.only_a, judged.only_b)


def _facts(a: Statement, b: Statement, progress: Progress = silent) -> Facts:
    return read_sentences(a, progress), read_sentences(b, progress)
