# All set-up is here: each target makes .venv first, from the pinned set in constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo dashboard test lint bench train clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

$(STAMP): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON); install Python 3.11 or later"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: $$($(PYTHON) --version) found, expected 3.11 or later; run: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 2; }
	@echo "Setting up $(VENV); a few minutes, the first time only"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dashboard,dev]'
	@touch $@

demo: $(STAMP) ## Compare the built-in pair
	@$(BIN)/readouts demo

dashboard: $(STAMP) ## Serve the dashboard
	@$(BIN)/readouts dashboard

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest

lint: $(STAMP) ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP) ## Measure quality and speed
	$(BIN)/readouts evaluate pairs data/gold/test
	$(BIN)/python -m benchmarks.crops
	$(BIN)/python -m benchmarks.sentences
	$(BIN)/python -m benchmarks.speed cold warm embedding candidates batch
	$(BIN)/python -m benchmarks.large --no-model 2500

train: $(STAMP) ## Make the trained files again from data/gold/train
	$(BIN)/python -m compare.evaluation.train

clean: ## Remove what the targets made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
