# make demo, make test: each alone does everything on a fresh clone with Python 3.11, 3.12 or 3.13.
# PYTHON=/path/to/python chooses the interpreter; VENV=folder the environment.

VENV   ?= .venv
BIN    := $(VENV)/bin
DEMO   := examples/comoros.txt --outlet "Harbour Wire" --published 2024-05-16
CHECKED := src tests benchmarks docs tools
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
export OMP_NUM_THREADS ?= 1

.PHONY: help demo test lint types speed readme lock clean install install-dev
help:
	@echo "make demo      read an example report and print what it puts on record"
	@echo "make test      run the tests"
	@echo "make lint      check style and format; make types: check types"
	@echo "make speed     measure words per second against the bare language pipeline"
	@echo "make readme    fill the examples of the README with what the program says today"
	@echo "make lock      pin all dependencies anew (needs uv)"
	@echo "make clean     remove the environment and what the tools left"

demo: install
	@echo "> dragoman read $(subst ",',$(DEMO))"
	@$(BIN)/dragoman read $(DEMO)

test: install-dev
	$(BIN)/python -m pytest

lint: install-dev
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)

types: install-dev
	$(BIN)/mypy

speed: install
	$(BIN)/python benchmarks/speed.py

readme: install
	$(BIN)/python docs/refresh.py

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

# The newest of Python 3.13, 3.12 and 3.11 that runs and can make an environment: a pyenv shim may stand on the
# path for a version that is not chosen, and a distribution may ship Python without venv.
define FIND_PYTHON
for minor in 13 12 11; do \
  for python in $(or $(PYTHON),python3.$$minor "$$HOME"/.pyenv/versions/3.$$minor.*/bin/python3.$$minor python3 python); do \
    if "$$python" -c "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, $$minor))" >/dev/null 2>&1; \
    then echo "$$python"; exit 0; fi; \
  done; \
done; \
echo "no Python 3.11, 3.12 or 3.13 with venv found: install one, or name it with PYTHON=/path/to/python" >&2; exit 1
endef

$(BIN)/python:
	@python=$$($(FIND_PYTHON)) || exit 1; \
	echo "making $(VENV) with $$python ($$("$$python" -V))"; \
	"$$python" -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "installing requirements.lock and Dragoman into $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "installing requirements-dev.lock and Dragoman into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(COMPILE) --group build -o requirements.lock
	$(COMPILE) --group dev --all-extras -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
