# Everything a developer does here. Without make: `python3 develop.py COMMAND` does the same.
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help run test check bench format schema build lock reset

help:    ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run:     ## Start everything, with demo data and a mailbox; Ctrl-C stops it
	@$(PYTHON) develop.py run

test:    ## All checks and all tests
	@$(PYTHON) develop.py test

check:   ## Format, lint, types, import contracts, schema snapshot, lock files
	@$(PYTHON) develop.py check

bench:   ## Measure the server against its peers, in minutes; ARGS="--quick --work page" for a look
	@$(PYTHON) develop.py bench $(ARGS)

format:  ## Put all sources into the common shape
	@$(PYTHON) develop.py format

schema:  ## Print the GraphQL contract to schema/schema.graphql
	@$(PYTHON) develop.py schema

build:   ## Install all packages and build the screens
	@$(PYTHON) develop.py build

lock:    ## Pin the packages of pyproject.toml anew
	@$(PYTHON) develop.py lock

reset:   ## Throw the development data away
	@$(PYTHON) develop.py reset
