# Two commands do everything on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format lock neo4j example clean
.DELETE_ON_ERROR:

demo: $(READY)  ## build the example region, print routes and gaps, write the map to demo/
	$(BIN)/verweisnetz demo demo --force

test: $(READY)  ## all tests; those that need Neo4j or a Chromium say why when they skip
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(READY)  ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

neo4j: $(READY)  ## a real Neo4j Community on loopback, port 7687, until Ctrl-C (needs Java 17+ and Maven)
	$(BIN)/python -m tools.neo4j

example: $(READY)  ## write the files of the example region again
	$(BIN)/python -m tools.musterregion

lock: $(READY)  ## after changing a dependency in pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra notebook --group dev \
	  pyproject.toml --output-file requirements.lock --custom-compile-command "make lock"

# Compiled at once: where PYTHONDONTWRITEBYTECODE is set, every process would compile every module anew, the confined
# children too. A module that is edited later is compiled again at its import, as its time of change tells.
# uv where there is one, else venv and pip; the same locked versions, checked by hash, either way.
$(READY): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python "$(PYTHON)" .venv && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  "$(PYTHON)" -m venv .venv && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@$(BIN)/python -m compileall -q graph ontology loaders queries verweisnetz
	@touch $@

clean:
	rm -rf .venv demo build dist .mypy_cache .ruff_cache .pytest_cache
