# The environment, the demo and the checks. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test fuzz check format clean

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: .venv/ready ## The main job on the bundled example case
	$(BIN)/python -m examples.demo

check: .venv/ready ## Formatting, lint, types, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/cog --check docs/cli.md

test: check ## Everything that CI runs
	$(BIN)/pytest -q -n 2 --dist loadfile

fuzz: .venv/ready ## The laws on thousands of examples never drawn before; finds what `test` may not
	$(BIN)/pytest -q -n 2 --hypothesis-profile=fuzz $(shell grep -l 'import given' tests/*.py)

format: .venv/ready ## Mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove the environment and the demo case
	rm -rf .venv demo
