"""A reader of HTML for the tests: what opens must close, and what shows is collected."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "hr", "col"})


class Page(HTMLParser):
    """Parse a page; `faults` holds every tag that doesn't balance."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []  # tag, name, value
        self.sentences: list[tuple[str, str]] = []  # label, words: of every quotation
        self.shown: list[str] = []  # every text but the style sheet
        self._open: list[tuple[str, str]] = []  # tag, class
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> isn't closed" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))
        if tag == "blockquote":
            self.sentences.append(("", ""))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        kinds = [kind for _, kind in self._open]
        if not {"style", "script"} & set(tags):
            self.shown.append(data)
        if "blockquote" not in tags:
            return
        label, words = self.sentences[-1]
        if "label" in kinds:
            self.sentences[-1] = (label + data, words)
        elif "bdi" in tags and "kind" not in kinds:
            self.sentences[-1] = (label, words + data)

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute, wherever it stands."""
        return [value for _, key, value in self.attributes if key == name]


def squeeze(text: str) -> str:
    """Return the text without any blank, for where lines are broken anew."""
    return "".join(text.split())
