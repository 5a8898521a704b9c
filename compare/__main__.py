"""`python -m compare` is the command `readouts`."""

from compare.cli import main

main()
