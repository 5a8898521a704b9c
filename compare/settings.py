"""Every setting once: default, unit, range and a help line for CLI, sidebar and docs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from compare.errors import SettingError


@dataclass(frozen=True, slots=True)
class SettingInfo:
    """What there is to say of one setting."""

    name: str
    default: str | float
    help: str
    unit: str
    low: float | None = None
    high: float | None = None


def _setting(
    default: Any, help: str, unit: str = "", low: float | None = None, high: float | None = None
) -> Any:
    return field(default=default, metadata={"help": help, "unit": unit, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Settings:
    """How a comparison is made; it stands whole in the signature.

    :raises SettingError: a value outside its range
    """

    embedder: str = _setting(
        "all-MiniLM-L6-v2",
        "Model for sentence and token vectors: all-MiniLM-L6-v2 (built in), a folder, or a hub "
        "name fetched with 'readouts models prepare'.",
        "model name",
    )
    cross_encoder: str = _setting(
        "none",
        "Entailment model whose second opinion on each link is averaged in: none, a folder, or a "
        "hub name fetched with 'readouts models prepare --cross-encoder'.",
        "model name",
    )
    # Cross-validated on data/gold/train the link F1 is the best from 0.35 to 0.425, swept in steps
    # of 0.025 by `python -m compare.evaluation.train`, which prints the sweep.
    link_threshold: float = _setting(
        0.4,
        "Probability from which two sentences are linked; lower links more.",
        "probability",
        0.0,
        1.0,
    )
    # Cross-validated on data/gold/train, from the text on and with wrong links counted, the F1 is
    # 0.39 at 0.2 (34 in 100 are right), 0.38 at 0.25 (38) and 0.36 at 0.3 (42):
    # `python -m compare.evaluation.train` prints it. Higher ones miss more contradictions between
    # single sentences (`readouts evaluate relations`).
    divergence_threshold: float = _setting(
        0.25,
        "Confidence from which a link with conflicting evidence is called a divergence; higher "
        "accuses less.",
        "probability",
        0.0,
        1.0,
    )

    def __post_init__(self) -> None:
        for info in setting_infos():
            value = getattr(self, info.name)
            if info.low is not None and info.high is not None:
                number = isinstance(value, int | float) and not isinstance(value, bool)
                if not number or not info.low <= value <= info.high:
                    raise SettingError(
                        f"{info.name} is {value!r}; expected a number from {info.low:g} to "
                        f"{info.high:g}; the default is {info.default}"
                    )
            elif not isinstance(value, str) or not value.strip():
                raise SettingError(
                    f"{info.name} is {value!r}; expected a {info.unit}; "
                    f"the default is {info.default}"
                )

    def as_dict(self) -> dict[str, str | int | float | bool]:
        """Return the settings by name, for the signature."""
        return asdict(self)


def settings_from(**given: str | float | None) -> Settings:
    """Return the settings that were given, the others (None) at their defaults.

    :raises SettingError: a value outside its range
    """
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return Settings(**chosen)


def setting_infos() -> tuple[SettingInfo, ...]:
    """Return what there is to say of each setting, in the order of the class."""
    return tuple(
        SettingInfo(item.name, default, **item.metadata)
        for item in fields(Settings)
        if isinstance(default := item.default, str | float)
    )
