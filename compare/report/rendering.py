"""One comparison as a report in any format: view rows first, then the renderer of the format."""

from __future__ import annotations

from compare.contract import to_json
from compare.errors import SettingError
from compare.model import Comparison
from compare.report.extras import Extras
from compare.report.once import once
from compare.report.view import View, make_view

FORMATS = ("text", "markdown", "html", "json", "csv", "csv-links", "docx")


def notes(comparison: Comparison, letters: tuple[str, str] = ("A", "B")) -> tuple[str, ...]:
    """Return what a reader must know before trusting the rest; every report shows it too.

    :param letters: what the statements are called
    """
    return make_view(comparison, Extras(letters=letters)).notes


def render(
    comparison: Comparison,
    format: str,
    *,
    width: int = 100,
    colour: bool = False,
    extras: Extras | None = None,
) -> str:
    """Return the report of a comparison as text.

    :param format: one of `FORMATS`, but for `docx`, which is no text: see `render_bytes`
    :param width: columns of the window; only text uses it
    :param colour: whether escape codes for colour are wanted; only text uses it
    :param extras: reviews, which correct what is shown, and what else stands beside it; JSON is
        always the comparison as it was made, and so are the links in CSV
    :raises SettingError: a format that isn't known
    """
    if format == "text":
        from compare.report.terminal import render_terminal

        return render_terminal(once(make_view(comparison, extras)), width=width, colour=colour)
    if format in ("markdown", "html"):
        return _page(make_view(comparison, extras), format)
    if format == "json":
        return to_json(comparison)
    if format in ("csv", "csv-links"):
        from compare.report.tables import render_findings_csv, render_links_csv

        if format == "csv-links":
            return render_links_csv(comparison, (extras or Extras()).letters)
        return render_findings_csv(make_view(comparison, extras))
    raise SettingError(f"no report format {format!r}; choose one of: {', '.join(FORMATS)}")


def render_bytes(
    comparison: Comparison,
    format: str,
    *,
    width: int = 100,
    colour: bool = False,
    extras: Extras | None = None,
) -> bytes:
    """Return the report of a comparison as the file that it makes: `render`, and Word too."""
    if format == "docx":
        return render_view(make_view(comparison, extras), format)
    text = render(comparison, format, width=width, colour=colour, extras=extras)
    return text.encode("utf-8", "replace")


def render_view(view: View, format: str) -> bytes:
    """Return the report of what a reader sees, which may have been narrowed.

    :param format: text, markdown, html, csv or docx; the others are of a comparison
    :raises SettingError: another format
    """
    if format == "docx":
        from compare.report.docx import render_docx

        return render_docx(once(view))
    if format == "csv":
        from compare.report.tables import render_findings_csv

        return render_findings_csv(view).encode("utf-8", "replace")
    if format == "text":
        from compare.report.terminal import render_terminal

        text = render_terminal(once(view), width=100, colour=False)
    elif format in ("markdown", "html"):
        text = _page(view, format)
    else:
        raise SettingError(
            f"no report of a view as {format!r}; choose one of: text, markdown, html, csv, docx"
        )
    return text.encode("utf-8", "replace")


def _page(view: View, format: str) -> str:
    if format == "markdown":
        from compare.report.markdown import render_markdown

        return render_markdown(once(view))
    from compare.report.html import render_html

    return render_html(once(view))
