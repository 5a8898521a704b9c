"""Transcripts with times (.srt, .vtt): the words alone, joined to running text."""

from __future__ import annotations

import html
import re

from compare.errors import InputError
from compare.sources.records import Dropped, Extract

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+([^>]{1,80})>")
_TAG = re.compile(r"<[^<>]{0,80}>|\{\\[^{}]{0,40}\}")
_SOUND = re.compile(r"[\[(♪][^\])♪]{1,60}[\])♪]")
_TURN = re.compile(r"^(?:>>+|-)\s*")
_NOTE = re.compile(r"(?:NOTE|STYLE|REGION)\b")


def is_subtitles(text: str) -> bool:
    """Say whether a text is a transcript with times."""
    head = text.lstrip("\ufeff \r\n")[:2000]
    return head.startswith("WEBVTT") or bool(
        re.match(rf"(?:\d+[ \t]*\r?\n)?{_CUE.pattern}", head.replace("\r", ""))
    )


def read_subtitles(text: str, shown: str) -> Extract:
    """Return what was said; a line that is shown twice while the text scrolls is taken once.

    :raises InputError: no cue has words
    """
    lines: list[str] = []
    dropped: list[Dropped] = []
    voices: dict[str, int] = {}
    inside = False
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        time = next((i for i, row in enumerate(rows[:2]) if _CUE.fullmatch(row)), None)
        if time is None:
            if rows:
                reason = "transcript note" if inside or _NOTE.match(rows[0]) else "transcript head"
                dropped.append(Dropped(" ".join(rows), reason))
            continue
        inside = True
        for row in rows[time + 1 :]:
            for name in _VOICE.findall(row):
                voices[name.strip()] = voices.get(name.strip(), 0) + 1
            plain = html.unescape(_TAG.sub("", row))
            for sound in _SOUND.findall(plain):
                dropped.append(Dropped(sound, "sound"))
            plain = " ".join(_TURN.sub("", _SOUND.sub(" ", plain)).split())
            if plain and plain not in lines[-2:]:
                lines.append(plain)
    if not lines:
        raise InputError(
            f"{shown} is a transcript without words; expected at least one line of speech; "
            "paste the text"
        )
    speaker = next(iter(voices)) if len(voices) == 1 else ""
    notes: tuple[str, ...] = ()
    if len(voices) > 1:
        names = ", ".join(sorted(voices, key=lambda name: -voices[name])[:5])
        notes = (f"{shown} has several speakers ({names}); all of them are read as one statement",)
    basis = (("speaker", "the transcript's voice"),) if speaker else ()
    return Extract(
        " ".join(lines), speaker=speaker, basis=basis, dropped=tuple(dropped), notes=notes
    )
