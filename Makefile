# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-all style types fast fuzz docs install clean

demo: $(READY)
	$(BIN)/probe run protocols/orientation.yaml

# Each worker takes its half of the tests in their order, and then from the other's end: so what the
# tests of a file or folder share is made once, not by every worker.
PYTEST := OMP_NUM_THREADS=1 $(BIN)/pytest -q -n auto --dist worksteal

test: style types fast

style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

fast: $(READY)
	@sh tools/browser.sh
	$(PYTEST) -m "not slow"

test-all: $(READY)
	@sh tools/browser.sh
	$(PYTEST)

# Wrong input by the thousand: make fuzz MINUTES=20 SEED=1
MINUTES ?= 5
SEED ?= 0
fuzz: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -W ignore tools/fuzz.py --minutes $(MINUTES) --seed $(SEED)

# The documentation as a site, in site/index.html; strict: a broken link ends it.
docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

$(VENV)/.docs: $(READY)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[docs]"
	@touch $@

install: $(READY)

$(READY): pyproject.toml constraints.txt
	@echo "installing into $(VENV) (about two minutes the first time)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@$(BIN)/probe doctor
	@touch $(READY)

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
