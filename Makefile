# The environment, the demo and the checks. Needs Python 3.11 or newer and make; where npm is there
# too, the pages of the desk that are drawn (network, timeline) get their libraries.
PYTHON ?= python3
BIN := .venv/bin
VENDOR := recoupe/desk/static/vendor
NODE := build/desk/node_modules
BROUGHT := htmx.org/dist/htmx.min.js cytoscape/dist/cytoscape.min.js \
	vis-timeline/dist/vis-timeline-graph2d.min.js \
	vis-timeline/styles/vis-timeline-graph2d.min.css

.PHONY: demo test fuzz check format clean desk

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

desk: $(VENDOR)/ready ## JavaScript for the desk, from npm by its lockfile; the desk works without

$(VENDOR)/ready: recoupe/desk/package-lock.json
	@mkdir -p build/desk $(VENDOR)
	@cp recoupe/desk/package.json recoupe/desk/package-lock.json build/desk/
	@if npm ci --prefix build/desk --ignore-scripts --no-audit --no-fund --silent; then \
		cp $(BROUGHT:%=$(NODE)/%) $(VENDOR)/ && \
		cat $(NODE)/htmx.org/LICENSE $(NODE)/cytoscape/LICENSE \
			$(NODE)/vis-timeline/LICENSE.MIT.txt > $(VENDOR)/LICENSES && touch $@; \
	else echo "npm brought nothing: the desk goes without network and timeline; make desk"; fi

demo: .venv/ready desk ## The main job on the bundled example case
	$(BIN)/python -m examples.demo

check: .venv/ready ## Formatting, lint, types, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/cog --check docs/cli.md

test: check desk ## Everything that CI runs
	$(BIN)/pytest -q -n 2 --dist loadfile

fuzz: .venv/ready ## The laws on thousands of examples never drawn before; finds what `test` may not
	$(BIN)/pytest -q -n 2 --hypothesis-profile=fuzz $(shell grep -l 'import given' tests/*.py)

format: .venv/ready ## Mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove the environment, what was built and the demo case
	rm -rf .venv demo build $(VENDOR)
