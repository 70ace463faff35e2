# make reports   set up what is needed, and bring reports/ up to date
# make test      set up what is needed, and run all tests
# make bench     measure, and write benchmarks/RESULTS.md
# make soak      build again and again while things go wrong (minutes; SECONDS=60 by default)
# make fuzz      feed the readers damaged files for SECONDS
#
# Everything goes into .venv; nothing else on the machine is touched, but for Debian packages when run as root.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SECONDS ?= 60

.PHONY: reports test check lint bench soak fuzz setup system clean
.DEFAULT_GOAL := reports

reports: setup
	$(BIN)/ccdiff build

test: setup system
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ccdiff check

lint: setup
	$(BIN)/ruff check ccdiff tests benchmarks
	$(BIN)/ruff format --check --line-length 120 ccdiff tests benchmarks
	$(BIN)/mypy

bench: setup
	@command -v wdiff >/dev/null || .ci/debian wdiff || echo 'without wdiff: its row is left out' >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks

soak: setup
	$(BIN)/python -m tests.soak --seconds $(SECONDS)

fuzz: setup
	$(BIN)/python -m tests.formats.hostile --seconds $(SECONDS)

setup: $(READY)
	@$(BIN)/python -m compileall -q ccdiff && $(BIN)/python -m ccdiff.render.templating

# Python's own venv and pip; where Debian keeps venv in a package of its own, root may install it.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'ccdiff needs Python 3.11 or later: make PYTHON=...' >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { .ci/debian python3-venv && $(PYTHON) -m venv --clear .venv; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fast,test]'
	@$(BIN)/python -m compileall -q ccdiff
	@$(BIN)/python -c 'from ccdiff.text.segment import keep_dictionary as keep; keep()'
	@$(BIN)/python -m ccdiff.render.templating
	@touch $(READY)

# The tests look at pages in a browser, open Word files in a word processor, and read PDF files.
system:
	@command -v chromium >/dev/null || .ci/debian chromium
	@command -v soffice >/dev/null || .ci/debian libreoffice-writer
	@/usr/bin/python3 -c 'import uno' 2>/dev/null || .ci/debian python3-uno
	@command -v pdftotext >/dev/null || .ci/debian poppler-utils
	@fc-list :lang=zh-cn 2>/dev/null | grep -q . || .ci/debian fonts-noto-cjk fontconfig

clean:
	rm -rf .venv .ccdiff build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
