# `make demo`: install, check a real article pair, say where the report lies. `make test`: install and pass the tests.
# Both need Python 3.11 or newer and make, and use .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := corpora/parliament
DATA ?= $(CHECKER_DATA)

.PHONY: demo test lint types layers unit bench report clean

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "checker needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python pyproject.toml
	@echo "Installing checker and what it needs (about 300 MB, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing checker with the extras dev and models (about 1 GB, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,models]'
	@touch $@ $(VENV)/.core

demo: $(VENV)/.core
	@echo "Checking $(DEMO)/article.en.txt with its original and a re-translation ..."
	@$(BIN)/checker check $(DEMO)/article.en.txt --reports reports/demo --exit-zero
	@echo "The reports lie in reports/demo: open reports/demo/index.html, or summary.csv in a spreadsheet."

test: lint types layers unit

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .

types: $(VENV)/.dev
	@$(BIN)/mypy

layers: $(VENV)/.dev
	@$(BIN)/lint-imports --no-cache

unit: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto --dist worksteal

bench: $(VENV)/.dev
	@test -n "$(DATA)" || { echo "say where the data lies: make bench DATA=PATH (benchmarks/README.md)"; exit 2; }
	@$(BIN)/python -m benchmarks --data "$(DATA)"

EXAMPLE := reports/example/article.en
BROWSER := $(shell command -v chromium || command -v google-chrome)

# The example that is kept for readers, in every format; the picture only where there is a browser.
report: $(VENV)/.dev
	@rm -rf reports/example
	@$(BIN)/checker check $(DEMO)/article.en.txt --isolated --reports reports/example --exit-zero --format full --output $(EXAMPLE).txt
	@for format in concise:concise.txt jsonl:jsonl markdown:md github:github.txt sarif:sarif junit:junit.xml rdjson:rdjson xlsx:xlsx; do \
	  $(BIN)/checker check $(DEMO)/article.en.txt --isolated --quiet --exit-zero --format $${format%%:*} --output $(EXAMPLE).$${format#*:} 2>/dev/null || exit; \
	done
	@test -z "$(BROWSER)" || $(BROWSER) --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1400,1050 \
	  --screenshot=$(CURDIR)/reports/example/page.png file://$(CURDIR)/$(EXAMPLE).html 2>/dev/null
	@echo "The example lies in reports/example."

clean:
	@rm -rf $(VENV) build dist *.egg-info
