# One door for people and CI: `make help` lists what stands here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: help setup demo test check lint format bench soak fuzz clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 10

setup: $(STAMP)  ## make .venv from requirements.lock

$(STAMP): requirements.lock pyproject.toml scripts/setup
	@PYTHON="$(PYTHON)" sh scripts/setup "$(VENV)"
	@touch $@

demo: $(STAMP)  ## audit a real article end to end on this machine alone and say where the report is
	@$(BIN)/citetrail demo

test: $(STAMP)  ## run every test: unit, integration, acceptance
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(STAMP)  ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(STAMP)  ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)  ## put the code in its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)  ## measure what needs no data: one quotation on demand, links of the hostile site, the crawl beside a bare spider
	@$(BIN)/python -m benchmarks.demand
	@$(BIN)/python -m benchmarks.links
	@$(BIN)/python -m benchmarks.crawl

soak: $(STAMP)  ## ask a server for MINUTES (10) and watch its answers and its memory
	@$(BIN)/python -m benchmarks.soak --minutes $(or $(MINUTES),10)

fuzz: $(STAMP)  ## run the property tests ROUNDS (10) times, each with examples of its own
	@for round in $$(seq $(or $(ROUNDS),10)); do \
	  $(BIN)/python -m pytest -q -n auto -m hypothesis --hypothesis-seed=$$(od -An -N4 -tu4 /dev/urandom | tr -d ' ') $(ARGS) || exit 1; \
	done

clean:  ## take away what was made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

