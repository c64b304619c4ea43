# The verbs of this repository, the same for people and for CI.
# Everything is installed into .venv from the lock files; nothing else on the machine is touched.
PYTHON ?= python3
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
UV := $(BIN)/python -m uv

.DEFAULT_GOAL := help
.PHONY: help demo test check format lock generate bench bench-names clean

help: ## list these verbs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/uv: locks/uv.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Answerable needs Python 3.11 or newer; try: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r locks/uv.txt
	@touch $@

.venv/core: .venv/uv locks/core.txt pyproject.toml
	$(UV) pip install --quiet --require-hashes -r locks/core.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/core locks/dev.txt
	$(UV) pip install --quiet --require-hashes -r locks/dev.txt
	@touch $@

.venv/kernel: .venv/core src/answerable/names/kernel/kernel.c
	$(BIN)/python -m answerable.names.kernel.build
	@touch $@

demo: .venv/core .venv/kernel ## set everything up and run the whole job on an invented case
	$(BIN)/answerable demo build/demo

test: .venv/dev .venv/kernel ## run all tests
	$(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/dev ## lint, types, import contracts, generated files, wheels
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.generate --check
	$(BIN)/python -m scripts.wheels

format: .venv/dev ## put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: .venv/dev ## remake what is made from code and data
	$(BIN)/python -m scripts.generate

lock: .venv/uv ## choose versions anew (no address of any registry is written down)
	$(UV) pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-emit-index-url --no-header --group build pyproject.toml -o locks/core.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --all-extras --group dev -c locks/core.txt pyproject.toml -o locks/dev.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group peers -c locks/dev.txt -o locks/peers.txt

bench: .venv/dev ## ratios of speed and memory, in one run
	$(BIN)/python -m bench

.venv-peers/made: .venv/uv locks/peers.txt
	$(UV) venv --quiet --clear .venv-peers
	-$(UV) pip install --quiet --python .venv-peers --require-hashes -r locks/peers.txt
	@touch $@

bench-names: .venv/dev .venv-peers/made ## the name matcher and its peers, measured in one run
	$(BIN)/python -m bench.names

clean: ## remove what these verbs made
	rm -rf .venv .venv-peers build .mypy_cache .ruff_cache .pytest_cache .hypothesis
