# Heard: `make demo` sets everything up and runs the main job; `make test` sets everything up and passes all tests.
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-long lint format lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DJANGO_SETTINGS_MODULE := heard.desk.settings
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.run: requirements/run.lock pyproject.toml
	@sh scripts/make-venv.sh "$(PYTHON)" $(VENV) requirements/run.lock
	@$(BIN)/python -m heard.desk.translations
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@sh scripts/make-venv.sh "$(PYTHON)" $(VENV) requirements/dev.lock
	@touch $@

setup: $(VENV)/.run ## Make the virtual environment and compile translations

demo: setup ## Set up, walk the whole way on the example accounts, serve the desk
	@$(BIN)/heard demo

test: $(VENV)/.dev ## Set up and pass all tests, on encrypted SQLite and on PostgreSQL
	@sh scripts/get-system-parts.sh
	@$(BIN)/python -m heard.desk.translations
	@sh scripts/run-tests.sh $(BIN)

test-long: $(VENV)/.dev ## The slow sweeps, and every property on fresh random examples
	@sh scripts/get-system-parts.sh
	@HEARD_TEST_EXAMPLES=searching HEARD_TEST_DATABASE=sqlite $(BIN)/pytest -n 2 --dist loadfile

lint: $(VENV)/.dev ## Style, types, import rules, translations, documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m heard.desk.translations --check
	@$(BIN)/python scripts/check_docs.py

format: $(VENV)/.dev ## Lay out the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Resolve the dependencies anew (needs uv)
	echo 'setuptools>=77' | uv pip compile - --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements/build.lock
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements/run.lock
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements/dev.lock

clean: ## Remove what was made, keep the register
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
