#!/bin/sh
# Print the path of the newest Python 3.13 or 3.12: on the path where it really runs (pyenv's shims stand there too, and fail
# for a version that is not chosen), else under ~/.pyenv/versions, else the one that uv (first argument) brings.
set -u
uv=$1

serves() {
    "$1" -c "import sys, bz2, ctypes, lzma, sqlite3, ssl, venv, zlib; sys.exit(sys.version_info[:2] != ($2))" >/dev/null 2>&1
}

candidates() {
    minor=$1
    ( IFS=:; for folder in $PATH; do for name in "python3.$minor" python3 python; do echo "$folder/$name"; done; done )
    versions=$HOME/.pyenv/versions
    for version in $(ls "$versions" 2>/dev/null | sort -t. -k3,3nr); do
        case $version in 3."$minor".*) echo "$versions/$version/bin/python" ;; esac
    done
}

for minor in 13 12; do
    for python in $(candidates $minor); do
        if [ -x "$python" ] && serves "$python" "3, $minor"; then echo "$python"; exit; fi
    done
done
for minor in 13 12; do
    "$uv" python install -q "3.$minor" >/dev/null 2>&1
    python=$("$uv" python find -q --managed-python "3.$minor" 2>/dev/null)
    if [ -n "$python" ] && serves "$python" "3, $minor"; then echo "$python"; exit; fi
done
echo "no Python 3.12 or 3.13 on the path or under ~/.pyenv/versions, and uv could bring none: install one of them" >&2
exit 2
