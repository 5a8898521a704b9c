"""The way in, for `readouts` and `python -m compare`: little is loaded before it can be stopped."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; to be stopped while it loads is no error either."""
    try:
        from compare.cli import main as run
    except KeyboardInterrupt:
        print("readouts: stopped", file=sys.stderr)
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
