#!/bin/sh
# Runs every test on encrypted SQLite, then those that touch storage again on PostgreSQL: run-tests.sh BIN
set -u
bin=$1 wrong=0

HEARD_TEST_DATABASE=sqlite "$bin/pytest" -n 2 --dist loadfile -m "not long" || wrong=1
echo "The same storage tests on PostgreSQL:"
HEARD_TEST_DATABASE=postgresql "$bin/pytest" -n 2 --dist loadfile -m "storage and not long" || wrong=1
exit $wrong
