# `make help` lists the targets. Everything lives in this folder: .venv (packages), .tools (uv), demo (the sample record).

SHELL = /bin/sh
VENV ?= .venv
BIN = $(VENV)/bin
SETUP = scripts/setup.sh scripts/uv.sh scripts/python.sh requirements/build.txt requirements/uv.txt pyproject.toml

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint format types layers tests lock clean benchmarks hooks

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/ready-run  ## read the sample pages into a fresh record, show what it holds, and serve it
	@sh scripts/demo.sh $(BIN)/onrecord

test: lint types layers tests  ## run every check and test, as CI does

lint: $(VENV)/ready-dev  ## look for faults of form (ruff)
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check

format: $(VENV)/ready-dev  ## put the code into its form (ruff)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

types: $(VENV)/ready-dev  ## check types (mypy --strict)
	@$(BIN)/mypy

layers: $(VENV)/ready-dev  ## check what imports what (import-linter)
	@$(BIN)/lint-imports

tests: $(VENV)/ready-dev  ## run the tests alone
	@sh scripts/chromium.sh
	@$(BIN)/python -m pytest -n auto

benchmarks: $(VENV)/ready-dev  ## measure start, pages and stages, which need no peers; benchmarks/README.md tells of the others
	@for name in start pages stages analysers; do PYTHONPATH=src OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/$$name.py || exit 1; done

lock:  ## choose new versions of the packages and write their hashes to requirements/
	@sh scripts/lock.sh

hooks: $(VENV)/ready-dev  ## run the checks of form before each commit
	@$(BIN)/pre-commit install

clean:  ## remove everything that was made here
	rm -rf .venv* .tools .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build demo
	find src tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/ready-run: requirements/run.txt $(SETUP)
	@sh scripts/setup.sh run $(VENV)

$(VENV)/ready-dev: requirements/dev.txt $(SETUP)
	@sh scripts/setup.sh dev $(VENV)
