# make site    set up (first time only) and build the site of seeds/ into site/
# make serve   the same, live: rebuilds when an article changes
# make test    set up and run every test
# make check   formatting, types, tests, a strict build and what it promises: all that CI runs
# make gate    the quality figures on our own gold articles
# make sbom    what is inside a release, with licences and hashes, as CycloneDX JSON
# make audit   ask the public database of advisories about what is locked (takes a network)
# make lock    pin the dependencies anew, by version and hash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test check lint gate sbom audit lock browser clean

site: $(VENV)/site-ready
	$(BIN)/briefing build --strict

serve: $(VENV)/site-ready
	$(BIN)/briefing serve

test: $(VENV)/test-ready browser
	$(BIN)/python -m pytest

lint: $(VENV)/test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint test site
	$(BIN)/briefing check

gate: $(VENV)/test-ready
	$(BIN)/python -m tests.quality

sbom: $(VENV)/site-ready
	$(BIN)/python tools/sbom.py > sbom.json

audit:
	$(PYTHON) -m venv .audit
	.audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	.audit/bin/python -m pip_audit --strict --disable-pip --require-hashes -r requirements.txt
	.audit/bin/python -m pip_audit --strict --disable-pip --require-hashes -r requirements-dev.txt

# A browser for the browser tests: the one that is there, else Debian's, else Playwright's own.
browser: $(VENV)/test-ready
	@sh tools/browser.sh $(BIN)/python

$(VENV)/site-ready: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 site")'
	@echo 'Setting up $(VENV), the first time only: this takes a minute or two.'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test-ready: $(VENV)/site-ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	touch $@

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --custom-compile-command "make lock"
lock:
	$(LOCK) pyproject.toml requirements.in -o requirements.txt
	$(LOCK) -c requirements.txt requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .audit site build dist
