"""The commands of `readouts`, one module each; `compare.cli` registers them."""
