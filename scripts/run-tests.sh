#!/bin/sh
# Runs every test on encrypted SQLite, then those that touch storage again on PostgreSQL: run-tests.sh BIN
set -eu
bin=$1

HEARD_TEST_DATABASE=sqlite "$bin/pytest" -n 2 --dist loadfile -m "not long"
echo "The same storage tests on PostgreSQL:"
HEARD_TEST_DATABASE=postgresql "$bin/pytest" -n 2 --dist loadfile -m "storage and not long"
