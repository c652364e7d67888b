# Every target sets up what it needs; nothing but Python 3.11+, make, gcc and git is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.locked
SOURCES := $(shell find kcn_pipeline kcn_pipeline_tests -type f -not -path '*/__pycache__/*') pyproject.toml
PARALLEL ?= --numprocesses auto --dist loadfile
export DAGSTER_DISABLE_TELEMETRY := true
export GX_ANALYTICS_ENABLED := false
export KCN_DATA_DIR ?= $(CURDIR)/data

.PHONY: setup run test check lint dev bench lock clean

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kcn_pipeline needs Python 3.11 or later; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: $(STAMP)
	$(BIN)/kcn run --all

test: $(STAMP)
	$(BIN)/pytest $(PARALLEL) --cov --cov-report=

.coverage: $(STAMP) $(SOURCES)
	$(BIN)/pytest $(PARALLEL) --quiet --cov --cov-report=

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint .coverage
	$(BIN)/coverage report --skip-covered --show-missing

dev: $(STAMP)
	$(BIN)/kcn dev

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# Needs `uv` on the PATH; the lock names no index, so it installs from whichever one the machine is set up for.
lock:
	uv pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
