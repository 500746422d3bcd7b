#!/bin/sh
# Makes or refreshes the virtual environment: make-venv.sh PYTHON VENV LOCK
set -eu
python=$1 venv=$2 lock=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Heard needs Python 3.11 or newer; $("$python" --version 2>&1) was found. Say: make PYTHON=python3.12 …" >&2
  exit 1
fi
if [ ! -x "$venv/bin/python" ]; then
  if ! "$python" -m venv "$venv"; then
    echo "Python's venv module is missing. On Debian: apt-get install python3-venv" >&2
    exit 1
  fi
fi
echo "Installing what $lock names (each file checked against its hash) …"
"$venv/bin/python" -m pip install -qq --require-hashes -r requirements/build.lock
"$venv/bin/python" -m pip install -qq --require-hashes -r "$lock"
"$venv/bin/python" -m pip install -qq --no-deps --no-build-isolation --editable .
