"""The script that `readouts dashboard` has Streamlit run."""

from __future__ import annotations

from compare.dashboard import main

main()
