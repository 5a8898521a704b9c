"""Commands of `readouts`, one module each; compare/cli.py registers them."""
