# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := build/demo
FLOORS := build/floors
FLOOR_TESTS := $(addprefix tests/,cli french kinds language model test_cache.py word yaml)
FINAL := cases/subvention-poste/alpes-maritimes.yaml
DELIBERATION := cases/deliberation/alpes-maritimes-2023-12-15.yaml
DRAFTS := $(filter-out cases/_communs/% $(FINAL) $(DELIBERATION),$(wildcard cases/*/*.yaml))

# What Python compiles is kept: the tests alone start convgen some hundred times.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install demo test pages fmt lint types layers floors bench mutants coverage check clean

install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: install ## the real cases, in Word: ready to sign, or drafts with what each still lacks
	$(BIN)/convgen render $(FINAL) --force -o $(DEMO)
	$(BIN)/convgen render $(DRAFTS) --etat brouillon --force -o $(DEMO)
	$(BIN)/convgen dossier $(DELIBERATION) --etat brouillon --force -o $(DEMO)/dossier
	@ls $(DEMO) $(DEMO)/dossier

test: install
	$(BIN)/pytest -n auto

pages: install ## what convgen answers on each page of the catalogue, written anew
	$(BIN)/python -m tests.faults.refresh

fmt: install
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

lint: install ## the code, then the library: programmes, clauses, Word templates
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/convgen check --strict

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports

floors: install ## each dependency at its lower bound, and the tests that use it
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(FLOORS)
	$(BIN)/uv pip compile --quiet --resolution lowest-direct --no-header --no-annotate \
		pyproject.toml -o $(FLOORS)/floors.txt
	$(BIN)/uv pip install --quiet --python $(FLOORS)/bin/python -c $(FLOORS)/floors.txt -e '.[dev]'
	$(FLOORS)/bin/pytest -n auto -m "not soffice and not validator" $(FLOOR_TESTS)

bench: install ## ratios to stock docxtpl: a table, and build/bench.json
	$(BIN)/python -m bench.run

mutants: install ## random edits of the library: which does `check` catch, which `coverage`
	$(BIN)/python -m bench.mutants

coverage: install ## each branch of each clause is taken by some act
	$(BIN)/convgen coverage

check: lint types layers test ## the tests cover the library too

clean:
	rm -rf build dist $(VENV)
