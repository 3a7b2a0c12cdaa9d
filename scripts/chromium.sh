#!/bin/sh
# See to it that a browser for the tests is there: Debian's chromium, installed where that is allowed. Never fails: without a
# browser, the tests in tests/e2e say so and are skipped.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the tests in a browser" >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } >/dev/null 2>&1
fi
command -v chromium >/dev/null 2>&1 ||
    echo "There is no chromium on this machine, and it cannot be installed from here: the tests in a browser are skipped" >&2
exit 0
