"""The title above a plain text, where there is a sure sign that it is one.

boilerplate.py takes the first line for a title where a longer text stands below it: in a short one
it may be a sentence of a post. What is sure in a short text too is known here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from compare.sources.dates import find_date
from compare.sources.guess import guess_speaker
from compare.sources.records import Dropped, Source

_FIRST = re.compile(r"\s*(?P<line>\S[^\n]{0,299})\n(?P<blank>[ \t\r]*\n)?\s*(?=\S)")
_MARKED = re.compile(r"\A#[ \t]+(?=[^\W\d_])")  # the title of a Markdown text, as in a file
_KIND = re.compile(
    r"(?:(?:the|a|joint|official|press|media|full|public|written|opening|closing)\s+)*"
    r"(?:statements?|read-?out|remarks|communiqu[ée]|declaration|press release|transcript)\s+"
    r"(?:of|on|about|after|following|from|by|regarding|concerning|to|with|at)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
# Words that make a sentence of a line: "Remarks by the envoy were wrong".
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|will|has|have|had|does|did|do|can|could|may|might|must|shall"
    r"|should|would|says?|said)\b",
    re.IGNORECASE,
)


def headed(source: Source, title: str = "") -> Source:
    """Return a plain text without the first line where that is surely its title.

    Sure is a line marked with `#`, one that says what kind of text follows ("Readout of the call")
    with a blank line below, and one that the reader gives as the title.

    :param title: as the reader typed it, or empty
    """
    match = _FIRST.match(source.text)
    if match is None or source.kind != "text":
        return source
    line = match["line"].strip()
    plain = _MARKED.sub("", line)
    same = bool(title.strip()) and _folded(plain) == _folded(title)
    named = bool(match["blank"]) and _names_a_text(line)
    if not (same or (not source.title and (named or plain != line))):
        return source
    found = {"title": plain, "date": find_date(plain), "speaker": guess_speaker(plain)}
    new = [name for name, text in found.items() if text and not getattr(source, name)]
    return replace(
        source,
        text=source.text[match.end() :],
        title=source.title or found["title"],
        date=source.date or found["date"],
        speaker=source.speaker or found["speaker"],
        basis=(*source.basis, *((name, "the first line") for name in new)),
        dropped=(Dropped(line, "title"), *source.dropped),
    )


def _names_a_text(line: str) -> bool:
    """Say whether a line names a kind of text and what it is about, and says nothing else."""
    return bool(_KIND.match(line)) and not _STOP.search(line) and not _VERB.search(line)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
