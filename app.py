"""The dashboard for `streamlit run app.py`; `readouts dashboard` serves the same page."""

from __future__ import annotations

from compare.dashboard import main

main()
