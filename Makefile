# One line each; start.py does the work, so that Windows can do the same without make.
PYTHON ?= python3

.PHONY: run test check bench pins
run: ; $(PYTHON) start.py run
test: ; $(PYTHON) start.py test
check: ; $(PYTHON) start.py check
bench: ; $(PYTHON) start.py bench
pins: ; $(PYTHON) start.py pins
