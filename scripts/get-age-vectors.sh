#!/bin/sh
# Gets the published test vectors of the age format into build/vectors; the tests that need them say so where they are missing.
set -u
package=cctv-age@0.2.0
hash=94a2a220a95b158a69997e84405bb5d4ef84adf05d15bf341b83ec3ba9dd846e
place=build/vectors

[ -f "$place/cctv-age/index.js" ] && exit 0
command -v npm >/dev/null 2>&1 || { echo "npm is missing; the tests of the age vectors will be skipped."; exit 0; }
mkdir -p "$place"
file=$(npm pack --silent --pack-destination "$place" "$package") || { echo "The age vectors could not be fetched."; exit 0; }
echo "$hash  $place/$file" | sha256sum -c --quiet - || exit 1
tar -xzf "$place/$file" -C "$place" && mv "$place/package" "$place/cctv-age" && rm "$place/$file"
