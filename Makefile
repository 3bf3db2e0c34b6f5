# newsgraph: `make run` shows the main job, `make test` checks everything. Both install the system libraries they lack.
PREFIX ?= /usr/local
OUT ?= out
ARTICLES = $(wildcard Examples/articles/*.txt)
RELEASE = swift build -c release --static-swift-stdlib --product newsgraph
BIN = .build/release/newsgraph
# Stops spurious rebuilds of packages that have traits.
export SWIFT_DETERMINISTIC_HASHING = 1

.PHONY: help setup build run test lint docs gallery bench bench-draw bench-graph bench-explorer examples install clean

help:
	@echo "make run       install what is missing, build, extract the example articles, draw and report them"
	@echo "make test      lint, debug tests, release build, examples"
	@echo "make lint      swift format, strict"
	@echo "make docs      the library's documentation as a web site in OUT (docc, no network)"
	@echo "make gallery   the figures of Docs/Gallery.md, drawn again"
	@echo "make bench     speed and memory against spaCy, equal bytes for any threads (Docs/Measurements.md)"
	@echo "make bench-draw  figures in process against starting dot (Docs/Measurements.md)"
	@echo "make bench-graph  the graph and Cypher against Ladybug, DuckDB, SQLite and networkx, a quarter of an hour (Docs/Measurements.md)"
	@echo "make bench-explorer DB=FILE  the explorer of a database with 50 readers and a writer, five minutes (Docs/Measurements.md)"
	@echo "make install   newsgraph into PREFIX ($(PREFIX))"

setup:
	@.ci/setup

build: setup
	$(RELEASE)

run: build
	@.ci/examples $(BIN) $(OUT)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Examples

test: lint
	@.ci/setup tests
	FUZZ_SECONDS=60 swift test --skip GraphDrawingTests --skip GraphExplorerTests
# By themselves: they take both cores for minutes, and others have time limits.
	swift test --skip-build --filter GraphDrawingTests
	swift test --skip-build --filter GraphExplorerTests --skip 'Flow|Interaction|Hostile'
	swift test --skip-build --filter 'GraphExplorerTests.*(Flow|Interaction|Hostile)'
	$(RELEASE)
	@.ci/examples $(BIN) .build/examples

docs: setup
	@.ci/docs $(OUT)/docs

# Recording fails on purpose, so that nobody records unseen.
gallery: setup
	RECORD_GOLDEN=1 swift test --filter GalleryTests || true
	git status --short Docs

bench: build
	python3 Tests/Benchmarks/extract_against_spacy.py $(BIN)
	python3 Tests/Benchmarks/same_bytes.py $(BIN)

bench-draw: setup
	swift build -c release --product DrawingBenchmark
	.build/release/DrawingBenchmark

bench-graph: setup
	swift build -c release --product GraphBenchmark
	python3 -m venv .build/bench-graph
	.build/bench-graph/bin/pip install --quiet -r Tests/Benchmarks/graph/requirements.txt
	.build/bench-graph/bin/python Tests/Benchmarks/graph/graph_against_databases.py .build/release/GraphBenchmark

bench-explorer: build
	python3 Tests/Benchmarks/explorer/explorer_load.py $(BIN) $(DB)

install: build
	install -D -m 755 $(BIN) "$(DESTDIR)$(PREFIX)/bin/newsgraph"
	mkdir -p "$(DESTDIR)$(PREFIX)/share/newsgraph"
	cp -R Sources/TextAnalysis/Resources/. Sources/RelationExtraction/Resources/. "$(DESTDIR)$(PREFIX)/share/newsgraph/"

clean:
	rm -rf .build $(OUT)
