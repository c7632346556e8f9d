# The one door to this project; `make` lists what it can do.
#
# Nothing has to be installed by hand: each target brings what it needs, once. A stamp stands for
# "this lock file is installed", lives inside what it stands for, and is older than the lock only
# when the lock has changed; so the second run installs nothing and needs no network.
# Variables given on the command line (`make publish SITEURL=...`) reach the commands through the
# environment as well: make exports them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
# Two installers must never meet in one environment.
.NOTPARALLEL:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

CONTENT = content
OUTPUT = output
PUBLIC = public
HOST = 127.0.0.1
PORT ?= 8000
ARTICLE =
PAGE =
FILE =
FORMAT =
TEXTS =
REV =
SAMPLE =
DOCUMENTS = 200
PDFS =
ONE_SCREEN =
AGAIN =
TITLE =
SECTION =
RELEASE =
ADDRESS =
WHEELS =
DOMAIN =
LOGS =
TO =
URL =
REASON =
# Empty: this machine; dask://host:port: a cluster.
EXECUTOR ?=
# Empty on purpose: no recordings; piper: a neural voice, whose file READ_ALOUD_VOICE names.
READ_ALOUD_ENGINE ?= espeak-ng
# A second worker pays; more wait for each other's browsers.
WORKERS = 2

PYTHON := .venv/bin/python
NPX := node_modules/.bin
SITE_READY := .venv/.site-ready
CLUSTER_READY := .venv/.cluster-ready
PIPER_READY := .venv/.piper-ready
S3_READY := .venv/.s3-ready
BUILD_READY := $(SITE_READY) $(if $(filter dask://%,$(EXECUTOR)),$(CLUSTER_READY)) \
	$(if $(filter piper,$(READ_ALOUD_ENGINE)),$(PIPER_READY))
TEST_READY := .venv/.test-ready
NODE_READY := node_modules/.ready
AUDIT_READY := tests/audit/node_modules/.ready
PEERS_READY := tests/bench/peers/.venv/.ready
OBSERVATORY_READY := tests/serving/observatory/node_modules/.ready
ELEVENTY_READY := tests/bench/peers/eleventy/node_modules/.ready
BASELINES_READY := tests/read_aloud/baselines/.venv/.ready
HAS_NODE := $(shell command -v npm)

# Where Python may not keep our code compiled, every build compiles it again: a tenth of an edit.
unexport PYTHONDONTWRITEBYTECODE

# What was saved by `make wheels` is installed without asking the network for anything.
ifneq ($(MAKECMDGOALS),wheels)
ifneq ($(WHEELS),)
export PIP_NO_INDEX = 1
export PIP_FIND_LINKS = $(abspath $(WHEELS))
export UV_OFFLINE = 1
export UV_FIND_LINKS = $(abspath $(WHEELS))
endif
endif


##@ The site

.PHONY: serve
serve: content-folder $(BUILD_READY) ## Build and show the site on this machine; rebuild and reload on every change (PORT=8000)
	exec $(PYTHON) -m plugins.preview --content "$(CONTENT)" --output "$(OUTPUT)" \
		--host "$(HOST)" --port "$(PORT)"

.PHONY: html
html: content-folder $(BUILD_READY) ## Build the site once (CONTENT=content OUTPUT=output)
	$(PYTHON) -m plugins.build "$(CONTENT)" -o "$(OUTPUT)" -s pelicanconf.py

# As typed: make would take a $ in a title for a variable, and the shell a quotation mark.
.PHONY: new
new: override export TITLE := $(value TITLE)
new: override export SECTION := $(value SECTION)
new: $(SITE_READY) ## Lay down a new article of today (TITLE="..." SECTION="...")
	$(PYTHON) -m plugins.new_article --content "$(CONTENT)" --title="$$TITLE" --section="$$SECTION"

.PHONY: check
check: $(BUILD_READY) ## Report what editors have to mend (FILE=one.md FORMAT=json)
	$(PYTHON) -m plugins.content_gate --content "$(CONTENT)" \
		$(if $(FILE),--file "$(FILE)") $(if $(FORMAT),--format "$(FORMAT)")

.PHONY: links
links: $(SITE_READY) ## Print all outgoing links, and what changed since a revision (REV=main)
	$(PYTHON) -m plugins.outgoing_links --content "$(CONTENT)" $(if $(REV),--since "$(REV)")

.PHONY: glossary-suggest
glossary-suggest: content-folder $(SITE_READY) ## Propose entries for the register of abbreviations, with the sentences that define them
	$(PYTHON) -m plugins.glossary --content "$(CONTENT)" suggest

.PHONY: glossary-scan
glossary-scan: content-folder $(SITE_READY) ## Find abbreviations in texts: JSON lines in (TEXTS=file.jsonl), JSON lines out
	$(PYTHON) -m plugins.glossary --content "$(CONTENT)" scan "$(TEXTS)"

.PHONY: read-aloud-text
read-aloud-text: content-folder $(SITE_READY) ## Say texts: JSON lines in (TEXTS=file.jsonl), JSON lines out, in words for a voice
	$(PYTHON) -m plugins.read_aloud --content "$(CONTENT)" text "$(TEXTS)"

.PHONY: hear
hear: content-folder $(SITE_READY) ## Write the recording of an article and what it says, and play it (ARTICLE=slug)
	$(PYTHON) -m plugins.read_aloud --content "$(CONTENT)" hear "$(ARTICLE)"

.PHONY: why
why: content-folder $(SITE_READY) ## Tell why these articles stand under an article (ARTICLE=slug), or why a page was made anew (PAGE=address)
	if [ -n "$(PAGE)" ]; then
		$(PYTHON) -m plugins.page_writer --content "$(CONTENT)" "$(PAGE)"
	else
		$(PYTHON) -m plugins.other_articles why --content "$(CONTENT)" "$(ARTICLE)"
	fi

.PHONY: publish
publish: content-folder $(BUILD_READY) ## Build for the public and, if all is well, switch to it (SITEURL=https://... SIGNING_KEY=file SIGN_PDF="command" ACCEPT=RC005)
	$(PYTHON) -m plugins.publish --content "$(CONTENT)" --public "$(PUBLIC)"

.PHONY: releases
releases: $(SITE_READY) ## List the releases that are kept (PUBLIC=public)
	$(PYTHON) -m plugins.publish releases --public "$(PUBLIC)"

.PHONY: rollback
rollback: $(SITE_READY) ## Switch the public site back, to the release before or any kept one (RELEASE=name PUBLIC=public)
	$(PYTHON) -m plugins.publish rollback --release "$(RELEASE)" --public "$(PUBLIC)"

.PHONY: withdraw
withdraw: override export REASON := $(value REASON)
withdraw: $(SITE_READY) ## Take a page down now, with all made from it; a dated notice stays (ADDRESS=/tin-tuc/... REASON="...")
	$(PYTHON) -m plugins.old_addresses --content "$(CONTENT)" --public "$(PUBLIC)" \
		--address "$(ADDRESS)" --reason="$$REASON"

.PHONY: send
send: $(SITE_READY) $(if $(filter s3://%,$(TO)),$(S3_READY)) ## Have another place show what is live here, or a release that it keeps (TO=ssh://user@host/srv/... or s3://bucket/... RELEASE=name)
	.ci/need rsync:rsync ssh:openssh-client
	$(PYTHON) -m plugins.targets --public "$(PUBLIC)" --to "$(TO)" --release "$(RELEASE)"

.PHONY: views
views: $(SITE_READY) ## Add up how often articles were read, at most once a week (LOGS="/var/log/nginx/access.log*")
	.ci/need goaccess:goaccess
	$(PYTHON) -m plugins.view_counts --content "$(CONTENT)" --public "$(PUBLIC)" $(LOGS)

.PHONY: nginx
nginx: $(SITE_READY) ## Print the configuration of nginx for a server (DOMAIN=so.tinh.gov.vn PUBLIC=/srv/...)
	$(PYTHON) -m plugins.serving --content "$(CONTENT)" --domain "$(DOMAIN)" --public "$(PUBLIC)"

.PHONY: verify
verify: $(SITE_READY) ## Hold what is live against its manifest (URL=https://... ALLOWED_SIGNERS=file PUBLIC=public)
	$(PYTHON) -m plugins.publish verify --url "$(URL)" --public "$(PUBLIC)"

.PHONY: freeze
freeze: override export REASON := $(value REASON)
freeze: $(SITE_READY) ## Let nothing go live until `make thaw`; builds and rollbacks go on (REASON="...")
	$(PYTHON) -m plugins.publish freeze --reason="$$REASON" --public "$(PUBLIC)"

.PHONY: thaw
thaw: $(SITE_READY) ## Let releases go live again
	$(PYTHON) -m plugins.publish thaw --public "$(PUBLIC)"

.PHONY: cluster-scheduler
cluster-scheduler: PORT = 8786
cluster-scheduler: $(CLUSTER_READY) ## Hand out the jobs of builds to the workers of a cluster, in a closed network only (HOST=address PORT=8786)
	exec $(PYTHON) -m dask scheduler --host "$(HOST)" --port "$(PORT)" --no-dashboard

.PHONY: cluster-worker
cluster-worker: $(CLUSTER_READY) ## Do jobs of builds on all processors of this machine (EXECUTOR=dask://host:port)
	exec $(PYTHON) -m dask worker "$(EXECUTOR:dask://%=tcp://%)" \
		--nworkers "$$(nproc)" --nthreads 1 --no-dashboard


##@ Quality

.PHONY: test
test: test-tools lint ## Lint, then run every test, the browser's included
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile

.PHONY: lint
lint: $(TEST_READY) $(if $(HAS_NODE),$(NODE_READY)) ## Check format, style, types and architecture; change nothing
	failed=0
	.venv/bin/ruff format --check --quiet . || failed=1
	.venv/bin/ruff check --quiet . || failed=1
	.venv/bin/mypy --no-error-summary || failed=1
	quietly() { told=$$("$$@" 2>&1) || { echo "$$told"; failed=1; }; }
	quietly .venv/bin/lint-imports --no-logo
	quietly .venv/bin/shellcheck .ci/*
	quietly .venv/bin/zizmor --offline --no-progress .github
	quietly .venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*
	quietly .venv/bin/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	if [ -n "$(HAS_NODE)" ]; then
		$(NPX)/biome ci --colors=off --log-level=warn --error-on-warnings || failed=1
		$(NPX)/tsc || failed=1
	else
		echo "lint: JavaScript and CSS were NOT checked: node and npm (20 or newer) are missing." >&2
		[ -z "$${CI:-}" ] || failed=1
	fi
	exit $$failed

.PHONY: format
format: $(TEST_READY) $(NODE_READY) ## Put Python, JavaScript and CSS into the project's format
	.venv/bin/ruff check --quiet --fix --exit-zero .
	.venv/bin/ruff format --quiet .
	$(NPX)/biome check --write --colors=off --log-level=warn

.PHONY: handbook
handbook: content-folder $(SITE_READY) ## Write the tables of header keys in the editors' handbook from the schema
	$(PYTHON) -m plugins.article_reader --handbook "$(CONTENT)/README.md"

.PHONY: budgets
budgets: html ## Print the weight of the built pages against their limits
	$(PYTHON) -m plugins.budgets --content "$(CONTENT)" --output "$(OUTPUT)"

.PHONY: release-check
release-check: html ## Look at the built site as `make publish` does before it goes live
	$(PYTHON) -m plugins.release_checks --content "$(CONTENT)" --output "$(OUTPUT)"

.PHONY: glossary-report
glossary-report: content-folder $(SITE_READY) ## Print how well abbreviations are found and explained, against the goals
	$(PYTHON) -m plugins.glossary --content "$(CONTENT)" report tests/glossary/labelled_sources.toml

.PHONY: read-aloud-report
read-aloud-report: content-folder $(SITE_READY) $(BASELINES_READY) ## Print how well texts are said aloud, beside other packages, against the goal
	$(PYTHON) -m plugins.read_aloud --content "$(CONTENT)" report tests/read_aloud/labelled.toml \
		tests/read_aloud/labelled_unseen.toml \
		--baselines "$(BASELINES_READY:.ready=bin/python) tests/read_aloud/baselines/read.py"

.PHONY: other-articles-report
other-articles-report: content-folder $(SITE_READY) ## Print how well like texts are found (TEXTS=folder with sections)
	$(PYTHON) -m plugins.other_articles report "$(or $(TEXTS),$(CONTENT)/tin-tuc)"

.PHONY: documents-report
documents-report: $(TEST_READY) ## Print what many documents of twenty pages cost (DOCUMENTS=200 PDFS=1)
	$(PYTHON) -m tests.official_documents.scale --documents $(DOCUMENTS) $(if $(PDFS),--pdfs)

.PHONY: bench
bench: $(TEST_READY) bench-peers ## Print what checks and builds cost, beside other generators (ARTICLES="100 1000")
	$(PYTHON) -m tests.bench $(if $(ARTICLES),--articles $(ARTICLES))

.PHONY: reproducible
reproducible: content-folder $(TEST_READY) ## Build twice under different circumstances and compare every byte
	.ci/need faketime:faketime
	$(PYTHON) -m tests.publish.reproducible --content "$(CONTENT)"

.PHONY: torture
torture: $(TEST_READY) ## Kill and starve publishers at 300 moments (POINTS=300); readers must not notice
	.ci/need faketime:faketime
	$(PYTHON) -m tests.publish.torture $(if $(POINTS),--points $(POINTS))

.PHONY: switches
switches: test-tools ## Switch releases 1,000 times under 1,000,000 requests behind nginx; none may fail (minutes)
	$(PYTHON) -m tests.serving.switches

.PHONY: observatory
observatory: html $(TEST_READY) $(OBSERVATORY_READY) ## Have MDN's HTTP Observatory scan eight kinds of page behind nginx; nothing leaves this machine
	.ci/need nginx:nginx-light openssl:openssl \
		file=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so:libnginx-mod-http-brotli-static
	$(PYTHON) -m tests.serving.observatory --content "$(CONTENT)" --output "$(OUTPUT)"

.PHONY: compare-stock
compare-stock: $(TEST_READY) ## Build the cases of the gate with plain Pelican as well; takes some minutes
	$(PYTHON) -m tests.content_gate.stock

.PHONY: audit
audit: test-tools $(AUDIT_READY) ## Measure every page in every mode for the statement; an hour (SAMPLE=1: minutes; ONE_SCREEN=1: between)
	CHROME_PATH=$$(command -v chromium) $(PYTHON) -m tests.audit --content "$(CONTENT)" \
		--extent $(if $(SAMPLE),sample,$(if $(ONE_SCREEN),one-screen,whole)) $(if $(AGAIN),--again "$(AGAIN)")

.PHONY: duties
duties: html ## Hold the list of what the law asks for against the built site
	$(PYTHON) -m plugins.duty_list --output "$(OUTPUT)"

.PHONY: probes-report
probes-report: test-tools ## Plant defects and print how many our probes find, and their false alarms; some minutes
	$(PYTHON) -m tests.probes_report

.PHONY: gallery
gallery: test-tools ## Render every example of every component in every mode
	$(PYTHON) -m tests.gallery

.PHONY: screenshots
screenshots: test-tools ## Photograph every kind of page at several widths and settings
	$(PYTHON) -m tests.screenshots


##@ The workshop

.PHONY: lock
lock: .venv/.installer-ready ## Resolve all dependencies anew: the only target that does
	.ci/lock

.PHONY: wheels
wheels: $(SITE_READY) ## Save all that the site is installed from, to build it one day without a network (WHEELS=folder)
	[ -n "$(WHEELS)" ] || { echo "Where to? make wheels WHEELS=folder" >&2; exit 1; }
	$(PYTHON) -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--dest "$(WHEELS)" -r requirements-installer.txt -r requirements.txt

.PHONY: clean
clean: ## Remove what builds and checks have written (never a published release)
	rm -rf output .output.files.json .store .audit .gallery .screenshots test-results
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find plugins tests theme -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove the installed tools as well
	rm -rf .venv node_modules tests/audit/node_modules tests/serving/observatory/node_modules
	rm -rf tests/read_aloud/baselines/.venv
	rm -rf tests/bench/peers/.venv tests/bench/peers/eleventy/node_modules

.PHONY: help
help: ## List these targets
	awk 'BEGIN { FS = ":[^#]*## " }
		/^##@/ { printf "\n%s\n", substr($$0, 5) }
		/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile


# What the targets stand on. Notes go to the error stream, so that a report stays a report.

.PHONY: content-folder
content-folder:
	[ -d "$(CONTENT)" ] || { echo "There is no folder $(CONTENT) (CONTENT=...)." >&2; exit 1; }

.venv/.installer-ready: requirements-installer.txt
	.ci/need py=ensurepip:python3-venv
	python3 -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	echo "Installing what is needed (once) ..." >&2
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

# Without Pango everything works but PDFs of documents; `make publish` insists on them.
PANGO = so=libpango-1.0.so.0:libpango-1.0-0 so=libpangoft2-1.0.so.0:libpangoft2-1.0-0 \
	so=libharfbuzz-subset.so.0:libharfbuzz-subset0

$(SITE_READY): requirements.txt | .venv/.installer-ready
	.venv/bin/uv pip install --quiet --python $(PYTHON) --only-binary :all: --require-hashes -r $<
	.ci/need $(PANGO) || echo "Until then the site is built without PDFs of documents." >&2
	touch $@

$(S3_READY): requirements-s3.txt | $(SITE_READY)
	.venv/bin/uv pip install --quiet --python $(PYTHON) --only-binary :all: --require-hashes -r $<
	touch $@

$(PIPER_READY): requirements-piper.txt | $(SITE_READY)
	.venv/bin/uv pip install --quiet --python $(PYTHON) --only-binary :all: --require-hashes -r $<
	touch $@

$(CLUSTER_READY): requirements-cluster.txt | $(SITE_READY)
	.venv/bin/uv pip install --quiet --python $(PYTHON) --only-binary :all: --require-hashes -r $<
	touch $@

$(TEST_READY): requirements-test.txt | $(SITE_READY)
	.venv/bin/uv pip install --quiet --python $(PYTHON) --only-binary :all: --require-hashes -r $<
	touch $@

$(NODE_READY): package-lock.json
	$(npm-install)

$(AUDIT_READY): tests/audit/package-lock.json
	$(npm-install)

$(OBSERVATORY_READY): tests/serving/observatory/package-lock.json
	$(npm-install)

$(PEERS_READY): tests/bench/peers/requirements.txt | .venv/.installer-ready
	python3 -m venv --without-pip tests/bench/peers/.venv
	.venv/bin/uv pip install --quiet --python $(@D)/bin/python --only-binary :all: --require-hashes -r $<
	touch $@

$(BASELINES_READY): tests/read_aloud/baselines/requirements.txt | .venv/.installer-ready
	python3 -m venv --without-pip tests/read_aloud/baselines/.venv
	.venv/bin/uv pip install --quiet --python $(@D)/bin/python --only-binary :all: --require-hashes -r $<
	touch $@

$(ELEVENTY_READY): tests/bench/peers/eleventy/package-lock.json
	$(npm-install)

# --ignore-scripts is in .npmrc too; here it also holds for folders without one.
define npm-install
if [ -z "$(HAS_NODE)" ]; then
	echo "node and npm (20 or newer) are missing; the checks need them, the site does not." >&2
	exit 1
fi
npm --prefix $(<D) ci --ignore-scripts --no-fund --no-audit --loglevel=error >&2
touch $@
endef

# One that cannot be had here is told in its rows of the table, and they count as missed.
.PHONY: bench-peers
bench-peers:
	for stamp in $(PEERS_READY) $(ELEVENTY_READY); do
		$(MAKE) $$stamp || true
	done

.PHONY: test-tools
test-tools: $(TEST_READY) $(NODE_READY)
	.ci/need $(PANGO) chromium:chromium java:default-jre-headless so=libatomic.so.1:libatomic1 \
		faketime:faketime nginx:nginx-light wrk:wrk openssl:openssl ssh-keygen:openssh-client sshd:openssh-server rsync:rsync goaccess:goaccess \
		file=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so:libnginx-mod-http-brotli-static
