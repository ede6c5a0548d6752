# Wijknetwerk: `make demo` to see it, `make test` to know that it holds. `make help` lists the rest.
PYTHON ?=
export PYTHON
BIN := .venv/bin
AT_PORT := $(if $(PORT),--port $(PORT))
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.DEFAULT_GOAL := help
.PHONY: help demo demo-prepared demo-reset serve setup test check format test-long mutation bench messages assets lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: run-packages ## an example network on http://localhost:8000 (another port: PORT=8001)
	@exec $(BIN)/wijknetwerk demo $(AT_PORT)

demo-prepared: run-packages ## all that the demo needs, without serving it
	@exec $(BIN)/wijknetwerk demo --prepare-only

demo-reset: run-packages ## the same, starting anew; asks first
	@exec $(BIN)/wijknetwerk demo --reset $(AT_PORT)

serve: run-packages ## web and worker with your own settings
	@exec $(BIN)/wijknetwerk serve $(AT_PORT)

setup: dev-packages ## everything that development needs, in .venv

test: dev-packages ## every check and every test; under 10 minutes
	@exec $(BIN)/python -m tools.test

check: dev-packages ## the fast part: format, lint, types, import rules, translations; under a minute
	@exec $(BIN)/python -m tools.test --check

test-long: dev-packages ## thousands of histories in the property tests
	@exec $(BIN)/python -m tools.test --long

mutation: dev-packages ## break consent and access on purpose, and see whether a test notices: docs/mutation.md
	@exec $(BIN)/python -m tools.mutation

bench: dev-packages ## measure against the budgets and write docs/benchmarks.md
	@exec $(BIN)/python -m tools.bench

format: dev-packages ## put the code in its shape
	@$(BIN)/ruff check --fix --quiet .; $(BIN)/ruff format .

messages: dev-packages ## collect the texts to translate into src/wijknetwerk/locale/nl
	@exec $(BIN)/python -m tools.translations update

assets: dev-packages ## build style sheet, icons and fonts anew from assets/ (needs Node; the results are committed)
	cd assets && npm ci --ignore-scripts && npm run build
	$(BIN)/python assets/fonts.py

lock: dev-packages ## renew requirements*.txt after a change in requirements*.in
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	$(LOCK) requirements.in --constraint requirements-dev.txt --output-file requirements.txt

clean: ## remove what can be made again; never your data in var/
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: run-packages dev-packages
run-packages:
	@tools/bootstrap.sh run
dev-packages:
	@tools/bootstrap.sh dev
