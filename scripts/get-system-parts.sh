#!/bin/sh
# Gets what the tests need beside Python: PostgreSQL and Chromium, by apt where missing and allowed.
set -u

have_postgres() { command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
have_chromium() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; }

install() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "$1 is missing and this account may not install it; the tests that need it will say so. On Debian: apt-get install $2"
    return 0
  fi
  echo "Installing $1 …"
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $2 >/dev/null 2>&1 ||
    echo "$1 could not be installed; the tests that need it will say so."
}

have_postgres || install PostgreSQL "postgresql"
command -v bwrap >/dev/null 2>&1 || install "bubblewrap (the shield around reading files)" "bubblewrap"
have_chromium || install Chromium "chromium"
sh scripts/get-age-vectors.sh
exit 0
