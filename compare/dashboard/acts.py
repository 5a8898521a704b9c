"""What the parts of the page ask for: checked here, because it comes from a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from compare.errors import InputError
from compare.model import RELATIONS, Relation, Side
from compare.store.reviews import LONGEST_NOTE

Do = Literal["open", "visit", "review", "link", "undo", "goto"]
Said = Literal["accept", "reject", "relation", "note", "open"]
_SAID: tuple[Said, ...] = ("accept", "reject", "relation", "note", "open")
_FINDING = re.compile(r"[0-9a-f]{16}")
_SENTENCE = re.compile(r"([ab])([1-9][0-9]{0,5})")
_EVENT = re.compile(r"[a-z0-9-]{1,72}")
_MOST = 20  # sentences of a side that one link holds


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was asked for; what it doesn't need is empty."""

    do: Do
    event: str = ""
    query: str = ""
    finding: str = ""  # id of the finding that it is about; of a new link, the one it replaces
    said: Said | None = None
    relation: Relation | None = None
    note: str = ""
    seen: int = 0  # reviews of the finding that were on the screen
    a: tuple[int, ...] = ()  # 0-based sentences of a link
    b: tuple[int, ...] = ()
    sentence: tuple[Side, int] | None = None  # to be brought into the window


def act_of(data: object) -> Act:
    """Return what was asked for.

    :raises InputError: it makes no sense
    """
    try:
        if not isinstance(data, Mapping):
            raise TypeError(f"{data!r} is no object")
        return _act(data)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"the page asked for something that makes no sense ({error}); expected one of its "
            "own buttons; load the page anew"
        ) from None


def _act(data: Mapping[str, Any]) -> Act:
    do = data["do"]
    if do == "open":
        return Act("open", event=_matched(_EVENT, data["event"]))
    if do == "visit":
        return Act("visit", query=_text(data["query"], 4_000))
    if do == "undo":
        return Act("undo")
    if do == "goto":
        return Act("goto", sentence=_sentence(data["sentence"]))
    if do == "link":
        sentences = [_sentence(name) for name in _listed(data["sentences"])]
        return Act(
            "link",
            finding=_matched(_FINDING, data["finding"]) if data.get("finding") else "",
            relation=_relation(data["relation"]),
            note=_text(data.get("note", ""), LONGEST_NOTE),
            seen=_number(data.get("seen", 0)),
            a=tuple(sorted({index for side, index in sentences if side == "a"})),
            b=tuple(sorted({index for side, index in sentences if side == "b"})),
        )
    if do == "review":
        said = next((name for name in _SAID if name == data["said"]), None)
        if said is None:
            raise ValueError(f"no verdict {data['said']!r}")
        return Act(
            "review",
            finding=_matched(_FINDING, data["finding"]),
            said=said,
            relation=_relation(data["relation"]) if said == "relation" else None,
            note=_text(data.get("note", ""), LONGEST_NOTE),
            seen=_number(data["seen"]),
        )
    raise ValueError(f"nothing is called {do!r}")


def _matched(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"{str(value)[:80]!r} is no name")
    return value


def _text(value: object, most: int) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    if len(value) > most:
        raise ValueError(f"a text of {len(value):,} characters, at most {most:,} are kept")
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise ValueError(f"{value!r} is no count")
    return int(value)


def _relation(value: object) -> Relation:
    found = next((name for name in RELATIONS if name == value), None)
    if found is None:
        raise ValueError(f"no relation {value!r}")
    return found


def _sentence(value: object) -> tuple[Side, int]:
    found = _SENTENCE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"{str(value)[:80]!r} is no sentence")
    return "a" if found[1] == "a" else "b", int(found[2]) - 1


def _listed(value: object) -> Sequence[object]:
    if not isinstance(value, list) or len(value) > 2 * _MOST:
        raise ValueError(f"expected at most {2 * _MOST} sentences")
    return value
